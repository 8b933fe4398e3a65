package desk

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/export"
)

// What was marked in the window stands on the copy: highlight, note, target
// and citation, each at its words, and what lost its words at the end.
func TestTheMarkedCopyHasEveryMark(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	r := d.Report()
	note(t, d, "新建公共充电桩580个", "每个区县各建多少？")
	press(t, d, d.WriteOnSelection(annotate.Suggestion))
	d.Edit(func(p *annotate.Proposal) { p.Title = "关于加快公共充电桩建设的建议" })
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := d.SaveNote(annotate.Annotation{ID: "x", Colour: annotate.Pink, Text: "找不到",
		Anchor: annotate.Anchor{Report: r.ID, Quote: "明年建成月球中转站", Sentence: "明年建成月球中转站，完成旅客吞吐量三百人次。"}}); err != nil {
		t.Fatal(err)
	}
	m := d.markedCopy(r)
	var has []string
	for _, s := range m.Sections {
		for _, p := range s.Paragraphs {
			for _, w := range p.Marks {
				switch words := p.Text[w.Start:w.End]; {
				case w.Figure && words == "580个":
					has = append(has, "figure")
				case w.Note != nil && w.Note.Cited && words == "新建公共充电桩580个":
					has = append(has, "cited by "+w.Note.About)
				case w.Note != nil && words == "新建公共充电桩580个" && w.Pattern == export.Dashed:
					has = append(has, "note "+w.Note.Text)
				}
			}
		}
	}
	want := "note 每个区县各建多少？; figure; cited by 建议《关于加快公共充电桩建设的建议》，要求提高"
	if got := strings.Join(has, "; "); got != want {
		t.Errorf("the copy has %s, want %s", got, want)
	}
	if len(m.Lost) != 1 || m.Lost[0].Quote != "明年建成月球中转站" {
		t.Errorf("lost: %+v", m.Lost)
	}

	folder := t.TempDir()
	opened := ""
	d.SaveMarked(filepath.Join(folder, "批注本.pdf"), func(file string) { opened = file })
	data, err := os.ReadFile(opened)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) || !GoodNews(d.Notice()) {
		t.Errorf("the copy: %v, told %v", err, d.Notice())
	}
	if !strings.HasPrefix(d.MarkedName(), "批注本_漯河") {
		t.Errorf("it would be called %q", d.MarkedName())
	}
}
