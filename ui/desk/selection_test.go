package desk

import (
	"fmt"
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

// The click is on the character behind the bar, the words it selects stand
// between the marks.
func TestDoubleClickSelectsWordsAndNumbers(t *testing.T) {
	for _, tt := range []string{
		"新建«公共充|电桩»580个，新增拆墙透绿119处",
		"新建公共充电桩«5|80个»，新增拆墙透绿119处",
		"新建公共充电桩580个，新增«拆|墙透绿»119处",
		"实施39所新改扩建«公办幼儿|园»质量提升工程",
		"优良天数增加«24|天»，空气质量综合指数居全省第5位",
		"城镇新增就业«3.8万|人»，新增农村劳动力",
		"增长«|6.5%»左右",
		"优化«|营商环境»",
	} {
		from, to := strings.Index(tt, "«"), strings.Index(tt, "»")
		at := strings.Index(tt, "|") - len("«")
		text := strings.NewReplacer("«", "", "»", "", "|", "").Replace(tt)
		want := strings.ReplaceAll(tt[from+len("«"):to], "|", "")
		if got := wordAt(text, at).Of(text); got != want {
			t.Errorf("%s: selected %q", tt, got)
		}
	}
}

// With the keyboard alone one can go through all sentences and back.
func TestSentencesAreSteppedThrough(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	all := d.Report().Paragraphs()
	d.Stood(all[0].ID, 0)
	var want []string
	for _, p := range all[:3] {
		for _, s := range p.Sentences() {
			want = append(want, strings.TrimSpace(s.Of(p.Text)))
		}
	}
	for i, w := range want {
		if d.StepSentence(+1); d.Words() != w {
			t.Fatalf("step %d selects %q, want %q", i, d.Words(), w)
		}
	}
	for i := len(want) - 2; i >= 0; i-- {
		if d.StepSentence(-1); d.Words() != want[i] {
			t.Fatalf("step back to %d selects %q, want %q", i, d.Words(), want[i])
		}
	}
	if d.StepSentence(-1); d.Words() != want[0] {
		t.Errorf("before the first sentence stands %q", d.Words())
	}
}

func TestQuotationSaysWhereTheWordsStand(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	var p report.Paragraph
	for _, p = range d.Report().Paragraphs() {
		if strings.Contains(p.Text, "新建公共充电桩580个") {
			break
		}
	}
	d.SelectSentence(p.ID, strings.Index(p.Text, "新建公共充电桩"), false)
	_, n := report.SentenceAt(p.Text, d.Selection().Span.Start)
	words, source, _ := strings.Cut(d.Quotation(), "\n")
	if words != d.Words() {
		t.Errorf("the words are %q", words)
	}
	for _, part := range []string{"——漯河市人民政府《政府工作报告》（2024年）", "(四) 注重内外兼修，提升城市品质", fmt.Sprintf("段 第%d句", n+1)} {
		if !strings.Contains(source, part) {
			t.Errorf("the source line %q lacks %q", source, part)
		}
	}
	d.SelectParagraph(p.ID)
	if q := d.Quotation(); !strings.Contains(q, "第1至") {
		t.Errorf("of a paragraph: %q", q[strings.LastIndex(q, "\n"):])
	}
}
