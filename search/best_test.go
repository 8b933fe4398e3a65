package search

import (
	"context"
	"reflect"
	"testing"
)

// The first page that the index gives is that of reading through everything,
// and so is the total where it is not said to be a lower bound.
func TestFirstPageIsThatOfReadingEverything(t *testing.T) {
	docs := invented(1200)
	for i := range docs {
		docs[i].Past = i%5 == 0
		if i%7 == 0 {
			docs[i].Kind = Targets
		}
	}
	scan := Scan(docs)
	x := open(t, t.TempDir(), docs, []Doc{{Kind: Notes, ID: "n", Text: "测试代表甲：水库和企业创新"}})
	scan.lib.private = x.lib.private
	questions := append([]string{
		"水", "港", "医", "路", "年", "企业", "发展", "项目", "东湖", "30", "3万人", "20%", "第一", "三万", "5G", "r",
		"高质量发展", "营商环境", "黑臭水体", "农村 污水", "企业 创新", "农村 -污水", "企业 或 东湖", "(东湖 或 西城) 企业", "年:2003 企业",
		`"发展"`, `"高质量发展" 企业`, "标题:产业 企业", "章:三 项目", "东湖 西城 南岭", "新建公园", "项目建设", "≥20%", "3%..8%", "新建~8公园",
		"今年目标", "增长", "增长20%", "规上企业", "污水处理厂", "gongyuan", "xinjian", "沙沣河", "核电厂", "今年打算建几个公园",
	}, queries...)
	for _, text := range questions {
		for _, q := range []Query{
			{Text: text, Limit: 10}, {Text: text, Limit: 1}, {Text: text, Limit: 20, InOrder: true}, {Text: text, Limit: 5, Reports: []string{"r3", "r5"}},
			{Text: text, Limit: 5, Kinds: []Kind{Targets, Notes}},
		} {
			want, err := scan.Find(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			got, err := x.Find(context.Background(), q)
			if err != nil {
				t.Fatal(err)
			}
			if got.TotalIsLeast && got.Total <= want.Total {
				got.Total, got.TotalIsLeast = want.Total, false
			}
			got.Took, want.Took = 0, 0
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%+v: got %s %d %v %v %v %v, want %s %d %v %v %v %v", q, got.Stage, got.Total, got.Shown, got.Also, got.Near, brief(got),
					want.Stage, want.Total, want.Shown, want.Also, want.Near, brief(want))
			}
		}
	}
}

// brief is what a failing test shows of an answer.
func brief(a Answer) (ids []briefHit) {
	for _, h := range a.Hits[:min(3, len(a.Hits))] {
		ids = append(ids, briefHit{h.ID, h.Score})
	}
	return ids
}

type briefHit struct {
	id    string
	score float64
}
