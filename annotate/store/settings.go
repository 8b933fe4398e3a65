package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
)

// Setting reads the value kept under key into v and reports whether there is
// one; without one v stays as it is.
func (s *Store) Setting(key string, v any) (bool, error) {
	var text []byte
	err := s.db.QueryRow(`SELECT value FROM setting WHERE key = ?`, key).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err == nil {
		err = json.Unmarshal(text, v)
	}
	if err != nil {
		return false, s.failed("setting "+key, err)
	}
	return true, nil
}

// SetSetting keeps v, as JSON, under key.
func (s *Store) SetSetting(key string, v any) error {
	text, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("store: setting %s: %w", key, err)
	}
	return s.write("setting "+key, func(tx *sql.Tx) error {
		_, err := tx.Exec(`INSERT INTO setting (key, value) VALUES (?, ?)
			ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, string(text))
		return err
	})
}
