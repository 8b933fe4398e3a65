package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"deputydesk/annotate"
)

// A Revision is a draft as it was when somebody left it, printed it or had
// worked on it for a while.
type Revision struct {
	N        int
	Reason   string // why it was kept; a key for catalogues
	Time     time.Time
	Proposal annotate.Proposal
}

// SaveDraft overwrites the working copy of p: this is autosave, and it makes no
// revision. A deleted draft that is saved is there again. The number of the
// revision never goes back, whatever p says.
func (s *Store) SaveDraft(p annotate.Proposal) error {
	return s.write("save draft", func(tx *sql.Tx) error { return s.saveDraft(tx, p) })
}

func (s *Store) saveDraft(tx *sql.Tx, p annotate.Proposal) error {
	if p.ID == "" {
		return errors.New("a draft without id")
	}
	last, err := lastRevision(tx, p.ID)
	if err != nil {
		return err
	}
	p.Revision = max(p.Revision, last.N)
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	_, err = tx.Exec(`INSERT INTO draft (id, body, changed) VALUES (?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET body = excluded.body, changed = excluded.changed, deleted = NULL`,
		p.ID, string(body), s.stamp())
	return err
}

// Revise keeps the working copy as a numbered revision, if it differs from the
// last one; the number is then also the working copy's Revision.
func (s *Store) Revise(id annotate.ProposalID, reason string) error {
	return s.write("revise draft", func(tx *sql.Tx) error { return s.revise(tx, id, reason) })
}

func (s *Store) revise(tx *sql.Tx, id annotate.ProposalID, reason string) error {
	p, err := draft(tx, id)
	if err != nil {
		return err
	}
	last, err := lastRevision(tx, id)
	if err != nil {
		return err
	}
	if last.N > 0 && sameDraft(last.Proposal, p) {
		if marks[reason] <= marks[last.Reason] {
			return nil
		}
		_, err := tx.Exec(`UPDATE draft_revision SET reason = ? WHERE id = ? AND n = ?`, reason, id, last.N)
		return err
	}
	p.Revision = max(p.Revision, last.N+1)
	body, err := json.Marshal(p)
	if err != nil {
		return err
	}
	if _, err := tx.Exec(`INSERT INTO draft_revision (id, n, reason, body, saved) VALUES (?, ?, ?, ?, ?)`,
		id, p.Revision, reason, string(body), s.stamp()); err != nil {
		return err
	}
	_, err = tx.Exec(`UPDATE draft SET body = ?2 WHERE id = ?1`, id, string(body))
	return err
}

// marks are the reasons that a revision is remembered by: a graver one takes
// the place of why the same words were kept before.
var marks = map[string]int{"printed": 1, "final": 2, "filed": 3}

// sameDraft says whether two drafts would print the same sheet.
func sameDraft(a, b annotate.Proposal) bool {
	a, b = a.Bare(), b.Bare()
	a.Revision, b.Revision = 0, 0
	return sameJSON(a, b)
}

func draft(tx *sql.Tx, id annotate.ProposalID) (annotate.Proposal, error) {
	var p annotate.Proposal
	var body []byte
	err := tx.QueryRow(`SELECT body FROM draft WHERE id = ?`, id).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return p, fmt.Errorf("%s: %w", id, ErrNone)
	}
	if err == nil {
		err = json.Unmarshal(body, &p)
	}
	return p, err
}

// lastRevision returns the zero Revision if there is none.
func lastRevision(tx *sql.Tx, id annotate.ProposalID) (Revision, error) {
	var r Revision
	var body []byte
	err := tx.QueryRow(`SELECT n, reason, body FROM draft_revision WHERE id = ? ORDER BY n DESC LIMIT 1`, id).Scan(&r.N, &r.Reason, &body)
	if errors.Is(err, sql.ErrNoRows) {
		return r, nil
	}
	if err == nil {
		err = json.Unmarshal(body, &r.Proposal)
	}
	return r, err
}

// Drafts returns the working copies, the last changed first.
func (s *Store) Drafts() ([]annotate.Proposal, error) {
	return bodies[annotate.Proposal](s, "drafts", `SELECT body FROM draft WHERE deleted IS NULL ORDER BY changed DESC, rowid DESC`)
}

// DeletedDrafts returns the drafts that RestoreDraft could bring back.
func (s *Store) DeletedDrafts() ([]annotate.Proposal, error) {
	return bodies[annotate.Proposal](s, "drafts", `SELECT body FROM draft WHERE deleted IS NOT NULL ORDER BY deleted DESC, rowid DESC`)
}

// Draft returns one working copy, ErrNone if there is none.
func (s *Store) Draft(id annotate.ProposalID) (annotate.Proposal, error) {
	all, err := bodies[annotate.Proposal](s, "draft", `SELECT body FROM draft WHERE deleted IS NULL AND id = ?`, id)
	if err == nil && len(all) == 0 {
		return annotate.Proposal{}, fmt.Errorf("store: draft %s: %w", id, ErrNone)
	}
	if err != nil {
		return annotate.Proposal{}, err
	}
	return all[0], nil
}

// Revisions returns the revisions of a draft, the oldest first.
func (s *Store) Revisions(id annotate.ProposalID) ([]Revision, error) {
	rows, err := s.db.Query(`SELECT n, reason, body, saved FROM draft_revision WHERE id = ? ORDER BY n`, id)
	if err != nil {
		return nil, s.failed("revisions", err)
	}
	defer done(rows)
	var all []Revision
	for rows.Next() {
		var r Revision
		var body []byte
		var saved string
		if err := rows.Scan(&r.N, &r.Reason, &body, &saved); err != nil {
			return nil, s.failed("revisions", err)
		}
		if err := json.Unmarshal(body, &r.Proposal); err != nil {
			return nil, s.failed("revisions", fmt.Errorf("%w: %w", ErrDamaged, err))
		}
		r.Time = parseStamp(saved)
		all = append(all, r)
	}
	if err := rows.Err(); err != nil {
		return nil, s.failed("revisions", err)
	}
	return all, nil
}

// RestoreRevision makes revision n the working copy and returns it. What was
// there before is kept as a revision first.
func (s *Store) RestoreRevision(id annotate.ProposalID, n int) (annotate.Proposal, error) {
	var p annotate.Proposal
	err := s.write("restore revision", func(tx *sql.Tx) error {
		if err := s.revise(tx, id, "restored"); err != nil {
			return err
		}
		var body []byte
		err := tx.QueryRow(`SELECT body FROM draft_revision WHERE id = ? AND n = ?`, id, n).Scan(&body)
		if errors.Is(err, sql.ErrNoRows) {
			return fmt.Errorf("%s: revision %d: %w", id, n, ErrNone)
		}
		if err != nil {
			return err
		}
		if err := json.Unmarshal(body, &p); err != nil {
			return err
		}
		if err := s.saveDraft(tx, p); err != nil {
			return err
		}
		p, err = draft(tx, id)
		return err
	})
	return p, err
}

// DeleteDraft takes a draft off the lists; RestoreDraft brings it back.
func (s *Store) DeleteDraft(id annotate.ProposalID) error {
	return s.mark("delete draft", `UPDATE draft SET deleted = ?2 WHERE id = ?1`, string(id), s.stamp())
}

// RestoreDraft brings a deleted draft back.
func (s *Store) RestoreDraft(id annotate.ProposalID) error {
	return s.mark("restore draft", `UPDATE draft SET deleted = NULL WHERE id = ?1`, string(id))
}
