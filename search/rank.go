package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// fill orders found and writes it into answer.
func (f *finder) fill(answer *Answer, root *node, found []match, q Query) {
	answer.Stage, answer.Total = f.stage, len(found)
	if f.stage == Pinyin || f.stage == None {
		answer.Near = f.near
	}
	if f.stage == Pinyin || f.stage == Repair {
		answer.Shown = f.shown
	}
	for i := range found {
		found[i].score *= f.worth(found[i], root)
	}
	if q.InOrder {
		slices.SortStableFunc(found, readingOrder)
	} else {
		slices.SortStableFunc(found, func(a, b match) int {
			return cmp.Or(cmp.Compare(b.score, a.score), readingOrder(a, b))
		})
	}
	answer.Also = f.searchedToo(root, found)
	for _, m := range found[:min(len(found), f.limit)] {
		answer.Hits = append(answer.Hits, Hit{Doc: m.leaf.doc, Score: m.score, Spans: m.leaf.spans(m.places)})
	}
}

// typical is the length of a paragraph in bytes of canonical text at which its
// score stays as it is: 234 characters in the reports measured.
const typical = 700.0

// worth is a factor on the score of m for what it is: short paragraphs are
// more about the word, a target answers a question about numbers, what is past
// comes after what is planned.
func (f *finder) worth(m match, root *node) float64 {
	length := float64(len(m.leaf.canon))
	w := 1.2 / (1 + 0.2*max(length, 100)/typical)
	if m.leaf.doc.Kind == Targets && asksNumber(root) {
		w *= 1.5
	}
	if m.leaf.doc.Past {
		w *= 0.97
	}
	if first := firstPlace(m.places); first >= 0 && first < 60 {
		w *= 1.03
	}
	return w
}

// firstPlace returns the smallest offset of places, or -1.
func firstPlace(places []place) int {
	first := -1
	for _, p := range places {
		if first < 0 || p.i < first {
			first = p.i
		}
	}
	return first
}

// asksNumber reports whether n holds a number or speaks of targets.
func asksNumber(n *node) bool {
	if n.op == opTerm {
		return n.term.kind == rangeTerm || n.term.needle.numeric() ||
			strings.Contains(n.term.text, "目标") || strings.Contains(n.term.text, "增长")
	}
	return slices.ContainsFunc(n.kids, asksNumber)
}

// readingOrder puts newer reports first, then the order of the text.
func readingOrder(a, b match) int {
	x, y := a.leaf.doc, b.leaf.doc
	return cmp.Or(cmp.Compare(y.Year, x.Year), cmp.Compare(x.Report, y.Report), cmp.Compare(x.Order, y.Order),
		cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.ID, y.ID))
}

// searchedToo returns the words other than those typed that found something.
func (f *finder) searchedToo(root *node, found []match) []string {
	var also []string
	for _, t := range words(root, nil) {
		for _, w := range t.ways {
			if w.stage != Synonym {
				continue
			}
			for _, group := range w.groups {
				for _, n := range group {
					word := strings.NewReplacer("\x01", "", "\x02", "").Replace(n.plain)
					if n.plain == t.needle.plain || slices.Contains(also, word) {
						continue
					}
					if slices.ContainsFunc(found, func(m match) bool { return len(n.in(m.leaf, 1)) > 0 }) {
						also = append(also, word)
					}
				}
			}
		}
	}
	return also
}

// lone leaves out of found what a single character does not mean: who asks for
// 水 does not mean 水平. If nothing is left, everything stays.
func (f *finder) lone(root *node, found []match) []match {
	if root.op != opTerm || root.term.kind != wordTerm || utf8.RuneCountInString(root.term.needle.plain) != 1 {
		return found
	}
	char, _ := utf8.DecodeRuneInString(root.term.needle.plain)
	others := hanzi.Otherwise(char)
	if len(others) == 0 {
		return found
	}
	var kept []match
	for _, m := range found {
		var places []place
		for _, p := range m.places {
			if !within(m.leaf.text(p), p, others) {
				places = append(places, p)
			}
		}
		if len(places) > 0 {
			m.places = places
			kept = append(kept, m)
		}
	}
	if len(kept) == 0 {
		return found
	}
	return kept
}

// within reports whether p lies inside one of words in text.
func within(text string, p place, words []string) bool {
	for _, w := range words {
		for from := max(0, p.j-len(w)); from <= p.i; from++ {
			if strings.HasPrefix(text[from:], w) {
				return true
			}
		}
	}
	return false
}
