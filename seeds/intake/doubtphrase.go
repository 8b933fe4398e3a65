package intake

import (
	_ "embed" // for doubtphrases.txt
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

//go:embed doubtphrases.txt
var phraseLines string

// A lack is a fixed phrase without one of its characters.
type lack struct {
	text  string // what is left
	whole string
	head  int // characters left before the gap
	tail  int // and behind it
}

// phraseBook holds the fixed phrases and what each looks like with a character
// missing, by its first two characters.
type phraseBook struct {
	whole, lacking map[string][]lack
	common         map[string]bool // words of two characters
}

var phrases = sync.OnceValue(readPhrases)

// leastPhrase is how many characters a fixed phrase has. What is left of a
// shorter one is a word of its own too often.
const leastPhrase = 4

// readPhrases reads doubtphrases.txt.
func readPhrases() phraseBook {
	b := phraseBook{map[string][]lack{}, map[string][]lack{}, map[string]bool{}}
	right := map[string]bool{}
	var all []string
	for line := range strings.Lines(phraseLines) {
		line = strings.TrimSpace(line)
		good, isRight := strings.CutPrefix(line, "=")
		if strings.HasPrefix(line, "#") {
			continue
		}
		if list, isCommon := strings.CutPrefix(line, "+"); isCommon {
			for _, w := range strings.Fields(list) {
				b.common[w] = true
			}
			continue
		}
		for _, w := range strings.Fields(good) {
			right[w] = true
			if !isRight {
				all = append(all, w)
			}
		}
	}
	for w := range right {
		put(b.whole, lack{text: w, whole: w})
	}
	for _, w := range all {
		r := []rune(w)
		for k := range r {
			rest := string(r[:k]) + string(r[k+1:])
			if len(r) < leastPhrase || right[rest] || !unicode.Is(unicode.Han, r[k]) {
				continue
			}
			put(b.lacking, lack{rest, w, k, len(r) - 1 - k})
		}
	}
	for _, m := range []map[string][]lack{b.whole, b.lacking} {
		for k := range m {
			slices.SortFunc(m[k], func(a, b lack) int { return len(b.text) - len(a.text) })
		}
	}
	return b
}

func put(m map[string][]lack, l lack) {
	k, ok := firstTwo(l.text)
	if ok {
		m[k] = append(m[k], l)
	}
}

// firstTwo returns the first two characters of s.
func firstTwo(s string) (string, bool) {
	_, n := utf8.DecodeRuneInString(s)
	_, m := utf8.DecodeRuneInString(s[n:])
	return s[:n+m], m > 0
}

// brokenPhrases finds the fixed phrases that lack a character.
func brokenPhrases(p *proof) []Doubt {
	b := phrases()
	var all []Doubt
	times := map[string]int{}
	for _, each := range p.paragraphs {
		for _, d := range b.in(p, each) {
			times[d.Text]++
			all = append(all, d)
		}
	}
	// A slip happens once; what a text says again is what it means.
	return slices.DeleteFunc(all, func(d Doubt) bool { return times[d.Text] > 1 })
}

// in finds the broken phrases of one paragraph.
func (b phraseBook) in(whole *proof, p report.Paragraph) []Doubt {
	var (
		intact []report.Span
		all    []Doubt
	)
	for i := range p.Text {
		if k, ok := firstTwo(p.Text[i:]); ok {
			for _, l := range b.whole[k] {
				if strings.HasPrefix(p.Text[i:], l.text) {
					intact = append(intact, report.Span{Start: i, End: i + len(l.text)})
					break // the longest
				}
			}
		}
	}
	over := 0
	for i := range p.Text {
		k, ok := firstTwo(p.Text[i:])
		if !ok || i < over {
			continue
		}
		for _, l := range b.lacking[k] {
			s := report.Span{Start: i, End: i + len(l.text)}
			if !strings.HasPrefix(p.Text[i:], l.text) || within(s, intact) || !l.broken(whole, p.Text[:i], p.Text[s.End:]) {
				continue
			}
			all = append(all, doubt(p, s.Start, s.End, Omitted, l.whole))
			over = s.End
			break
		}
	}
	return all
}

// within reports whether one of the spans holds s.
func within(s report.Span, spans []report.Span) bool {
	return slices.ContainsFunc(spans, func(o report.Span) bool { return o.Start <= s.Start && s.End <= o.End })
}

// broken reports whether l, between before and after, is a phrase that lost a
// character. Where little is left on one side of the gap, a word may run across
// that side, 改革放 into 改革放宽; then the two characters that meet there must
// meet nowhere else in the text.
func (l lack) broken(p *proof, before, after string) bool {
	left, right := lastOf(before), firstOf(after)
	first, last := firstOf(l.text), lastOf(l.text)
	startsWell := ends(left) || p.alone(left, first)
	endsWell := ends(right) || p.alone(last, right)
	switch {
	case l.head == 0:
		return startsWell && (l.tail >= 5 || unicode.Is(unicode.Han, left))
	case l.tail == 0:
		return endsWell
	case l.head == 1 && l.tail < 4:
		return startsWell
	case l.tail == 1:
		return endsWell
	}
	return true
}

func lastOf(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func firstOf(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// ends reports whether no word of Chinese characters runs on into r.
func ends(r rune) bool {
	return !unicode.Is(unicode.Han, r) || strings.ContainsRune("的和与及等在了将把为对从以是向要、或并", r)
}
