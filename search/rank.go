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
	answer.Stage, answer.Total, answer.TotalIsLeast = f.stage, len(found)+f.rest, f.least
	if f.stage == Pinyin || f.stage == None {
		answer.Near = f.near
	}
	if f.stage == Pinyin || f.stage == Repair {
		answer.Shown = f.shown
	}
	for i := range found {
		found[i].score *= f.worth(found[i], root)
	}
	slices.SortStableFunc(found, f.better)
	answer.Also = f.searchedToo(root, found)
	for _, m := range found[:min(len(found), f.limit)] {
		answer.Hits = append(answer.Hits, Hit{Doc: m.leaf.doc, Score: m.score, Spans: m.leaf.spans(m.places)})
	}
}

// typical is the length of a paragraph in bytes of canonical text at which its
// score stays as it is: 234 characters in the reports measured.
const typical = 700.0

// targetFactor is for a target that answers a question about numbers,
// firstFactor for a word that stands at the beginning.
const (
	targetFactor = 1.5
	firstFactor  = 1.03
)

// worth is a factor on the score of m for what it is: short paragraphs are
// more about the word, a target answers a question about numbers, what is past
// comes after what is planned.
func (f *finder) worth(m match, root *node) float64 {
	w := lengthFactor(len(m.leaf.canon))
	if m.leaf.doc.Kind == Targets && asksNumber(root) {
		w *= targetFactor
	}
	if m.leaf.doc.Past {
		w *= 0.97
	}
	if first := firstPlace(m.places); first >= 0 && first < 60 {
		w *= firstFactor
	}
	return w
}

// lengthFactor is the part of worth that the length in bytes of canonical text
// has.
func lengthFactor(length int) float64 { return 1.2 / (1 + 0.2*max(float64(length), 100)/typical) }

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
	return docOrder(&a.leaf.doc, &b.leaf.doc)
}

func docOrder(x, y *Doc) int {
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
					if slices.ContainsFunc(found, func(m match) bool { return len(n.in(m.leaf, 1)) > 0 }) || f.rest > 0 && f.together(root, n) {
						also = append(also, word)
					}
				}
			}
		}
	}
	return also
}

// together reports whether n stands in some leaf that meets root.
func (f *finder) together(root *node, n needle) bool {
	found := false
	f.each(&node{op: opAnd, kids: []*node{leafNode(&term{kind: phraseTerm, needle: n}), root}}, func(l *leaf) bool {
		found = len(n.in(l, 1)) > 0 && meet(root, l, &match{leaf: l})
		return !found
	})
	return found
}

// better orders matches whose score is their last.
func (f *finder) better(a, b match) int {
	if f.inOrder {
		return readingOrder(a, b)
	}
	return cmp.Or(cmp.Compare(b.score, a.score), readingOrder(a, b))
}

// lone leaves out of found what a single character does not mean: who asks for
// 水 does not mean 水平. If nothing is left, everything stays.
func (f *finder) lone(root *node, found []match) []match {
	others := otherwise(root)
	if len(others) == 0 {
		return found
	}
	var kept []match
	for _, m := range found {
		if m.places = alone(m, others); len(m.places) > 0 {
			kept = append(kept, m)
		}
	}
	if len(kept) == 0 {
		return found
	}
	return kept
}

// otherwise returns the words in which the single character that root asks for
// means something else; nil for any other question.
func otherwise(root *node) []string {
	if root.op != opTerm || root.term.kind != wordTerm || utf8.RuneCountInString(root.term.needle.plain) != 1 {
		return nil
	}
	char, _ := utf8.DecodeRuneInString(root.term.needle.plain)
	return hanzi.Otherwise(char)
}

// alone returns the places of m that are not inside one of words.
func alone(m match, words []string) []place {
	var places []place
	for _, p := range m.places {
		if !within(m.leaf.text(p), p, words) {
			places = append(places, p)
		}
	}
	return places
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
