package desk

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
)

// An Intake 收件 is what came of the files that were handed in.
type Intake struct {
	Batch string // "" if nothing was taken in
	Rows  []registry.Row
	Book  registry.Book // afterwards
}

// A Taking says which rows of an arrival are taken in, by whom, and whether they
// get their numbers at once.
type Taking struct {
	Who    string
	Rows   []registry.Row      // with what was decided about conflicts
	Number *registry.Numbering // nil: no numbers are given
}

// JudgeArrival judges what arrived without keeping anything.
func (d *Desk) JudgeArrival(a *Arrival) ([]registry.Row, error) {
	b, err := d.Book()
	if err != nil {
		return nil, err
	}
	return judged(&b, a.Received), nil
}

// judged is what becomes of what was received. A copy that belongs to an entry has
// got its id, so its digest is another.
func judged(b *registry.Book, received []registry.Received) []registry.Row {
	rows := b.Judge(received)
	for i := range rows {
		if r := &rows[i]; r.Origin != registry.Packed && r.Origin != registry.Scanned && r.Err == nil {
			r.Digest = export.Digest(r.Proposal)
		}
	}
	return rows
}

// TakeArrival begins to enter rows of an arrival as one batch. They are judged
// once more, against the register as it is. keep, which may run away from the
// desk's goroutine, saves all or nothing, nothing when ctx is cancelled; then ends
// the intake on that goroutine, whatever came of it.
func (d *Desk) TakeArrival(a *Arrival, t Taking) (keep func(ctx context.Context, step func(done, of int)) error, then func(error) Intake, err error) {
	was, err := d.Book()
	switch {
	case err != nil:
		return nil, nil, err
	case d.taking:
		return nil, nil, ErrBusy
	case d.store == nil:
		return nil, nil, d.trouble
	}
	d.taking = true
	in, by, now, kept := Intake{Book: was}, d.Decides(t.Who), copyOf(was), d.store
	keep = func(ctx context.Context, step func(done, of int)) error {
		in.Rows = rejudge(&now, t.Rows)
		batch := now.TakeAs(registry.Taking{Batch: nextBatch(now.Batches), By: by, Rows: in.Rows, Number: t.Number})
		if len(batch.After) == 0 {
			return nil
		}
		in.Batch = batch.ID
		records := append(a.attachments(in.Rows), bookRecords(was, now)...)
		return kept.SaveMany(ctx, func(done int) { step(done, len(records)) }, records)
	}
	return keep, func(err error) Intake {
		d.taking = false
		if err != nil {
			return Intake{Rows: in.Rows, Book: was}
		}
		if in.Batch != "" {
			in.Book = now
			d.setBook(now)
		}
		return in
	}, nil
}

// rejudge judges rows against a book as it is now; what was decided about a
// conflict holds as long as it is one.
func rejudge(b *registry.Book, rows []registry.Row) []registry.Row {
	type name struct{ file, id, digest string }
	decided := map[name]registry.Row{}
	var received []registry.Received
	for _, r := range rows {
		received = append(received, r.Received)
		if r.Choice != registry.Undecided {
			decided[name{r.File, string(r.Proposal.ID), r.Digest}] = r
		}
	}
	again := judged(b, received)
	for i, r := range again {
		if was, ok := decided[name{r.File, string(r.Proposal.ID), r.Digest}]; ok && r.Verdict == registry.Conflict {
			again[i].Choice, again[i].Apart = was.Choice, was.Apart
		}
	}
	return again
}

// Decide decides about a row in conflict; see registry.Choice.
func (d *Desk) Decide(row *registry.Row, c registry.Choice) error {
	return row.Resolve(c, func(p annotate.Proposal) registry.Received {
		own := row.Received
		own.Proposal, own.Digest = p, export.Digest(p)
		return own
	})
}

// TakeIn reads the proposals in files and folders and enters what can be entered,
// as one batch; with look alone it only says what would become of them.
// The files themselves are not touched.
func (d *Desk) TakeIn(paths []string, who string, look bool) (Intake, error) {
	in, a, err := d.LookAt(paths)
	if err != nil || look {
		return in, err
	}
	return d.Enter(a, Taking{Who: who, Rows: in.Rows})
}

// LookAt reads what lies in files and folders and judges it, at once.
func (d *Desk) LookAt(paths []string) (Intake, *Arrival, error) {
	read, settle := d.Arrive(paths)
	a, err := read(context.Background(), func(int, int) {})
	if err != nil {
		return Intake{}, nil, err
	}
	settle(a)
	in := Intake{}
	if in.Rows, err = d.JudgeArrival(a); err != nil {
		return in, a, err
	}
	in.Book, err = d.Book()
	return in, a, err
}

// Enter enters rows of an arrival as one batch, at once.
func (d *Desk) Enter(a *Arrival, t Taking) (Intake, error) {
	keep, then, err := d.TakeArrival(a, t)
	if err != nil {
		return Intake{}, err
	}
	err = keep(context.Background(), func(int, int) {})
	return then(err), err
}

// copyOf is a book that can be changed while the other is read.
func copyOf(b registry.Book) registry.Book {
	return registry.Book{Entries: slices.Clone(b.Entries), Batches: slices.Clone(b.Batches), Highest: maps.Clone(b.Highest)}
}

// nextBatch counts on from the batches there are.
func nextBatch(all []registry.Batch) string {
	highest := 0
	for _, b := range all {
		if n, err := strconv.Atoi(b.ID); err == nil {
			highest = max(highest, n)
		}
	}
	return strconv.Itoa(highest + 1)
}

// UndoIntake takes a batch back, "" the last one. It is refused, by name of the
// first, when something was decided about its entries since.
func (d *Desk) UndoIntake(batch string) (registry.Book, error) {
	return d.Register(func(b *registry.Book) error {
		if batch == "" {
			if len(b.Batches) == 0 {
				return registry.ErrNoBatch
			}
			batch = b.Batches[len(b.Batches)-1].ID
		}
		err := b.Undo(batch)
		if !errors.Is(err, registry.ErrTouched) {
			return err
		}
		at := slices.IndexFunc(b.Batches, func(x registry.Batch) bool { return x.ID == batch })
		touched := b.Touched(b.Batches[at])
		e, lost := b.Find(string(touched[0]))
		if lost != nil || len(e.Journal) == 0 {
			return err
		}
		last := e.Journal[len(e.Journal)-1]
		return &Refusal{"staff.undo.touched", []any{"n", len(touched), "title", e.Proposal.Title, "who", last.Who, "at", last.At.In(annotate.Beijing).Format("1月2日 15:04")}, err}
	})
}
