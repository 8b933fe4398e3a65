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

// F1 leads to the chapter of the page in front, and back to that page.
func TestHelpOpensTheChapterOfThePage(t *testing.T) {
	d := Open(Settings{})
	m, err := manual.Open(manual.Names()[0])
	if err != nil {
		t.Fatal(err)
	}
	places := map[string]bool{}
	for _, b := range m.Blocks {
		places[b.Label] = b.Kind == manual.Chapter
	}
	for _, p := range append([]Page{Receiving, Registering, Merging, Issuing}, DeputyPages...) {
		if !places[string(p)] {
			t.Errorf("the manual has no chapter of the page %s", p)
		}
		d.Turn(p)
		d.Help()
		if name, place, _ := d.ManualAt(); d.Page() != Manual || name != "使用手册" || place != string(p) {
			t.Errorf("on %s the manual opens at %s, %q", p, name, place)
		}
		d.Help() // a second time it stays
		d.CloseManual()
		if d.Page() != p {
			t.Errorf("from the manual back to %s, want %s", d.Page(), p)
		}
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}
