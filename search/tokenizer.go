package search

import (
	"fmt"

	"deputydesk/search/hanzi"

	"github.com/blevesearch/bleve/v2/analysis"
	_ "github.com/blevesearch/bleve/v2/analysis/analyzer/custom" // the kind of analyzer ours is
	"github.com/blevesearch/bleve/v2/registry"
)

// The names under which bleve knows our tokens.
const (
	tokenizerName = "deputydesk"
	analyzerName  = "deputydesk"
)

// tokenizer gives bleve the tokens of package hanzi. Positions mean nothing.
type tokenizer struct{}

func (tokenizer) Tokenize(text []byte) analysis.TokenStream {
	tokens := hanzi.Tokens(string(text))
	stream := make(analysis.TokenStream, len(tokens))
	for i, t := range tokens {
		stream[i] = &analysis.Token{Term: []byte(t.Text), Start: t.Start, End: t.End, Position: i + 1, Type: analysis.Ideographic}
	}
	return stream
}

func init() {
	err := registry.RegisterTokenizer(tokenizerName, func(map[string]interface{}, *registry.Cache) (analysis.Tokenizer, error) {
		return tokenizer{}, nil
	})
	if err != nil {
		panic(fmt.Sprintf("search: %v", err)) // only if the name were taken twice
	}
}
