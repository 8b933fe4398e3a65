package search

import (
	"context"
	"errors"
	"testing"
)

func find(t *testing.T, x *Index, query string) Answer {
	t.Helper()
	a, err := x.Find(context.Background(), Query{Text: query})
	if err != nil {
		t.Fatalf("find %q: %v", query, err)
	}
	return a
}

// Every row: the text, the query, and the text with what is found marked «so».
// A text without marks is not found.
func TestMarks(t *testing.T) {
	for _, tt := range []struct{ name, query, want string }{
		{"a word", "充电桩", "新建公共«充电桩»580个"},
		{"every time", "河", "沙澧«河»与淮«河»"},
		{"traditional", "充電樁", "新建公共«充电桩»580个"},
		{"full width", "５Ｇ基站", "«5G基站»达到4600个"},
		{"through quotes", "小巨人企业", "新增“«小巨人”企业»2家"},
		{"through a line break", "公共充电桩", "新建«公\n共充电桩»580个"},
		{"not across an empty line", `"公共充电桩"`, "新建公\n\n共充电桩580个"},
		{"mixed word without its point", "pm25", "«PM2.5»浓度下降"},
		{"unfinished Latin word", "rce", "参与«RCE»P国家"},
		{"not inside a Latin word", "ai", "发送mail"},
		{"percent", "百分之七", "增长«7%»左右"},
		{"percentage points", "7个百分点", "增长«7%»左右"},
		{"not the end of a longer number", "8%", "下降9.8%"},
		{"units of ten thousand", "30000人", "就业«3万人»以上"},
		{"in numerals", "三万人", "就业«3万人»以上"},
		{"not inside a longer number", "3万人", "就业13万人以上"},
		{"nor a Chinese one", "三万人", "就业十三万人以上"},
		{"ordinal", "第一位", "居全省«第1位»"},
		{"heading number", "（八）", "«(八)» 民生福祉"},
		{"heading number is exact", "(八)", "第八届"},
		{"quoted, inside a numeral", `"二十"`, "党的«二十»六大"},
		{"both", "农村 污水", "«农村»生活«污水»治理"},
		{"not", "农村 -污水", "农村生活污水治理"},
		{"either", "道路 或 污水", "农村生活«污水»治理"},
		{"range", "≥20%", "增长«25%»，下降5%"},
		{"range with unit", ">=5万人", "培训«12.8万人»次，就业3万人"},
		{"pattern", "/第.届/", "«第八届»运动会"},
		{"near", "新建~4公园", "«新建»街头«公园»16个"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			text, want := unmark(tt.want)
			var got []Span
			if a := find(t, Scan([]Doc{{Kind: Reports, ID: "1", Text: text}}), tt.query); len(a.Hits) > 0 {
				got = a.Hits[0].Spans
			}
			if mark(text, got) != mark(text, want) {
				t.Errorf("%q in %q: got %s", tt.query, tt.want, mark(text, got))
			}
		})
	}
}

func TestQueryErrors(t *testing.T) {
	for _, tt := range []struct {
		query string
		at    int
		why   Why
	}{
		{"(农村", 0, BadBracket},
		{"农村)", 6, BadBracket},
		{"/[/", 0, BadPattern},
		{"/abc", 0, BadPattern},
		{"年:明年", 0, BadYear},
		{"类:书", 0, BadKind},
		{"农村 或", 10, Nothing},
		{"- 农村", 0, Nothing},
		{"标题:", 0, Nothing},
	} {
		_, err := Scan(nil).Find(context.Background(), Query{Text: tt.query})
		var q *QueryError
		if !errors.As(err, &q) || q.At != tt.at || q.Why != tt.why {
			t.Errorf("%q: got %v, want %s at %d", tt.query, err, tt.why, tt.at)
		}
	}
}
