package registry

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
)

// A Decision is who decides something about entries, and when.
type Decision struct {
	Who string // the staff member's name
	At  time.Time
}

// A Change is one line of an entry's journal.
type Change struct {
	At    time.Time `json:"at"`
	Who   string    `json:"who"`
	Field string    `json:"field"`
	From  string    `json:"from,omitempty"`
	To    string    `json:"to,omitempty"`
}

func (e *Entry) note(at time.Time, who, field, from, to string) {
	e.Journal = append(slices.Clone(e.Journal), Change{at, who, field, from, to})
}

// set changes a field and writes it down; nothing is written if nothing changes.
func (d Decision) set(e *Entry, field string, now *string, to string) {
	if *now != to {
		e.note(d.At, d.Who, field, *now, to)
		*now = to
	}
}

// A Numbering says how numbers are printed.
type Numbering struct {
	Prefix  string // "豫漯八届三次"
	Motions string // the prefix of 议案; "" is Prefix
	Width   int    // digits, filled with zeros; 3 if 0
	Pattern string // "第{n}号"; "" is that
}

// Print is number as it is printed for an entry of a series.
func (n Numbering) Print(series string, number int) string {
	prefix, width, pattern := n.Prefix, n.Width, n.Pattern
	if series == string(annotate.Motion) && n.Motions != "" {
		prefix = n.Motions
	}
	if width == 0 {
		width = 3
	}
	if !strings.Contains(pattern, "{n}") {
		pattern = "第{n}号"
	}
	return prefix + strings.ReplaceAll(pattern, "{n}", fmt.Sprintf("%0*d", width, number))
}

// Series is which numbers count together: motions and everything else apart.
func (e Entry) Series() string {
	if e.Motion() {
		return string(annotate.Motion)
	}
	return string(annotate.Suggestion)
}

// GiveNumbers gives the live entries that have none a number each, in the order
// of the book, after the highest that was ever given; a number that became free
// stays free. It returns how many it gave.
func (b *Book) GiveNumbers(d Decision, n Numbering, only ...annotate.ProposalID) int {
	wanted := make(map[annotate.ProposalID]bool, len(only))
	for _, id := range only {
		wanted[id] = true
	}
	given := 0
	for i := range b.Entries {
		e := &b.Entries[i]
		if e.Number > 0 || !e.Live() || len(only) > 0 && !wanted[e.Proposal.ID] {
			continue
		}
		if b.Highest == nil {
			b.Highest = map[string]int{}
		}
		b.Highest[e.Series()]++
		e.Number = b.Highest[e.Series()]
		if printed := n.Print(e.Series(), e.Number); printed != e.NumberText() {
			e.Printed = printed
		}
		e.note(d.At, d.Who, "number", "", e.NumberText())
		given++
	}
	return given
}

// Classify files the entry under a category.
func (b *Book) Classify(d Decision, name, category string) error {
	e, err := b.Find(name)
	if err == nil {
		d.set(e, "category", &e.Category, strings.TrimSpace(category))
	}
	return err
}

// Assign 交办 says who answers: host 主办 and cohosts 会办, given out on the civil
// date day and due on another; "" leaves a date as it is.
func (b *Book) Assign(d Decision, name, host string, cohosts []string, day, due string) error {
	e, err := b.Find(name)
	if err != nil {
		return err
	}
	d.set(e, "host", &e.Host, strings.TrimSpace(host))
	if !slices.Equal(e.Cohosts, cohosts) {
		e.note(d.At, d.Who, "cohosts", strings.Join(e.Cohosts, "、"), strings.Join(cohosts, "、"))
		e.Cohosts = slices.Clone(cohosts)
	}
	for _, date := range []struct {
		field string
		now   *string
		to    string
	}{{"assigned", &e.Assigned, day}, {"due", &e.Due, due}} {
		if date.to != "" {
			d.set(e, date.field, date.now, date.to)
		}
	}
	return nil
}

// SetState says what became of an entry; merging has a method of its own.
func (b *Book) SetState(d Decision, name string, to State) error {
	if !slices.Contains([]State{Registered, Filed, Declined, Turned, Returned, Withdrawn}, to) {
		return fmt.Errorf("%s: %w", to, ErrState)
	}
	e, err := b.Find(name)
	if err != nil {
		return err
	}
	d.state(e, to)
	return nil
}

func (d Decision) state(e *Entry, to State) {
	now := string(e.State)
	d.set(e, "state", &now, string(to))
	e.State = to
}

// Merge 并案 handles others together with lead, whose text leads. Every text and
// every author stays; what was merged into one of the others goes along. Motions
// and proposals are not merged with each other.
func (b *Book) Merge(d Decision, lead string, others ...string) error {
	into, err := b.Find(lead)
	if err != nil {
		return err
	}
	var all []*Entry
	for _, name := range others {
		e, err := b.Find(name)
		switch {
		case err != nil:
			return err
		case e == into:
			return fmt.Errorf("%s: %w", name, ErrIntoSelf)
		case e.Motion() != into.Motion():
			return fmt.Errorf("%s and %s: %w", name, lead, ErrOther)
		}
		all = append(all, e)
	}
	if into.Into != "" {
		d.apart(into)
	}
	for _, e := range all {
		for i := range b.Entries {
			if below := &b.Entries[i]; below.Into == e.Proposal.ID {
				d.under(below, into)
			}
		}
		d.under(e, into)
	}
	return nil
}

func (d Decision) under(e, lead *Entry) {
	was := string(e.Into)
	d.set(e, "into", &was, string(lead.Proposal.ID))
	e.Into = lead.Proposal.ID
	d.state(e, Merged)
}

// Split takes an entry out of those it was merged with.
func (b *Book) Split(d Decision, name string) error {
	e, err := b.Find(name)
	if err != nil {
		return err
	}
	if e.Into == "" {
		return fmt.Errorf("%s: %w", name, ErrNotMerged)
	}
	d.apart(e)
	return nil
}

func (d Decision) apart(e *Entry) {
	was := string(e.Into)
	d.set(e, "into", &was, "")
	e.Into = ""
	d.state(e, Registered)
}

// Settle takes the mark 待核 off an entry: somebody has looked, at every field that
// was guessed too.
func (b *Book) Settle(d Decision, name string) error {
	e, err := b.Find(name)
	if err == nil && e.Review {
		e.note(d.At, d.Who, "review", "", "")
		e.Review = false
		e.Guesses = slices.Clone(e.Guesses)
		for i := range e.Guesses {
			e.Guesses[i].Sure = true
		}
	}
	return err
}
