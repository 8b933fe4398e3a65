package search

import (
	"sort"

	"deputydesk/search/hanzi"
)

// mergeSpans returns all in order, joined where they touch or overlap.
func mergeSpans(all []Span) []Span {
	sort.Slice(all, func(a, b int) bool {
		return all[a].Start < all[b].Start || all[a].Start == all[b].Start && all[a].End < all[b].End
	})
	out := all[:0]
	for _, s := range all {
		if n := len(out); n > 0 && s.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}

// Highlight returns the ranges of text that answer query, in order and not
// overlapping, by the rules of Find over a library of this text alone. A
// malformed query or one that is met only in part marks nothing.
func Highlight(text, query string) []Span { return highlight(text, query, hanzi.Known()) }

// Highlight is like the function of that name, with the words x has learned.
func (x *Index) Highlight(text, query string) []Span {
	x.mu.RLock()
	words := x.words()
	x.mu.RUnlock()
	return highlight(text, query, words)
}

func highlight(text, query string, words hanzi.Synonyms) []Span {
	root, err := parse(query)
	if err != nil || root == nil {
		return nil
	}
	lib := &library{private: []*leaf{{doc: Doc{Text: text}}}}
	f := &finder{lib: lib, words: words, marking: true}
	found := f.cascade(root)
	if len(found) == 0 {
		return nil
	}
	return found[0].leaf.spans(found[0].places)
}
