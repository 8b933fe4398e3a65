package search

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"deputydesk/search/hanzi"
)

// Every row: a question over the sentences of seedLike, the stage that answers
// it, what is shown or searched besides, and the words marked in the first hit.
func TestStages(t *testing.T) {
	x := Scan(seedLike())
	for _, tt := range []struct {
		query string
		stage Stage
		shown string // Answer.Shown, or the first of Also or Near
		marks string
	}{
		{"充电桩", Exact, "", "充电桩"},
		{"规模以上工业", Synonym, "规上工业", "规上工业"},
		{"PM2.5", Exact, "", "PM2.5"},
		{"GDP", Synonym, "生产总值", "生产总值"},
		{"停车难", Synonym, "停车位", "停车位"},
		{"臭水沟治理", Synonym, "黑臭水体", "黑臭水体"},
		{"shalihe", Pinyin, "沙澧河", "沙澧河"},
		{"shalih", Pinyin, "沙澧河", "沙澧河"},
		{"xiao ju ren", Pinyin, "小巨人", "小巨人"},
		{"小ju人", Pinyin, "小巨人", "小巨人"},
		{"yshj", Pinyin, "营商环境", "营商环境 营商环境"},
		{"今年打算建几个充电桩", Tokens, "", "充电桩"},
		{"沙鲤河", Repair, "沙澧河", "沙澧河"},
		{"贾湖遗扯", Repair, "贾湖遗址", "贾湖遗址 贾湖考古遗址"},
		{"预制采项目", None, "预制菜", ""},
		{"贾湖遗址公园", Tokens, "", "贾湖考古遗址公园"},
		{"地铁规划", None, "", ""},
		{"飞船", None, "", ""},
		{"核电厂", None, "", ""},
		{"量子计算芯片", None, "", ""},
	} {
		a := find(t, x, tt.query)
		if a.Stage != tt.stage {
			t.Errorf("%s: stage %s, want %s", tt.query, a.Stage, tt.stage)
			continue
		}
		shown := append(append([]string{a.Shown}, a.Also...), a.Near...)
		if tt.shown != "" && !slices.Contains(shown, tt.shown) {
			t.Errorf("%s: shown %q, want %s", tt.query, shown, tt.shown)
		}
		var marks []string
		if len(a.Hits) > 0 {
			for _, s := range a.Hits[0].Spans {
				marks = append(marks, a.Hits[0].Text[s.Start:s.End])
			}
		}
		if got := strings.Join(marks, " "); tt.marks != "" && got != tt.marks || tt.stage == None && len(a.Hits) > 0 {
			t.Errorf("%s: marks %q, want %q", tt.query, got, tt.marks)
		}
	}
}

// A character asked for alone means the thing it names, unless it is quoted or
// nothing else is there.
func TestOneCharacter(t *testing.T) {
	docs := []Doc{{Kind: Reports, ID: "water", Text: "改造供水管网"}, {Kind: Reports, ID: "level", Text: "提高水平"}}
	for _, tt := range []struct {
		query string
		docs  []Doc
		want  string
	}{
		{"水", docs, "water"}, {`"水"`, docs, "level water"}, {"水", docs[1:], "level"},
	} {
		var got []string
		for _, h := range find(t, Scan(tt.docs), tt.query).Hits {
			got = append(got, h.ID)
		}
		slices.Sort(got)
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %v, want %s", tt.query, got, tt.want)
		}
	}
}

func TestOrder(t *testing.T) {
	long := strings.Repeat("抓好各项工作，", 60)
	x := Scan([]Doc{
		{Kind: Reports, ID: "long", Text: long + "新建充电桩", Year: 2024, Order: 1},
		{Kind: Reports, ID: "synonym", Text: "新建充电设施", Year: 2024, Order: 2},
		{Kind: Reports, ID: "short", Text: "新建充电桩，增长7%", Year: 2024, Order: 3},
		{Kind: Targets, ID: "target", Text: "新建充电桩增长7%", Year: 2024, Order: 4},
		{Kind: Reports, ID: "past", Text: "新建充电桩，增长7%", Year: 2024, Order: 0, Past: true},
		{Kind: Reports, ID: "older", Text: "新建充电桩，增长7%", Year: 2023, Order: 0},
		{Kind: Notes, ID: "note", Text: "与此无关", Year: 2024},
	})
	for _, tt := range []struct {
		query Query
		want  string
	}{
		{Query{Text: "充电桩", Kinds: []Kind{Reports}}, "short older past long synonym"},
		{Query{Text: "充电桩", Kinds: []Kind{Reports}, InOrder: true}, "past long synonym short older"},
		{Query{Text: "充电桩", Kinds: []Kind{Reports}, Limit: 2}, "short older"},
		{Query{Text: "7%", Kinds: []Kind{Reports, Targets}}, "target short older past"},
		{Query{Text: "充电桩 年:2023"}, "older"},
		{Query{Text: "类:目标 充电桩"}, "target"},
		{Query{Text: "充电桩", Kinds: []Kind{Notes}}, ""},
	} {
		a, err := x.Find(context.Background(), tt.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, h := range a.Hits {
			got = append(got, h.ID)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%+v: got %v, want %s", tt.query, got, tt.want)
		}
		if a.Total < len(a.Hits) {
			t.Errorf("%+v: total %d of %d hits", tt.query, a.Total, len(a.Hits))
		}
	}
}

// Headings lend context to a paragraph that holds another word of the
// question; alone they are no hit, except where 标题: asks for them.
func TestHeadings(t *testing.T) {
	x := Scan([]Doc{
		{Kind: Reports, ID: "h", Text: "(二) 打造营商环境", Heading: "三、安排 (二) 打造营商环境", Section: "三/(二)"},
		{Kind: Reports, ID: "p", Text: "降低企业用电成本。", Heading: "三、安排 (二) 打造营商环境", Section: "三/(二)"},
		{Kind: Reports, ID: "q", Text: "建设农村公路。", Heading: "三、安排 (三) 乡村", Section: "三/(三)"},
	})
	for _, tt := range []struct{ query, want string }{
		{"营商环境", "h"}, {"营商环境 用电", "p"}, {"标题:营商环境", "h p"}, {"标题:营商环境 用电", "p"},
		{"章:三 公路", "q"}, {"章:三/(二)", "h p"}, {"章:(三)", "q"}, {"章:二", "h p"}, {"章:四", ""},
	} {
		var got []string
		for _, h := range find(t, x, tt.query).Hits {
			got = append(got, h.ID)
		}
		slices.Sort(got)
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: got %v, want %s", tt.query, got, tt.want)
		}
	}
}

// What a user adds to the synonyms is searched and marked like our own words.
func TestLearn(t *testing.T) {
	own, err := hanzi.ReadSynonyms(strings.NewReader("漯西 = 西城区\n"))
	if err != nil {
		t.Fatal(err)
	}
	x := Scan([]Doc{{Kind: Reports, ID: "1", Text: "支持西城区发展"}})
	if find(t, x, "漯西").Total != 0 {
		t.Error("nobody told yet what 漯西 is")
	}
	x.Learn(own)
	a := find(t, x, "漯西")
	if a.Total != 1 || a.Stage != Synonym || !reflect.DeepEqual(a.Also, []string{"西城区"}) {
		t.Errorf("got %+v", a)
	}
	if got := mark("支持西城区发展", x.Highlight("支持西城区发展", "漯西")); got != "支持«西城区»发展" {
		t.Errorf("got %s", got)
	}
}

// Readers never see half a library, and a cancelled question ends.
func TestFindWhileReplacing(t *testing.T) {
	always(t)
	x := open(t, t.TempDir(), numbered(30), nil)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 40 {
				a, err := x.Find(context.Background(), Query{Text: "充电桩"})
				if err != nil || a.Total != 30 && a.Total != 40 && a.Total != 31 && a.Total != 41 {
					t.Errorf("found %d, %v", a.Total, err)
				}
			}
		}()
	}
	for i := range 4 {
		if err := x.Replace(context.Background(), numbered(30+10*(i%2)), nil, nil); err != nil {
			t.Error(err)
		}
		if err := x.SetPrivate([]Doc{{Kind: Notes, ID: "n", Text: "充电桩太少"}}); err != nil {
			t.Error(err)
		}
	}
	wg.Wait()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Find(ctx, Query{Text: "充电桩"}); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}
