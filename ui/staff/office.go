// Package staff is the state of the staff's pages and what may be done on them,
// without a toolkit: what is looked at, by whose hand, and every decision about
// the register with its way back.
//
// The register itself is kept by ui/desk; an Office looks at it and changes it
// through Change alone, so that each decision can be taken back with Ctrl+Z and
// stands in the journal under a name. The command line calls the same methods.
package staff

import (
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
)

// An Office is the staff's side of one desk. It belongs to the desk's goroutine.
type Office struct {
	desk *desk.Desk
	who  string
	look Filter
	list listing // the register as it is listed

	intake  *Intake // nil before the page was asked for
	issuing issuing

	doubles doubles
	sift    sifting

	boarding boarding
}

const whoSetting = "clerk"

// New returns the office of d.
func New(d *desk.Desk) *Office {
	o := &Office{desk: d}
	d.Tell(d.Setting(whoSetting, &o.who))
	return o
}

// Desk is the desk the office stands on.
func (o *Office) Desk() *desk.Desk { return o.desk }

// Who 经办人 is the name under which decisions are written down; "" before
// somebody has said it.
func (o *Office) Who() string { return o.who }

// SetWho says under which name decisions are written down.
func (o *Office) SetWho(name string) {
	o.who = strings.TrimSpace(name)
	o.desk.Tell(o.desk.KeepSetting(whoSetting, o.who))
	o.desk.Notify(desk.Booked)
}

// Book is the register. Its entries are shared: only Change changes them.
func (o *Office) Book() registry.Book {
	b, err := o.desk.Book()
	if o.desk.Keeps() { // why a desk keeps nothing stands above the page already
		o.desk.Tell(err)
	}
	return b
}

// Entry returns what the register holds of a proposal.
func (o *Office) Entry(id annotate.ProposalID) (registry.Entry, bool) {
	for _, e := range o.Book().Entries {
		if e.Proposal.ID == id {
			return e, true
		}
	}
	return registry.Entry{}, false
}

// Change makes a decision, keeps it, and remembers the way back. A number that
// was given stays given when the decision is taken back.
func (o *Office) Change(decide func(*registry.Book, registry.Decision) error) error {
	was, err := o.desk.Book()
	if err != nil {
		return err
	}
	by := o.desk.Decides(o.who)
	now, err := o.desk.Register(func(b *registry.Book) error { return decide(b, by) })
	if err != nil {
		return err
	}
	o.desk.Did(
		func() error { return o.put(now, was) },
		func() error { return o.put(was, now) })
	return nil
}

// put brings the entries that differ between two states of the book from one to
// the other. What was decided elsewhere meanwhile stays.
func (o *Office) put(from, to registry.Book) error {
	back := registry.Differing(from, to)
	_, err := o.desk.Register(func(b *registry.Book) error {
		for i := range b.Entries {
			if e, ok := back[b.Entries[i].Proposal.ID]; ok {
				b.Entries[i] = e
			}
		}
		return nil
	})
	return err
}

// A Filter says which entries are looked at. The zero Filter is all of them; every
// field that is set narrows.
type Filter struct {
	Words      string // in title, deputy, delegation, unit, number or code
	Category   string
	Delegation string
	Unit       string // that answers or helps, as assigned, else as wished
	State      registry.State
	Kind       annotate.Form
	Review     bool                  // 待核 alone
	System     string                // 系统 of the unit that answers
	Mark       Mark                  // with this mark alone
	Only       []annotate.ProposalID // nil for all
	Because    string                // what Only is, in words for people
}

// Looking is the filter of the register in sight.
func (o *Office) Looking() Filter { return o.look }

// Narrow looks at what f leaves, without turning anywhere.
func (o *Office) Narrow(f Filter) { o.look = f }

// Look narrows the register to f and turns to it.
func (o *Office) Look(f Filter) {
	o.look = f
	o.desk.Turn(desk.Registering)
	o.desk.Notify(desk.Booked)
}
