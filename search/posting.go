package search

import (
	"fmt"
	"math"
	"sync"
	"unicode/utf8"

	"deputydesk/search/hanzi"

	"github.com/RoaringBitmap/roaring/v2"
	index "github.com/blevesearch/bleve_index_api"
	segment "github.com/blevesearch/scorch_segment_api/v2"
)

// A lookup reads posting lists for one question. It belongs to one goroutine.
// Its bitmaps count documents as bleve numbers them, and nobody changes one
// that it has given out. The first thing that goes wrong is kept in err, and
// everything after it is empty.
type lookup struct {
	d     *disk
	dicts map[string]segment.TermDictionary
	held  map[string]*roaring.Bitmap // by field and term
	err   error
}

func (d *disk) lookup() *lookup {
	return &lookup{d: d, dicts: make(map[string]segment.TermDictionary), held: make(map[string]*roaring.Bitmap)}
}

// guard runs f and keeps what goes wrong in it, a panic inside bleve too.
func (k *lookup) guard(f func() error) {
	if k.err != nil {
		return
	}
	defer func() {
		if p := recover(); p != nil {
			k.err = fmt.Errorf("panic: %v", p)
		}
	}()
	k.err = f()
}

func (k *lookup) dictionary(field string) (segment.TermDictionary, error) {
	if dict, ok := k.dicts[field]; ok {
		return dict, nil
	}
	dict, err := k.d.segment.Dictionary(field)
	if err == nil {
		k.dicts[field] = dict
	}
	return dict, err
}

// term is the documents filed under term.
func (k *lookup) term(field, term string) *roaring.Bitmap {
	key := field + "\x00" + term
	if b, ok := k.held[key]; ok {
		return b
	}
	b := roaring.New()
	k.guard(func() error {
		dict, err := k.dictionary(field)
		if err != nil {
			return err
		}
		return orInto(b, dict, []byte(term))
	})
	k.held[key] = b
	return b
}

func orInto(b *roaring.Bitmap, dict segment.TermDictionary, term []byte) error {
	list, err := dict.PostingsList(term, nil, nil)
	if err != nil {
		return err
	}
	if l, ok := list.(interface{ OrInto(*roaring.Bitmap) }); ok {
		l.OrInto(b)
		return nil
	}
	all := list.Iterator(false, false, false, nil)
	for {
		p, err := all.Next()
		if err != nil || p == nil {
			return err
		}
		b.Add(uint32(p.Number()))
	}
}

// terms calls f with every term of field in [from, to); a nil to is the end.
func (k *lookup) terms(field string, from, to []byte, f func(term string)) {
	k.guard(func() error {
		dict, err := k.dictionary(field)
		if err != nil {
			return err
		}
		var all segment.DictionaryIterator
		if quick, ok := dict.(interface {
			AutomatonIteratorOmitCount(segment.Automaton, []byte, []byte) segment.DictionaryIterator
		}); ok {
			all = quick.AutomatonIteratorOmitCount(nil, from, to)
		} else {
			all = dict.AutomatonIterator(nil, from, to)
		}
		for {
			var e *index.DictEntry
			e, err := all.Next()
			if err != nil || e == nil {
				return err
			}
			f(e.Term)
		}
	})
}

// after is the first key behind all that begin with prefix.
func after(prefix string) []byte {
	end := []byte(prefix)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}

// beginnings is the documents filed under a token that begins with prefix.
func (k *lookup) beginnings(field, prefix string) *roaring.Bitmap {
	key := field + "\x00" + prefix + "\x00"
	if b, ok := k.held[key]; ok {
		return b
	}
	b := k.between(field, []byte(prefix), after(prefix))
	k.held[key] = b
	return b
}

// between is the documents filed under a term in [from, to).
func (k *lookup) between(field string, from, to []byte) *roaring.Bitmap {
	var terms []string
	k.terms(field, from, to, func(term string) { terms = append(terms, term) })
	return k.any(field, terms)
}

// any is the documents filed under one of terms.
func (k *lookup) any(field string, terms []string) *roaring.Bitmap {
	b := roaring.New()
	k.guard(func() error {
		dict, err := k.dictionary(field)
		if err != nil {
			return err
		}
		for _, t := range terms {
			if err := orInto(b, dict, []byte(t)); err != nil {
				return err
			}
		}
		return nil
	})
	return b
}

// figures is the documents that hold a figure in [lo, hi].
func (k *lookup) figures(field string, lo, hi float64) *roaring.Bitmap {
	var to []byte
	if !math.IsInf(hi, 0) {
		to = after(string(figureTerm(hi)))
	}
	return k.between(field, figureTerm(lo), to)
}

// count adds to counts, by document, how often tokens that begin with prefix
// may stand there; 255 is that many or more.
func (k *lookup) count(prefix string, counts []uint8) {
	add := func(field, prefix string, n int) {
		var terms []string
		k.terms(field, []byte(prefix), after(prefix), func(term string) { terms = append(terms, term) })
		var some [256]uint32
		one := roaring.New()
		for _, t := range terms {
			one.Clear()
			k.guard(func() error {
				dict, err := k.dictionary(field)
				if err != nil {
					return err
				}
				return orInto(one, dict, []byte(t))
			})
			for all := one.ManyIterator(); ; {
				m := all.NextMany(some[:])
				if m == 0 {
					break
				}
				for _, doc := range some[:m] {
					counts[doc] = uint8(min(255, int(counts[doc])+n))
				}
			}
		}
	}
	add(bodyField, prefix, 1)
	for step := range steps {
		add(againField, stepTerm(step, prefix), min(255, most[step+1])-most[step])
	}
}

// A pair is two characters that stand together somewhere.
type pair struct{ first, second rune }

// A pairList is the pairs of the library, read once.
type pairList struct {
	once sync.Once
	all  []pair
	err  error
}

// pairs returns the pairs of the library.
func (k *lookup) pairs() []pair {
	p := &k.d.pairs
	p.once.Do(func() {
		own := k.d.lookup()
		own.terms(bodyField, []byte("〇"), nil, func(term string) {
			a, n := utf8.DecodeRuneInString(term)
			b, m := utf8.DecodeRuneInString(term[n:])
			if n+m == len(term) && hanzi.IsHan(a) && hanzi.IsHan(b) {
				p.all = append(p.all, pair{a, b})
			}
		})
		p.err = own.err
	})
	if k.err == nil {
		k.err = p.err
	}
	return p.all
}
