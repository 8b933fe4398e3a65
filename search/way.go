package search

import "strings"

// A way is one manner in which a word of a query may be met by a leaf: any of
// its groups' words alone, or a word of every group within one sentence.
type way struct {
	stage  Stage
	weight float64
	groups [][]needle // one group: any of these words; several: one of each, together
	wide   bool       // together means in one paragraph, not in one sentence
	year   int        // if not 0, the report must be of this year
}

// Weights of the ways, and what a heading adds. A printed word outranks any
// rewritten one; only the order matters (TestOrder).
const (
	exactWeight   = 8
	soundWeight   = 6
	synonymWeight = 5
	repairWeight  = 5
	relatedWeight = 4
	tokensWeight  = 3
	partialWeight = 1
	headingBonus  = 1
)

// in returns the places where w holds in l.
func (w way) in(l *leaf) []place {
	if w.year != 0 && l.doc.Year != w.year {
		return nil
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
	for _, end := range []string{"。", "；", "！", "？", "\n"} {
		n += strings.Count(text[:i], end)
	}
	return n
}
