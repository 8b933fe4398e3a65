package search

import (
	"context"
	"testing"
)

// What is due by a month is found by the ways in which reports say so; the
// words that say it are marked.
func TestDeadlines(t *testing.T) {
	docs := []Doc{
		{Kind: Reports, ID: "a", Text: "甲园区6月底前开工建设，乙项目8月底前建成投产。"},
		{Kind: Reports, ID: "b", Text: "丙研究院上半年挂牌运营。"},
		{Kind: Reports, ID: "c", Text: "3月底前完成体检，5月底前完成编制。"},
		{Kind: Reports, ID: "d", Text: "6月的展会照常举办，全年招引12家。"},
	}
	for _, tt := range []struct {
		query string
		ids   string
		words string // marked in the first hit
	}{
		{"6月前", "abc", ""},
		{"５月底前", "c", "3月底前"},
		{"开工 6月前", "a", ""},
		{"9月前 乙项目", "a", ""},
		{"2月前", "", ""},
		{"13月前", "", ""},
	} {
		a, err := Scan(docs).Find(context.Background(), Query{Text: tt.query, InOrder: true})
		if err != nil {
			t.Errorf("%s: %v", tt.query, err)
			continue
		}
		got := ""
		for _, h := range a.Hits {
			got += h.ID
		}
		if a.Stage == Exact && got != tt.ids || a.Stage != Exact && tt.ids != "" {
			t.Errorf("%s: found %q (%s), want %q", tt.query, got, a.Stage, tt.ids)
		}
		if tt.words != "" && len(a.Hits) > 0 {
			s := a.Hits[0].Spans[0]
			if w := a.Hits[0].Text[s.Start:s.End]; w != tt.words {
				t.Errorf("%s: marked %q, want %q", tt.query, w, tt.words)
			}
		}
	}
}
