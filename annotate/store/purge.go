package store

import (
	"fmt"
	"path/filepath"

	"deputydesk/annotate/disk"
)

// purged are the tables of what a person typed or was sent, in an order that
// needs no other. Settings stay: the keys of this desk, its looks.
var purged = []string{"note_before", "note", "draft_revision", "draft", "record", "report"}

// Purge removes everything a person typed or was sent, for good: the rows, what
// deleting leaves in the file, the log, the backups of the folder and the files
// that recovery and restoring kept. Settings stay, less those named in forget.
// It returns the names of files that could not be removed; copies elsewhere are
// not known here.
func (s *Store) Purge(forget ...string) (left []string, err error) {
	if err := s.present(); err != nil {
		return nil, s.failed("purge", err)
	}
	tx, err := s.db.Begin()
	if err != nil {
		return nil, s.failed("purge", err)
	}
	for _, t := range purged {
		if err == nil {
			_, err = tx.Exec(`DELETE FROM ` + t)
		}
	}
	for _, key := range forget {
		if err == nil {
			_, err = tx.Exec(`DELETE FROM setting WHERE key = ?`, key)
		}
	}
	if err != nil {
		_ = tx.Rollback() // the first error counts
		return nil, s.failed("purge", err)
	}
	if err := tx.Commit(); err != nil {
		return nil, s.failed("purge", err)
	}
	if err := s.shrink("purge"); err != nil {
		return nil, err
	}
	return s.purgeFiles()
}

// purgeFiles removes the copies in the data folder.
func (s *Store) purgeFiles() (left []string, err error) {
	for _, pattern := range []string{backupFolder + "/*", "desk-damaged-*", "desk-replaced-*", "desk-sealed-*-*"} {
		paths, err := filepath.Glob(filepath.Join(globbed(s.dir), filepath.FromSlash(pattern)))
		if err != nil {
			return nil, fmt.Errorf("store: purge: %w", err)
		}
		for _, path := range paths {
			if disk.Remove(path) != nil {
				left = append(left, path)
			}
		}
	}
	return left, nil
}
