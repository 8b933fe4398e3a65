package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// widen adds, for every word that is printed nowhere in scope, what else it may
// mean. It reports whether there was anything to add.
func (f *finder) widen(terms []*term) bool {
	added := false
	for _, t := range terms {
		if f.has(t.needle) {
			continue
		}
		if _, short := f.same(t); len(short) > 0 {
			t.ways = append(t.ways, way{stage: Synonym, weight: synonymWeight, groups: [][]needle{short}})
			added = true
		}
		for _, w := range []*way{f.related(t.text), f.expand(t.needle.plain)} {
			if w != nil {
				t.ways = append(t.ways, *w)
				added = true
				break
			}
		}
	}
	return added
}

// dropPast leaves out the review of last year, unless nothing else is there.
func dropPast(found []match) []match {
	var plan []match
	for _, m := range found {
		if !m.leaf.doc.Past {
			plan = append(plan, m)
		}
	}
	if len(plan) == 0 {
		return found
	}
	return plan
}

// printed are the strictest ways of a word: as it is, and what is the very
// same.
func (f *finder) printed(t *term) []way {
	ways := []way{{stage: Exact, weight: exactWeight, groups: [][]needle{{t.needle}}}}
	if long, _ := f.same(t); len(long) > 0 {
		ways = append(ways, way{stage: Synonym, weight: synonymWeight, groups: [][]needle{long}})
	}
	if !f.quick {
		ways = append(ways, stretches(t.needle.canon)...)
	}
	return ways
}

// same returns the other ways to write t, those of two characters apart: as an
// abbreviation of a longer word they may stand across two others, 工投 in
// 化工投资, and are looked for only if the longer word is not printed.
func (f *finder) same(t *term) (long, short []needle) {
	for _, n := range needles(f.words.Same(t.text)) {
		if utf8.RuneCountInString(n.plain) == 2 && utf8.RuneCountInString(t.needle.plain) > 2 {
			short = append(short, n)
		} else {
			long = append(long, n)
		}
	}
	return long, short
}

// maxGap is how many characters may stand inside a word that is printed in two
// parts. With more, 经济增长 would be found in every other sentence.
const maxGap = 4

// stretches are the ways of a word that is printed in two parts: 贾湖遗址 as
// 贾湖考古遗址. Each part has two characters or is a number.
func stretches(canon string) []way {
	all := atoms(canon)
	if len(all) < 2 || len(all) > 8 {
		return nil
	}
	var ways []way
	solid := func(part []string) bool {
		return len(part) > 1 || part[0][0] == hanzi.Open
	}
	for k := 1; k < len(all); k++ {
		if !solid(all[:k]) || !solid(all[k:]) {
			continue
		}
		a, b := strings.Join(all[:k], ""), strings.Join(all[k:], "")
		if hanzi.WeightOf(a) == hanzi.Asking || hanzi.WeightOf(b) == hanzi.Asking {
			continue
		}
		ways = append(ways, way{stage: Tokens, weight: stretchWeight, gap: maxGap, groups: [][]needle{{{plain: a, canon: a}}, {{plain: b, canon: b}}}})
	}
	return ways
}

func needles(words []string) []needle {
	all := make([]needle, len(words))
	for i, w := range words {
		all[i] = newNeedle(w, false)
	}
	return all
}

// approach finds a looser way for a word that is nowhere in scope, nor anything
// it may mean, or nil. The first kind of way that finds anything is taken.
func (f *finder) approach(t *term) []way {
	if w := f.sounds(t); w != nil {
		return []way{*w}
	}
	if w := f.pieces(t); w != nil {
		return []way{*w}
	}
	if f.quick {
		return nil
	}
	if w := f.repair(t); w != nil {
		ways := append([]way{*w}, stretches(w.groups[0][0].canon)...)
		for i := range ways {
			ways[i].stage = Repair
		}
		return ways
	}
	return nil
}

// related is the way through words that who asks for word also means.
func (f *finder) related(word string) *way {
	var there []needle
	for _, n := range needles(f.words.Means(word)) {
		if f.has(n) {
			there = append(there, n)
		}
	}
	if len(there) == 0 {
		return nil
	}
	return &way{stage: Synonym, weight: relatedWeight, groups: [][]needle{there}}
}

// maxExpansions bounds how many official words one abbreviation stands for.
const maxExpansions = 3

// expand is the way through the known words that word may abbreviate: they
// begin with its first character and hold the others in order, as 文保 stands
// for 文物保护. Only words of the list count, so that nothing is invented.
func (f *finder) expand(word string) *way {
	short := []rune(word)
	if len(short) < 2 || len(short) > 4 {
		return nil
	}
	var long []string
	for _, w := range hanzi.WordsFrom(short[0]) {
		if abbreviates(short, []rune(w)) {
			long = append(long, w)
		}
	}
	slices.SortFunc(long, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	var there []needle
	for _, n := range needles(long) {
		if len(there) < maxExpansions && f.has(n) {
			there = append(there, n)
		}
	}
	if len(there) == 0 {
		return nil
	}
	return &way{stage: Synonym, weight: relatedWeight, groups: [][]needle{there}}
}

// abbreviates reports whether short begins like long, holds nothing but
// characters of long in their order, and leaves out at least two.
func abbreviates(short, long []rune) bool {
	if len(long) < len(short)+2 || short[0] != long[0] || !hanzi.IsHan(short[0]) {
		return false
	}
	k := 0
	for _, r := range long {
		if k < len(short) && short[k] == r {
			k++
		}
	}
	return k == len(short)
}
