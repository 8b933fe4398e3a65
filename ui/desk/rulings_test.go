package desk

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/search"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// The text of a report of a made-up county.
const countyPlan = `政府工作报告

——2024年2月21日在鹤壁市第十二届人民代表大会第三次会议上

各位代表：

现在，我代表市人民政府向大会作报告。

一、2023年工作回顾

新建农村公路120公里，新增城镇就业5200人。

二、2024年主要任务

加强城市建设，新建公共充电桩580个，改造老旧小区120个，6月底前新增停车位300个。推动文旅融合发展，改善群众生活。
`

// keeping is a desk that keeps what is said in dir.
func keeping(t *testing.T, dir string) *Desk {
	t.Helper()
	d := Open(Settings{Folder: furnish(t, dir), Now: func() time.Time { return time.Date(2024, 2, 22, 9, 0, 0, 0, annotate.Beijing) }})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return d
}

// countyDesk is a desk with the county's report open.
func countyDesk(t *testing.T, dir string) *Desk {
	t.Helper()
	d := keeping(t, dir)
	d.ImportText(countyPlan)
	return d
}

// aimed is the target of the open report whose words hold quote.
func aimed(t *testing.T, d *Desk, quote string) target.Target {
	t.Helper()
	for _, each := range d.Targets(d.Report()) {
		if strings.Contains(each.Quote, quote) {
			return each
		}
	}
	t.Fatalf("no target of %q", quote)
	return target.Target{}
}

// listed are the subjects of the table with their states.
func listed(d *Desk, v TargetView) string {
	var all []string
	for _, r := range d.TargetRows(v) {
		all = append(all, r.Target.Subject+" "+string(r.State))
	}
	return strings.Join(all, "；")
}

func number(subject string, value float64, unit string) annotate.Aim {
	return annotate.Aim{Kind: target.Quantified, Subject: subject, Comparator: target.Exactly, Measure: target.Level, Value: value, Unit: unit}
}

// decide does a and fails if it cannot be done.
func decide(t *testing.T, d *Desk, a Action) {
	t.Helper()
	if a.Off != nil {
		t.Fatalf("not allowed: %v", a.Off)
	}
	d.Dismiss()
	a.Do()
	var told *Outcome
	if err := d.Notice(); err != nil && !errors.As(err, &told) {
		t.Fatal(err)
	}
}

func TestAPersonHasTheLastWord(t *testing.T) {
	const asRead = "公共充电桩 read；老旧小区 read；停车位 read"
	for _, tt := range []struct {
		name string
		do   func(*Desk) Action
		want string
	}{
		{"confirm", func(d *Desk) Action { return d.ConfirmTarget(aimed(t, d, "充电桩").ID) },
			"公共充电桩 confirmed；老旧小区 read；停车位 read"},
		{"correct", func(d *Desk) Action {
			return d.CorrectTarget(aimed(t, d, "充电桩").ID, number("充电桩", 600, "个"))
		}, "充电桩 corrected；老旧小区 read；停车位 read"},
		{"correct to what was read", func(d *Desk) Action {
			return d.CorrectTarget(aimed(t, d, "充电桩").ID, annotate.AimOf(aimed(t, d, "充电桩")))
		}, "公共充电桩 confirmed；老旧小区 read；停车位 read"},
		{"split", func(d *Desk) Action {
			return d.CorrectTarget(aimed(t, d, "小区").ID, number("城东小区", 50, "个"), number("城西小区", 70, "个"))
		}, "公共充电桩 read；城东小区 split；城西小区 split；停车位 read"},
		{"delete", func(d *Desk) Action { return d.DeleteTarget(aimed(t, d, "小区").ID) }, "公共充电桩 read；停车位 read"},
		{"add", func(d *Desk) Action {
			p := aimed(t, d, "小区").Paragraph
			para, _ := d.Report().Paragraph(p)
			at := strings.Index(para.Text, "推动文旅融合发展")
			d.Select(p, report.Span{Start: at, End: at + len("推动文旅融合发展")})
			return d.AddTarget()
		}, "公共充电桩 read；老旧小区 read；停车位 read；推动文旅融合发展 added"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			d := countyDesk(t, dir)
			if got := listed(d, TargetView{}); got != asRead {
				t.Fatalf("at first: %s", got)
			}
			decide(t, d, tt.do(d))
			if got := listed(d, TargetView{}); got != tt.want {
				t.Errorf("%s\nwant %s", got, tt.want)
			}
			decide(t, d, d.Undo())
			if got := listed(d, TargetView{}); got != asRead {
				t.Errorf("undone: %s", got)
			}
			decide(t, d, d.Redo())
			if got := listed(d, TargetView{}); got != tt.want {
				t.Errorf("done again: %s", got)
			}
			if err := d.Close(); err != nil {
				t.Fatal(err)
			}
			id := d.Report().ID
			d = keeping(t, dir)
			d.OpenReport(id)
			if got := listed(d, TargetView{}); got != tt.want {
				t.Errorf("the next day: %s", got)
			}
		})
	}
}

// Parts of a split target, and added ones, are corrected and deleted like
// others; what was deleted can be had back any day.
func TestRulingsOnRulings(t *testing.T) {
	d := countyDesk(t, t.TempDir())
	decide(t, d, d.CorrectTarget(aimed(t, d, "小区").ID, number("甲", 50, "个"), number("乙", 70, "个")))
	rows := d.TargetRows(TargetView{State: Split})
	decide(t, d, d.CorrectTarget(rows[1].Target.ID, number("丙", 71, "个")))
	if got := listed(d, TargetView{State: Split}); got != "甲 split；丙 split" {
		t.Error(got)
	}
	decide(t, d, d.DeleteTarget(rows[0].Target.ID))
	if got := listed(d, TargetView{State: Split}); got != "丙 split" {
		t.Error(got)
	}
	decide(t, d, d.DeleteTarget(d.TargetRows(TargetView{State: Split})[0].Target.ID))
	if got := listed(d, TargetView{State: Deleted}); got != "老旧小区 deleted" || d.CountTargets().Deleted != 1 {
		t.Error(got)
	}
	decide(t, d, d.RestoreTarget(d.TargetRows(TargetView{State: Deleted})[0].Target.ID))
	if got := listed(d, TargetView{}); got != "公共充电桩 read；老旧小区 read；停车位 read" {
		t.Error(got)
	}
	for _, tt := range []struct {
		name string
		a    Action
		want error
	}{
		{"restore what nobody touched", d.RestoreTarget(aimed(t, d, "小区").ID), ErrAsRead},
		{"no such target", d.ConfirmTarget("nowhere"), ErrNoTarget},
		{"no subject", d.CorrectTarget(aimed(t, d, "小区").ID, number(" ", 1, "个")), annotate.ErrNoSubject},
		{"nothing selected", d.AddTarget(), ErrNothingSelected},
	} {
		if !errors.Is(tt.a.Off, tt.want) {
			t.Errorf("%s: %v", tt.name, tt.a.Off)
		}
	}
	c := aimed(t, d, "充电桩")
	d.Select(c.Paragraph, c.Span)
	if a := d.AddTarget(); !errors.Is(a.Off, ErrTargetThere) {
		t.Errorf("add what is there: %v", a.Off)
	}
}

// A corrected list is the list: for the search, the reader and the drafts; and
// a new text of the report keeps it.
func TestCorrectionsHoldEverywhere(t *testing.T) {
	d := countyDesk(t, t.TempDir())
	decide(t, d, d.DeleteTarget(aimed(t, d, "小区").ID))
	answer, err := d.Ask(search.Query{Text: "老旧小区", Kinds: []search.Kind{search.Targets}})
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range answer.Hits {
		if h.Report == string(d.Report().ID) {
			t.Errorf("still found: %s", h.Text)
		}
	}
	if len(d.TargetsIn(aimed(t, d, "充电桩").Paragraph)) != 2 {
		t.Error("the reader still shows it")
	}
	decide(t, d, d.CorrectTarget(aimed(t, d, "停车位").ID, number("路边停车位", 310, "个")))
	decide(t, d, d.SuggestOn(aimed(t, d, "停车位").ID))
	d.ImportText(strings.Replace(countyPlan, "加强城市建设，", "加强城市建设，新建学校9所，", 1))
	if got := listed(d, TargetView{}); got != "学校 read；公共充电桩 read；路边停车位 corrected" {
		t.Errorf("in the new text: %s", got)
	}
	if rows := d.TargetRows(TargetView{State: Corrected}); len(rows) != 1 || rows[0].Proposals != 1 {
		t.Errorf("the draft is lost: %+v", rows)
	}
	d.ImportText(strings.Replace(countyPlan, "停车位300个", "停车位400个", 1))
	if got := listed(d, TargetView{}); got != "公共充电桩 read；停车位 read" {
		t.Errorf("with another number: %s", got)
	}
}

func TestMarksOfOnesOwn(t *testing.T) {
	d := countyDesk(t, t.TempDir())
	id := aimed(t, d, "小区").ID
	decide(t, d, d.MarkTarget(id, annotate.Watched))
	decide(t, d, d.MarkTarget(id, annotate.Doubted))
	if got := listed(d, TargetView{Mark: annotate.Doubted}); got != "老旧小区 read" {
		t.Error(got)
	}
	decide(t, d, d.Undo())
	if got := listed(d, TargetView{Mark: annotate.Watched}); got != "老旧小区 read" {
		t.Error(got)
	}
	decide(t, d, d.MarkTarget(id, ""))
	if got := listed(d, TargetView{Mark: annotate.Watched}); got != "" {
		t.Error(got)
	}
	if a := d.MarkTarget(id, ""); a.Off == nil {
		t.Error("a mark that is not there can be taken off")
	}
}

// A file of corrections is given to somebody else, who has said some things
// already.
func TestCorrectionsAreGivenToOthers(t *testing.T) {
	staff := countyDesk(t, t.TempDir())
	decide(t, staff, staff.ConfirmTarget(aimed(t, staff, "充电桩").ID))
	decide(t, staff, staff.DeleteTarget(aimed(t, staff, "小区").ID))
	decide(t, staff, staff.CorrectTarget(aimed(t, staff, "停车位").ID, number("路边停车位", 310, "个")))
	decide(t, staff, staff.MarkTarget(aimed(t, staff, "停车位").ID, annotate.Watched))
	file := filepath.Join(t.TempDir(), "corrections.json")
	if n, err := staff.WriteCorrections(staff.Report(), file); n != 3 || err != nil {
		t.Fatal(n, err)
	}
	if data, err := os.ReadFile(file); err != nil || strings.Contains(string(data), "watched") {
		t.Errorf("a mark is given away: %v", err)
	}
	all, err := ReadCorrections(file)
	if err != nil {
		t.Fatal(err)
	}

	d := keeping(t, t.TempDir())
	fates := func() []Fate {
		got, err := d.TakeCorrections(slices.Clone(all))
		if err != nil {
			t.Fatal(err)
		}
		var f []Fate
		for _, each := range got {
			f = append(f, each.Fate)
		}
		return f
	}
	check := func(what string, want ...Fate) {
		t.Helper()
		if got := fates(); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", what, got, want)
		}
	}
	check("without the report", Waiting, Waiting, Waiting)
	decide(t, d, d.Undo())

	d.ImportText(strings.Replace(countyPlan, "停车位300个", "停车位400个", 1))
	decide(t, d, d.ConfirmTarget(aimed(t, d, "小区").ID))
	check("after a word of my own, another number", Taken, Mine, Changed)
	if got := listed(d, TargetView{}); got != "公共充电桩 confirmed；老旧小区 confirmed；停车位 read" {
		t.Error(got)
	}
	check("once more", Already, Mine, Already)
	d.ImportText(strings.Replace(countyPlan, "推动文旅", "加快文旅", 1))
	if got := listed(d, TargetView{}); got != "公共充电桩 confirmed；老旧小区 confirmed；路边停车位 corrected" {
		t.Errorf("when the words are back: %s", got)
	}
}

func TestValuesAsTyped(t *testing.T) {
	for text, want := range map[string]float64{"3000": 3000, "3,000": 3000, "7.5%": 7.5, "1.2万": 12000, "36亿": 3.6e9, "２０": 20, "1万亿": 1e12} {
		if got, ok := Value(text); !ok || got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	for _, text := range []string{"", "三百", "12个"} {
		if v, ok := Value(text); ok {
			t.Errorf("%s is taken for %v", text, v)
		}
	}
	d := countyDesk(t, t.TempDir())
	for deadline, want := range map[string]string{"": "2024-12-31", "6月底前": "2024-06-30", "上半年": "2024-06-30", "尽快": ""} {
		if got := d.Due(deadline); got != want {
			t.Errorf("due %s: %q, want %q", deadline, got, want)
		}
	}
}
