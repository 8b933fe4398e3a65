package desk

import (
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds/intake"
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
