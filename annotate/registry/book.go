package registry

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
)

// A Book is the staff's register of one session: every entry in the order in
// which it came, the numbers that were ever given, and what was taken in
// together.
type Book struct {
	Entries []Entry        `json:"entries"`
	Highest map[string]int `json:"highest,omitempty"` // the last number given, by Series
	Batches []Batch        `json:"batches,omitempty"` // what was taken in, the last one last
}

// A Batch 批 is what one intake changed, so that it can be taken back.
type Batch struct {
	ID     string                `json:"id"`
	At     time.Time             `json:"at"`
	Who    string                `json:"who"`
	Files  []string              `json:"files,omitempty"` // names of the files that were taken
	Added  []annotate.ProposalID `json:"added,omitempty"`
	Before []Entry               `json:"before,omitempty"` // what a revision has replaced
	After  []string              `json:"after,omitempty"`  // marks of the entries as the batch left them, Added first
}

// What keeps something from being done in a book.
var (
	ErrNoEntry   = errors.New("not in the register")
	ErrNoBatch   = errors.New("no such batch")
	ErrTouched   = errors.New("changed since it was taken in")
	ErrOther     = errors.New("of another kind")
	ErrIntoSelf  = errors.New("merged into itself")
	ErrNotMerged = errors.New("not merged")
	ErrState     = errors.New("no such state")
	ErrAlone     = errors.New("one entry alone")
	ErrNotApart  = errors.New("not told apart")
	ErrContrary  = errors.New("they want opposite things")
)

// Find returns the entry that name means: the id of a proposal, its number as it
// is printed, or the first eight digits of the id as they stand on paper.
func (b *Book) Find(name string) (*Entry, error) {
	for i := range b.Entries {
		if b.Entries[i].Proposal.ID == annotate.ProposalID(name) {
			return &b.Entries[i], nil
		}
	}
	var found *Entry
	short := strings.ReplaceAll(strings.ToLower(strings.SplitN(name, "/", 2)[0]), "-", "")
	for i := range b.Entries {
		e := &b.Entries[i]
		id := string(e.Proposal.ID)
		if e.NumberText() == name && name != "" || len(short) >= 8 && strings.HasPrefix(strings.ReplaceAll(id, "-", ""), short) {
			if found != nil {
				return nil, fmt.Errorf("%s: means more than one entry: %w", name, ErrNoEntry)
			}
			found = e
		}
	}
	if found == nil {
		return nil, fmt.Errorf("%s: %w", name, ErrNoEntry)
	}
	return found, nil
}

// Undo takes the batch called id back: what it added goes, what it replaced is
// there again. Numbers that were given stay given. A batch of which something
// was decided since cannot be taken back; the error names the first such entry.
func (b *Book) Undo(id string) error {
	at := slices.IndexFunc(b.Batches, func(x Batch) bool { return x.ID == id })
	if at < 0 {
		return fmt.Errorf("batch %s: %w", id, ErrNoBatch)
	}
	batch := b.Batches[at]
	now := append(slices.Clone(batch.Added), ids(batch.Before)...)
	known := b.index()
	for i, id := range now {
		where := known.find(id)
		if where < 0 || mark(b.Entries[where]) != batch.After[i] {
			title := ""
			if where >= 0 {
				title = b.Entries[where].Proposal.Title
			}
			return fmt.Errorf("batch %s: %s %s: %w", batch.ID, id, title, ErrTouched)
		}
	}
	for _, old := range batch.Before {
		b.Entries[known.find(old.Proposal.ID)] = old
	}
	gone := make(map[annotate.ProposalID]bool, len(batch.Added))
	for _, id := range batch.Added {
		gone[id] = true
	}
	b.Entries = slices.DeleteFunc(b.Entries, func(e Entry) bool { return gone[e.Proposal.ID] })
	if len(b.Entries) == 0 {
		b.Entries = nil // an empty book is one value
	}
	b.Batches = slices.Delete(b.Batches, at, at+1)
	return nil
}

func ids(entries []Entry) []annotate.ProposalID {
	var all []annotate.ProposalID
	for _, e := range entries {
		all = append(all, e.Proposal.ID)
	}
	return all
}

// Differing are the entries of to that are not the same in from.
func Differing(from, to Book) map[annotate.ProposalID]Entry {
	before := make(map[annotate.ProposalID]*Entry, len(from.Entries))
	for i := range from.Entries {
		before[from.Entries[i].Proposal.ID] = &from.Entries[i]
	}
	all := map[annotate.ProposalID]Entry{}
	for i := range to.Entries {
		e := &to.Entries[i]
		if old := before[e.Proposal.ID]; old == nil || !reflect.DeepEqual(old, e) {
			all[e.Proposal.ID] = *e
		}
	}
	return all
}
