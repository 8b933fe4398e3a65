package staff

import (
	"errors"
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
)

// ErrNothingChosen is why a decision about nothing is not made.
var ErrNothingChosen = errors.New("nothing is chosen")

// unchosen says so to people.
var unchosen = &desk.Refusal{Key: "entries.nothing", Why: ErrNothingChosen}

// each makes one decision about several entries: all of them or none, and one
// step to take back.
func (o *Office) each(ids []annotate.ProposalID, decide func(b *registry.Book, by registry.Decision, id string) error) error {
	if len(ids) == 0 {
		return unchosen
	}
	return o.Change(func(b *registry.Book, by registry.Decision) error {
		for _, id := range ids {
			if err := decide(b, by, string(id)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Classify files entries under a category; "" leaves that to the deputy again.
func (o *Office) Classify(category string, ids ...annotate.ProposalID) error {
	return o.each(ids, func(b *registry.Book, by registry.Decision, id string) error { return b.Classify(by, id, category) })
}

// Assign says who answers entries and who helps.
func (o *Office) Assign(host string, cohosts []string, ids ...annotate.ProposalID) error {
	return o.each(ids, func(b *registry.Book, by registry.Decision, id string) error {
		return b.Assign(by, id, host, slices.Clone(cohosts), "", "")
	})
}

// AssignHost says who answers entries and leaves who helps as it is: as wished if
// nobody has decided.
func (o *Office) AssignHost(host string, ids ...annotate.ProposalID) error {
	return o.each(ids, func(b *registry.Book, by registry.Decision, id string) error {
		e, err := b.Find(id)
		if err != nil {
			return err
		}
		return b.Assign(by, id, host, slices.Clone(e.SideUnits()), "", "")
	})
}

// AssignAsWished assigns every entry that wishes for a host and has none to it.
// It returns to how many.
func (o *Office) AssignAsWished(ids ...annotate.ProposalID) (n int, err error) {
	err = o.each(ids, func(b *registry.Book, by registry.Decision, id string) error {
		e, err := b.Find(id)
		if err != nil {
			return err
		}
		host, wished := e.MainUnit()
		if !wished {
			return nil
		}
		n++
		return b.Assign(by, id, host, slices.Clone(e.SideUnits()), "", "")
	})
	return n, err
}

// Divide gives parts of an entry to hosts of their own.
func (o *Office) Divide(id annotate.ProposalID, parts []registry.Part) error {
	return o.each([]annotate.ProposalID{id}, func(b *registry.Book, by registry.Decision, id string) error { return b.Divide(by, id, parts) })
}

// SetState says what became of entries. What was merged is taken apart first.
func (o *Office) SetState(to registry.State, ids ...annotate.ProposalID) error {
	return o.each(ids, func(b *registry.Book, by registry.Decision, id string) error {
		if e, err := b.Find(id); err == nil && e.Into != "" {
			if err := b.Split(by, id); err != nil {
				return err
			}
		}
		return b.SetState(by, id, to)
	})
}

// Settle 核对无误 takes the mark 待核 off entries.
func (o *Office) Settle(ids ...annotate.ProposalID) error {
	return o.each(ids, func(b *registry.Book, by registry.Decision, id string) error { return b.Settle(by, id) })
}

// Supervise marks entries 重点督办, or takes the mark away.
func (o *Office) Supervise(on bool, leader string, ids ...annotate.ProposalID) error {
	return o.each(ids, func(b *registry.Book, by registry.Decision, id string) error { return b.Supervise(by, id, on, leader) })
}

// Remark writes a remark beside an entry.
func (o *Office) Remark(text string, ids ...annotate.ProposalID) error {
	return o.each(ids, func(b *registry.Book, by registry.Decision, id string) error { return b.Remark(by, id, text) })
}

// Mend puts a field of the sheet right, beside what was handed in; key is one of
// registry.Mendable or, in a copy, the title or a part of the text.
func (o *Office) Mend(id annotate.ProposalID, key, value string) error {
	if words(key) {
		return o.Recopy(id, key, value)
	}
	return o.each([]annotate.ProposalID{id}, func(b *registry.Book, by registry.Decision, id string) error {
		if key == "date" {
			if err := desk.CheckDay(value); err != nil {
				return err
			}
		}
		return b.Mend(by, id, key, value)
	})
}

// Final reports whether a state takes an entry out of the session's business, so
// that somebody should be asked twice.
func Final(s registry.State) bool {
	return s == registry.Returned || s == registry.Withdrawn || s == registry.Declined
}
