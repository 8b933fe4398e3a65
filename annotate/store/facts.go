package store

import (
	"fmt"
	"os"
	"path/filepath"
)

// Facts are what can be said of a store without saying what is in it.
type Facts struct {
	Schema int              // of the file
	Known  int              // the newest this program knows
	Sound  bool             // SQLite and this room find nothing wrong with it
	Bytes  int64            // of the database and its log
	Copies int              // backups in the data folder
	Rows   map[string]int64 // by table, deleted ones too
}

// Facts examines the whole file; that takes a second for 100 MB.
func (s *Store) Facts() (Facts, error) {
	f := Facts{Known: len(migrations), Rows: map[string]int64{}}
	var said string
	err := s.db.QueryRow(`PRAGMA integrity_check(1)`).Scan(&said)
	f.Sound = err == nil && said == "ok" && sound(s.db) == nil
	if err := s.db.QueryRow(`PRAGMA user_version`).Scan(&f.Schema); err != nil {
		return f, s.failed("facts", err)
	}
	for _, t := range salvaged {
		var n int64
		if err := s.db.QueryRow(`SELECT count(*) FROM ` + t.table).Scan(&n); err != nil {
			return f, s.failed("facts", err)
		}
		f.Rows[t.table] = n
	}
	for _, name := range []string{s.path(), s.path() + "-wal"} {
		if info, err := os.Stat(name); err == nil {
			f.Bytes += info.Size()
		}
	}
	copies, err := filepath.Glob(filepath.Join(globbed(s.dir), backupFolder, "*"))
	if err != nil {
		return f, fmt.Errorf("store: facts: %w", err)
	}
	f.Copies = len(copies)
	return f, nil
}
