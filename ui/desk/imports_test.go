package desk

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"deputydesk/annotate"
	"deputydesk/search"
	"deputydesk/seeds/intake"
)

const county = `政府工作报告

一、2023年工作回顾

新建农村道路12公里。

二、2024年主要任务

加快农村公路建设。新建农村道路30公里以上，安装路灯200盏。`

// told is the good news of the last action, "" if there was none.
func told(d *Desk) string {
	var o *Outcome
	if errors.As(d.Notice(), &o) {
		return o.Key
	}
	return ""
}

func lay(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestImportedReportIsOpenedSearchedAndKept(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)
	d.ImportFile(lay(t, "示例县2024.txt", county))
	if told(d) != "desk.import.done" || len(d.Reports()) != 2 {
		t.Fatalf("told %q (%v), %d reports", told(d), d.Notice(), len(d.Reports()))
	}
	id := d.Report().ID
	if n := len(d.Targets(d.Report())); n != 2 {
		t.Errorf("%d targets", n)
	}
	if a, err := d.Ask(search.Query{Text: "路灯"}); err != nil || len(a.Hits) == 0 {
		t.Errorf("the imported text is not found: %v", err)
	}
	shut(t, d)

	d = open(t, folder)
	defer shut(t, d)
	if d.Find(id) == nil {
		t.Errorf("%s is gone after a restart", id)
	}
	d.ImportFile(lay(t, "again.txt", county+"\n\n"))
	if told(d) != "desk.import.known" || len(d.Reports()) != 2 {
		t.Errorf("the same words again: told %q, %d reports", told(d), len(d.Reports()))
	}
}

func TestChangedTextIsANewEditionAndNotesFollow(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	meta := intake.Meta{ID: "county-2024"}
	first, err := intake.Text(meta, county)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.take(first, "a.txt", []byte(county), nil); told(d) != "" && err == nil {
		t.Fatal("nothing was told")
	}
	p := first.Paragraphs()[1]
	d.SelectSentence(p.ID, len(p.Text)-1, false)
	press(t, d, d.Mark(annotate.Blue))

	changed := "政府工作报告\n\n（根据代表意见修改）\n\n" + county[len("政府工作报告\n\n"):]
	second, err := intake.Text(meta, changed)
	if err != nil {
		t.Fatal(err)
	}
	var o *Outcome
	if err := d.take(second, "b.txt", []byte(changed), nil); !errors.As(err, &o) || o.Key != "desk.import.edition" {
		t.Fatalf("told %v", err)
	}
	if len(d.Editions("county-2024")) != 2 || d.Report() != second {
		t.Errorf("%d editions", len(d.Editions("county-2024")))
	}
	n := d.Notes()
	if len(n) != 1 {
		t.Fatalf("%d notes", len(n))
	}
	if f := d.Where(n[0].Anchor, second); f.Paragraph == "" {
		t.Errorf("the note is %s in the new edition", f.Status)
	}
}

func TestBadFilesImportNothing(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	for _, tt := range []struct {
		name, text string
		want       error
	}{
		{"empty.txt", "", intake.ErrEmpty},
		{"picture.png", "\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x00\x01", intake.ErrBinary},
	} {
		d.ImportFile(lay(t, tt.name, tt.text))
		if !errors.Is(d.Notice(), tt.want) || !Explained(d.Notice()) {
			t.Errorf("%s: told %v, want %v", tt.name, d.Notice(), tt.want)
		}
		if len(d.Reports()) != 1 {
			t.Errorf("%s: %d reports", tt.name, len(d.Reports()))
		}
	}
	d.ImportFile(filepath.Join(t.TempDir(), "nowhere.txt"))
	if !errors.Is(d.Notice(), os.ErrNotExist) {
		t.Errorf("a file that is not there: told %v", d.Notice())
	}
}
