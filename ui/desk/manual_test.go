package desk

import (
	"os"
	"path/filepath"
	"testing"

	"deputydesk/assets/manual"
)

// Every document of the manual is printed by our own press, each character of it.
func TestTheManualIsPrinted(t *testing.T) {
	d := Open(Settings{})
	for _, name := range manual.Names() {
		paper, err := d.PrintManual(name, filepath.Join(t.TempDir(), ManualName(name)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if paper.Pages < 2 || paper.Missing != "" {
			t.Errorf("%s: %d pages, missing %q", name, paper.Pages, paper.Missing)
		}
		if info, err := os.Stat(paper.File); err != nil || info.Size() < 20_000 {
			t.Errorf("%s: %v, %v", name, info, err)
		}
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

// F1 leads to the chapter of the page in front, in the manual of the role, and
// back to that page.
func TestHelpOpensTheChapterOfThePage(t *testing.T) {
	d := Open(Settings{})
	for role, want := range map[Role]struct {
		manual string
		pages  []Page
	}{
		Deputy: {"使用手册", DeputyPages},
		Staff:  {"工作人员手册", []Page{Receiving, Registering, Merging, Board, Issuing}},
	} {
		m, err := manual.Open(want.manual)
		if err != nil {
			t.Fatal(err)
		}
		places := map[string]bool{}
		for _, b := range m.Blocks {
			places[b.Label] = b.Kind == manual.Chapter
		}
		d.SetRole(role)
		for _, p := range want.pages {
			if !places[string(p)] {
				t.Errorf("%s has no chapter of the page %s", want.manual, p)
			}
			d.Turn(p)
			d.Help()
			if name, place, _ := d.ManualAt(); d.Page() != Manual || name != want.manual || place != string(p) {
				t.Errorf("on %s the manual opens at %s, %q", p, name, place)
			}
			d.Help() // a second time it stays
			d.CloseManual()
			if d.Page() != p {
				t.Errorf("from the manual back to %s, want %s", d.Page(), p)
			}
		}
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}
