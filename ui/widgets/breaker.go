package widgets

import "unicode"

// A kind says how a rune behaves at the ends of a line (避头尾). Bits, since a
// rune may be several at once: "%" may not start a line and belongs to its
// number.
type kind uint8

const (
	noStart kind = 1 << iota // may not stand first: ，。）”
	noEnd                    // may not stand last: （“《
	hangs                    // may stand in the margin behind a full line: ，。、
	word                     // is kept together with the next word rune: letters, digits, ASCII signs
	blank                    // white space: vanishes into the margin at a line's end
	newline                  // ends the line by itself
	pair                     // is never parted from an equal neighbour: ——
	unit                     // stays with the number before it: 580个
)

const (
	startless = "，。、；：！？）》〉」』】〕〗｝’”·…～‥々％‰℃°′″,.;:!?)]}%／"
	endless   = "（《〈「『【〔〖｛‘“([{￥¥$＄€£№#＃"
	hangable  = "，。、．"
	units     = "个家项所处座条名人位户万亿千百元吨亩公米天日月年岁件次届期倍成份套台辆只头部级类种批栋间层"
)

// signs holds the kinds of all runes that have one and are no letters.
var signs = func() map[rune]kind {
	m := map[rune]kind{'—': pair, '─': pair, '\n': newline}
	for _, r := range startless {
		m[r] |= noStart
	}
	for _, r := range endless {
		m[r] |= noEnd
	}
	for _, r := range hangable {
		m[r] |= hangs | noStart
	}
	for r := rune('!'); r <= '~'; r++ {
		m[r] |= word
	}
	for _, r := range units {
		m[r] |= unit
	}
	for _, r := range " \t" {
		m[r] |= blank
	}
	return m
}()

// kindOf returns how r behaves at the ends of a line.
func kindOf(r rune) kind {
	if k, ok := signs[r]; ok {
		return k
	}
	if r >= 0x3400 && r <= 0x9fff || r >= 0x20000 {
		return 0 // Han: anywhere
	}
	switch {
	case r == '\u00a0' || r == '\u202f':
		return word // asked not to break here
	case unicode.IsSpace(r):
		return blank
	case unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic):
		return word
	case unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r):
		return noStart // belongs to the rune before
	}
	return 0
}

// A line is the half-open range of runes one line shows.
type line struct{ start, end int32 }

// slack is how far, in em, a line may be over-full: rounding of advances.
const slack = 0.01

// breakLines cuts a paragraph into lines, greedily. Widths are in em: adv of
// each rune, first of the first line and rest of the others. With hang a comma
// or full stop may stand behind a full line. It appends to lines and returns
// at least one line; every rune is in exactly one line, in order.
func breakLines(lines []line, adv []float32, kinds []kind, first, rest float32, hang bool) []line {
	n := len(adv)
	start, limit := 0, first
	for {
		end, w := start, float32(0)
		for end < n && kinds[end]&newline == 0 && w+adv[end] <= limit+slack {
			w += adv[end]
			end++
		}
		if end < n {
			end = lineEnd(adv, kinds, start, end, hang)
		}
		lines = append(lines, line{int32(start), int32(end)})
		if end >= n {
			if n > 0 && kinds[n-1]&newline != 0 {
				lines = append(lines, line{int32(n), int32(n)})
			}
			return lines
		}
		start, limit = end, rest
	}
}

// lineEnd finds where the line that starts at start ends, when rune full is the
// first that does not fit.
func lineEnd(adv []float32, kinds []kind, start, full int, hang bool) int {
	end := full
	for end < len(adv) && kinds[end]&blank != 0 {
		end++ // white space runs out into the margin
	}
	if end < len(adv) && kinds[end]&newline != 0 {
		return end + 1
	}
	if hang && end == full && full > start && kinds[full]&hangs != 0 {
		end = full + 1
		for end < len(adv) && kinds[end]&blank != 0 {
			end++
		}
		if end < len(adv) && kinds[end]&newline != 0 {
			return end + 1
		}
		if end == len(adv) || mayBreak(kinds, end, true) {
			return end
		}
		end = full
	}
	if end == len(adv) {
		return end
	}
	if end == start {
		return start + 1 // not even one rune fits: never stand still
	}
	if e := walkBack(kinds, start+(end-start)/2, end, true); e > 0 {
		return e
	}
	if e := walkBack(kinds, start, end, false); e > 0 {
		return e // a word longer than half the line is cut
	}
	return end
}

// walkBack returns the last place in (low, end] where a line may end, or 0.
func walkBack(kinds []kind, low, end int, words bool) int {
	for e := end; e > low; e-- {
		if mayBreak(kinds, e, words) {
			return e
		}
	}
	return 0
}

// mayBreak says whether a line may end before rune i; words false permits it
// inside a word.
func mayBreak(kinds []kind, i int, words bool) bool {
	a, b := kinds[i-1], kinds[i]
	switch {
	case b&noStart != 0, b&blank != 0:
		return false
	case a&blank != 0:
		return true
	case a&noEnd != 0:
		return false
	case a&pair != 0 && b&pair != 0:
		return false
	case words && a&word != 0 && b&(word|unit) != 0:
		return false
	}
	return true
}
