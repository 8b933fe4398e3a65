package search

import (
	"context"
	"math/rand"
	"strings"
	"testing"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// Every run of two or more Chinese characters that stands inside a sentence is
// found when it is asked for in quotes, and the marks spell it.
func TestEverySubstringIsFound(t *testing.T) {
	always(t)
	docs := seedLike()
	disk := open(t, t.TempDir(), docs, nil)
	scan := Scan(docs)
	random := rand.New(rand.NewSource(1))
	for _, d := range docs {
		for _, run := range hanRuns(d.Text) {
			for range 12 {
				runes := []rune(run)
				i := random.Intn(len(runes) - 1)
				j := i + 2 + random.Intn(len(runes)-i-1)
				word := string(runes[i:j])
				for name, x := range map[string]*Index{"scan": scan, "disk": disk} {
					if !finds(t, x, `"`+word+`"`, d.ID, word) {
						t.Errorf("%s: %q is in %q and is not found", name, word, d.Text)
					}
				}
			}
		}
	}
}

// finds reports whether query finds the Doc called id with some mark that
// spells word.
func finds(t *testing.T, x *Index, query, id, word string) bool {
	t.Helper()
	for _, h := range find(t, x, query).Hits {
		if h.ID != id {
			continue
		}
		for _, s := range h.Spans {
			if strings.Contains(hanzi.Fold(h.Text[s.Start:s.End]).Text, word) {
				return true
			}
		}
	}
	return false
}

// hanRuns returns the runs of two or more Chinese characters in text.
func hanRuns(text string) []string {
	var all []string
	for _, run := range strings.FieldsFunc(text, func(r rune) bool { return !hanzi.IsHan(r) }) {
		if utf8.RuneCountInString(run) > 1 {
			all = append(all, run)
		}
	}
	return all
}

// A hit of a single bare word is marked with that word, whatever else is.
func TestMarksSpellTheWord(t *testing.T) {
	for _, d := range seedLike() {
		for _, run := range hanRuns(d.Text) {
			if utf8.RuneCountInString(run) > 12 {
				continue
			}
			spans := Highlight(d.Text, run)
			if len(spans) == 0 {
				t.Errorf("%q in %q: no mark", run, d.Text)
			}
			for _, s := range spans {
				if !utf8.ValidString(d.Text[s.Start:s.End]) {
					t.Errorf("%q in %q: a mark cuts a character", run, d.Text)
				}
			}
		}
	}
}

// Whatever is typed, Find and Highlight return in order, inside the text, on
// the edges of characters, and never panic.
func FuzzFind(f *testing.F) {
	for _, q := range queries {
		f.Add(q, "新建公共充电桩580个，増長７％。")
	}
	for _, q := range []string{"((((", "a|", "“", "-", "标题:(", "~", "≥", "//", "\x00", "或 或", "年:", "一:二", "３%..", "x~99999y", "(八)(九)", "-(a 或 -b)"} {
		f.Add(q, q)
	}
	f.Fuzz(func(t *testing.T, query, text string) {
		x := Scan([]Doc{{Kind: Reports, ID: "1", Text: text, Heading: query, Year: 2024}})
		a, err := x.Find(context.Background(), Query{Text: query})
		if err != nil {
			if _, ok := err.(*QueryError); !ok {
				t.Fatalf("%q: %v is no QueryError", query, err)
			}
			return
		}
		spans := Highlight(text, query)
		for _, h := range a.Hits {
			checkSpans(t, text, h.Spans)
		}
		checkSpans(t, text, spans)
	})
}

func checkSpans(t *testing.T, text string, spans []Span) {
	t.Helper()
	at := 0
	for _, s := range spans {
		if s.Start < at || s.End <= s.Start || s.End > len(text) {
			t.Fatalf("%q: span %v after %d", text, s, at)
		}
		at = s.End
		for _, edge := range []int{s.Start, s.End} {
			if edge < len(text) && !utf8.RuneStart(text[edge]) && utf8.ValidString(text) {
				t.Fatalf("%q: span %v cuts a character", text, s)
			}
		}
	}
}

// A leaf that answers by reading through also is a candidate of the index: the
// tokens of a word are among those of any text that holds it.
func FuzzTokensHoldWord(f *testing.F) {
	f.Add("新建“公共”充电桩580个，増長７％，PM2.5", 3, 9)
	f.Add("就业13万人；二〇二四年，第八届(一)", 0, 5)
	f.Add("1,234.5万亩R&D 3 000千瓦", 1, 7)
	f.Fuzz(func(t *testing.T, text string, i, j int) {
		runes := []rune(text)
		if i < 0 || j > len(runes) || i >= j || !utf8.ValidString(text) {
			return
		}
		filed := make(map[string]bool)
		for _, token := range hanzi.Tokens(text) {
			filed[token.Text] = true
		}
		l := &leaf{doc: Doc{Text: text}}
		for _, quoted := range []bool{false, true} {
			n := newNeedle(string(runes[i:j]), quoted)
			for _, p := range n.in(l, 0) {
				tokens := hanzi.PlainTokens(n.plain)
				if p.canon {
					tokens = hanzi.CanonTokens(n.canon)
				}
				for _, token := range tokens {
					if !holds(filed, token) {
						t.Fatalf("%q holds %q but is not filed under %q", text, string(runes[i:j]), token.Text)
					}
				}
			}
		}
	})
}

func holds(filed map[string]bool, token hanzi.QueryToken) bool {
	if !token.Open {
		return filed[token.Text]
	}
	for f := range filed {
		if strings.HasPrefix(f, token.Text) {
			return true
		}
	}
	return false
}
