package search

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/search/hanzi"

	"github.com/RoaringBitmap/roaring/v2"
)

// An item is one character of a word given by sound: the character itself, or
// those that it may be.
type item struct {
	char rune
	any  *hanzi.Set // if not nil, one of these
}

func (it item) fits(r rune) bool {
	if it.any != nil {
		return it.any.Has(r)
	}
	return it.char == r
}

// maxQuickSounds is how many leaves are read through for a sound while the
// user still types: so many take about 50 ms.
const maxQuickSounds = 20000

// maxSounds bounds how many words one sound offers.
const maxSounds = 8

// sounds is the way through words that sound like the letters in t: shalihe,
// 沙li河, or, if no syllables can be read, the initials slh. One syllable or
// two initials are too little to go by: they only offer words to pick from.
func (f *finder) sounds(t *term) *way {
	if f.quick && len(f.lib.public) > maxQuickSounds {
		return nil
	}
	word := strings.ReplaceAll(t.needle.plain, "’", "'")
	patterns, letters := spell(word)
	heard := f.hear(patterns)
	initials := false
	if len(heard) == 0 && letters && len(word) >= 2 && len(word) <= 8 {
		var p []item
		for _, b := range []byte(word) {
			p = append(p, item{any: hanzi.Initials(b)})
		}
		heard, initials = f.hear([][]item{p}), true
	}
	if len(heard) == 0 {
		return nil
	}
	offers := f.rankHeard(heard, initials)
	if len(offers) == 0 {
		return nil
	}
	best := offers[0]
	f.near = nil
	for _, o := range offers[:min(len(offers), maxSounds)] {
		f.near = append(f.near, o.word)
	}
	if initials && (best.weak || len(word) < 3) {
		return nil
	}
	w := way{stage: Pinyin, weight: soundWeight, groups: [][]needle{nil}}
	for _, o := range offers {
		if o.score*2 >= best.score {
			w.groups[0] = append(w.groups[0], newNeedle(o.word, false))
		}
	}
	f.shown = best.word
	return &w
}

// spell reads word as characters and syllables in every way, and reports
// whether it is letters throughout. Words without letters or with anything
// else in them give nothing, nor does a single syllable.
func spell(word string) (patterns [][]item, letters bool) {
	patterns, letters = [][]item{nil}, true
	some := false
	heard := make(map[hanzi.Sound]*hanzi.Set)
	for i := 0; i < len(word); {
		r, n := utf8.DecodeRuneInString(word[i:])
		switch {
		case isAlpha(r):
			j := i
			for j < len(word) && (isAlpha(rune(word[j])) || word[j] == '\'') {
				j++
			}
			some = true
			var next [][]item
			for _, split := range hanzi.SplitSounds(word[i:j]) {
				for _, p := range patterns {
					p = slices.Clone(p)
					for _, s := range split {
						if heard[s] == nil {
							heard[s] = hanzi.Heard(s)
						}
						p = append(p, item{any: heard[s]})
					}
					next = append(next, p)
				}
			}
			patterns = next[:min(len(next), 64)]
			i = j
		case hanzi.IsHan(r):
			letters = false
			for k := range patterns {
				patterns[k] = append(patterns[k], item{char: r})
			}
			i += n
		default:
			return nil, false
		}
	}
	patterns = slices.DeleteFunc(patterns, func(p []item) bool { return len(p) < 2 })
	if !some {
		patterns = nil
	}
	return patterns, letters && some
}

// hear counts the words of the library in scope that fit one of patterns.
func (f *finder) hear(patterns [][]item) map[string]int {
	heard := make(map[string]int)
	if len(patterns) == 0 {
		return heard
	}
	var runes []rune
	f.among(func(s sieve) *roaring.Bitmap { return s.sounds(patterns) }, func(l *leaf) bool {
		l.fold()
		runes = runes[:0]
		for _, r := range l.canon {
			runes = append(runes, r)
		}
		for i := range runes {
			if !hanzi.IsHan(runes[i]) {
				continue
			}
		patterns:
			for _, p := range patterns {
				if i+len(p) > len(runes) {
					continue
				}
				for k, it := range p {
					if !it.fits(runes[i+k]) {
						continue patterns
					}
				}
				heard[string(runes[i:i+len(p)])]++
			}
		}
		return true
	})
	return heard
}

// An offer is a word that may have been meant.
type offer struct {
	word  string
	score float64
	weak  bool // nothing shows that it is a word at all
}

// joints are characters that seldom begin or end a word of interest.
const joints = "的了和与及在是等将把对为以于中上下个项处家们我并年月日"

// rankHeard orders words that fit: known words first, then by how often they
// occur; by initials, also by how tightly their characters stick together.
func (f *finder) rankHeard(heard map[string]int, initials bool) []offer {
	var offers []offer
	for word, n := range heard {
		o := offer{word: word, score: float64(n)}
		first, _ := utf8.DecodeRuneInString(word)
		last, _ := utf8.DecodeLastRuneInString(word)
		known := hanzi.Words()[word]
		if !known && (strings.ContainsRune(joints, first) || strings.ContainsRune(joints, last)) {
			o.score *= 0.1
		}
		if known {
			o.score = o.score*4 + 2
		}
		o.weak = !known && n < 2
		offers = append(offers, o)
	}
	better := func(a, b offer) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.word, b.word))
	}
	slices.SortFunc(offers, better)
	offers = offers[:min(len(offers), 4*maxSounds)]
	if initials {
		for i, o := range offers {
			if hanzi.Words()[o.word] || o.weak {
				continue
			}
			_, head := utf8.DecodeRuneInString(o.word)
			_, tail := utf8.DecodeLastRuneInString(o.word)
			parts := min(f.count(o.word[head:]), f.count(o.word[:len(o.word)-tail]))
			offers[i].score *= float64(heard[o.word]) / float64(max(parts, heard[o.word]))
		}
		slices.SortStableFunc(offers, better)
	}
	return offers
}

// count returns how often word stands in the leaves in scope.
func (f *finder) count(word string) int {
	n := 0
	standing := func(s sieve) *roaring.Bitmap { return s.tokens(hanzi.CanonTokens(word), bodyField) }
	f.among(standing, func(l *leaf) bool {
		l.fold()
		n += strings.Count(l.canon, word)
		return true
	})
	return n
}

// joinLatin makes neighbouring words of Latin letters and digits one word, so
// that "sha li he" is shalihe and "PM 2.5" is PM2.5. It reports whether there
// were any.
func joinLatin(n *node) bool {
	if n.op == opTerm || n.op == opNot {
		return false
	}
	joined := false
	var kids []*node
	for _, k := range n.kids {
		if n.op == opAnd && len(kids) > 0 && isLatin(k) && isLatin(kids[len(kids)-1]) {
			before := kids[len(kids)-1].term.text
			glue := ""
			if isAlpha(rune(before[len(before)-1])|0x20) && isAlpha(rune(k.term.text[0])|0x20) {
				glue = "'"
			}
			kids[len(kids)-1] = leafNode(newWord(before + glue + k.term.text))
			joined = true
			continue
		}
		joined = joinLatin(k) || joined
		kids = append(kids, k)
	}
	n.kids = kids
	return joined
}

// isLatin reports whether n is a bare word of ASCII letters and digits.
func isLatin(n *node) bool {
	if n.op != opTerm || n.term.kind != wordTerm {
		return false
	}
	for _, r := range n.term.text {
		if !isWord(r|0x20) && r != '.' && r != '\'' && !isDigit(r) {
			return false
		}
	}
	return n.term.text != ""
}
