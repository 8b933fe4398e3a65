package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/ncruces/go-sqlite3"

	"deputydesk/annotate/disk"
)

// Every schema this program ever wrote is opened and its notes are there.
func TestEveryEarlierSchemaIsOpened(t *testing.T) {
	body, err := json.Marshal(note("old", "旧批注"))
	must(t, err)
	for schema := range len(migrations) + 1 {
		dir := t.TempDir()
		db, err := openFile(filepath.Join(dir, FileName), options{})
		must(t, err)
		must(t, migrate(db, schema))
		if schema >= 1 {
			_, err = db.Exec(`INSERT INTO note (id, report, body, changed) VALUES ('old', 'luohe-2024', ?, '2024-02-21T10:00:00+08:00')`, string(body))
			must(t, err)
		}
		must(t, db.Close())

		s := open(t, dir)
		var now int
		must(t, s.db.QueryRow(`PRAGMA user_version`).Scan(&now))
		same(t, fmt.Sprintf("schema after opening %d", schema), now, len(migrations))
		all, err := s.AllNotes()
		must(t, err)
		same(t, fmt.Sprintf("notes of schema %d", schema), len(all), min(schema, 1))
		must(t, s.SaveRecords(Record{"kind", "id", 1}))
	}
}

// Every table that somebody could lose is among those that recovery reads.
func TestRecoveryKnowsEveryTable(t *testing.T) {
	s := open(t, t.TempDir())
	rows, err := s.db.Query(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`)
	must(t, err)
	defer done(rows)
	known := map[string]bool{}
	for _, r := range salvaged {
		known[r.table] = true
	}
	for rows.Next() {
		var name string
		must(t, rows.Scan(&name))
		if !known[name] {
			t.Errorf("table %s would be lost", name)
		}
	}
	must(t, rows.Err())
}

func TestErrorsAreToldApart(t *testing.T) {
	for _, tt := range []struct{ err, want error }{
		{sqlite3.FULL, ErrFull},
		{disk.ErrFull, ErrFull},
		{&fs.PathError{Op: "write", Path: "x", Err: codeFull}, ErrFull},
		{sqlite3.READONLY, ErrReadOnly},
		{codeReadOnly, ErrReadOnly},
		{fs.ErrPermission, ErrReadOnly},
		{sqlite3.CORRUPT, ErrDamaged},
		{sqlite3.NOTADB, ErrDamaged},
		{sqlite3.IOERR, ErrDevice},
		{codeGone, ErrDevice},
		{sqlite3.BUSY, ErrLocked},
		{fs.ErrNotExist, ErrNoFolder},
		{syscall.ENOTDIR, ErrNoFolder},
		{fmt.Errorf("somewhere: %w", ErrNewer), ErrNewer},
	} {
		if got := classify(fmt.Errorf("deep down: %w", tt.err)); !errors.Is(got, tt.want) {
			t.Errorf("%v is %v, want %v", tt.err, got, tt.want)
		}
	}
	if got := classify(errors.New("something else")); got.Error() != "something else" {
		t.Errorf("something else is %v", got)
	}
}
