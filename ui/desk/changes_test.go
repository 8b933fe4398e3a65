package desk

import (
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// take puts text into the library as an edition of the county's report.
func take(t *testing.T, d *Desk, text string) {
	t.Helper()
	r, err := intake.Text(intake.Meta{ID: "county-2024", Body: "示例县人民政府", Year: 2024}, text)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.take(r, "x.txt", []byte(text), nil); !GoodNews(err) {
		t.Fatal(err)
	}
}

func TestNewEditionTellsWhatItConcerns(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	take(t, d, county)
	if d.Revised() != nil {
		t.Error("one edition is compared with nothing")
	}
	p := d.Report().Paragraphs()[1]
	d.SelectSentence(p.ID, strings.Index(p.Text, "30公里"), false)
	press(t, d, d.Comment("够不够？"))
	press(t, d, d.WriteOnSelection(annotate.Suggestion))
	note := d.Notes()[0].ID

	take(t, d, strings.Replace(county, "30公里", "25公里", 1))
	r := d.Revised()
	if r == nil || len(r.Numbers) != 1 || !strings.HasPrefix(r.Numbers[0].Old, "30") || !strings.HasPrefix(r.Numbers[0].New, "25") {
		t.Fatalf("changes: %+v", r)
	}
	if len(r.Touched) != 2 || r.Touched[0].Found.Status != annotate.NumberChanged || r.Touched[1].Draft == "" {
		t.Errorf("touched: %+v", r.Touched)
	}
	d.GoToText(r.Numbers[0].NewPlace, r.Numbers[0].NewText)
	if !strings.Contains(d.Words(), "25公里") {
		t.Errorf("went to %q", d.Words())
	}
	press(t, d, d.Reattach(note))
	if r := d.Revised(); len(r.Touched) != 1 {
		t.Errorf("after tying the note to the new words: %+v", r.Touched)
	}
	press(t, d, d.Undo())
	if r := d.Revised(); len(r.Touched) != 2 {
		t.Errorf("after undo: %+v", r.Touched)
	}
}

func TestRevisedCopyIsRecognisedByItsSentences(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	var lines []string
	for _, p := range d.Report().Paragraphs() {
		lines = append(lines, p.Text)
	}
	text := "政府工作报告\n\n" + strings.Join(lines, "\n\n")
	d.ImportFile(lay(t, "修改稿.txt", strings.Replace(text, "新建公共充电桩580个", "新建公共充电桩480个", 1)))
	if told(d) != "desk.import.edition" || len(d.Reports()) != 1 || len(d.Revised().Numbers) != 1 {
		t.Errorf("told %q, %d reports, %+v", told(d), len(d.Reports()), d.Revised())
	}
}

// The bundled extract against a copy with the pages before and after it, and a
// few edits: what is told of them, and what of the notes.
func TestExtractAgainstTheWholeReport(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	seed := d.Report()
	var b strings.Builder
	b.WriteString("政府工作报告\n\n各位代表：\n\n现在，我代表市人民政府向大会报告工作，请予审议。\n\n一、过去一年工作回顾\n\n过去一年，全市上下团结奋斗，完成了各项任务。\n\n")
	for _, s := range seed.Sections {
		if s.Heading != "" && (len(s.Paragraphs) == 0 || !strings.HasPrefix(s.Paragraphs[0].Text, s.Heading)) {
			b.WriteString(s.Heading + "\n\n")
		}
		for _, p := range s.Paragraphs {
			b.WriteString(p.Text + "\n\n")
		}
	}
	b.WriteString("四、加强政府自身建设\n\n建设人民满意的服务型政府。开展政务服务提升行动15项。\n")
	edit := func(old, now string) func(string) string {
		return func(s string) string {
			if strings.Count(s, old) != 1 {
				t.Fatalf("%s stands %d times", old, strings.Count(s, old))
			}
			return strings.Replace(s, old, now, 1)
		}
	}
	text := b.String()
	text = edit("新建公共充电桩580个", "新建公共充电桩680个")(text)
	text = edit("新增拆墙透绿119处，", "")(text)
	as := func(id report.ID, text string) *report.Report {
		r, err := intake.Text(intake.Meta{ID: id, Body: seed.Body, Year: seed.Year}, text)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	whole := as(seed.ID, text)
	n := note(t, d, "新建公共充电桩580个", "够不够？")
	lost := note(t, d, "新增拆墙透绿119处", "在哪里？")
	kept := note(t, d, "科学规划道路停车位3000个", "好")
	c := d.CompareTexts(seed, whole)
	if len(c.Numbers) != 2 || c.Numbers[0].Old != "580个" || c.Numbers[0].New != "680个" || c.Numbers[1].Old != "119处" || c.Numbers[1].New != "" {
		t.Errorf("numbers: %+v", c.Numbers)
	}
	if len(c.TargetsRemoved) != 1 || !strings.Contains(c.TargetsRemoved[0].Quote, "119处") {
		t.Errorf("targets removed: %+v", c.TargetsRemoved)
	}
	if len(c.TargetsAdded) != 1 || !strings.Contains(c.TargetsAdded[0].Quote, "15项") {
		t.Errorf("targets added: %+v", c.TargetsAdded)
	}
	if len(c.Removed) > 0 || len(c.Moved) > 0 {
		t.Errorf("removed: %v, moved: %v", c.Removed, c.Moved)
	}
	for _, s := range c.Added {
		if !strings.Contains(text[:strings.Index(text, seed.Paragraphs()[0].Text)]+text[strings.Index(text, "四、加强"):], s.Text) {
			t.Errorf("added, it says: %s", s.Text)
		}
	}
	if err := d.take(whole, "whole.txt", []byte(text), nil); err != nil && !GoodNews(err) {
		t.Fatal(err)
	}
	r := d.Revised()
	if r == nil {
		t.Fatal("the new text is no new edition")
	}
	told := map[annotate.NoteID]annotate.Status{}
	for _, each := range append(r.Touched, r.Tray...) {
		told[each.Note] = each.Found.Status
	}
	if told[n.ID] != annotate.NumberChanged || told[lost.ID] != annotate.Reworded && told[lost.ID] != annotate.Orphan || told[kept.ID] != "" || len(d.notes) != 3 {
		t.Errorf("of the notes: %v", told)
	}
	for _, each := range r.Tray {
		if each.Found.Status != annotate.Orphan {
			t.Errorf("in the tray: %+v", each)
		}
	}
}
