package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
)

// A Record is a value of another room, kept for it under a kind and an id:
// entries of the staff's book, corrections of targets, the outline of a speech.
type Record struct {
	Kind, ID string
	Value    any // anything JSON can say
}

// SaveRecords keeps all of them or none, each in place of an earlier one of the
// same kind and id. A record whose Value is nil is taken off the lists; one
// that is saved again is there again.
func (s *Store) SaveRecords(records ...Record) error {
	return s.SaveMany(context.Background(), func(int) {}, records)
}

// SaveMany is SaveRecords for many: step hears how many are written so far, and
// when ctx is cancelled before the last one none is kept.
func (s *Store) SaveMany(ctx context.Context, step func(done int), records []Record) error {
	return s.write("save records", func(tx *sql.Tx) error {
		for i, r := range records {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := s.saveRecord(tx, r); err != nil {
				return err
			}
			step(i + 1)
		}
		return ctx.Err()
	})
}

func (s *Store) saveRecord(tx *sql.Tx, r Record) error {
	if r.Kind == "" || r.ID == "" {
		return errors.New("a record without kind or id")
	}
	if r.Value == nil {
		_, err := tx.Exec(`UPDATE record SET deleted = ? WHERE kind = ? AND id = ?`, s.stamp(), r.Kind, r.ID)
		return err
	}
	body, err := json.Marshal(r.Value)
	if err != nil {
		return fmt.Errorf("%s %s: %w", r.Kind, r.ID, err)
	}
	_, err = tx.Exec(`INSERT INTO record (kind, id, body, changed) VALUES (?, ?, ?, ?)
		ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body, changed = excluded.changed, deleted = NULL`,
		r.Kind, r.ID, string(body), s.stamp())
	return err
}

// Records returns the records of a kind in the order in which they were made,
// each read into a T.
func Records[T any](s *Store, kind string) ([]T, error) {
	return bodies[T](s, "records", `SELECT body FROM record WHERE deleted IS NULL AND kind = ? ORDER BY rowid`, kind)
}

// RecordOf returns one record of a kind, and whether there is one.
func RecordOf[T any](s *Store, kind, id string) (T, bool, error) {
	all, err := bodies[T](s, "record", `SELECT body FROM record WHERE deleted IS NULL AND kind = ? AND id = ?`, kind, id)
	if err != nil || len(all) == 0 {
		var none T
		return none, false, err
	}
	return all[0], true, nil
}
