package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"deputydesk/annotate"
)

// on is the clock of a day of February.
func on(day int) Option {
	return At(func() time.Time { return time.Date(2024, 2, day, 8, 0, 0, 0, annotate.Beijing) })
}

func TestOneCopyADayAndNoMoreThanFive(t *testing.T) {
	dir := t.TempDir()
	must(t, open(t, dir, on(1)).Close())
	same(t, "copies of nothing", len(backups(dir)), 0)
	for day := 2; day <= 9; day++ {
		for range 2 {
			s := open(t, dir, on(day))
			must(t, s.SaveNote(note(fmt.Sprint(day), "甲")))
			must(t, s.Close())
		}
	}
	var names []string
	for _, path := range backups(dir) {
		names = append(names, filepath.Base(path))
	}
	same(t, "copies", names, []string{"desk-20240209.db", "desk-20240208.db", "desk-20240207.db", "desk-20240206.db", "desk-20240205.db"})
}

// The register of the staff is records, a shelf of reports is reports: a folder
// without a draft or a note has its copies, too.
func TestWhateverIsKeptIsCopied(t *testing.T) {
	for _, tt := range []struct {
		name string
		keep func(s *Store) error
	}{
		{"a register", func(s *Store) error { return s.SaveRecords(Record{"entry", "001", "关于充电桩的建议"}) }},
		{"an imported report", func(s *Store) error {
			return s.SaveReport(Import{ID: "a-2023", Name: "2023.txt", Source: []byte("政府工作报告")})
		}},
		{"a draft", func(s *Store) error { return s.SaveDraft(annotate.New("p", annotate.Suggestion)) }},
	} {
		dir := t.TempDir()
		s := open(t, dir, on(1))
		must(t, tt.keep(s))
		must(t, s.Close())
		must(t, open(t, dir, on(2)).Close())
		same(t, "copies of "+tt.name, len(backups(dir)), 1)
	}
}

func TestBackupStandsInForWhatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir, 20)
	s := open(t, dir, on(20)) // makes the copy
	must(t, s.SaveNote(note("late", "当天写的")))
	must(t, s.Close())
	path := filepath.Join(dir, FileName)
	data, err := os.ReadFile(path)
	must(t, err)
	copy(data, bytes.Repeat([]byte("坏"), 1300)) // nothing can be read of it
	must(t, os.WriteFile(path, data, 0o600))

	s, recovery := reopened(t, dir)
	if recovery == nil || recovery.Backup == "" || len(recovery.Lost) == 0 {
		t.Fatalf("recovery %+v", recovery)
	}
	all, err := s.AllNotes()
	must(t, err)
	same(t, "notes of the copy", len(all), 20)
	same(t, "notes said to be there", recovery.Saved["note"], 20)
	if _, err := s.Draft("p"); err != nil {
		t.Error(err)
	}
}

// A database without a byte, and one that is gone, are taken by SQLite for new
// ones; a folder with copies was never new.
func TestDatabaseThatIsGoneComesFromItsCopy(t *testing.T) {
	for _, tt := range []struct {
		name string
		lose func(path string) error
		kept bool
	}{
		{"emptied by a power cut", func(path string) error { return os.Truncate(path, 0) }, true},
		{"taken away by a virus scanner", os.Remove, false},
	} {
		dir := t.TempDir()
		filled(t, dir, 20)
		must(t, open(t, dir, on(20)).Close()) // makes the copy
		must(t, tt.lose(filepath.Join(dir, FileName)))

		s, recovery := reopened(t, dir)
		if recovery == nil || recovery.Backup == "" || (recovery.Kept != "") != tt.kept {
			t.Fatalf("%s: recovery %+v", tt.name, recovery)
		}
		all, err := s.AllNotes()
		must(t, err)
		same(t, tt.name+": notes", len(all), 20)
		if _, err := s.Draft("p"); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		must(t, s.Close())
		if _, again := reopened(t, dir); again != nil {
			t.Errorf("%s: once more: %v", tt.name, again)
		}
	}
	if _, recovery := reopened(t, t.TempDir()); recovery != nil {
		t.Errorf("a new folder was recovered: %v", recovery)
	}
}

// What is newer in the damaged file is not replaced by what the copy says.
func TestBackupDoesNotGoBack(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir, 200)
	s := open(t, dir, on(20))
	must(t, s.SaveNote(note("n-199", "改过的")))
	must(t, s.Close())
	path := filepath.Join(dir, FileName)
	data, err := os.ReadFile(path)
	must(t, err)
	at := bytes.Index(data, []byte("第50条")) / 4096 * 4096
	copy(data[at:], bytes.Repeat([]byte{0xA5}, 4096))
	must(t, os.WriteFile(path, data, 0o600))

	s, recovery := reopened(t, dir)
	if recovery == nil {
		t.Fatal("nobody noticed")
	}
	all, err := s.AllNotes()
	must(t, err)
	same(t, "notes", len(all), 200)
	for _, n := range all {
		if n.ID == "n-199" && n.Text != "改过的" {
			t.Errorf("went back to %q", n.Text)
		}
	}
}

func TestBackupAndRestore(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "备份.db")
	s := open(t, dir)
	must(t, s.SaveNote(note("a", "备份前")))
	must(t, s.Backup(out))
	if err := s.Backup(out); err == nil {
		t.Error("a backup was overwritten")
	}
	must(t, s.SaveNote(note("b", "备份后")))
	if _, err := Restore(dir, out); !errors.Is(err, ErrLocked) {
		t.Errorf("into an open folder: %v", err)
	}
	must(t, s.Close())

	kept, err := Restore(dir, out)
	must(t, err)
	s = open(t, dir)
	all, err := s.AllNotes()
	same(t, "restored", texts(t, all, err), []string{"备份前"})
	must(t, s.Close())

	// The way back is open, too.
	_, err = Restore(dir, kept)
	must(t, err)
	s = open(t, dir)
	all, err = s.AllNotes()
	same(t, "restored again", texts(t, all, err), []string{"备份前", "备份后"})
	must(t, s.Close())

	rubbish := filepath.Join(t.TempDir(), "rubbish")
	must(t, os.WriteFile(rubbish, []byte("这不是备份"), 0o600))
	if _, err := Restore(dir, rubbish); !errors.Is(err, ErrDamaged) {
		t.Errorf("rubbish: %v", err)
	}
	if _, err := Restore(filepath.Join(dir, "new"), out); err != nil {
		t.Errorf("into a new folder: %v", err)
	}
	s = open(t, dir)
	all, err = s.AllNotes()
	same(t, "after refusals", texts(t, all, err), []string{"备份前", "备份后"})
}
