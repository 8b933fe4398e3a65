package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// Copies of the database lie in this folder of the data folder, one a day on
// which the program was started, and no more than keptBackups of them: a file
// whose first page is destroyed can only be replaced.
const (
	backupFolder = "backups"
	keptBackups  = 5
)

// Backup writes a copy of the whole database to path, which must not be there
// yet. The copy is complete or does not get its name.
func (s *Store) Backup(path string) error {
	if err := s.backup(path); err != nil {
		return s.failed("backup", err)
	}
	return nil
}

func (s *Store) backup(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fmt.Errorf("%s: %w", path, fs.ErrExist)
	} else if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	part := path + ".part"
	drop(part)
	if _, err := s.db.Exec(`VACUUM INTO ?`, part); err != nil {
		drop(part)
		return err
	}
	return os.Rename(part, path)
}

// daily makes the day's copy and removes the oldest ones. A store that cannot
// be copied just now can still be used, so there is no error.
func (s *Store) daily() {
	var drafts, notes int
	if err := s.db.QueryRow(`SELECT (SELECT count(*) FROM draft), (SELECT count(*) FROM note)`).Scan(&drafts, &notes); err != nil || drafts+notes == 0 {
		return
	}
	dir := filepath.Join(s.dir, backupFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return
	}
	if err := s.backup(filepath.Join(dir, "desk-"+s.now().Format("20060102")+".db")); err != nil {
		return // there is one of today, or no room for one
	}
	all := backups(s.dir)
	for _, old := range all[min(keptBackups, len(all)):] {
		_ = os.Remove(old) // it is tried again tomorrow
	}
}

// backups returns the paths of the copies in a data folder, the newest first.
func backups(dir string) []string {
	entries, err := os.ReadDir(filepath.Join(dir, backupFolder))
	if err != nil {
		return nil // no folder, no copies
	}
	var all []string
	for _, e := range entries {
		if ok, err := filepath.Match("desk-????????.db", e.Name()); ok && err == nil {
			all = append(all, filepath.Join(dir, backupFolder, e.Name()))
		}
	}
	slices.Sort(all)
	slices.Reverse(all)
	return all
}

// Restore puts the copy at path in the place of the database in dir, which no
// process may have open. The old database is kept beside it; its new name is
// returned, "" if there was none.
func Restore(dir, path string, with ...Option) (kept string, err error) {
	o := newOptions(with)
	fail := func(err error) (string, error) {
		return "", fmt.Errorf("store %s: restore %s: %w", dir, path, classify(err))
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fail(err)
	}
	l, err := takeLock(filepath.Join(dir, lockName), o)
	if err != nil {
		return fail(err)
	}
	defer l.release()
	// The copy is looked at, and brought to the newest schema, before anything
	// is touched.
	filling := filepath.Join(dir, fillingName)
	drop(filling)
	defer drop(filling)
	if err := copyFile(path, filling); err != nil {
		return fail(err)
	}
	s := &Store{dir: dir}
	if err := s.connect(filling, o); err != nil {
		return fail(err)
	}
	if err := s.db.Close(); err != nil {
		return fail(err)
	}
	live := filepath.Join(dir, FileName)
	if kept, err = freeName(dir, "desk-replaced-"+o.now().Format("20060102-150405")); err != nil {
		return fail(err)
	}
	// A log belongs to its database; one without a database is nothing.
	if err := os.Rename(live+"-wal", kept+"-wal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fail(err)
	}
	if err := os.Rename(live, kept); errors.Is(err, fs.ErrNotExist) {
		kept = ""
	} else if err != nil {
		return fail(err)
	}
	if err := os.Rename(filling, live); err != nil {
		return fail(err)
	}
	return kept, nil
}
