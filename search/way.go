package search

import (
	"strings"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// A way is one manner in which a word of a query may be met by a leaf: any of
// its groups' words alone, or a word of every group within one sentence.
type way struct {
	stage  Stage
	weight float64
	groups [][]needle // one group: any of these words; several: one of each, together
	wide   bool       // together means in one paragraph, not in one sentence
	year   int        // if not 0, the report must be of this year
	gap    int        // if not 0, two groups follow each other with at most so many characters between
}

// Weights of the ways, and what a heading adds. A printed word outranks any
// rewritten one; only the order matters (TestOrder).
const (
	exactWeight   = 8
	soundWeight   = 6
	synonymWeight = 5
	repairWeight  = 5
	relatedWeight = 4
	stretchWeight = 4
	tokensWeight  = 3
	partialWeight = 1
	headingBonus  = 1
)

// in returns the places where w holds in l.
func (w way) in(l *leaf) []place {
	if w.year != 0 && l.doc.Year != w.year {
		return nil
	}
	if w.gap > 0 {
		return w.stretched(l)
	}
	if len(w.groups) > 1 {
		return w.together(l)
	}
	var all []place
	for _, n := range w.groups[0] {
		all = append(all, n.in(l, 0)...)
	}
	return all
}

// inHeading reports whether the headings of l meet w.
func (w way) inHeading(l *leaf) bool {
	for _, group := range w.groups {
		met := false
		for _, n := range group {
			met = met || n.inHeading(l)
		}
		if !met {
			return false
		}
	}
	return true
}

// stretched returns the places where a word of the first group is followed by
// one of the second, with a few characters between that are no punctuation:
// 贾湖遗址 in 贾湖考古遗址.
func (w way) stretched(l *leaf) []place {
	var all []place
	for _, a := range w.groups[0][0].in(l, 0) {
		text := l.text(a)
		end := min(len(text), a.j+3*w.gap+len(w.groups[1][0].canon))
		k := strings.Index(text[a.j:end], w.groups[1][0].canon)
		if k <= 0 {
			continue
		}
		between := text[a.j : a.j+k]
		if utf8.RuneCountInString(between) > w.gap || strings.IndexFunc(between, func(r rune) bool { return !hanzi.IsHan(r) }) >= 0 {
			continue
		}
		all = append(all, place{a.canon, a.i, a.j + k + len(w.groups[1][0].canon)})
	}
	return all
}

// together returns the places of one word of every group, in the sentences
// that hold one of each.
func (w way) together(l *leaf) []place {
	type mark struct {
		place
		group, sentence int
	}
	var marks []mark
	for g, group := range w.groups {
		before := len(marks)
		for _, n := range group {
			for _, p := range n.in(l, 0) {
				m := mark{place: p, group: g}
				if !w.wide {
					m.sentence = sentenceOf(l.text(p), p.i)
				}
				marks = append(marks, m)
			}
		}
		if len(marks) == before {
			return nil
		}
	}
	held := make(map[int]map[int]bool)
	for _, m := range marks {
		if held[m.sentence] == nil {
			held[m.sentence] = make(map[int]bool)
		}
		held[m.sentence][m.group] = true
	}
	var all []place
	for _, m := range marks {
		if len(held[m.sentence]) == len(w.groups) {
			all = append(all, m.place)
		}
	}
	return all
}

// sentenceOf counts the sentence ends before byte i; canonical and folded text
// have the same ones.
func sentenceOf(text string, i int) int {
	n := 0
	for _, end := range []string{"。", "；", "！", "？", string(hanzi.Break)} {
		n += strings.Count(text[:i], end)
	}
	return n
}
