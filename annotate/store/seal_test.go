package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"deputydesk/annotate"
)

const secret = "一个不短的口令 2024"

// marker is a phrase that stands nowhere else.
const marker = "绝不外泄的一句话甲乙丙"

// clearFiles returns the files under dir in which words can be read, written as
// UTF-8 or UTF-16.
func clearFiles(t *testing.T, dir, words string) []string {
	t.Helper()
	var little, big []byte
	for _, u := range utf16.Encode([]rune(words)) {
		little, big = append(little, byte(u), byte(u>>8)), append(big, byte(u>>8), byte(u))
	}
	var found []string
	must(t, filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if bytes.Contains(data, []byte(words)) || bytes.Contains(data, little) || bytes.Contains(data, big) {
			found = append(found, e.Name())
		}
		return nil
	}))
	return found
}

func notesOf(t *testing.T, s *Store) []string {
	t.Helper()
	all, err := s.AllNotes()
	return texts(t, all, err)
}

func TestSealedFolderHoldsNothingInClear(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, on(1))
	must(t, s.SaveNote(note("a", marker)))
	must(t, s.Close())
	s = open(t, dir, on(2)) // makes a backup
	must(t, os.WriteFile(filepath.Join(dir, "desk-damaged-20240101-080000.db"), []byte("坏了的"+marker), 0o600))
	if len(clearFiles(t, dir, marker)) < 3 {
		t.Fatal("the phrase should stand in the database, its copy and the kept file")
	}
	code, err := s.Seal(secret)
	must(t, err)
	p := annotate.New("p", annotate.Suggestion)
	p.Body.Situation = marker
	must(t, s.SaveDraft(p))
	same(t, "in clear while open", clearFiles(t, dir, marker), []string(nil))
	must(t, s.Close())
	same(t, "in clear", clearFiles(t, dir, marker), []string(nil))

	for _, tt := range []struct {
		with string
		want error
	}{
		{"", ErrSealed},
		{"别的口令", ErrPassphrase},
		{strings.Repeat("0", codeLen), ErrPassphrase},
		{secret, nil},
		{code, nil},
		{strings.ToLower(strings.ReplaceAll(code, "-", " ")), nil},
		{strings.ReplaceAll(code, "0", "O"), nil},
	} {
		s, _, err := Open(dir, on(3), With(tt.with))
		if !errors.Is(err, tt.want) {
			t.Errorf("with %q: %v, want %v", tt.with, err, tt.want)
		}
		if err == nil {
			same(t, "notes", notesOf(t, s), []string{marker})
			must(t, s.Close())
		}
	}
	same(t, "after a day with it", clearFiles(t, dir, marker), []string(nil))
}

func TestSealComesOffAndTheKeptFilesAreThere(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	must(t, s.SaveNote(note("a", marker)))
	kept := filepath.Join(dir, "desk-damaged-20240101-080000.db")
	must(t, os.WriteFile(kept, []byte("坏了的"+marker), 0o600))
	_, err := s.Seal(secret)
	must(t, err)
	must(t, s.SaveNote(note("b", "加密以后")))
	must(t, s.Unseal())
	must(t, s.SaveNote(note("c", "取消以后")))
	must(t, s.Close())
	s = open(t, dir)
	same(t, "notes", notesOf(t, s), []string{marker, "加密以后", "取消以后"})
	data, err := os.ReadFile(kept)
	must(t, err)
	same(t, "kept", string(data), "坏了的"+marker)
	for _, name := range []string{sealedName, keyName, keyGone, openedName} {
		if _, err := os.Lstat(filepath.Join(dir, name)); err == nil {
			t.Errorf("%s was left behind", name)
		}
	}
}

func TestNewPassphraseNewCode(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	must(t, s.SaveNote(note("a", "甲")))
	first, err := s.Seal(secret)
	must(t, err)
	second, err := s.Seal("新的口令")
	must(t, err)
	must(t, s.Close())
	for with, want := range map[string]error{secret: ErrPassphrase, first: ErrPassphrase, "新的口令": nil, second: nil} {
		s, _, err := Open(dir, monday(), With(with))
		if !errors.Is(err, want) {
			t.Errorf("with %q: %v, want %v", with, err, want)
		}
		if err == nil {
			must(t, s.Close())
		}
	}
	if _, err := open(t, dir, With("新的口令")).Seal(" "); !errors.Is(err, ErrPassphrase) {
		t.Errorf("an empty passphrase: %v", err)
	}
}

func TestSealedCopyOpensElsewhere(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "备份.db")
	s := open(t, dir)
	must(t, s.SaveNote(note("a", marker)))
	_, err := s.Seal(secret)
	must(t, err)
	must(t, s.Backup(out))
	same(t, "in clear", clearFiles(t, filepath.Dir(out), marker), []string(nil))
	same(t, "asks", SealedCopy(out), true)

	other := t.TempDir()
	o := open(t, other)
	must(t, o.SaveNote(note("b", "原来的")))
	must(t, o.Close())
	if _, err := Restore(other, out, monday()); !errors.Is(err, ErrSealed) {
		t.Errorf("without the passphrase: %v", err)
	}
	kept, err := Restore(other, out, monday(), With(secret))
	must(t, err)
	o = open(t, other, With(secret))
	same(t, "restored", notesOf(t, o), []string{marker})
	must(t, o.Close())
	if _, err := os.Lstat(kept + keptTail); err != nil {
		t.Errorf("what was replaced is not sealed: %v", err)
	}

	// And back again: what was sealed is kept with its key.
	plain := filepath.Join(t.TempDir(), "plain.db")
	p := open(t, t.TempDir())
	must(t, p.SaveNote(note("c", "没有口令的")))
	must(t, p.Backup(plain))
	kept, err = Restore(other, plain, monday())
	must(t, err)
	o = open(t, other)
	same(t, "restored", notesOf(t, o), []string{"没有口令的"})
	must(t, o.Close())
	_, err = Restore(other, kept, monday(), With(secret))
	must(t, err)
	same(t, "restored again", notesOf(t, open(t, other, With(secret))), []string{marker})
}

func TestLostKeyFileComesFromTheBackup(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir, on(1))
	must(t, s.SaveNote(note("a", "甲")))
	_, err := s.Seal(secret)
	must(t, err)
	must(t, s.Close())
	must(t, os.Remove(filepath.Join(dir, keyName)))
	s = open(t, dir, on(2), With(secret))
	same(t, "notes", notesOf(t, s), []string{"甲"})
	must(t, s.Close())

	must(t, os.Remove(filepath.Join(dir, keyName)))
	must(t, os.RemoveAll(filepath.Join(dir, backupFolder)))
	if _, _, err := Open(dir, on(3), With(secret)); !errors.Is(err, ErrNoKey) {
		t.Errorf("without any: %v", err)
	}
	if _, err := os.Lstat(filepath.Join(dir, sealedName)); err != nil {
		t.Errorf("the sealed database is gone: %v", err)
	}
}

func TestDamagedSealedDatabaseIsRecovered(t *testing.T) {
	dir := t.TempDir()
	filled(t, dir, 200)
	s := open(t, dir, on(20))
	_, err := s.Seal(secret)
	must(t, err)
	must(t, s.Close())
	path := filepath.Join(dir, sealedName)
	data, err := os.ReadFile(path)
	must(t, err)
	copy(data[5*4096:], bytes.Repeat([]byte{0xA5}, 3*4096))
	must(t, os.WriteFile(path, data, 0o600))
	s, recovery, err := Open(dir, on(21), With(secret))
	must(t, err)
	if recovery == nil {
		t.Fatal("nobody noticed")
	}
	same(t, "notes", len(notesOf(t, s)), 200)
	must(t, s.Unseal())
	must(t, s.Close())
	if _, err := os.Lstat(keyOf(recovery.Kept)); err != nil {
		t.Errorf("the damaged file has lost its key: %v", err)
	}
}

// The machine went down while a kept file was being sealed or opened.
func TestUnfinishedKeptFilesGo(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	must(t, s.SaveNote(note("a", "甲")))
	_, err := s.Seal(secret)
	must(t, err)
	must(t, s.Close())
	kept := filepath.Join(dir, "desk-replaced-20240101-080000.db")
	must(t, os.WriteFile(kept, []byte("整份"+marker), 0o600))
	must(t, os.WriteFile(kept+keptTail+partTail, []byte("半份"), 0o600))
	must(t, os.WriteFile(kept+partTail, []byte(marker), 0o600))
	s = open(t, dir, With(secret))
	same(t, "in clear", clearFiles(t, dir, marker), []string(nil))
	must(t, s.Unseal())
	data, err := os.ReadFile(kept)
	must(t, err)
	same(t, "kept", string(data), "整份"+marker)
}

// A plain database that somebody copies into a sealed folder is not lost.
func TestPlainDatabaseInASealedFolderIsKept(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	filled(t, other, 3)
	s := open(t, dir)
	must(t, s.SaveNote(note("a", "甲")))
	_, err := s.Seal(secret)
	must(t, err)
	must(t, s.Close())
	must(t, copyFile(filepath.Join(other, FileName), filepath.Join(dir, FileName)))
	s = open(t, dir, With(secret))
	same(t, "notes", notesOf(t, s), []string{"甲"})
	must(t, s.Unseal())
	must(t, s.Close())
	kept, err := filepath.Glob(filepath.Join(dir, "desk-replaced-*.db"))
	must(t, err)
	same(t, "kept", len(kept), 1)
	_, err = Restore(dir, kept[0], monday())
	must(t, err)
	same(t, "its notes", len(notesOf(t, open(t, dir))), 3)
}

// Whoever guesses pays for each guess.
func TestGuessing(t *testing.T) {
	was := [2]uint32{argonTime, argonMemory}
	argonTime, argonMemory = 3, 64<<10
	t.Cleanup(func() { argonTime, argonMemory = was[0], was[1] })
	w, err := wrap(make([]byte, keyLen), secret)
	must(t, err)
	start := time.Now()
	if _, err := w.unwrap("别的"); !errors.Is(err, ErrPassphrase) {
		t.Fatal(err)
	}
	took := time.Since(start)
	t.Logf("a guess takes %v", took)
	if took < 20*time.Millisecond {
		t.Errorf("a guess takes %v only", took)
	}
}
