package search

import (
	"slices"
	"unicode/utf8"

	"deputydesk/search/hanzi"

	"github.com/RoaringBitmap/roaring/v2"
)

// A bound says of every document what it can score at most, from the posting
// lists alone. It must never say too little: what cannot reach the first page
// is never read.
type bound struct {
	sieve
	public []Doc
	docs   *roaring.Bitmap // those that matter
	*slate
}

// A slate is what a bound writes on. Its parts are as long as the index has
// documents; they are wiped only where they were written on.
type slate struct {
	sum    []float32 // by document
	word   []float32 // by document: the best way of the word that is looked at
	counts []uint8   // by document: how often the words of the way stand there
	all    []uint32  // the documents that matter
	some   [512]uint32
}

func newBound(s sieve, public []Doc, docs *roaring.Bitmap) *bound {
	b := &bound{sieve: s, public: public, docs: docs}
	kept, ok := s.d.slates.Get().(*slate)
	if !ok {
		n := len(s.d.place)
		kept = &slate{sum: make([]float32, n), word: make([]float32, n), counts: make([]uint8, n), all: make([]uint32, n)}
	}
	b.slate = kept
	b.all = b.all[:docs.GetCardinality()]
	for all, at := docs.ManyIterator(), 0; at < len(b.all); {
		at += all.NextMany(b.all[at:])
	}
	return b
}

// free gives the slate back, wiped.
func (b *bound) free() {
	b.each(b.docs, func(docs []uint32) {
		for _, doc := range docs {
			b.sum[doc] = 0
		}
	})
	b.d.slates.Put(b.slate)
}

// each calls f with the documents of some.
func (b *bound) each(some *roaring.Bitmap, f func(docs []uint32)) {
	if some == b.docs {
		f(b.all)
		return
	}
	for all := some.ManyIterator(); ; {
		n := all.NextMany(b.some[:])
		if n == 0 {
			return
		}
		f(b.some[:n])
	}
}

// node adds what n may score, and returns false if that has no bound.
func (b *bound) node(n *node) bool {
	if n.op == opNot {
		return true
	}
	for _, k := range n.kids {
		if !b.node(k) {
			return false
		}
	}
	return n.op != opTerm || b.term(n.term)
}

func (b *bound) term(t *term) bool {
	var ways []way
	switch t.kind {
	case sectionTerm, yearTerm, kindTerm:
		return true
	case headingTerm:
		for _, doc := range b.all {
			if d := &b.public[b.d.place[doc]]; d.isHeading() {
				b.sum[doc] += float32(exactWeight * often(mostEver))
			}
		}
		return true // above anything else it counts nothing
	case phraseTerm:
		ways = []way{{weight: exactWeight, groups: [][]needle{{t.needle}}}}
	case wordTerm:
		ways = t.ways
	default:
		return false
	}
	for _, w := range ways {
		if !b.way(w) {
			clear(b.word)
			return false
		}
	}
	b.each(b.docs, func(docs []uint32) {
		for _, doc := range docs {
			b.sum[doc] += b.word[doc]
			b.word[doc] = 0
		}
	})
	if t.kind == wordTerm {
		var headed []*roaring.Bitmap
		for _, w := range ways {
			if h := b.headed(w); h != nil {
				headed = append(headed, h)
			}
		}
		if len(headed) > 0 {
			b.each(roaring.And(either(headed), b.docs), func(docs []uint32) {
				for _, doc := range docs {
					b.sum[doc] += headingBonus
				}
			})
		}
	}
	return true
}

// headed is the documents whose headings may meet w.
func (b *bound) headed(w way) *roaring.Bitmap {
	var all []*roaring.Bitmap
	for _, group := range w.groups {
		var any []*roaring.Bitmap
		for _, n := range group {
			if n.canon == "" {
				continue
			}
			h := b.tokens(hanzi.CanonTokens(n.canon), headField)
			if h == nil {
				h = b.docs
			}
			any = append(any, h)
		}
		if len(any) == 0 {
			return nil
		}
		all = append(all, either(any))
	}
	return both(all)
}

// way raises b.word to what w may score. A form of a word stands in a document
// no more often than the rarest of its tokens.
func (b *bound) way(w way) bool {
	in := b.sieve.way(w)
	if in == nil {
		return false
	}
	if in = roaring.And(in, b.docs); in.GetCardinality() == uint64(len(b.all)) {
		in = b.docs // which are listed already
	}
	groups := w.groups
	if w.gap > 0 {
		groups = groups[:1] // each place begins with one of these
	}
	var forms [][]hanzi.QueryToken
	for _, group := range groups {
		for _, n := range group {
			forms = append(forms, n.tokens()...)
		}
	}
	if len(forms) == 1 && !beginning(forms[0]) {
		b.raise(in, w.weight) // the usual case, and the dearest
		b.steps(in, forms[0], func(step int, again *roaring.Bitmap) { b.raise(again, w.weight*often(most[step+1])) })
		return true
	}
	for _, tokens := range forms {
		if beginning(tokens) {
			b.count(tokens[0].Text, b.counts)
			continue
		}
		held := b.tokens(tokens, bodyField)
		if held == nil {
			held = in
		}
		held = roaring.And(held, in)
		b.tally(held, 1)
		b.steps(held, tokens, func(step int, again *roaring.Bitmap) { b.tally(again, most[step+1]-most[step]) })
	}
	var worth [256]float32
	for n := range worth {
		count := max(n, 1)
		if n == len(worth)-1 {
			count = mostEver
		}
		worth[n] = float32(w.weight * often(count))
	}
	b.each(in, func(docs []uint32) {
		for _, doc := range docs {
			b.word[doc] = max(b.word[doc], worth[b.counts[doc]])
		}
	})
	clear(b.counts)
	return true
}

// beginning reports whether only the beginning of a token is known, as of a
// single character.
func beginning(tokens []hanzi.QueryToken) bool {
	return len(tokens) > 0 && !slices.ContainsFunc(tokens, func(t hanzi.QueryToken) bool { return !t.Open })
}

// steps calls f with those of in that are on each of steps by all of tokens.
func (b *bound) steps(in *roaring.Bitmap, tokens []hanzi.QueryToken, f func(step int, again *roaring.Bitmap)) {
	for step := range steps {
		for _, t := range tokens {
			if !t.Open {
				in = roaring.And(in, b.lookup.term(againField, stepTerm(step, t.Text)))
			}
		}
		if in.IsEmpty() {
			return
		}
		f(step, in)
	}
}

// tally adds n to the counts of in.
func (b *bound) tally(in *roaring.Bitmap, n int) {
	b.each(in, func(docs []uint32) {
		for _, doc := range docs {
			b.counts[doc] = uint8(min(255, int(b.counts[doc])+n))
		}
	})
}

func (b *bound) raise(in *roaring.Bitmap, to float64) {
	v := float32(to)
	b.each(in, func(docs []uint32) {
		for _, doc := range docs {
			b.word[doc] = max(b.word[doc], v)
		}
	})
}

// sure is the documents that meet n without any doubt, by their tokens alone.
func (s sieve) sure(n *node) *roaring.Bitmap {
	switch n.op {
	case opAnd:
		var all []*roaring.Bitmap
		for _, k := range n.kids {
			all = append(all, s.sure(k))
		}
		return both(all)
	case opOr:
		var any []*roaring.Bitmap
		for _, k := range n.kids {
			any = append(any, s.sure(k))
		}
		return either(any)
	case opTerm:
		if n.term.kind == wordTerm && n.term.printed() && utf8.RuneCountInString(n.term.needle.canon) <= 2 {
			return s.needle(n.term.needle, bodyField)
		}
	}
	return roaring.New()
}

// printed reports whether t is a word of Chinese characters that is met by any
// text in which these stand as they are: none of them may be part of a number.
func (t *term) printed() bool {
	n := t.needle
	if n.twice || n.canon != n.plain || len(t.ways) == 0 || t.ways[0].stage != Exact || t.ways[0].year != 0 {
		return false
	}
	for _, r := range n.canon {
		if same, kept := hanzi.FoldRune(r); !hanzi.IsHan(r) || same != r || !kept {
			return false
		}
	}
	return n.canon != ""
}
