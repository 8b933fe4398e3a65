package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// An Import is a report as it came: the bytes of the file, and what the user
// said about it. It is read anew each time the program starts.
type Import struct {
	ID       report.ID
	Name     string // of the file, which says how to read it: "2023.docx"
	Meta     intake.Meta
	Source   []byte
	Imported time.Time
}

// SaveReport keeps an imported report, in place of an earlier one with the same
// id.
func (s *Store) SaveReport(i Import) error {
	return s.write("save report", func(tx *sql.Tx) error {
		if i.ID == "" {
			return errors.New("a report without id")
		}
		meta, err := json.Marshal(i.Meta)
		if err != nil {
			return err
		}
		_, err = tx.Exec(`INSERT INTO report (id, name, meta, source, imported) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (id) DO UPDATE SET name = excluded.name, meta = excluded.meta, source = excluded.source,
				imported = excluded.imported, deleted = NULL`,
			i.ID, i.Name, string(meta), i.Source, s.stamp())
		return err
	})
}

// Reports returns the imported reports, the first imported first.
func (s *Store) Reports() ([]Import, error) {
	rows, err := s.db.Query(`SELECT id, name, meta, source, imported FROM report WHERE deleted IS NULL ORDER BY rowid`)
	if err != nil {
		return nil, s.failed("reports", err)
	}
	defer done(rows)
	var all []Import
	for rows.Next() {
		var i Import
		var meta []byte
		var imported string
		if err := rows.Scan(&i.ID, &i.Name, &meta, &i.Source, &imported); err != nil {
			return nil, s.failed("reports", err)
		}
		if err := json.Unmarshal(meta, &i.Meta); err != nil {
			return nil, s.failed("reports", fmt.Errorf("%w: %w", ErrDamaged, err))
		}
		i.Imported = parseStamp(imported)
		all = append(all, i)
	}
	if err := rows.Err(); err != nil {
		return nil, s.failed("reports", err)
	}
	return all, nil
}

// Report returns the import called id; the error is ErrNone if there is none.
func (s *Store) Report(id report.ID) (Import, error) {
	all, err := s.Reports()
	if err != nil {
		return Import{}, err
	}
	for _, i := range all {
		if i.ID == id {
			return i, nil
		}
	}
	return Import{}, s.failed("report "+string(id), ErrNone)
}

// SaveMeta keeps what the user said about an imported report; the file that it
// was read from stays as it is.
func (s *Store) SaveMeta(id report.ID, m intake.Meta) error {
	meta, err := json.Marshal(m)
	if err != nil {
		return s.failed("save report", err)
	}
	return s.mark("save report", `UPDATE report SET meta = ?2 WHERE id = ?1 AND deleted IS NULL`, string(id), string(meta))
}

// DeleteReport takes an imported report off the list; RestoreReport brings it
// back. Notes on it stay.
func (s *Store) DeleteReport(id report.ID) error {
	return s.mark("delete report", `UPDATE report SET deleted = ?2 WHERE id = ?1`, string(id), s.stamp())
}

// RestoreReport brings a deleted report back.
func (s *Store) RestoreReport(id report.ID) error {
	return s.mark("restore report", `UPDATE report SET deleted = NULL WHERE id = ?1`, string(id))
}
