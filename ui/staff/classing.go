package staff

import (
	"slices"
	"strconv"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
)

// A Classing 分类 is the work of filing entries one after the other: one is in
// front, a category is chosen, the next one comes.
type Classing struct {
	o     *Office
	queue []annotate.ProposalID
	at    int
	typed string // the first digit of two
}

// Classing begins with ids in their order; without any, with what the filter
// leaves that nobody has filed, or all of that if everything is filed.
func (o *Office) Classing(order Order, ids ...annotate.ProposalID) *Classing {
	c := &Classing{o: o, queue: slices.Clone(ids)}
	if len(ids) > 0 {
		return c
	}
	rows := o.Rows(order)
	for _, open := range []bool{true, false} {
		for _, r := range rows {
			if !open || r.Has(Unclassed) {
				c.queue = append(c.queue, r.Entry.Proposal.ID)
			}
		}
		if len(c.queue) > 0 {
			break
		}
	}
	return c
}

// Now is the entry in front; ok is false if there is none.
func (c *Classing) Now() (r Row, ok bool) {
	if c.at < 0 || c.at >= len(c.queue) {
		return Row{}, false
	}
	return c.o.Row(c.queue[c.at])
}

// Place says that the nth of all is in front, from 1, and how many are filed.
func (c *Classing) Place() (n, all, filed int) {
	for _, id := range c.queue {
		if r, ok := c.o.Row(id); ok && !r.Own {
			filed++
		}
	}
	return c.at + 1, len(c.queue), filed
}

// Move brings another entry to the front; there is nothing before the first and
// behind the last.
func (c *Classing) Move(by int) {
	c.typed = ""
	c.at = min(max(c.at+by, 0), max(0, len(c.queue)-1))
}

// Advice is what the words of the entry in front say.
func (c *Classing) Advice() Advice {
	if r, ok := c.Now(); ok {
		return c.o.Advice(r.Entry.Proposal.ID)
	}
	return Advice{}
}

// Digits is how many digits choose a category: one as long as ten are enough.
func (c *Classing) Digits() int {
	if len(c.o.Categories()) > 10 {
		return 2
	}
	return 1
}

// Label is what is typed for category i, from 0: "1" to "9" and "0", or "01" on.
func (c *Classing) Label(i int) string {
	if c.Digits() == 1 {
		return strconv.Itoa((i + 1) % 10)
	}
	return strconv.Itoa((i+1)/10%10) + strconv.Itoa((i+1)%10)
}

// Typed is the first digit of two that was typed, "" if none.
func (c *Classing) Typed() string { return c.typed }

// Forget forgets that digit.
func (c *Classing) Forget() { c.typed = "" }

// Digit types a digit. The last of a label files the entry in front and brings
// the next one; a label that means nothing is forgotten.
func (c *Classing) Digit(digit int) error {
	label := c.typed + strconv.Itoa(digit)
	if len(label) < c.Digits() {
		c.typed = label
		return nil
	}
	c.typed = ""
	for i := range c.o.Categories() {
		if c.Label(i) == label {
			return c.Choose(i)
		}
	}
	return nil
}

// Choose files the entry in front under category i and brings the next one.
func (c *Classing) Choose(i int) error { return c.file(c.o.Categories()[i]) }

// Accept files it as its words suggest; without a suggestion nothing happens.
func (c *Classing) Accept() error {
	if advice := c.Advice().Categories; len(advice) > 0 {
		return c.file(advice[0].Name)
	}
	return nil
}

func (c *Classing) file(category string) error {
	r, ok := c.Now()
	if !ok {
		return nil
	}
	if r.Entry.Category != category {
		if err := c.o.Classify(category, r.Entry.Proposal.ID); err != nil {
			return err
		}
	}
	c.Move(1)
	return nil
}

// Assign gives the entry in front to a host and stays with it.
func (c *Classing) Assign(host string) error {
	r, ok := c.Now()
	if !ok {
		return nil
	}
	return c.o.AssignHost(c.o.Unit(host), r.Entry.Proposal.ID)
}

// Undo takes the last decision back and brings the entry it was about to the
// front again.
func (c *Classing) Undo() desk.Action {
	undo := c.o.desk.Undo()
	if undo.Off != nil {
		return undo
	}
	return desk.Action{Do: func() {
		before := map[annotate.ProposalID]string{}
		state := func(id annotate.ProposalID) string {
			r, _ := c.o.Row(id)
			return r.Category + "\n" + r.Unit + strconv.FormatBool(r.Own) + strconv.FormatBool(r.Wished)
		}
		for _, id := range c.queue {
			before[id] = state(id)
		}
		undo.Do()
		for i, id := range c.queue {
			if state(id) != before[id] {
				c.typed, c.at = "", i
			}
		}
	}}
}
