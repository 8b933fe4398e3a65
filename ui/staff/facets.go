package staff

import (
	"cmp"
	"slices"

	"deputydesk/annotate"
)

// A Facet is a value that entries have, and how many of them.
type Facet struct {
	Name string
	N    int
}

// Facets are what the register can be narrowed by: only what some entry has.
type Facets struct {
	Categories, Delegations, Units, Systems, States, Kinds, Marks []Facet
}

// Facets counts the register.
func (o *Office) Facets() Facets {
	var categories, delegations, units, systems, states, kinds, marks = tally{}, tally{}, tally{}, tally{}, tally{}, tally{}, tally{}
	all := o.All()
	for i := range all {
		r := &all[i]
		categories.add(r.Category)
		delegations.add(r.Delegation)
		for j, u := range r.units {
			if !slices.Contains(r.units[:j], u) {
				units.add(u)
			}
		}
		systems.add(r.System)
		states.add(string(r.State))
		kinds.add(string(r.Entry.Proposal.Form))
		for _, m := range r.Marks {
			marks.add(string(m))
		}
	}
	var stateNames, kindNames, markNames []string
	for _, s := range States {
		stateNames = append(stateNames, string(s))
	}
	for _, k := range annotate.Forms {
		kindNames = append(kindNames, string(k))
	}
	for _, m := range Marks {
		markNames = append(markNames, string(m))
	}
	pack := o.desk.Rules().Pack
	return Facets{
		Categories: categories.in(o.Categories()), Delegations: delegations.in(pack.Delegations), Units: units.most(),
		Systems: systems.in(pack.Register.Systems), States: states.in(stateNames), Kinds: kinds.in(kindNames), Marks: marks.in(markNames),
	}
}

// A tally counts values.
type tally map[string]int

func (t tally) add(name string) {
	if name != "" {
		t[name]++
	}
}

// in lists what was counted in the order of names, the rest behind by name.
func (t tally) in(names []string) []Facet {
	all := t.list()
	place := func(f Facet) int {
		if i := slices.Index(names, f.Name); i >= 0 {
			return i
		}
		return len(names)
	}
	slices.SortFunc(all, func(a, b Facet) int { return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(a.Name, b.Name)) })
	return all
}

// most lists what was counted, the most frequent first.
func (t tally) most() []Facet {
	all := t.list()
	slices.SortFunc(all, func(a, b Facet) int { return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Name, b.Name)) })
	return all
}

func (t tally) list() []Facet {
	var all []Facet
	for name, n := range t {
		all = append(all, Facet{name, n})
	}
	return all
}
