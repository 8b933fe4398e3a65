package staff

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
)

// Categories are the categories of this place in the order of its rule pack.
func (o *Office) Categories() []string {
	var names []string
	for _, c := range o.desk.Rules().Pack.Categories {
		names = append(names, c.Name)
	}
	return names
}

// UnitNames are the units of this place in the order of its rule pack.
func (o *Office) UnitNames() []string {
	var names []string
	for _, u := range o.desk.Rules().Pack.Units {
		names = append(names, u.Name)
	}
	return names
}

// Complete are the units that text may mean: by name, by a short name or by a
// word of their duties, in that order; all of them for "".
func (o *Office) Complete(text string) []string {
	text = strings.TrimSpace(text)
	var names, shorts, duties []string
	for _, u := range o.desk.Rules().Pack.Units {
		holds := func(s string) bool { return strings.Contains(s, text) }
		switch {
		case holds(u.Name):
			names = append(names, u.Name)
		case slices.ContainsFunc(u.Short, holds):
			shorts = append(shorts, u.Name)
		case slices.ContainsFunc(u.Duties, holds):
			duties = append(duties, u.Name)
		}
	}
	return slices.Concat(names, shorts, duties)
}

// Unit is the unit that a typed name means: its full name for a short one, what
// was typed for one nobody knows.
func (o *Office) Unit(name string) string {
	name = strings.TrimSpace(name)
	if u, _, ok := o.desk.Rules().Pack.Unit(name); ok {
		return u.Name
	}
	return name
}

// Units are the units that a typed list means.
func (o *Office) Units(list string) []string {
	var all []string
	for _, name := range desk.Names(list) {
		if u := o.Unit(name); !slices.Contains(all, u) {
			all = append(all, u)
		}
	}
	return all
}

// Advice is what the words of a proposal say about where it belongs, the best
// first.
type Advice struct {
	Categories, Units []desk.Suggestion
}

// Advice looks at the words of an entry.
func (o *Office) Advice(id annotate.ProposalID) Advice {
	e, ok := o.Row(id)
	if !ok {
		return Advice{}
	}
	var a Advice
	a.Categories, a.Units = o.desk.Belongs(e.Entry.Proposal)
	return a
}

// System is the 系统 of the unit that answers an entry, "" if nobody knows.
func (o *Office) System(e registry.Entry) string {
	host, _ := e.MainUnit()
	u, _, _ := o.desk.Rules().Pack.Unit(host)
	return u.System
}
