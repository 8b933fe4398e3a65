package staff

import (
	"slices"
	"strings"
	"time"

	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
)

// A Batch is an earlier intake as the page lists it.
type Batch struct {
	ID      string
	At      time.Time
	Who     string
	Added   int
	Revised int      // or otherwise changed
	Files   []string // names of the files that were taken
}

// Batches are the intakes so far, the last one first.
func (o *Office) Batches() []Batch {
	var all []Batch
	for _, b := range slices.Backward(o.Book().Batches) {
		all = append(all, Batch{ID: b.ID, At: b.At, Who: b.Who, Added: len(b.Added), Revised: len(b.Before), Files: b.Files})
	}
	return all
}

// UndoBatch takes an intake back; that can be taken back as well.
func (o *Office) UndoBatch(id string) error {
	was := o.Book()
	now, err := o.desk.UndoIntake(id)
	if err != nil {
		return err
	}
	o.swaps(was, now)
	in := o.Intake()
	in.done = nil
	in.judge()
	o.desk.Notify(desk.Arrived)
	return nil
}

// OfBatch are the entries of an intake as they are now, sheets put right.
func (o *Office) OfBatch(id string) ([]registry.Entry, error) {
	b := o.Book()
	at := slices.IndexFunc(b.Batches, func(x registry.Batch) bool { return x.ID == id })
	if at < 0 {
		return nil, registry.ErrNoBatch
	}
	all := b.Of(b.Batches[at])
	for i := range all {
		all[i].Proposal = all[i].Sheet()
	}
	return all, nil
}

// ReceiptOrder is the order for the receipts of an intake; name is what the file is called.
func ReceiptOrder(name string) desk.Order {
	return desk.Order{Paper: desk.ReceiptPaper, Name: strings.TrimSpace(name)}
}

// Receipts 打印收件回执 lays the receipts of an intake out to be looked at and
// printed, one a page.
func (o *Office) Receipts(id, name string) desk.Action {
	entries, err := o.OfBatch(id)
	if err != nil {
		return desk.Action{Off: err}
	}
	return o.desk.PreviewPaper(entries, ReceiptOrder(name))
}

// LookAtBatch shows the entries of an intake on the page 登记; because says in
// words for people why these.
func (o *Office) LookAtBatch(id, because string) {
	entries, err := o.OfBatch(id)
	if err != nil {
		o.desk.Tell(err)
		return
	}
	f := Filter{Because: because}
	for _, e := range entries {
		f.Only = append(f.Only, e.Proposal.ID)
	}
	o.Look(f)
}
