package search

import (
	"cmp"
	"slices"

	"deputydesk/search/hanzi"
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
	same := make(map[rune]map[rune]bool, len(want))
	for _, r := range want {
		same[r] = make(map[rune]bool)
		for _, h := range hanzi.Homophones(r) {
			same[r][h] = true
		}
	}
	heard, seen := make(map[string]int), make(map[string]int)
	var runes []rune
	f.each(nil, func(l *leaf) bool {
		l.fold()
		runes = append(runes[:0], []rune(l.canon)...)
		for i := 0; i+len(want) <= len(runes); i++ {
			wrong := -1
			for k, r := range want {
				if runes[i+k] == r {
					continue
				}
				if wrong >= 0 {
					wrong = -2
					break
				}
				wrong = k
			}
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
	best := mostFrequent(heard)
	if best == "" {
		best = mostFrequent(seen)
	}
	if best == "" {
		return nil
	}
	f.shown = best
	return &way{stage: Repair, weight: repairWeight, groups: [][]needle{{newNeedle(best, false)}}}
}

func mostFrequent(words map[string]int) string {
	var all []string
	for w := range words {
		all = append(all, w)
	}
	if len(all) == 0 {
		return ""
	}
	return slices.MinFunc(all, func(a, b string) int {
		return cmp.Or(cmp.Compare(words[b], words[a]), cmp.Compare(a, b))
	})
}
