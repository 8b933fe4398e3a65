package specimen

import (
	"os"
	"path/filepath"
	"testing"

	"deputydesk/seeds/rules"
)

// Every paper is drawn as every kind of file it names; DESK_PAPERS keeps the
// files for looking at.
func TestEveryPaperIsDrawn(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 20 {
		t.Errorf("%d papers", len(all))
	}
	folder := os.Getenv("DESK_PAPERS")
	for _, p := range all {
		if len(p.Kinds) == 0 || p.Gold[0]["body.situation"] == "" {
			t.Errorf("%s: no kind or nothing to read", p.Name)
		}
		for _, kind := range p.Kinds {
			data, err := p.File(kind)
			if err != nil || len(data) < 200 {
				t.Errorf("%s: %s of %d bytes: %v", p.Name, kind, len(data), err)
			}
			if folder != "" {
				if err := os.WriteFile(filepath.Join(folder, p.Name[:2]+"."+kind), data, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// Nine of ten fields are read as a clerk would copy them, and what is not is
// marked.
func TestPapersAreRead(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	marks, err := Try(all, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range marks {
		if !m.Right() {
			t.Logf("%s.%s %s: %q, want %q, sure %v", m.Paper, m.Kind, m.Field, m.Got, m.Want, m.Sure)
		}
		if m.Silent() {
			t.Errorf("%s.%s %s: wrong, and nobody is asked", m.Paper, m.Kind, m.Field)
		}
	}
	s := Tell(marks)
	t.Logf("%d files: %d of %d fields right, %d wrong in silence", s.Files, s.Right, s.Fields, s.Silent)
	if s.Right*10 < s.Fields*9 {
		t.Errorf("%d of %d fields right, want 90 %%", s.Right, s.Fields)
	}
}
