package target

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A figure is a number with its unit and the words that say how it is to be
// reached: 不少于263天, 7%左右, 2万余名, 前120名.
type figure struct {
	number
	start, end int // of number, unit and the hedge behind it, bytes in the text
	from       int // of the hedge in front of it; start if there is none
	unitEnd    int // end of number and unit
	unit       string
	kind       string // of the unit: count, measure, ratio, span, rank
	cmp        Comparator
	hedged     bool // a hedge stands behind it
	rank       bool // 前120名
	bare       bool // no unit of its own; taken from the next one of a list
	span       bool // a range, 6.5%—7%; the value is its lower end
	doubled    bool // 翻一番: the value is the growth in percent
}

// figuresOf reads the figures of text between start and end. Numbers that are
// parts of names never become figures: see isName.
func figuresOf(text string, start, end int) []figure {
	s := text[:end]
	var all []figure
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(s[i:])
		var (
			num number
			ok  bool
		)
		switch {
		case r == '翻':
			if f, ok := doubling(s, i); ok {
				all = append(all, f)
				i = f.end
				continue
			}
		case strings.ContainsRune(digits, r):
			num, ok = numberAt(s, i)
			if ok && isName(s, start, num) {
				i = skipName(s, num.end)
				continue
			}
		case strings.ContainsRune(hanDigits, r):
			if num, ok = hanNumberAt(s, i); ok && !hanCounts(s, start, num) {
				i = num.end
				continue
			}
		}
		if !ok {
			i += n
			continue
		}
		f := figureAt(s, start, num)
		all = append(all, f)
		i = max(f.end, num.end)
	}
	return shareUnits(all, s)
}

// figureAt completes num with unit and hedges.
func figureAt(s string, start int, num number) figure {
	f := figure{number: num, start: num.start, end: num.end, unitEnd: num.end, from: num.start}
	rest := s[num.end:]
	switch w, ok := units.prefix(rest); {
	case num.percent:
		f.unit, f.kind = "%", "ratio"
	case ok:
		f.unit, f.kind = unitOf(w), w.field(0)
		f.unitEnd += len(w.text) + suffixUnit(rest, w.text, &f.unit)
	default:
		f.bare = true
	}
	f.cmp = Exactly
	rangeBehind(s, &f)
	f.end = f.unitEnd
	if num.more || f.span || moreBehind(s, &f) {
		f.cmp = AtLeast
	}
	if before, ok := hedges.suffix(s[start:num.start]); ok && before.field(0) == "before" {
		f.from = num.start - len(before.text)
		f.cmp = Comparator(before.field(1))
		if before.field(2) == "first" {
			f.end += hedgeBehind(s, f.end)
			return f
		}
	}
	if w, ok := hedges.prefix(s[f.end:]); ok && w.field(0) == "after" {
		f.end += len(w.text)
		f.cmp = Comparator(w.field(1))
		f.hedged = true
	}
	if strings.HasSuffix(s[start:num.start], "前") && (f.unit == "名" || f.unit == "位" || f.unit == "强") {
		f.rank, f.cmp = true, AtMost
		f.from = num.start - len("前")
	}
	return f
}

// unitOf is the unit that w is or is another way of writing.
func unitOf(w word) string {
	if same := w.field(1); same != "" {
		return same
	}
	return w.text
}

// rangeBehind reads the upper end of a range: 6.5%—7%, 3-5个, 6%至8%.
func rangeBehind(s string, f *figure) {
	r, n := utf8.DecodeRuneInString(s[f.unitEnd:])
	if !strings.ContainsRune("-—－～~至到", r) {
		return
	}
	upper, ok := numberAt(s, f.unitEnd+n)
	if !ok || upper.value <= f.value {
		return
	}
	w, ok := units.prefix(s[upper.end:])
	if !ok || !f.bare && unitOf(w) != f.unit {
		return
	}
	f.unit, f.kind, f.bare, f.span = unitOf(w), w.field(0), false, true
	f.unitEnd = upper.end + len(w.text)
}

// doubling reads 翻番, 翻一番, 翻两番 at byte i of s: a growth of 100 or 300 %.
func doubling(s string, i int) (figure, bool) {
	for _, d := range []struct {
		words string
		value float64
	}{{"翻一番", 100}, {"翻番", 100}, {"翻两番", 300}, {"翻了一番", 100}} {
		if strings.HasPrefix(s[i:], d.words) {
			end := i + len(d.words)
			return figure{number: number{start: i, end: end, value: d.value, han: true, percent: true},
				start: i, end: end, from: i, unitEnd: end, unit: "%", kind: "ratio", cmp: Exactly, doubled: true}, true
		}
	}
	return figure{}, false
}

// hedgeBehind returns the length of the hedge at byte i of s.
func hedgeBehind(s string, i int) int {
	if w, ok := hedges.prefix(s[i:]); ok && w.field(0) == "after" {
		return len(w.text)
	}
	return 0
}

// moreBehind reads 多 or 余 behind the unit: 200个多.
func moreBehind(s string, f *figure) bool {
	for _, w := range []string{"多", "余"} {
		if strings.HasPrefix(s[f.unitEnd:], w) && !strings.HasPrefix(s[f.unitEnd:], "余热") && !strings.HasPrefix(s[f.unitEnd:], "多种") {
			f.end += len(w)
			return true
		}
	}
	return false
}

// suffixUnit reads what belongs to the unit behind it: a second unit in
// brackets, 套(间), or after a stroke, 元/人. It returns its length and extends
// the unit.
func suffixUnit(rest, unit string, whole *string) int {
	behind := rest[len(unit):]
	for _, pair := range []string{"()", "（）"} {
		half := len(pair) / 2
		open, shut := pair[:half], pair[half:]
		if in, ok := strings.CutPrefix(behind, open); ok {
			if w, ok := units.prefix(in); ok && strings.HasPrefix(in[len(w.text):], shut) {
				n := len(open) + len(w.text) + len(shut)
				*whole = unit + behind[:n]
				return n
			}
		}
	}
	if in, ok := strings.CutPrefix(behind, "/"); ok {
		if w, ok := units.prefix(in); ok {
			*whole = unit + "/" + w.text
			return 1 + len(w.text)
		}
	}
	return 0
}

// shareUnits gives the bare numbers of a list the unit of the next figure:
// 分别低于42.5、74微克/立方米.
func shareUnits(all []figure, s string) []figure {
	for i := len(all) - 2; i >= 0; i-- {
		f, next := &all[i], all[i+1]
		if f.bare && !next.bare && !f.han && joined(s[f.end:next.from]) {
			f.unit, f.kind, f.bare = next.unit, next.kind, false
		}
	}
	kept := all[:0]
	for _, f := range all {
		if f.bare {
			unit := unitMeant(s, f)
			if unit == "" {
				continue
			}
			f.unit, f.kind, f.bare = unit, "count", false
		}
		kept = append(kept, f)
	}
	return kept
}

// unitMeant is the unit of a figure that is printed without one but counts
// people: 贫困人口1000万以上, 1000万以上农村贫困人口. Small numbers have none.
func unitMeant(s string, f figure) string {
	if !f.scaled {
		return ""
	}
	if w, ok := people.suffix(trimSuffix(s[:f.from], reach, change, hedges)); ok {
		return w.field(0)
	}
	most := 8
	if !f.hedged && !f.more {
		most = 6 // 200万中小学生; farther off it need not be people that are counted
	}
	for i, n := f.end, 0; i < len(s) && n < most; n++ {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
		if w, ok := people.suffix(s[f.end:i]); ok {
			return w.field(0)
		}
	}
	return ""
}

// joined reports whether s only joins two numbers of a list.
func joined(s string) bool {
	switch strings.TrimSpace(s) {
	case "、", "和", "及", "与":
		return true
	}
	return false
}

// isName reports whether the number is part of a name: PM2.5, 5G, 7—11, 1+1+N,
// 2024年, 107国道 has no unit and is left to the unit rule.
func isName(s string, start int, n number) bool {
	before, _ := utf8.DecodeLastRuneInString(s[start:n.start])
	after, size := utf8.DecodeRuneInString(s[n.end:])
	switch {
	case n.start > start && (isLatin(before) || strings.ContainsRune("+＋-—－～~·.×*", before)):
		return true
	case n.end < len(s) && (strings.ContainsRune("+＋", after) || isLatin(after) && !unitAt(s[n.end:])):
		return true
	case strings.ContainsRune("-—－", after) && !rangeOf(s, n.end+size):
		return true
	case n.start > start && before == '第':
		return true
	case after == '年' && n.value >= 1900 && n.value < 2100 && n.end-n.start == 4:
		return true
	case after == '月' || after == '日' || after == '号':
		return true
	}
	return false
}

// skipName returns where a name that a number stands in ends: behind the
// letters, digits and strokes that follow.
func skipName(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !isLatin(r) && !strings.ContainsRune("+＋-—－", r) && !strings.ContainsRune(digits, r) {
			return i
		}
		i += n
	}
	return i
}

// rangeOf reports whether the number at byte i of s has a unit, so that a
// stroke before it means "to": 6.5%—7%, 3-5个.
func rangeOf(s string, i int) bool {
	n, ok := numberAt(s, i)
	return ok && unitAt(s[n.end:])
}

func unitAt(s string) bool {
	_, ok := units.prefix(s)
	return ok
}

func isLatin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }

// hanCounts reports whether a number in Chinese numerals is a quantity rather
// than a part of a word: a fraction, a number with 万 or 亿 and a unit, or one
// right behind a word of change or reach (延长三年, 压缩至三级).
func hanCounts(s string, start int, n number) bool {
	behind := s[n.end:]
	head := s[start:n.start]
	if n.percent {
		return true
	}
	w, ok := units.prefix(behind)
	if !ok {
		return false
	}
	if n.value >= 100 && w.field(0) != "span" && w.field(0) != "rank" {
		return true
	}
	for _, grade := range []string{"标准", "水平", "资质", "医院", "甲等", "以上标准"} {
		if strings.HasPrefix(behind[len(w.text):], grade) {
			return false
		}
	}
	if strings.HasSuffix(head, "前") && (w.text == "名" || w.text == "位") {
		return true
	}
	if v, ok := change.suffix(head); ok && v.field(0) == "verb" && w.field(0) != "count" {
		return true
	}
	v, ok := reach.suffix(head)
	return ok && len(v.text) >= len("增至") && (strings.HasSuffix(v.text, "至") || strings.HasSuffix(v.text, "到"))
}
