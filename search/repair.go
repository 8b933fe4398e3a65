package search

import (
	"cmp"
	"slices"
	"unicode/utf8"

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
// look alike, those of many paragraphs first. Two characters that stand together
// in only one are no word for this.
func (f *finder) oneOff(want []rune) []string {
	same := make(map[rune]map[rune]bool, len(want))
	for _, r := range want {
		same[r] = make(map[rune]bool)
		for _, h := range hanzi.Homophones(r) {
			same[r][h] = true
		}
	}
	heard, seen := make(map[string]int), make(map[string]int)
	count := func(word string, wrong int, n int) {
		stands, _ := utf8.DecodeRuneInString(word[len(string(want[:wrong])):])
		switch typed := want[wrong]; {
		case same[typed][stands]:
			heard[word] += n
		case hanzi.Alike(typed, stands):
			seen[word] += n
		}
	}
	var runes []rune
	var words []string // of one leaf, each once
	f.among(func(s sieve) *roaring.Bitmap { return f.misspelt(s, want, same, count) }, func(l *leaf) bool {
		l.fold()
		runes, words = runes[:0], words[:0]
		for _, r := range l.canon {
			runes = append(runes, r)
		}
		for i := 0; i+len(want) <= len(runes); i++ {
			wrong := difference(want, runes[i:])
			if wrong < 0 {
				continue
			}
			if word := string(runes[i : i+len(want)]); !slices.Contains(words, word) {
				words = append(words, word)
				count(word, wrong, 1)
			}
		}
		return true
	})
	if len(heard) == 0 {
		heard = seen
	}
	words = nil
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

// misspelt counts the public leaves that hold a word which differs from want in
// one character that sounds the same or looks alike, by what they are filed
// under, and returns an empty bitmap: none of them has to be read for it.
func (f *finder) misspelt(s sieve, want []rune, same map[rune]map[rune]bool, count func(word string, wrong, n int)) *roaring.Bitmap {
	for i, typed := range want {
		others := []rune(hanzi.AlikeTo(typed))
		for r := range same[typed] {
			if !slices.Contains(others, r) {
				others = append(others, r)
			}
		}
		for _, r := range others {
			if r == typed {
				continue
			}
			word := string(want[:i]) + string(r) + string(want[i+1:])
			docs := s.tokens(hanzi.CanonTokens(word), bodyField)
			if docs == nil || docs.IsEmpty() {
				continue
			}
			n := int(docs.GetCardinality())
			if f.scope != nil {
				n = 0
				docs.Iterate(func(doc uint32) bool {
					if f.scope(&f.lib.public[s.d.place[doc]]) {
						n++
					}
					return true
				})
			}
			if n > 0 && f.has(newNeedle(word, false)) {
				count(word, i, n)
			}
		}
	}
	return roaring.New()
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
