package store

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"deputydesk/annotate"
)

// filled makes a folder with many notes and a draft and returns the bytes of
// its database.
func filled(t *testing.T, dir string, notes int) []byte {
	t.Helper()
	s := open(t, dir)
	var all []annotate.Annotation
	for n := range notes {
		all = append(all, note(fmt.Sprintf("n-%d", n), fmt.Sprintf("第%d条：%s", n, strings.Repeat("桩", 100))))
	}
	must(t, s.SaveNotes(all))
	p := annotate.New("p", annotate.Suggestion)
	p.Title = "关于充电桩的建议"
	must(t, s.SaveDraft(p))
	must(t, s.Revise("p", "left"))
	must(t, s.Close())
	data, err := os.ReadFile(filepath.Join(dir, FileName))
	must(t, err)
	return data
}

// reopened opens a folder whose database was damaged.
func reopened(t *testing.T, dir string) (*Store, *Recovery) {
	t.Helper()
	s, recovery, err := Open(dir, monday())
	if err != nil {
		t.Fatalf("a damaged database keeps the folder shut: %v", err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s, recovery
}

func TestDamagedDatabaseIsKeptAndReadAsFarAsItGoes(t *testing.T) {
	const notes = 200
	for _, tt := range []struct {
		name   string
		damage func(data []byte) []byte
		notes  int // at least so many are read
		draft  bool
	}{
		{"a page of notes overwritten", func(d []byte) []byte {
			at := bytes.Index(d, []byte("第100条")) / 4096 * 4096
			copy(d[at:], bytes.Repeat([]byte{0xA5}, 4096))
			return d
		}, notes - 10, true},
		{"the second half gone", func(d []byte) []byte { return d[:len(d)/2/4096*4096] }, 1, false},
		{"cut within a page", func(d []byte) []byte { return d[:len(d)-1000] }, 1, true},
		{"first page overwritten", func(d []byte) []byte {
			copy(d, bytes.Repeat([]byte("坏"), 1300))
			return d
		}, 0, false},
		{"no database at all", func([]byte) []byte { return []byte("这里从前是一个数据库。") }, 0, false},
		{"a bit turned in a note", func(d []byte) []byte {
			at := bytes.Index(d, []byte(`{"id":"n-50"`))
			d[at] = 0x01
			return d
		}, notes - 1, true},
	} {
		dir := t.TempDir()
		damaged := tt.damage(filled(t, dir, notes))
		must(t, os.WriteFile(filepath.Join(dir, FileName), damaged, 0o600))

		s, recovery := reopened(t, dir)
		if recovery == nil {
			t.Errorf("%s: nobody noticed", tt.name)
			continue
		}
		kept, err := os.ReadFile(recovery.Kept)
		if err != nil || !bytes.Equal(kept, damaged) {
			t.Errorf("%s: the damaged file was not kept as it was: %v", tt.name, err)
		}
		if len(recovery.Lost) == 0 {
			t.Errorf("%s: it says that nothing was lost", tt.name)
		}
		all, err := s.AllNotes()
		must(t, err)
		if len(all) < tt.notes || len(all) != recovery.Saved["note"] {
			t.Errorf("%s: %d notes, %d said, want at least %d", tt.name, len(all), recovery.Saved["note"], tt.notes)
		}
		if _, err := s.Draft("p"); tt.draft && err != nil {
			t.Errorf("%s: draft: %v", tt.name, err)
		}
		must(t, s.SaveNote(note("new", "接着写")))
		must(t, s.Close())
		if _, again := reopened(t, dir); again != nil {
			t.Errorf("%s: damaged once more: %v", tt.name, again)
		}
	}
}

// A recovery that was cut short after the new database was complete is
// finished by the next start.
func TestRecoveryCutShortIsFinished(t *testing.T) {
	for _, tt := range []struct {
		name string
		file string // the damaged one, if it still has its name
	}{{"before the damaged file was moved", FileName}, {"after", ""}} {
		dir := t.TempDir()
		data := filled(t, dir, 3)
		must(t, os.Rename(filepath.Join(dir, FileName), filepath.Join(dir, recoveredName)))
		if tt.file != "" {
			must(t, os.WriteFile(filepath.Join(dir, tt.file), data[:100], 0o600))
		}
		s, recovery := reopened(t, dir)
		if recovery == nil {
			t.Errorf("%s: nobody says so", tt.name)
		}
		all, err := s.AllNotes()
		must(t, err)
		same(t, tt.name, len(all), 3)
	}
}

// small keeps the database from growing past some pages: a disk that is full.
func small(pages int) Option {
	return func(o *options) {
		o.init = func(c *sqlite3.Conn) error { return c.Exec(fmt.Sprintf(`PRAGMA max_page_count = %d`, pages)) }
	}
}

func TestFullDiskLosesNothingSaved(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, small(60))
	saved := 0
	var err error
	for ; saved < 10_000; saved++ {
		if err = s.SaveNote(note(fmt.Sprint(saved), strings.Repeat("满", 200))); err != nil {
			break
		}
	}
	if !errors.Is(err, ErrFull) {
		t.Fatalf("after %d notes: %v", saved, err)
	}
	all, err := s.AllNotes()
	must(t, err)
	same(t, "notes while full", len(all), saved)
	must(t, s.DeleteNote("0"))
	must(t, s.Close())

	s = open(t, dir) // room again
	must(t, s.RestoreNote("0"))
	all, err = s.AllNotes()
	must(t, err)
	same(t, "notes afterwards", len(all), saved)
	must(t, s.SaveNote(note("more", "又有地方了")))
}

func TestNewerDatabaseIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	must(t, s.SaveNote(note("a", "甲")))
	_, err := s.db.Exec(fmt.Sprintf(`PRAGMA user_version = %d`, len(migrations)+1))
	must(t, err)
	must(t, s.Close())
	before, err := os.ReadFile(filepath.Join(dir, FileName))
	must(t, err)
	if _, _, err := Open(dir); !errors.Is(err, ErrNewer) {
		t.Errorf("error %v", err)
	}
	after, err := os.ReadFile(filepath.Join(dir, FileName))
	must(t, err)
	if !bytes.Equal(before, after) {
		t.Error("the file was changed")
	}
	// The refusal left no lock behind.
	if _, _, err := Open(dir); errors.Is(err, ErrLocked) {
		t.Error("still locked")
	}
}

func TestFolderThatCannotBe(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	must(t, os.WriteFile(file, nil, 0o600))
	for _, dir := range []string{file, filepath.Join(file, "below")} {
		if _, _, err := Open(dir); !errors.Is(err, ErrNoFolder) {
			t.Errorf("%s: %v", dir, err)
		}
	}
}
