package search

import (
	"math"
	"slices"
	"strings"

	"deputydesk/search/hanzi"

	"github.com/RoaringBitmap/roaring/v2"
)

// A sieve tells which documents may meet a part of a question: every one that
// does is among them. Nil means that the index cannot tell.
type sieve struct {
	*lookup
	headings bool // words may be met by the headings
}

func (s sieve) node(n *node) *roaring.Bitmap {
	switch n.op {
	case opAnd:
		var all []*roaring.Bitmap
		for _, k := range n.kids {
			if b := s.node(k); b != nil {
				all = append(all, b)
			}
		}
		return both(all)
	case opOr:
		var any []*roaring.Bitmap
		for _, k := range n.kids {
			b := s.node(k)
			if b == nil {
				return nil
			}
			any = append(any, b)
		}
		return either(any)
	case opNot:
		return nil
	}
	return s.term(n.term)
}

func (s sieve) term(t *term) *roaring.Bitmap {
	switch t.kind {
	case wordTerm:
		var any []*roaring.Bitmap
		for _, w := range t.ways {
			b := s.way(w)
			if b == nil {
				return nil
			}
			any = append(any, b)
		}
		return either(any)
	case phraseTerm:
		return s.needle(t.needle, bodyField)
	case nearTerm:
		a, b := s.needle(t.needle, bodyField), s.needle(t.other, bodyField)
		if a == nil || b == nil {
			return nil
		}
		return both([]*roaring.Bitmap{a, b})
	case headingTerm:
		a, b := s.needle(t.needle, bodyField), s.needle(t.needle, headField)
		if a == nil || b == nil {
			return nil
		}
		return either([]*roaring.Bitmap{a, b})
	case patternTerm:
		if start, _ := t.re.LiteralPrefix(); start != "" && strings.IndexFunc(start, func(r rune) bool { return !hanzi.IsHan(r) }) < 0 {
			return s.tokens(hanzi.PlainTokens(start), bodyField)
		}
	case rangeTerm:
		switch t.sign {
		case "":
			return s.figures(numberField, t.lo, t.hi)
		case "%":
			return s.figures(percentField, t.lo, t.hi)
		}
	}
	return nil
}

func (s sieve) way(w way) *roaring.Bitmap {
	var all []*roaring.Bitmap
	for _, group := range w.groups {
		var any []*roaring.Bitmap
		for _, n := range group {
			b := s.needle(n, bodyField)
			if b == nil {
				return nil
			}
			any = append(any, b)
			if s.headings {
				if b = s.needle(n, headField); b == nil {
					return nil
				}
				any = append(any, b)
			}
		}
		all = append(all, either(any))
	}
	return both(all)
}

// needle is the documents that hold the tokens of n in either form.
func (s sieve) needle(n needle, field string) *roaring.Bitmap {
	var any []*roaring.Bitmap
	for _, tokens := range n.tokens() {
		b := s.tokens(tokens, field)
		if b == nil {
			return nil
		}
		any = append(any, b)
	}
	return either(any)
}

// tokens are the tokens of the forms of n that are looked for.
func (n needle) tokens() [][]hanzi.QueryToken {
	var forms [][]hanzi.QueryToken
	if n.canon != "" {
		forms = append(forms, hanzi.CanonTokens(n.canon))
	}
	if n.plain != "" && (n.twice || n.canon == "") {
		forms = append(forms, hanzi.PlainTokens(n.plain))
	}
	return forms
}

// tokens is the documents that hold all of tokens. Beginnings of tokens are
// costly, as they stand for hundreds, and are only asked for if there is
// nothing else; the text is read in any case.
func (s sieve) tokens(tokens []hanzi.QueryToken, field string) *roaring.Bitmap {
	var all []*roaring.Bitmap
	closed := slices.ContainsFunc(tokens, func(t hanzi.QueryToken) bool { return !t.Open })
	for _, t := range tokens {
		switch {
		case !t.Open:
			all = append(all, s.lookup.term(field, t.Text))
		case !closed:
			all = append(all, s.beginnings(field, t.Text))
		}
	}
	return both(all)
}

// both is the documents in all of some bitmaps, nil if there are none of them.
func both(all []*roaring.Bitmap) *roaring.Bitmap {
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return roaring.FastAnd(all...)
}

// either is the documents in any of some bitmaps, nil if there are none of
// them.
func either(any []*roaring.Bitmap) *roaring.Bitmap {
	switch len(any) {
	case 0:
		return nil
	case 1:
		return any[0]
	}
	return roaring.FastOr(any...)
}

// sounds is the documents in which neighbouring characters that fit one of
// patterns stand, each pair of them at least.
func (s sieve) sounds(patterns [][]item) *roaring.Bitmap {
	var any []*roaring.Bitmap
	known := make(map[[2]item]*roaring.Bitmap)
	for _, p := range patterns {
		var all []*roaring.Bitmap
		for i := 0; i+1 < len(p); i++ {
			key := [2]item{p[i], p[i+1]}
			b, ok := known[key]
			if !ok {
				var terms []string
				for _, w := range s.pairs() {
					if p[i].fits(w.first) && p[i+1].fits(w.second) {
						terms = append(terms, string([]rune{w.first, w.second}))
					}
				}
				b = s.lookup.any(bodyField, terms)
				known[key] = b
			}
			all = append(all, b)
		}
		if len(all) == 0 {
			return nil
		}
		any = append(any, both(all))
	}
	return either(any)
}

// share is the documents that hold at least the share enough of tokens.
func (s sieve) share(tokens []string, enough float64) *roaring.Bitmap {
	held := make([]uint16, len(s.d.place))
	for _, t := range tokens {
		b := s.needle(needle{plain: t, canon: t}, bodyField)
		if b == nil {
			return nil
		}
		b.Iterate(func(doc uint32) bool {
			held[doc]++
			return true
		})
	}
	least := uint16(math.Ceil(enough*float64(len(tokens)) - 1e-9))
	found := roaring.New()
	for doc, n := range held {
		if n >= least && n > 0 {
			found.Add(uint32(doc))
		}
	}
	return found
}
