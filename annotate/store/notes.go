package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// SaveNote keeps n. If it says something else than before, the earlier words
// stay in its history. A deleted note that is saved is there again.
func (s *Store) SaveNote(n annotate.Annotation) error {
	return s.SaveNotes([]annotate.Annotation{n})
}

// SaveNotes keeps all of them or none.
func (s *Store) SaveNotes(notes []annotate.Annotation) error {
	return s.write("save note", func(tx *sql.Tx) error {
		for _, n := range notes {
			if err := s.saveNote(tx, n); err != nil {
				return fmt.Errorf("%s: %w", n.ID, err)
			}
		}
		return nil
	})
}

func (s *Store) saveNote(tx *sql.Tx, n annotate.Annotation) error {
	if n.ID == "" {
		return errors.New("a note without id")
	}
	body, err := json.Marshal(n)
	if err != nil {
		return err
	}
	var old []byte
	var before annotate.Annotation
	err = tx.QueryRow(`SELECT body FROM note WHERE id = ?`, n.ID).Scan(&old)
	if err == nil {
		err = json.Unmarshal(old, &before)
	}
	if err == nil && !sameNote(before, n) {
		_, err = tx.Exec(`INSERT INTO note_before (id, n, body, saved)
			SELECT ?1, 1 + coalesce(max(n), 0), ?2, ?3 FROM note_before WHERE id = ?1`, n.ID, string(old), s.stamp())
	}
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	_, err = tx.Exec(`INSERT INTO note (id, report, body, changed) VALUES (?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET report = excluded.report, body = excluded.body, changed = excluded.changed, deleted = NULL`,
		n.ID, n.Anchor.Report, string(body), s.stamp())
	return err
}

// sameNote says whether two notes say the same; when they were changed does
// not count.
func sameNote(a, b annotate.Annotation) bool {
	a.Created, a.Changed = time.Time{}, time.Time{}
	b.Created, b.Changed = time.Time{}, time.Time{}
	return sameJSON(a, b)
}

func sameJSON(a, b any) bool {
	x, errA := json.Marshal(a)
	y, errB := json.Marshal(b)
	return errA == nil && errB == nil && string(x) == string(y)
}

// DeleteNote takes a note off the lists; RestoreNote brings it back.
func (s *Store) DeleteNote(id annotate.NoteID) error {
	return s.mark("delete note", `UPDATE note SET deleted = ?2 WHERE id = ?1`, string(id), s.stamp())
}

// DeleteNotes takes all of them off the lists or none.
func (s *Store) DeleteNotes(ids []annotate.NoteID) error {
	return s.write("delete notes", func(tx *sql.Tx) error {
		for _, id := range ids {
			if _, err := tx.Exec(`UPDATE note SET deleted = ?2 WHERE id = ?1`, string(id), s.stamp()); err != nil {
				return fmt.Errorf("%s: %w", id, err)
			}
		}
		return nil
	})
}

// RestoreNote brings a deleted note back.
func (s *Store) RestoreNote(id annotate.NoteID) error {
	return s.mark("restore note", `UPDATE note SET deleted = NULL WHERE id = ?1`, string(id))
}

// mark runs an update of one row and says ErrNone if there is no such row.
func (s *Store) mark(what, query string, args ...any) error {
	return s.write(what, func(tx *sql.Tx) error {
		done, err := tx.Exec(query, args...)
		if err != nil {
			return err
		}
		n, err := done.RowsAffected()
		if err == nil && n == 0 {
			err = fmt.Errorf("%v: %w", args[0], ErrNone)
		}
		return err
	})
}

// Notes returns the notes of one report in the order in which they were made.
func (s *Store) Notes(id report.ID) ([]annotate.Annotation, error) {
	return bodies[annotate.Annotation](s, "notes", `SELECT body FROM note WHERE deleted IS NULL AND report = ? ORDER BY rowid`, id)
}

// AllNotes returns the notes of all reports in the order in which they were made.
func (s *Store) AllNotes() ([]annotate.Annotation, error) {
	return bodies[annotate.Annotation](s, "notes", `SELECT body FROM note WHERE deleted IS NULL ORDER BY rowid`)
}

// DeletedNotes returns the notes that RestoreNote could bring back.
func (s *Store) DeletedNotes() ([]annotate.Annotation, error) {
	return bodies[annotate.Annotation](s, "notes", `SELECT body FROM note WHERE deleted IS NOT NULL ORDER BY deleted, rowid`)
}

// NoteHistory returns what a note said before, the oldest first.
func (s *Store) NoteHistory(id annotate.NoteID) ([]annotate.Annotation, error) {
	return bodies[annotate.Annotation](s, "history of note", `SELECT body FROM note_before WHERE id = ? ORDER BY n`, id)
}
