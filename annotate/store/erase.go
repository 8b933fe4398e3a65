package store

import "database/sql"

// Erase keeps records as SaveRecords does and then leaves nothing of what they
// replaced or took off the lists, nor of any record that was taken off before:
// not in the rows, not in the room that deleting leaves in the file, not in the
// log, not in the backups of the folder and the files that recovery and
// restoring kept. It returns the names of files that could not be removed.
func (s *Store) Erase(records ...Record) (left []string, err error) {
	if err := s.SaveRecords(records...); err != nil {
		return nil, err
	}
	if err := s.write("erase", func(tx *sql.Tx) error {
		_, err := tx.Exec(`DELETE FROM record WHERE deleted IS NOT NULL`)
		return err
	}); err != nil {
		return nil, err
	}
	if err := s.shrink("erase"); err != nil {
		return nil, err
	}
	return s.purgeFiles()
}

// shrink gives the room of deleted rows, which are overwritten (secure_delete),
// back and empties the log, in which they stand as well.
func (s *Store) shrink(what string) error {
	for _, step := range []string{`VACUUM`, `PRAGMA wal_checkpoint(truncate)`} {
		if _, err := s.db.Exec(step); err != nil {
			return s.failed(what, err)
		}
	}
	return nil
}
