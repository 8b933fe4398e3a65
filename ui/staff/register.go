package staff

import (
	"cmp"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/seeds/rules"
)

// A listing is the register as it is listed, made once for each state of the
// book and of the rule pack.
type listing struct {
	first *registry.Entry // of the book it was made of; nil for an empty one
	size  int
	pack  *rules.Pack
	rows  []Row
	at    map[annotate.ProposalID]int
}

// All is the whole register as the list shows it, in the order in which it came.
func (o *Office) All() []Row {
	b := o.Book()
	pack := o.desk.Rules().Pack
	var first *registry.Entry
	if len(b.Entries) > 0 {
		first = &b.Entries[0]
	}
	if l := o.list; l.first == first && l.size == len(b.Entries) && l.pack == pack && l.at != nil {
		return l.rows
	}
	systems := make(map[string]string, len(pack.Units))
	for _, u := range pack.Units {
		systems[u.Name] = u.System
	}
	leads := map[annotate.ProposalID]bool{}
	for i := range b.Entries {
		leads[b.Entries[i].Into] = true
	}
	l := listing{first: first, size: len(b.Entries), pack: pack, rows: make([]Row, len(b.Entries)), at: make(map[annotate.ProposalID]int, len(b.Entries))}
	for i := range b.Entries {
		e := &b.Entries[i]
		l.rows[i] = o.row(e, leads[e.Proposal.ID], systems)
		l.at[e.Proposal.ID] = i
	}
	o.list = l
	return l.rows
}

// Row is the row of a proposal.
func (o *Office) Row(id annotate.ProposalID) (Row, bool) {
	all := o.All()
	i, ok := o.list.at[id]
	if !ok {
		return Row{}, false
	}
	return all[i], true
}

// A Column is what the list can be sorted by.
type Column int

// The columns. ByArrival is the order in which the proposals came.
const (
	ByArrival Column = iota
	ByNumber
	ByTitle
	ByDeputy
	ByDelegation
	ByCategory
	ByUnit
	ByState
	ByMarks
)

// An Order is how the list is sorted.
type Order struct {
	By   Column
	Down bool
}

// Sort is the order after the head of a column was pressed: by it, the other way
// round if it was by it already, and in the order of arrival after that.
func (o Order) Sort(by Column) Order {
	switch {
	case o.By != by:
		return Order{By: by}
	case !o.Down:
		return Order{By: by, Down: true}
	}
	return Order{}
}

// Rows are the rows that the filter leaves, in order.
func (o *Office) Rows(order Order) []Row { return o.Listed(o.look, order) }

// Listed are the rows that f leaves, in order.
func (o *Office) Listed(f Filter, order Order) []Row {
	var some []Row
	pass := f.pass()
	for _, r := range o.All() {
		if pass(&r) {
			some = append(some, r)
		}
	}
	if order.By != ByArrival {
		slices.SortStableFunc(some, func(a, b Row) int {
			if order.Down {
				return order.By.compare(&b, &a)
			}
			return order.By.compare(&a, &b)
		})
	}
	return some
}

func (c Column) compare(a, b *Row) int {
	switch c {
	case ByNumber:
		// What has no number stands last, motions before proposals.
		return cmp.Or(none(a.Entry.Number == 0, b.Entry.Number == 0), cmp.Compare(b.Entry.Series(), a.Entry.Series()), cmp.Compare(a.Entry.Number, b.Entry.Number))
	case ByTitle:
		return cmp.Compare(a.Title, b.Title)
	case ByDeputy:
		return cmp.Compare(a.Deputy, b.Deputy)
	case ByDelegation:
		return cmp.Compare(a.Delegation, b.Delegation)
	case ByCategory:
		return cmp.Compare(a.Category, b.Category)
	case ByUnit:
		return cmp.Or(none(a.Unit == "", b.Unit == ""), cmp.Compare(a.Unit, b.Unit))
	case ByState:
		return cmp.Compare(stateOrder(a.State), stateOrder(b.State))
	case ByMarks:
		return cmp.Compare(weight(b), weight(a))
	}
	return 0
}

// none puts what is empty last.
func none(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// States are the states in the order in which they are offered.
var States = []registry.State{registry.Registered, registry.Filed, registry.Merged, registry.Turned, registry.Declined, registry.Returned, registry.Withdrawn}

func stateOrder(s registry.State) int { return slices.Index(States, s) }

// weight counts the first marks for more than all that follow.
func weight(r *Row) (n int) {
	for i, m := range Marks[:shownMarks] {
		if r.Has(m) {
			n += 1 << (shownMarks - i)
		}
	}
	return n
}

// pass is the test that f makes of a row.
func (f Filter) pass() func(*Row) bool {
	words := strings.Fields(strings.ToLower(f.Words))
	var only map[annotate.ProposalID]bool
	if f.Only != nil {
		only = make(map[annotate.ProposalID]bool, len(f.Only))
		for _, id := range f.Only {
			only[id] = true
		}
	}
	return func(r *Row) bool {
		e := r.Entry
		switch {
		case only != nil && !only[e.Proposal.ID],
			f.Category != "" && r.Category != f.Category,
			f.Delegation != "" && r.Delegation != f.Delegation,
			f.Unit != "" && !slices.Contains(r.units, f.Unit),
			f.System != "" && r.System != f.System,
			f.State != "" && r.State != f.State,
			f.Kind != "" && e.Proposal.Form != f.Kind,
			f.Review && !e.Review,
			f.Mark != "" && !r.Has(f.Mark):
			return false
		}
		for _, w := range words {
			if !strings.Contains(r.words, w) {
				return false
			}
		}
		return true
	}
}

// Narrows reports whether f leaves anything out.
func (f Filter) Narrows() bool {
	return f.Words != "" || f.Category != "" || f.Delegation != "" || f.Unit != "" || f.System != "" || f.State != "" || f.Kind != "" ||
		f.Review || f.Mark != "" || f.Only != nil
}
