package search

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"

	"deputydesk/search/hanzi"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
)

// Fields of a filed leaf. Nothing is stored and no positions are kept: the
// index says which leaves may answer, the text itself says whether they do.
const (
	bodyField    = "body"    // tokens of the text
	againField   = "again"   // tokens that stand there more than once, behind their step
	headField    = "head"    // tokens of the headings
	numberField  = "number"  // values of figures without a sign, see figureTerm
	percentField = "percent" // values of figures in %
)

// steps are how often a token stands in a leaf at least to be filed for it in
// againField, behind 'a' for the first of steps, 'b' for the next. They bound
// what a leaf can score before it is read; most tokens stand in a paragraph
// once, so that all steps together make an index larger by a tenth.
var steps = []int{2, 3, 4, 6, 9}

// most are the largest counts of a token that is on no step, on the first, ….
var most = []int{1, 2, 3, 5, 8, mostEver}

// mostEver is more often than any word stands in a text.
const mostEver = 1 << 24

func stepTerm(step int, token string) string { return string(rune('a'+step)) + token }

// A shape maps leaves to what bleve files. The embedded mapping is the one
// bleve writes down; no text ever goes through it.
type shape struct{ *mapping.IndexMappingImpl }

func newShape() shape { return shape{bleve.NewIndexMapping()} }

// MapDocument files data, a *filing.
func (shape) MapDocument(doc *document.Document, data interface{}) error {
	l, ok := data.(*filing)
	if !ok {
		return fmt.Errorf("map document: %T is none of ours", data)
	}
	doc.AddField(heldField{bodyField, l.body})
	doc.AddField(heldField{againField, l.again})
	doc.AddField(heldField{headField, l.head})
	doc.AddField(heldField{numberField, l.numbers})
	doc.AddField(heldField{percentField, l.percents})
	return nil
}

// MarshalJSON writes the mapping as bleve wants it.
func (s shape) MarshalJSON() ([]byte, error) { return json.Marshal(s.IndexMappingImpl) }

// A filing is the terms of one leaf by field.
type filing struct {
	body, again, head, numbers, percents index.TokenFrequencies
	canonical                            int // bytes of canonical text
}

// A filer makes filings; those of the same headings share theirs.
type filer struct {
	counts map[string]int
	heads  map[string]index.TokenFrequencies
}

// maxHeads bounds how many headings a filer remembers.
const maxHeads = 10000

func newFiler() *filer {
	return &filer{counts: make(map[string]int), heads: make(map[string]index.TokenFrequencies)}
}

func (f *filer) file(d *Doc) *filing {
	clear(f.counts)
	l := &filing{again: make(index.TokenFrequencies)}
	canonical := hanzi.Filing(d.Text, func(token string) { f.counts[token]++ })
	l.canonical = len(canonical)
	l.body = make(index.TokenFrequencies, len(f.counts))
	held := make([]index.TokenFreq, 0, len(f.counts))
	for token, n := range f.counts {
		held = append(held, index.TokenFreq{Term: []byte(token)})
		l.body[token] = &held[len(held)-1]
		for step, least := range steps {
			if n >= least {
				hold(l.again, stepTerm(step, token))
			}
		}
	}
	if l.head = f.heads[d.Heading]; l.head == nil {
		l.head = make(index.TokenFrequencies)
		hanzi.Filing(d.Heading, func(token string) { hold(l.head, token) })
		if len(f.heads) < maxHeads {
			f.heads[d.Heading] = l.head
		}
	}
	l.numbers, l.percents = make(index.TokenFrequencies), make(index.TokenFrequencies)
	for _, f := range hanzi.Figures(canonical) {
		switch f.Sign {
		case "":
			hold(l.numbers, string(figureTerm(f.Value)))
		case "%":
			hold(l.percents, string(figureTerm(f.Value)))
		}
	}
	return l
}

func hold(in index.TokenFrequencies, term string) {
	in[term] = &index.TokenFreq{Term: []byte(term)}
}

// figureTerm is eight bytes that sort as v does.
func figureTerm(v float64) []byte {
	bits := math.Float64bits(v)
	if bits>>63 == 1 {
		bits = ^bits
	} else {
		bits |= 1 << 63
	}
	return binary.BigEndian.AppendUint64(nil, bits)
}

// A heldField is a field whose terms are known.
type heldField struct {
	name  string
	terms index.TokenFrequencies
}

func (f heldField) Name() string             { return f.name }
func (f heldField) Value() []byte            { return nil }
func (f heldField) ArrayPositions() []uint64 { return nil }
func (f heldField) EncodedFieldType() byte   { return 't' }
func (f heldField) Size() int                { return 64 * len(f.terms) }
func (f heldField) Analyze()                 {}
func (f heldField) AnalyzedLength() int      { return len(f.terms) }
func (f heldField) NumPlainTextBytes() uint64 {
	return 0
}
func (f heldField) Options() index.FieldIndexingOptions {
	return index.IndexField | index.SkipFreqNorm
}
func (f heldField) AnalyzedTokenFrequencies() index.TokenFrequencies { return f.terms }
