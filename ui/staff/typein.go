package staff

import (
	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
)

// TypeIn 录入纸质件 enters what was typed from a paper, as a batch of its own, and
// returns the entry. ErrNotTaken comes with the row that says why nothing was
// entered.
func (o *Office) TypeIn(t desk.Typing) (registry.Entry, registry.Row, error) {
	a, err := o.desk.Typed(t)
	if err != nil {
		return registry.Entry{}, registry.Row{}, err
	}
	rows, err := o.desk.JudgeArrival(a)
	if err != nil {
		return registry.Entry{}, registry.Row{}, err
	}
	if !rows[0].Enters() {
		return registry.Entry{}, rows[0], desk.ErrNotTaken
	}
	taking := desk.Taking{Who: o.who, Rows: rows}
	if o.NumbersOnTheWay() {
		n := o.Numbering()
		taking.Number = &n
	}
	was := o.Book()
	got, err := o.desk.Enter(a, taking)
	if err != nil {
		return registry.Entry{}, rows[0], err
	}
	o.swaps(was, got.Book)
	in := o.Intake()
	in.done = nil
	in.judge()
	o.desk.Notify(desk.Arrived)
	id := rows[0].Proposal.ID
	if rows[0].Like != "" {
		id = rows[0].Like
	}
	e, _ := o.Entry(id)
	return e, rows[0], nil
}

// A CodeFound says where a draft code stands.
type CodeFound struct {
	Title    string
	Deputy   annotate.Deputy
	Number   string // "" while it has none
	Arrived  bool   // it lies on the page and is not taken in yet
	Unsigned bool   // no paper of it is kept
}

// FindCode finds an entry, or what lies on the page, by the eight characters on
// its paper.
func (o *Office) FindCode(code string) (CodeFound, bool) {
	plain, err := desk.PlainCode(code)
	if err != nil {
		return CodeFound{}, false
	}
	if e, ok := o.desk.Coded(plain); ok {
		return CodeFound{Title: e.Proposal.Title, Deputy: e.Proposal.Deputy, Number: e.NumberText(), Unsigned: len(e.Papers) == 0}, true
	}
	for _, r := range o.Intake().rows {
		if got, err := desk.PlainCode(desk.CodeOf(r.Proposal)); err == nil && got == plain {
			return CodeFound{Title: r.Proposal.Title, Deputy: r.Proposal.Deputy, Arrived: true}, true
		}
	}
	return CodeFound{}, false
}

// mostOffered is how many people of the roster are offered for what is typed.
const mostOffered = 5

// OfferPeople are people of the roster for the beginning of a name or number.
func (o *Office) OfferPeople(prefix string) []annotate.Deputy {
	if prefix == "" {
		return nil
	}
	all := o.desk.Roster(prefix)
	return all[:min(len(all), mostOffered)]
}
