package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"deputydesk/annotate/disk"
)

// Copies of the database lie in this folder of the data folder, one a day on
// which the program was started, and no more than keptBackups of them: a file
// whose first page is destroyed can only be replaced.
const (
	backupFolder = "backups"
	keptBackups  = 5
)

// Backup writes a copy of the whole database to path, which must not be there
// yet. The copy is complete or does not get its name. The copy of a sealed store
// is sealed too, and carries what its passphrase opens.
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
	part := path + partTail
	drop(part)
	_, err := s.db.Exec(`VACUUM INTO ?`, address(part, s.opt))
	if err == nil && s.opt.key != nil {
		err = wrapCopy(s.dir, part)
	}
	if err == nil {
		err = syncFile(part)
	}
	if err != nil {
		drop(part)
		return err
	}
	return disk.Rename(part, path)
}

// Verify reads the copy at path back and compares how much is in it with what
// is in s; the error is ErrDamaged if it is not all there.
func (s *Store) Verify(path string) error {
	work := filepath.Join(s.dir, readingName)
	drop(work)
	defer drop(work)
	if _, err := takeCopy(path, work); err != nil {
		return s.failed("verify "+path, err)
	}
	copied, err := openFile(work, options{key: s.opt.key})
	if err != nil {
		return s.failed("verify "+path, err)
	}
	defer done(copied)
	if err := sound(copied); err != nil {
		return s.failed("verify "+path, err)
	}
	for _, t := range salvaged {
		var here, there int
		query := `SELECT count(*) FROM ` + t.table
		if err := firstOf(s.db.QueryRow(query).Scan(&here), copied.QueryRow(query).Scan(&there)); err != nil {
			return s.failed("verify "+path, err)
		}
		if here != there {
			return s.failed("verify "+path, fmt.Errorf("%w: %d of %d rows of %s", ErrDamaged, there, here, t.table))
		}
	}
	return nil
}

// daily makes the day's copy. A store that cannot be copied just now can still
// be used, so there is no error.
func (s *Store) daily() { _, _ = s.BackupDaily(filepath.Join(s.dir, backupFolder)) }

// BackupDaily makes the day's copy in folder, which may be anywhere, and removes
// the oldest ones there. It returns the path of the copy; "" if there is one of
// today already or nothing to copy.
func (s *Store) BackupDaily(folder string) (string, error) {
	var rows int // of what a person typed or was sent
	err := s.db.QueryRow(`SELECT (SELECT count(*) FROM draft) + (SELECT count(*) FROM note) + (SELECT count(*) FROM record) + (SELECT count(*) FROM report)`).Scan(&rows)
	if err != nil {
		return "", s.failed("backup", err)
	}
	if rows == 0 {
		return "", nil
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", s.failed("backup", err)
	}
	path := filepath.Join(folder, "desk-"+s.now().Format("20060102")+".db")
	if _, err := os.Lstat(path); err == nil {
		return "", nil
	}
	if err := s.Backup(path); err != nil {
		return "", err
	}
	all := copiesIn(folder)
	for _, old := range all[min(keptBackups, len(all)):] {
		_ = os.Remove(old) // it is tried again tomorrow
	}
	return path, nil
}

// backups returns the paths of the copies in a data folder, the newest first.
func backups(dir string) []string { return copiesIn(filepath.Join(dir, backupFolder)) }

func copiesIn(folder string) []string {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return nil // no folder, no copies
	}
	var all []string
	for _, e := range entries {
		if ok, err := filepath.Match("desk-????????.db", e.Name()); ok && err == nil {
			all = append(all, filepath.Join(folder, e.Name()))
		}
	}
	slices.Sort(all)
	slices.Reverse(all)
	return all
}

// Restore puts the copy at path in the place of the database in dir, which no
// process may have open. The old database is kept beside it; its new name is
// returned, "" if there was none. A sealed copy needs its own passphrase, and
// the folder is then sealed with that one; after a plain copy it is not sealed.
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
	e, err := takeCopy(path, filling)
	if err == nil && e != nil {
		o.key, err = e.open(o.secret)
	}
	if err != nil {
		return fail(err)
	}
	s := &Store{dir: dir}
	if err := s.connect(filling, o); err != nil {
		return fail(err)
	}
	if err := s.db.Close(); err != nil {
		return fail(err)
	}
	if kept, err = putAside(dir, o); err != nil {
		return fail(err)
	}
	if e != nil {
		if err := e.write(dir); err != nil {
			return fail(err)
		}
	}
	if err := disk.Rename(filling, filepath.Join(dir, o.name())); err != nil {
		return fail(err)
	}
	return kept, nil
}

// putAside gives the database of dir, with its log and its key, another name
// and returns that; "" if there is no database.
func putAside(dir string, o options) (kept string, err error) {
	var old options // as the database there is
	if Sealed(dir) {
		old.key = []byte{}
	}
	live := filepath.Join(dir, old.name())
	if kept, err = freeName(dir, old.keptName("replaced")+o.now().Format("20060102-150405")); err != nil {
		return "", err
	}
	// A log belongs to its database; one without a database is nothing.
	for _, move := range [][2]string{{live + "-wal", kept + "-wal"}, {filepath.Join(dir, keyName), keyOf(kept)}} {
		if err := disk.Rename(move[0], move[1]); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	if err := disk.Rename(live, kept); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	} else if err != nil {
		return "", err
	}
	return kept, nil
}
