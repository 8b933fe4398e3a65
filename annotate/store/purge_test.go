package store

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/intake"
)

func TestPurgeLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, on(1))
	must(t, s.SaveNote(note("a", marker)))
	must(t, s.SaveNote(note("a", marker+"改")))
	p := annotate.New("p", annotate.Suggestion)
	p.Body.Situation = marker
	must(t, s.SaveDraft(p))
	must(t, s.Revise("p", "left"))
	must(t, s.SaveRecords(Record{"outline", "o", marker}))
	must(t, s.SaveReport(Import{ID: "r", Name: "r.txt", Meta: intake.Meta{ID: "r"}, Source: []byte(marker)}))
	must(t, s.SetSetting("recent", marker))
	must(t, s.SetSetting("zoom", 125))
	must(t, s.Close())
	s = open(t, dir, on(2)) // makes a backup
	must(t, os.WriteFile(filepath.Join(dir, "desk-damaged-20240101-080000.db"), []byte(marker), 0o600))
	if len(clearFiles(t, dir, marker)) < 3 {
		t.Fatal("the phrase should stand in the database, its copy and the kept file")
	}
	left, err := s.Purge("recent")
	must(t, err)
	same(t, "could not be removed", left, []string(nil))
	same(t, "while open", clearFiles(t, dir, marker), []string(nil))
	zoom := 0
	_, err = s.Setting("zoom", &zoom)
	must(t, err)
	same(t, "zoom", zoom, 125)
	must(t, s.SaveNote(note("b", "新的一届")))
	must(t, s.Close())
	same(t, "afterwards", clearFiles(t, dir, marker), []string(nil))
	same(t, "notes", notesOf(t, open(t, dir, on(3))), []string{"新的一届"})
}

// Somebody sets the clock back between two saves: the later words still hold.
func TestClockSetBack(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2024, 2, 21, 10, 0, 0, 0, annotate.Beijing)
	clock := At(func() time.Time { return now })
	s := open(t, dir, clock)
	p := annotate.New("p", annotate.Suggestion)
	p.Title = "先写的"
	must(t, s.SaveDraft(p))
	must(t, s.Revise("p", "left"))
	now = now.AddDate(-3, 0, 0)
	p.Title = "后写的"
	must(t, s.SaveDraft(p))
	must(t, s.Revise("p", "left"))
	must(t, s.SaveNote(note("a", "后记的")))
	must(t, s.Close())
	s = open(t, dir, clock)
	got, err := s.Draft("p")
	must(t, err)
	same(t, "title", got.Title, "后写的")
	all, err := s.Revisions("p")
	must(t, err)
	same(t, "revisions", len(all), 2)
	last := all[0]
	for _, r := range all {
		if r.N > last.N {
			last = r
		}
	}
	same(t, "last revision", last.Proposal.Title, "后写的")
	same(t, "notes", notesOf(t, s), []string{"后记的"})
}
