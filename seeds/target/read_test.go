package target

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

func TestReviewGivesResultsAndNoTargets(t *testing.T) {
	r := planOf("新建公共充电桩580个。")
	r.Sections = append([]report.Section{{
		Path: "一", Heading: "一、2023年工作回顾",
		Paragraphs: []report.Paragraph{{ID: "r/一/1", Section: "一", Text: "新建公共充电桩300个，城南大桥建成通车。"}},
	}}, r.Sections...)
	var past []string
	for _, x := range Of(r) {
		if x.Past {
			past = append(past, x.Subject)
			if x.Due != "" || x.Deadline != "" {
				t.Errorf("result %q is due %q", x.Quote, x.Due)
			}
		}
	}
	if got := strings.Join(past, " "); got != "公共充电桩 城南大桥" {
		t.Errorf("results are %q", got)
	}
	if got := Targets(r); len(got) != 1 || got[0].Value != 580 {
		t.Errorf("targets are %+v", got)
	}
}

func TestTone(t *testing.T) {
	for _, tt := range []struct {
		text string
		want Tone
	}{
		{"新建公共充电桩580个。", Expected},
		{"确保新建公共充电桩580个。", Binding},
		{"年底前力争公共充电桩达到580个。", Striving},
		{"确保粮食产量30亿斤，优良天数不少于263天。", Binding},
	} {
		all := Of(planOf(tt.text))
		if got := all[len(all)-1].Tone; got != tt.want {
			t.Errorf("%s: tone %q, want %q", tt.text, got, tt.want)
		}
	}
}

// A growth has a direction.
func TestFalls(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"单位能耗下降3%以上。", true},
		{"生产总值增长6%。", false},
		{"赤字率比去年预算低0.4个百分点。", true},
		{"审批时限压缩一半。", true},
		{"在减少收费的同时，税收增长5%。", false},
		{"新建公共充电桩580个。", false},
	} {
		all := Of(planOf(tt.text))
		if len(all) != 1 || all[0].Falls() != tt.want {
			t.Errorf("%s: %+v, want falls %v", tt.text, all, tt.want)
		}
	}
}

func TestFiveYearPlanIsDueAtItsEnd(t *testing.T) {
	r := planOf("森林覆盖率达到35%。")
	r.Sections[0].Heading = "三、“十四五”时期主要目标"
	if got := Of(r)[0].Due; got != "2025-12-31" {
		t.Errorf("due %s, want 2025-12-31", got)
	}
}

func TestUnknownYearHasNoDueDay(t *testing.T) {
	r := planOf("6月底前新建公共充电桩580个。")
	r.Year = 0
	if got := Of(r)[0]; got.Due != "" || got.Deadline != "6月底前" {
		t.Errorf("deadline %q, due %q", got.Deadline, got.Due)
	}
}

// An ID is made of the quote alone, so that it survives every other change.
func TestIDSurvivesChangesElsewhere(t *testing.T) {
	a := Of(planOf("改造老旧小区68个。"))
	b := Of(planOf("新增公园绿地2万平方米。确保改造老旧小区68个，新建泵站3座。"))
	c := Of(planOf("新增公园绿地2万平方米。改造老旧小区68个。改造老旧小区68个。"))
	if a[0].ID != c[1].ID {
		t.Errorf("same quote has the IDs %s and %s", a[0].ID, c[1].ID)
	}
	if c[1].ID == c[2].ID {
		t.Errorf("two targets share the ID %s", c[1].ID)
	}
	if a[0].ID == b[1].ID {
		t.Errorf("different quotes %q and %q share an ID", a[0].Quote, b[1].Quote)
	}
	if len(a[0].ID) != 12 {
		t.Errorf("ID %q has not twelve digits", a[0].ID)
	}
}

func TestWordListsAreClean(t *testing.T) {
	for name, l := range map[string]words{
		"units": units, "hedges": hedges, "change": change, "reach": reach, "openers": openers, "verbs": verbs,
		"deadlines": deadlines, "states": states, "ranks": ranks, "deeds": deeds, "events": events, "soft": soft,
		"documents": documents, "indicators": indicators, "people": people, "names": names, "slogans": slogans,
	} {
		n := 0
		for _, list := range l.byFirst {
			for _, w := range list {
				n++
				if strings.ContainsAny(w.text, " \t\u3000") {
					t.Errorf("%s: %q has white space in it: columns are divided by tabs", name, w.text)
				}
			}
		}
		if n == 0 {
			t.Errorf("%s has no words", name)
		}
	}
}

// What every target promises, whatever the text.
func FuzzTargets(f *testing.F) {
	for _, r := range ruleRows {
		f.Add(r.text)
	}
	for _, r := range phraseRows {
		f.Add(r.text)
	}
	f.Add("1万万亿亿个9999999999999999999999999999千万亿元、、分别和、")
	f.Add("“（新增1,234个\xff以上的%，分别3、4家")
	f.Fuzz(func(t *testing.T, text string) {
		ids := map[ID]bool{}
		for _, x := range Of(planOf(text)) {
			if x.Quote == "" || x.Span.Of(text) != x.Quote {
				t.Errorf("quote %q, but %q stands there", x.Quote, x.Span.Of(text))
			}
			for _, at := range []int{x.Span.Start, x.Span.End, x.Figure.Start, x.Figure.End} {
				if at < len(text) && utf8.ValidString(text) && !utf8.RuneStart(text[at]) {
					t.Errorf("offset %d of %q is inside a rune", at, x.Quote)
				}
			}
			if ids[x.ID] {
				t.Errorf("two targets are called %s", x.ID)
			}
			ids[x.ID] = true
			if math.IsNaN(x.Value) || math.IsInf(x.Value, 0) || x.Value < 0 {
				t.Errorf("value %v in %q", x.Value, x.Quote)
			}
			quantified := x.Kind == Quantified
			if quantified != (x.Unit != "") || quantified != (x.Comparator != "") || quantified != (x.Figure.Len() > 0) {
				t.Errorf("half a target: %+v", x)
			}
			if quantified && (x.Figure.Start < x.Span.Start || x.Figure.End > x.Span.End) {
				t.Errorf("figure %q outside quote %q", x.Figure.Of(text), x.Quote)
			}
		}
	})
}
