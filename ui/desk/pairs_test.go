package desk

import (
	"os"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// readOne reads the first target or result that words state.
func readOne(t *testing.T, words, heading string) target.Target {
	t.Helper()
	all := target.Of(&report.Report{ID: "x", Year: 2017, Sections: []report.Section{{
		Path: "二", Heading: heading, Paragraphs: []report.Paragraph{{ID: "x/二/1", Section: "二", Text: words + "。"}}}}})
	if len(all) == 0 {
		t.Fatalf("nothing read off %s", words)
	}
	return all[0]
}

// The least likeness is measured on pairs labelled by hand.
func TestLikeness(t *testing.T) {
	data, err := os.ReadFile("testdata/pairs.txt")
	if err != nil {
		t.Fatal(err)
	}
	var pairs, found, wrong int
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSpace(line), " | ")
		if len(fields) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		plan, result := readOne(t, fields[1], "二、主要任务"), readOne(t, fields[2], "二、工作回顾")
		score := likeness(plan, result)
		switch {
		case fields[0] == "yes":
			pairs++
			if score >= leastLikeness {
				found++
			} else {
				t.Logf("not found: %.2f %s / %s", score, fields[1], fields[2])
			}
		case score >= leastLikeness:
			wrong++
			t.Logf("wrongly taken: %.2f %s / %s", score, fields[1], fields[2])
		}
	}
	if found < 21 || wrong > 0 {
		t.Errorf("%d of %d pairs found, %d wrong ones taken; want 21 and none", found, pairs, wrong)
	}
}

func TestReached(t *testing.T) {
	for _, tt := range []struct {
		plan, result string
		want         Reached
	}{
		{"国内生产总值增长6.5%左右", "国内生产总值增长6.9%", Met},
		{"国内生产总值增长6.5%左右", "国内生产总值增长6.3%", Met}, // 左右
		{"国内生产总值增长6.5%左右", "国内生产总值增长5.9%", Missed},
		{"居民消费价格涨幅3%左右", "居民消费价格上涨2%", Met},
		{"居民消费价格涨幅3%左右", "居民消费价格上涨4%", Missed},
		{"城镇登记失业率4.5%以内", "城镇登记失业率4.02%", Met},
		{"城镇登记失业率4.5%以内", "城镇登记失业率4.6%", Missed},
		{"城镇新增就业1000万人以上", "城镇新增就业1314万人", Met},
		{"新建改建农村公路20万公里", "新建改建农村公路19万公里", Missed},
		{"二氧化硫排放量下降3%", "二氧化硫排放量下降5.6%", Met},
		{"二氧化硫排放量下降3%", "二氧化硫排放量下降2%", Missed},
	} {
		if got := reached(readOne(t, tt.plan, "二、主要任务"), readOne(t, tt.result, "二、工作回顾")); got != tt.want {
			t.Errorf("%s / %s: %s, want %s", tt.plan, tt.result, got, tt.want)
		}
	}
}

// countyReview is what the next report says of countyPlan.
const countyReview = `政府工作报告

——2025年2月20日在鹤壁市第十二届人民代表大会第四次会议上

各位代表：

现在，我代表市人民政府向大会作报告。

一、2024年工作回顾

新建公共充电桩612个，改造老旧小区98个，新增城镇就业5000人。

二、2025年主要任务

新建公共充电桩300个。
`

// pairsOf lists a comparison: subject, what became of it, what a person said.
func pairsOf(d *Desk) string {
	c, ok := d.LastYear()
	if !ok {
		return "nothing to compare"
	}
	var all []string
	for _, p := range c.Pairs {
		all = append(all, strings.TrimSpace(p.Plan.Subject+" "+string(p.Reached)+" "+string(p.Verdict)))
	}
	return strings.Join(all, "；")
}

func TestLastYearAgainstThis(t *testing.T) {
	dir := t.TempDir()
	d := countyDesk(t, dir)
	if got := pairsOf(d); got != "nothing to compare" {
		t.Errorf("with one report: %s", got)
	}
	d.ImportText(countyReview)
	const matched = "公共充电桩 met；老旧小区 missed；停车位 unsaid"
	if got := pairsOf(d); got != matched {
		t.Fatal(got)
	}
	pair := func(i int) (Comparison, Pair) {
		c, _ := d.LastYear()
		return c, c.Pairs[i]
	}
	judge := func(i int, v annotate.Verdict) {
		c, p := pair(i)
		decide(t, d, d.JudgePair(c, p, v))
	}
	judge(0, annotate.Matches)
	judge(1, annotate.Differs)
	const judged = "公共充电桩 met matches；老旧小区 unsaid；停车位 unsaid"
	if got := pairsOf(d); got != judged {
		t.Error(got)
	}
	decide(t, d, d.Undo())
	if got := pairsOf(d); got != "公共充电桩 met matches；老旧小区 missed；停车位 unsaid" {
		t.Errorf("undone: %s", got)
	}
	decide(t, d, d.Redo())
	id := d.Report().ID
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = keeping(t, dir)
	d.OpenReport(id)
	if got := pairsOf(d); got != judged {
		t.Errorf("the next day: %s", got)
	}
	judge(0, annotate.Matches) // again: taken back
	if got := pairsOf(d); got != "公共充电桩 met；老旧小区 unsaid；停车位 unsaid" {
		t.Error(got)
	}
	if c, p := pair(2); d.JudgePair(c, p, annotate.Matches).Off == nil {
		t.Error("a target without a result is matched")
	}
	d.CompareWith("luohe-2024")
	if c, ok := d.LastYear(); !ok || c.Old.ID != "luohe-2024" {
		t.Errorf("the chosen report is not taken: %v", ok)
	}
}
