package search

import (
	"cmp"
	"slices"

	"deputydesk/search/hanzi"

	"github.com/RoaringBitmap/roaring/v2"
)

// minRepair is the shortest word in characters that is repaired. Of two
// characters one is too little to recognise a word by: 机场 would become any
// word that sounds like it.
const minRepair = 3

// repair is the way through a word of the library that differs in one
// character, which sounds the same or, failing that, looks alike. It repairs
// nothing else: a word that the library does not have is not there.
func (f *finder) repair(t *term) *way {
	want := []rune(t.needle.plain)
	if len(want) < minRepair || slices.ContainsFunc(want, func(r rune) bool { return !hanzi.IsHan(r) }) {
		return nil
	}
	words := f.oneOff(want)
	if len(words) == 0 {
		return nil
	}
	f.shown = words[0]
	return &way{stage: Repair, weight: repairWeight, groups: [][]needle{{newNeedle(words[0], false)}}}
}

// oneOff returns the words of the library in scope that differ from want in
// one character, those that sound the same, or if there are none those that
// look alike, the frequent ones first. Two characters that stand together only
// once are no word for this.
func (f *finder) oneOff(want []rune) []string {
	same := make(map[rune]map[rune]bool, len(want))
	for _, r := range want {
		same[r] = make(map[rune]bool)
		for _, h := range hanzi.Homophones(r) {
			same[r][h] = true
		}
	}
	heard, seen := make(map[string]int), make(map[string]int)
	var runes []rune
	f.among(func(s sieve) *roaring.Bitmap { return s.sounds(misspelt(want, same)) }, func(l *leaf) bool {
		l.fold()
		runes = runes[:0]
		for _, r := range l.canon {
			runes = append(runes, r)
		}
		for i := 0; i+len(want) <= len(runes); i++ {
			wrong := difference(want, runes[i:])
			if wrong < 0 {
				continue
			}
			word, typed, stands := string(runes[i:i+len(want)]), want[wrong], runes[i+wrong]
			switch {
			case same[typed][stands]:
				heard[word]++
			case hanzi.Alike(typed, stands):
				seen[word]++
			}
		}
		return true
	})
	if len(heard) == 0 {
		heard = seen
	}
	var words []string
	for w, n := range heard {
		if len(want) >= minRepair || n > 1 || hanzi.Words()[w] {
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b string) int {
		return cmp.Or(cmp.Compare(heard[b], heard[a]), cmp.Compare(a, b))
	})
	return words
}

// misspelt are the patterns of what differs from want in one character that
// sounds the same or looks alike.
func misspelt(want []rune, same map[rune]map[rune]bool) [][]item {
	var patterns [][]item
	for i, wrong := range want {
		p := make([]item, len(want))
		for k, r := range want {
			p[k] = item{char: r}
		}
		var set hanzi.Set
		for r := range same[wrong] {
			set.Add(r)
		}
		for _, r := range hanzi.AlikeTo(wrong) {
			set.Add(r)
		}
		p[i] = item{any: &set}
		patterns = append(patterns, p)
	}
	return patterns
}

// difference returns where text differs from want if that is in exactly one
// place, else -1.
func difference(want, text []rune) int {
	wrong := -1
	for k, r := range want {
		if text[k] == r {
			continue
		}
		if wrong >= 0 {
			return -1
		}
		wrong = k
	}
	return wrong
}
