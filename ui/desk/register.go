package desk

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/annotate/store"
)

// Kinds of the records in which the staff's book 登记簿 is kept.
const (
	entryRecord = "entry"
	bookRecord  = "book"
	batchRecord = "batch"
	bookID      = "now"
)

// keptBook is what a book holds beside its entries. It is written with every
// intake, so what grows with each stands in records of its own.
type keptBook struct {
	Order   []annotate.ProposalID `json:"order"`
	Highest map[string]int        `json:"highest,omitempty"`
	Batches []string              `json:"intakes,omitempty"` // ids, the last one last
}

// Book is the register as it is kept; an empty one if nothing was received. Its
// entries are shared: only Register changes them.
func (d *Desk) Book() (registry.Book, error) {
	if d.book == nil {
		b, err := d.readBook()
		if err != nil {
			return b, err
		}
		d.book = &b
	}
	return *d.book, nil
}

func (d *Desk) readBook() (registry.Book, error) {
	var b registry.Book
	if d.store == nil {
		return b, d.trouble
	}
	heads, err := store.Records[keptBook](d.store, bookRecord)
	if err != nil || len(heads) == 0 {
		return b, err
	}
	all, err := store.Records[registry.Entry](d.store, entryRecord)
	if err != nil {
		return b, err
	}
	byID := make(map[annotate.ProposalID]registry.Entry, len(all))
	for _, e := range all {
		byID[e.Proposal.ID] = e
	}
	head := heads[len(heads)-1]
	b.Highest = head.Highest
	if b.Batches, err = d.readBatches(head.Batches); err != nil {
		return b, err
	}
	for _, id := range head.Order {
		e, ok := byID[id]
		if !ok {
			return b, fmt.Errorf("register: %s: %w", id, store.ErrDamaged)
		}
		b.Entries = append(b.Entries, e)
	}
	return b, nil
}

func (d *Desk) readBatches(order []string) (batches []registry.Batch, err error) {
	all, err := store.Records[registry.Batch](d.store, batchRecord)
	if err != nil {
		return nil, err
	}
	for _, id := range order {
		at := slices.IndexFunc(all, func(b registry.Batch) bool { return b.ID == id })
		if at < 0 {
			return nil, fmt.Errorf("register: batch %s: %w", id, store.ErrDamaged)
		}
		batches = append(batches, all[at])
	}
	return batches, nil
}

// keepBook saves what differs between two states of the book, all or nothing.
func (d *Desk) keepBook(was, now registry.Book) error {
	records := bookRecords(was, now)
	if len(records) == 0 {
		return nil
	}
	if d.store == nil {
		return d.trouble
	}
	if err := d.store.SaveRecords(records...); err != nil {
		return err
	}
	d.setBook(now)
	return nil
}

// setBook has a book in the place of the one before; it is kept already.
func (d *Desk) setBook(now registry.Book) {
	d.book = &now
	d.alike.booked = false
	d.changed(Booked)
}

// bookRecords is what has to be saved to come from one state of the book to
// another.
func bookRecords(was, now registry.Book) []store.Record {
	old, head := headOf(was), headOf(now)
	var records []store.Record
	differ := registry.Differing(was, now)
	there := make(map[annotate.ProposalID]bool, len(head.Order))
	for _, id := range head.Order {
		there[id] = true
		if e, ok := differ[id]; ok {
			records = append(records, store.Record{Kind: entryRecord, ID: string(id), Value: e})
		}
	}
	for _, id := range old.Order {
		if !there[id] {
			records = append(records, store.Record{Kind: entryRecord, ID: string(id)})
		}
	}
	for _, b := range now.Batches {
		if !slices.Contains(old.Batches, b.ID) {
			records = append(records, store.Record{Kind: batchRecord, ID: b.ID, Value: b})
		}
	}
	for _, id := range old.Batches {
		if !slices.Contains(head.Batches, id) {
			records = append(records, store.Record{Kind: batchRecord, ID: id})
		}
	}
	if !reflect.DeepEqual(old, head) {
		records = append(records, store.Record{Kind: bookRecord, ID: bookID, Value: head})
	}
	return records
}

func headOf(b registry.Book) keptBook {
	head := keptBook{Highest: b.Highest}
	for i := range b.Entries {
		head.Order = append(head.Order, b.Entries[i].Proposal.ID)
	}
	for i := range b.Batches {
		head.Batches = append(head.Batches, b.Batches[i].ID)
	}
	return head
}

// LiveEntries are the entries of the register that were neither returned nor
// withdrawn, for the papers: their sheets as the staff put them right.
// ErrNoProposals if there are none.
func (d *Desk) LiveEntries() ([]registry.Entry, error) {
	b, err := d.Book()
	if err != nil {
		return nil, err
	}
	live := slices.DeleteFunc(slices.Clone(b.Entries), func(e registry.Entry) bool { return !e.Live() })
	if len(live) == 0 {
		return nil, ErrNoProposals
	}
	for i := range live {
		live[i].Proposal = live[i].Sheet()
	}
	return live, nil
}

// Register changes the book by change and keeps it if change has no error. While
// an intake is being kept nothing else is changed: ErrBusy.
func (d *Desk) Register(change func(*registry.Book) error) (registry.Book, error) {
	was, err := d.Book()
	if err != nil {
		return was, err
	}
	if d.taking {
		return was, ErrBusy
	}
	now := copyOf(was)
	if err := change(&now); err != nil {
		return was, err
	}
	return now, d.keepBook(was, now)
}

// Decides is a decision of who, now.
func (d *Desk) Decides(who string) registry.Decision {
	return registry.Decision{Who: who, At: d.set.Now()}
}

// Summary counts the verdicts of rows.
func Summary(rows []registry.Row) map[registry.Verdict]int {
	n := map[registry.Verdict]int{}
	for _, r := range rows {
		n[r.Verdict]++
	}
	return n
}

// CheckDay says whether text is a civil date "2024-02-22", or empty.
func CheckDay(text string) error {
	if text == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return fmt.Errorf("%s: %w", text, ErrDay)
	}
	return nil
}

// ErrDay is why a date is not taken.
var ErrDay = errors.New("not a date like 2024-02-22")

// Names are the names in a list that a person typed, between commas of any kind.
func Names(list string) []string {
	var all []string
	for _, name := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune(",，、;；", r) }) {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, name)
		}
	}
	return all
}
