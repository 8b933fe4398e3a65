package search

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"deputydesk/search/hanzi"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
	index "github.com/blevesearch/bleve_index_api"
)

// Fields of a filed leaf. Nothing is stored and no positions are kept: the
// index says which leaves may answer, the text itself says whether they do.
const (
	bodyField    = "body"    // tokens of the text
	headField    = "head"    // tokens of the headings
	numberField  = "number"  // values of figures without a sign
	percentField = "percent" // values of figures in %
)

// indexMapping tells bleve what the fields are.
func indexMapping() (mapping.IndexMapping, error) {
	m := bleve.NewIndexMapping()
	err := m.AddCustomAnalyzer(analyzerName, map[string]interface{}{
		"type": "custom", "tokenizer": tokenizerName,
	})
	if err != nil {
		return nil, fmt.Errorf("index mapping: %w", err)
	}
	doc := bleve.NewDocumentStaticMapping()
	for _, name := range []string{bodyField, headField} {
		f := bleve.NewTextFieldMapping()
		f.Analyzer = analyzerName
		f.Store, f.IncludeInAll, f.IncludeTermVectors, f.DocValues, f.SkipFreqNorm = false, false, false, false, true
		doc.AddFieldMappingsAt(name, f)
	}
	for _, name := range []string{numberField, percentField} {
		f := bleve.NewNumericFieldMapping()
		f.Store, f.IncludeInAll, f.DocValues = false, false, false
		doc.AddFieldMappingsAt(name, f)
	}
	m.DefaultMapping = doc
	m.DefaultAnalyzer = analyzerName
	return m, nil
}

// filed is what bleve is given of a leaf.
func (l *leaf) filed() map[string]interface{} {
	l.fold()
	var numbers, percents []float64
	for _, f := range hanzi.Figures(l.canon) {
		switch f.Sign {
		case "":
			numbers = append(numbers, f.Value)
		case "%":
			percents = append(percents, f.Value)
		}
	}
	return map[string]interface{}{bodyField: l.doc.Text, headField: l.doc.Heading, numberField: numbers, percentField: percents}
}

// disk is an open index of the public leaves of one library.
type disk struct {
	index bleve.Index
	dir   string
	place []int32 // bleve's document number: place in library.public
}

// newDisk maps the documents of an open index to the leaves 0 … leaves-1.
func newDisk(idx bleve.Index, dir string, leaves int) (d *disk, err error) {
	d = &disk{index: idx, dir: dir}
	err = d.read(func(r index.IndexReader) error {
		all, err := r.DocIDReaderAll()
		if err != nil {
			return err
		}
		seen := make([]bool, leaves)
		count := 0
		for {
			id, err := all.Next()
			if err != nil {
				return err
			}
			if id == nil {
				break
			}
			name, err := r.ExternalID(id)
			if err != nil {
				return err
			}
			at, err := strconv.Atoi(name)
			if err != nil || at < 0 || at >= leaves || seen[at] {
				return fmt.Errorf("document %q is none of ours", name)
			}
			number := id.Value()
			for uint64(len(d.place)) <= number {
				d.place = append(d.place, -1)
			}
			d.place[number], seen[at] = int32(at), true
			count++
		}
		if count != leaves {
			return fmt.Errorf("%d documents, want %d", count, leaves)
		}
		return all.Close()
	})
	if err != nil {
		return nil, fmt.Errorf("index %s: %w", dir, err)
	}
	return d, nil
}

// read calls f with a reader of the index. A panic inside bleve, as over a
// damaged file, comes back as an error.
func (d *disk) read(f func(index.IndexReader) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	advanced, err := d.index.Advanced()
	if err != nil {
		return err
	}
	r, err := advanced.Reader()
	if err != nil {
		return err
	}
	if err := f(r); err != nil {
		_ = r.Close() // f's error says more
		return err
	}
	return r.Close()
}

// candidates calls do with the place of every leaf that may meet root, until
// it returns false. It returns false without having called do if the index
// cannot tell; a failure after that ends the walk early and is returned.
func (d *disk) candidates(ctx context.Context, root *node, headings bool, do func(int) bool) (told bool, err error) {
	c := compiler{headings: headings}
	q := c.node(root)
	if q == nil {
		return false, nil
	}
	if ctx == nil {
		ctx = context.Background()
	}
	err = d.read(func(r index.IndexReader) error {
		s, err := q.Searcher(ctx, r, d.index.Mapping(), search.SearcherOptions{Score: "none"})
		if err != nil {
			return err
		}
		pool := &search.SearchContext{DocumentMatchPool: search.NewDocumentMatchPool(s.DocumentMatchPoolSize()+1, 0), IndexReader: r}
		told = true
		for {
			m, err := s.Next(pool)
			if err != nil {
				_ = s.Close() // the first error says more
				return err
			}
			if m == nil {
				break
			}
			number := m.IndexInternalID.Value()
			pool.DocumentMatchPool.Put(m)
			if number < uint64(len(d.place)) && d.place[number] >= 0 && !do(int(d.place[number])) {
				break
			}
		}
		return s.Close()
	})
	return told, err
}

// close gives the files back.
func (d *disk) close() (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("close index %s: panic: %v", d.dir, p)
		}
	}()
	return d.index.Close()
}

// A compiler turns a parsed query into one for bleve that every answer meets.
// Nil means that bleve cannot help.
type compiler struct {
	headings bool // words may be met by the headings
}

func (c compiler) node(n *node) query.Query {
	switch n.op {
	case opAnd:
		var all []query.Query
		for _, k := range n.kids {
			if q := c.node(k); q != nil {
				all = append(all, q)
			}
		}
		return conjunction(all)
	case opOr:
		var any []query.Query
		for _, k := range n.kids {
			q := c.node(k)
			if q == nil {
				return nil
			}
			any = append(any, q)
		}
		return disjunction(any)
	case opNot:
		return nil
	}
	return c.term(n.term)
}

func (c compiler) term(t *term) query.Query {
	switch t.kind {
	case wordTerm:
		var ways []query.Query
		for _, w := range t.ways {
			q := c.way(w)
			if q == nil {
				return nil
			}
			ways = append(ways, q)
		}
		return disjunction(ways)
	case phraseTerm:
		return c.needle(t.needle, bodyField)
	case nearTerm:
		a, b := c.needle(t.needle, bodyField), c.needle(t.other, bodyField)
		if a == nil || b == nil {
			return nil
		}
		return conjunction([]query.Query{a, b})
	case headingTerm:
		a, b := c.needle(t.needle, bodyField), c.needle(t.needle, headField)
		if a == nil || b == nil {
			return nil
		}
		return disjunction([]query.Query{a, b})
	case rangeTerm:
		return c.figures(t)
	}
	return nil
}

func (c compiler) figures(t *term) query.Query {
	field := numberField
	switch t.sign {
	case "%":
		field = percentField
	case "‰":
		return nil
	}
	var lo, hi *float64
	if !math.IsInf(t.lo, 0) {
		lo = &t.lo
	}
	if !math.IsInf(t.hi, 0) {
		hi = &t.hi
	}
	yes := true
	q := query.NewNumericRangeInclusiveQuery(lo, hi, &yes, &yes)
	q.SetField(field)
	return q
}

func (c compiler) way(w way) query.Query {
	var all []query.Query
	for _, group := range w.groups {
		var any []query.Query
		for _, n := range group {
			q := c.needle(n, bodyField)
			if q == nil {
				return nil
			}
			any = append(any, q)
			if c.headings {
				any = append(any, c.needle(n, headField))
			}
		}
		all = append(all, disjunction(any))
	}
	return conjunction(all)
}

// needle asks for the tokens of n in either form.
func (c compiler) needle(n needle, field string) query.Query {
	var any []query.Query
	if n.canon != "" {
		q := tokensQuery(hanzi.CanonTokens(n.canon), field)
		if q == nil {
			return nil
		}
		any = append(any, q)
	}
	if n.plain != "" && (n.twice || n.canon == "") {
		q := tokensQuery(hanzi.PlainTokens(n.plain), field)
		if q == nil {
			return nil
		}
		any = append(any, q)
	}
	return disjunction(any)
}

// tokensQuery asks for all of tokens. Beginnings of tokens are costly, as they
// stand for hundreds, and are only asked for if there is nothing else; the text
// is read in any case.
func tokensQuery(tokens []hanzi.QueryToken, field string) query.Query {
	var all []query.Query
	closed := slices.ContainsFunc(tokens, func(t hanzi.QueryToken) bool { return !t.Open })
	for _, t := range tokens {
		if t.Open {
			if closed {
				continue
			}
			q := query.NewPrefixQuery(t.Text)
			q.SetField(field)
			all = append(all, q)
			continue
		}
		q := query.NewTermQuery(t.Text)
		q.SetField(field)
		all = append(all, q)
	}
	return conjunction(all)
}

func conjunction(all []query.Query) query.Query {
	switch len(all) {
	case 0:
		return nil
	case 1:
		return all[0]
	}
	return query.NewConjunctionQuery(all)
}

func disjunction(any []query.Query) query.Query {
	switch len(any) {
	case 0:
		return nil
	case 1:
		return any[0]
	}
	return query.NewDisjunctionQuery(any)
}
