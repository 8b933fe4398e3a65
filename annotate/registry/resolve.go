package registry

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"time"

	"deputydesk/annotate"
)

// A Choice is what a person decided about a row in conflict. Two texts are never
// merged: one of them counts, or both stand for themselves.
type Choice string

// The choices.
const (
	Undecided  Choice = ""
	KeepThere  Choice = "keep"  // 保留已登记的: the new text is not taken
	TakeNew    Choice = "new"   // 以新交来的为准: it takes the place of the one that is there, which is kept as its earlier revision
	TakeApart  Choice = "apart" // 两件都收: the new text becomes an entry with an id of its own
	conflicted        = "conflict"
)

// Choices are all of them but the first, in the order in which they are offered.
var Choices = []Choice{KeepThere, TakeNew, TakeApart}

// ErrNoChoice is why a choice is refused.
var ErrNoChoice = errors.New("nothing to choose: keep, new or apart decide about a conflict alone")

// Enters reports whether a row changes the book when it is taken in: it can be
// taken, it is the scan of a signed paper, which goes to its entry, or somebody has
// decided about its conflict.
func (r Row) Enters() bool {
	return r.Taken() || r.Why == SignedCopy || r.Verdict == Conflict && r.Choice != Undecided
}

// Resolve decides about a row in conflict. own says what the row is under an id of
// its own, for TakeApart; the digest of a proposal is known outside.
func (r *Row) Resolve(c Choice, own func(annotate.Proposal) Received) error {
	switch {
	case r.Verdict != Conflict, c != Undecided && !slices.Contains(Choices, c):
		return ErrNoChoice
	case c == TakeApart:
		p := r.Proposal
		p.ID = ApartID(p.ID, r.Digest)
		apart := own(p)
		r.Apart = &apart
	default:
		r.Apart = nil
	}
	r.Choice = c
	return nil
}

// ApartID is the id of a text that has to stand apart from the one whose id it
// bears: always the same for the same text.
func ApartID(id annotate.ProposalID, digest string) annotate.ProposalID {
	sum := sha256.Sum256([]byte("apart\n" + string(id) + "\n" + digest))
	sum[6] = sum[6]&0x0f | 0x80 // UUID version 8: made in a way of our own
	sum[8] = sum[8]&0x3f | 0x80
	h := hex.EncodeToString(sum[:16])
	return annotate.ProposalID(h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:])
}

// decide does what was chosen about a row in conflict with the entry at where.
func (b *Book) decide(row Row, at time.Time, who string, where int, known *index) {
	e := &b.Entries[where]
	e.Decided = append(slices.Clone(e.Decided), row.Digest)
	if row.Source != "" {
		e.Decided = append(e.Decided, row.Source)
	}
	e.note(at, who, conflicted, string(row.Choice), row.File)
	switch row.Choice {
	case TakeNew:
		b.enter(row, at, known)
	case TakeApart:
		own := Row{Received: *row.Apart, Verdict: Review, Why: Twice}
		b.enter(own, at, known).note(at, who, conflicted, string(row.Choice), row.File)
	}
}

// A Taking says how rows are taken in.
type Taking struct {
	Batch  string // its id
	By     Decision
	Rows   []Row
	Number *Numbering // not nil: what is added gets its number at once
}

// TakeAs enters the rows that can be entered as one batch and returns it. Numbers
// that it gives are part of the batch.
func (b *Book) TakeAs(t Taking) Batch {
	batch := b.Take(t.Batch, t.By.Who, t.Rows, t.By.At)
	if len(batch.After) == 0 {
		return batch
	}
	for _, row := range t.Rows {
		if n := len(batch.Files); row.Enters() && (n == 0 || batch.Files[n-1] != row.File) {
			batch.Files = append(batch.Files, row.File)
		}
	}
	if t.Number != nil && len(batch.Added) > 0 {
		b.GiveNumbers(t.By, *t.Number, batch.Added...)
		known := b.index()
		for i, id := range batch.Added {
			batch.After[i] = mark(b.Entries[known.find(id)])
		}
	}
	b.Batches[len(b.Batches)-1] = batch
	return batch
}

// Touched names the entries of a batch about which something was decided since it
// was taken in, and which therefore keep it from being taken back.
func (b *Book) Touched(batch Batch) []annotate.ProposalID {
	known := b.index()
	var all []annotate.ProposalID
	for i, id := range append(slices.Clone(batch.Added), ids(batch.Before)...) {
		if at := known.find(id); at < 0 || mark(b.Entries[at]) != batch.After[i] {
			all = append(all, id)
		}
	}
	return all
}

// Of are the entries that a batch added or changed, in the order of the book.
func (b *Book) Of(batch Batch) []Entry {
	in := make(map[annotate.ProposalID]bool, len(batch.After))
	for _, id := range append(slices.Clone(batch.Added), ids(batch.Before)...) {
		in[id] = true
	}
	var all []Entry
	for _, e := range b.Entries {
		if in[e.Proposal.ID] {
			all = append(all, e)
		}
	}
	return all
}
