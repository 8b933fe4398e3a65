package search

import (
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/search/hanzi"

	"github.com/RoaringBitmap/roaring/v2"
)

// enough is the share of a question's tokens that a leaf must hold to answer
// it in part. At one half, 低空经济 would be answered by every 经济.
const enough = 0.6

// minTokens is the least number of tokens a question needs to be answered in
// part: of the three of 城投公司 two would be 投公 and 公司.
const minTokens = 4

// partly answers from leaves that hold only part of what is asked: if every
// word was found somewhere, but never together, the leaves that hold most of
// them; otherwise those that hold enough of the tokens.
func (f *finder) partly(root *node, terms []*term, open int) []match {
	if len(terms) == 0 {
		return nil
	}
	if open == 0 && len(terms) > 1 && root.op == opAnd && !hasOther(root) {
		either := &node{op: opOr, kids: root.kids}
		found := f.all(either)
		for i := range found {
			found[i].score *= partialWeight / float64(exactWeight)
		}
		return found
	}
	var tokens []string
	for _, t := range terms {
		for _, token := range contentTokens(t.needle.canon) {
			if !slices.Contains(tokens, token) {
				tokens = append(tokens, token)
			}
		}
	}
	if len(tokens) < minTokens || hasOther(root) {
		return nil
	}
	var found []match
	f.among(func(s sieve) *roaring.Bitmap { return s.share(tokens, enough) }, func(l *leaf) bool {
		l.fold()
		m := match{leaf: l, stage: Partial, sought: true}
		held := 0
		for _, token := range tokens {
			n := needle{plain: token, canon: token}
			if places := n.in(l, 0); len(places) > 0 {
				held++
				m.places = append(m.places, places...)
			}
		}
		if share := float64(held) / float64(len(tokens)); share >= enough {
			m.score = partialWeight * share
			found = append(found, m)
		}
		return true
	})
	return found
}

// hasOther reports whether n holds anything but bare words joined by AND:
// phrases, conditions and negations are never met in part.
func hasOther(n *node) bool {
	if n.op == opTerm {
		return n.term.kind != wordTerm
	}
	return n.op != opAnd || slices.ContainsFunc(n.kids, hasOther)
}

// contentTokens returns the tokens of canonical text less those that belong to
// asking.
func contentTokens(canon string) []string {
	var tokens []string
	for _, t := range hanzi.CanonTokens(canon) {
		if hanzi.WeightOf(t.Text) != hanzi.Asking {
			tokens = append(tokens, t.Text)
		}
	}
	return tokens
}

// maxNear is how many words an empty answer suggests.
const maxNear = 5

// nearest returns words of the library that come near to terms: the longest
// parts of them that do stand somewhere, and known words that share most of
// their characters.
func (f *finder) nearest(terms []*term) []string {
	near := f.near
	add := func(word string) {
		known := slices.ContainsFunc(near, func(n string) bool { return strings.Contains(n, word) })
		if len(near) < maxNear && !known && hanzi.WeightOf(word) == hanzi.Strong {
			near = append(near, word)
		}
	}
	for _, t := range terms {
		runes := []rune(t.needle.plain)
		if len(runes) == 2 {
			for _, word := range f.oneOff(runes) {
				add(word)
			}
		}
		for n := len(runes) - 1; n >= 2; n-- {
			for i := 0; i+n <= len(runes); i++ {
				word := string(runes[i : i+n])
				if f.stopped() || len(runes) > 30 {
					return near
				}
				if hanzi.IsHan(runes[i]) && hanzi.IsHan(runes[i+n-1]) && f.has(newNeedle(word, false)) {
					add(word)
				}
			}
			if len(near) >= maxNear {
				return near
			}
		}
		var similar []string
		for word := range hanzi.Words() {
			if sharesMost(word, runes) {
				similar = append(similar, word)
			}
		}
		slices.Sort(similar)
		for _, word := range similar {
			if f.has(newNeedle(word, false)) {
				add(word)
			}
		}
	}
	return near
}

// sharesMost reports whether all but one of word's characters, and two at
// least, are among runes.
func sharesMost(word string, runes []rune) bool {
	shared := 0
	for _, r := range word {
		if hanzi.IsHan(r) && slices.Contains(runes, r) {
			shared++
		}
	}
	return shared >= 2 && shared >= utf8.RuneCountInString(word)-1 && !strings.Contains(string(runes), word)
}
