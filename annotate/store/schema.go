package store

import (
	"database/sql"
	"fmt"
)

// migrations bring a database from each schema to the next; the schema a file
// has is the number of them that have run (PRAGMA user_version). A migration
// that was ever released is not changed any more.
//
// Values are JSON of the types of package annotate: what is asked of the
// database is only which there are. Every table keeps its rowid, by which a
// damaged file is read row by row.
var migrations = []string{
	// 1: notes and drafts, each with what it said before; settings.
	`CREATE TABLE note (
		id      TEXT PRIMARY KEY,
		report  TEXT NOT NULL,
		body    TEXT NOT NULL,
		changed TEXT NOT NULL,
		deleted TEXT
	);
	CREATE INDEX note_report ON note (report);
	CREATE TABLE note_before (
		id    TEXT NOT NULL,
		n     INTEGER NOT NULL,
		body  TEXT NOT NULL,
		saved TEXT NOT NULL,
		UNIQUE (id, n)
	);
	CREATE TABLE draft (
		id      TEXT PRIMARY KEY,
		body    TEXT NOT NULL,
		changed TEXT NOT NULL,
		deleted TEXT
	);
	CREATE TABLE draft_revision (
		id     TEXT NOT NULL,
		n      INTEGER NOT NULL,
		reason TEXT NOT NULL,
		body   TEXT NOT NULL,
		saved  TEXT NOT NULL,
		UNIQUE (id, n)
	);
	CREATE TABLE setting (
		key   TEXT PRIMARY KEY,
		value TEXT NOT NULL
	);`,

	// 2: imported reports, as the file that was read, so that a newer reader
	// can read it again.
	`CREATE TABLE report (
		id       TEXT PRIMARY KEY,
		name     TEXT NOT NULL,
		meta     TEXT NOT NULL,
		source   BLOB NOT NULL,
		imported TEXT NOT NULL,
		deleted  TEXT
	);`,

	// 3: records of other rooms, such as the staff's book.
	`CREATE TABLE record (
		kind    TEXT NOT NULL,
		id      TEXT NOT NULL,
		body    TEXT NOT NULL,
		changed TEXT NOT NULL,
		deleted TEXT,
		UNIQUE (kind, id)
	);`,
}

// salvaged lists the tables and columns that recovery reads, the dearest first.
var salvaged = []struct {
	table   string
	columns string
}{
	{"draft", "id, body, changed, deleted"},
	{"note", "id, report, body, changed, deleted"},
	{"record", "kind, id, body, changed, deleted"},
	{"setting", "key, value"},
	{"draft_revision", "id, n, reason, body, saved"},
	{"note_before", "id, n, body, saved"},
	{"report", "id, name, meta, source, imported, deleted"},
}

// migrate brings db to schema want, each step in a transaction of its own.
func migrate(db *sql.DB, want int) error {
	var have int
	if err := db.QueryRow(`PRAGMA user_version`).Scan(&have); err != nil {
		return err
	}
	if have > len(migrations) {
		return fmt.Errorf("schema %d, this program knows %d: %w", have, len(migrations), ErrNewer)
	}
	for n := have; n < want; n++ {
		tx, err := db.Begin()
		if err != nil {
			return err
		}
		_, err = tx.Exec(migrations[n] + fmt.Sprintf("\nPRAGMA user_version = %d", n+1))
		if err != nil {
			// The transaction may be gone already; its own error is the cause.
			_ = tx.Rollback()
			return fmt.Errorf("schema %d: %w", n+1, err)
		}
		if err := tx.Commit(); err != nil {
			return fmt.Errorf("schema %d: %w", n+1, err)
		}
	}
	return nil
}
