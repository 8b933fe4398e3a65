package staff

import (
	"context"
	"errors"
	"slices"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
)

// The long work of an intake; the catalogue has words for it.
const (
	ReadingTask = "intakes.reading"
	KeepingTask = "intakes.keeping"
)

// An Intake 收件 is what lies on the page: files that were read and judged, of
// which nothing is kept before it is taken in.
type Intake struct {
	office  *Office
	arrival *desk.Arrival
	rows    []registry.Row
	off     map[rowName]bool            // could be taken and was not wanted
	choices map[rowName]registry.Choice // about conflicts
	done    *Taken
}

// A rowName tells a row from the others, also after they were judged anew.
type rowName struct {
	file   string
	id     annotate.ProposalID
	digest string
}

func nameOf(r *registry.Row) rowName { return rowName{r.File, r.Proposal.ID, r.Digest} }

// A Taken is what came of an intake.
type Taken struct {
	Batch             string
	Rows              int // that were taken
	Added, Revised    int // new entries; rows that replaced or changed one
	Numbered, LeftOut int
	At                time.Time
}

// Intake is what lies on the page 收件.
func (o *Office) Intake() *Intake {
	if o.intake == nil {
		o.intake = &Intake{office: o, off: map[rowName]bool{}, choices: map[rowName]registry.Choice{}}
	}
	return o.intake
}

// Receive reads files and folders in the background and puts them beside what
// lies on the page already.
func (o *Office) Receive(paths []string) {
	if len(paths) == 0 {
		return
	}
	o.desk.Turn(desk.Receiving)
	in := o.Intake()
	read, settle := o.desk.Arrive(paths)
	o.desk.Begin(ReadingTask, func(ctx context.Context, step func(done, of int)) (func(), error) {
		a, err := read(ctx, step)
		return func() {
			settle(a)
			in.done = nil
			if in.arrival != nil {
				a.Join(in.arrival)
			}
			in.arrival = a
			in.judge()
			o.desk.Notify(desk.Arrived)
		}, err
	})
}

// judge says anew what becomes of everything that lies on the page.
func (in *Intake) judge() {
	if in.arrival == nil {
		in.rows = nil
		return
	}
	rows, err := in.office.desk.JudgeArrival(in.arrival)
	if err != nil {
		in.office.desk.Tell(err)
		return
	}
	in.rows = rows
	for i := range rows {
		if c := in.choices[nameOf(&rows[i])]; c != registry.Undecided && rows[i].Verdict == registry.Conflict {
			in.office.desk.Tell(in.office.desk.Decide(&rows[i], c))
		}
	}
}

// Empty reports whether nothing lies on the page.
func (in *Intake) Empty() bool { return in.arrival == nil }

// Files is how many files were read.
func (in *Intake) Files() int {
	if in.arrival == nil {
		return 0
	}
	return in.arrival.Files
}

// Rows are what becomes of each; they are shared and not to be changed.
func (in *Intake) Rows() []registry.Row { return in.rows }

// Done is what came of the intake before, nil if there was none or something
// else was handed in since.
func (in *Intake) Done() *Taken { return in.done }

// Can reports whether row i may be ticked: it goes into the register if it is.
func (in *Intake) Can(i int) bool { return in.rows[i].Enters() }

// Ticked reports whether row i is to be taken in.
func (in *Intake) Ticked(i int) bool { return in.Can(i) && !in.off[nameOf(&in.rows[i])] }

// Tick says whether rows are to be taken in. Those that cannot be stay as they
// are; desk.ErrNotTaken if that is all of them.
func (in *Intake) Tick(on bool, rows ...int) error {
	some := false
	for _, i := range rows {
		if !in.Can(i) {
			continue
		}
		some = true
		if on {
			delete(in.off, nameOf(&in.rows[i]))
		} else {
			in.off[nameOf(&in.rows[i])] = true
		}
	}
	if !some && len(rows) > 0 {
		return desk.ErrNotTaken
	}
	in.office.desk.Notify(desk.Arrived)
	return nil
}

// Chosen is how many rows are to be taken in.
func (in *Intake) Chosen() (n int) {
	for i := range in.rows {
		if in.Ticked(i) {
			n++
		}
	}
	return n
}

// Counts is how many rows there are of each verdict.
func (in *Intake) Counts() map[registry.Verdict]int { return desk.Summary(in.rows) }

// Decide decides about the conflict of row i; Undecided leaves it open again.
func (in *Intake) Decide(i int, c registry.Choice) error {
	if err := in.office.desk.Decide(&in.rows[i], c); err != nil {
		return err
	}
	in.choices[nameOf(&in.rows[i])] = c
	delete(in.off, nameOf(&in.rows[i]))
	in.office.desk.Notify(desk.Arrived)
	return nil
}

// There is what row i meets: the text of the same proposal in the register, or
// one that was handed in with it and stands before it.
func (in *Intake) There(i int) (p annotate.Proposal, registered, ok bool) {
	id := in.rows[i].Proposal.ID
	if like := in.rows[i].Like; like != "" {
		id = like
	}
	for j := range in.rows[:i] {
		if r := &in.rows[j]; r.Proposal.ID == id && r.Taken() {
			p, ok = r.Proposal, true
		}
	}
	if ok || in.rows[i].Err != nil {
		return p, false, ok
	}
	e, ok := in.office.Entry(id)
	return e.Proposal, ok, ok
}

// Drop takes everything off the page; the files are where they were.
func (in *Intake) Drop() {
	in.arrival, in.rows, in.done = nil, nil, nil
	clear(in.off)
	clear(in.choices)
	in.office.desk.Notify(desk.Arrived)
}

const numberingOnTheWay = "number on intake"

// NumbersOnTheWay 收下即编号 reports whether what is taken in gets its number at once.
func (o *Office) NumbersOnTheWay() bool {
	on := false
	o.desk.Tell(o.desk.Setting(numberingOnTheWay, &on))
	return on
}

// NumberOnTheWay says whether it does.
func (o *Office) NumberOnTheWay(on bool) { o.desk.Tell(o.desk.KeepSetting(numberingOnTheWay, on)) }

// Accept takes the ticked rows in, as one batch, in the background. It can be
// stopped, and then nothing was kept.
func (in *Intake) Accept() desk.Action {
	o := in.office
	_, busy := o.desk.Task()
	switch {
	case in.arrival == nil:
		return desk.Action{Off: desk.ErrNothingArrived}
	case in.Chosen() == 0:
		return desk.Action{Off: unchosen}
	case busy:
		return desk.Action{Off: desk.ErrBusy}
	}
	return desk.Action{Do: in.accept}
}

func (in *Intake) accept() {
	o := in.office
	t := desk.Taking{Who: o.who}
	for i := range in.rows {
		if in.Ticked(i) {
			t.Rows = append(t.Rows, in.rows[i])
		}
	}
	if o.NumbersOnTheWay() {
		n := o.Numbering()
		t.Number = &n
	}
	was := o.Book()
	keep, then, err := o.desk.TakeArrival(in.arrival, t)
	if err != nil {
		o.desk.Tell(err)
		return
	}
	left := len(in.rows) - len(t.Rows)
	o.desk.Begin(KeepingTask, func(ctx context.Context, step func(done, of int)) (func(), error) {
		err := keep(ctx, step)
		return func() {
			got := then(err)
			switch {
			case errors.Is(err, context.Canceled):
			case err != nil:
				o.desk.Tell(err)
			default:
				in.taken(was, got, left)
			}
			o.desk.Notify(desk.Arrived)
		}, nil
	})
}

// taken says what came of the intake, clears the page and remembers the way back.
func (in *Intake) taken(was registry.Book, got desk.Intake, left int) {
	o := in.office
	in.Drop()
	done := &Taken{Batch: got.Batch, LeftOut: left}
	if got.Batch != "" {
		batch := got.Book.Batches[len(got.Book.Batches)-1]
		for _, r := range got.Rows {
			if r.Enters() {
				done.Rows++
			}
		}
		done.LeftOut += len(got.Rows) - done.Rows
		done.At, done.Added, done.Revised = batch.At, len(batch.Added), max(0, done.Rows-len(batch.Added))
		for _, e := range got.Book.Of(batch) {
			if e.Number > 0 && slices.Contains(batch.Added, e.Proposal.ID) {
				done.Numbered++
			}
		}
		o.swaps(was, got.Book)
	}
	in.done = done
}

// swaps remembers how to come back from one state of the register to another.
func (o *Office) swaps(was, now registry.Book) {
	o.desk.Did(
		func() error { return o.swap(now, was) },
		func() error { return o.swap(was, now) })
}

// swap brings the register from one state to another; numbers that were given
// stay given. What was decided meanwhile keeps it from being done.
func (o *Office) swap(from, to registry.Book) error {
	_, err := o.desk.Register(func(b *registry.Book) error {
		if !slices.EqualFunc(b.Batches, from.Batches, func(x, y registry.Batch) bool { return x.ID == y.ID && x.At.Equal(y.At) }) ||
			len(b.Entries) != len(from.Entries) || len(registry.Differing(from, *b)) > 0 {
			return desk.ErrChangedSince
		}
		b.Entries, b.Batches = slices.Clone(to.Entries), slices.Clone(to.Batches)
		return nil
	})
	if err == nil && o.intake != nil {
		o.intake.done = nil
		o.intake.judge()
		o.desk.Notify(desk.Arrived)
	}
	return err
}
