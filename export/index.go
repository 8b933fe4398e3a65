package export

import (
	"cmp"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/seeds/report"
)

// An index is headings, and under each of them entries with the places they
// lead to.
type index struct {
	title, name string
	groups      []string
	entries     map[string][]*indexed // by group
	byKey       map[string]*indexed
}

type indexed struct {
	text  string
	order int // in the group; entries of the same order go by their text
	to    []string
}

func newIndex(title, name string) *index {
	return &index{title: title, name: name, entries: map[string][]*indexed{}, byKey: map[string]*indexed{}}
}

// add puts a place under text in group.
func (x *index) add(group, text string, order int, to string) *indexed {
	key := group + "\x00" + text
	e := x.byKey[key]
	if e == nil {
		e = &indexed{text: text, order: order}
		x.byKey[key] = e
		if x.entries[group] == nil {
			x.groups = append(x.groups, group)
		}
		x.entries[group] = append(x.entries[group], e)
	}
	if len(e.to) == 0 || e.to[len(e.to)-1] != to {
		e.to = append(e.to, to)
	}
	return e
}

// chapter is the index on pages; empty if nothing is in it.
func (x *index) chapter() Chapter {
	c := Chapter{Late: true}
	if len(x.groups) == 0 {
		return c
	}
	c.Blocks = []Block{Title{Text: x.title, Name: x.name}, Gap{1}}
	for _, g := range x.groups {
		if g != "" {
			c.Blocks = append(c.Blocks, Entry{Text: g, Level: 1})
		}
		all := x.entries[g]
		slices.SortStableFunc(all, func(a, b *indexed) int { return cmp.Or(a.order-b.order, cmp.Compare(a.text, b.text)) })
		for _, e := range all {
			c.Blocks = append(c.Blocks, Entry{Text: e.text, To: e.to})
		}
	}
	return c
}

// byTarget lists the words of the reports that are cited, in their order there.
func (v *volume) byTarget() Chapter {
	x := newIndex(v.w.say(wordByTarget), "index-target")
	places := map[report.ID]map[report.ParagraphID]int{}
	place := func(r *report.Report, id report.ParagraphID) int {
		if places[r.ID] == nil {
			places[r.ID] = map[report.ParagraphID]int{}
			for i, p := range r.Paragraphs() {
				places[r.ID][p.ID] = i + 1
			}
		}
		return places[r.ID][id]
	}
	var other []func()
	for _, e := range v.all {
		for _, c := range e.Proposal.Cites {
			quote := tidy(c.Anchor.Quote)
			if quote == "" {
				continue
			}
			var r *report.Report
			if v.Find != nil {
				r = v.Find(c.Anchor.Report)
			}
			if r == nil {
				other = append(other, func() { x.add(v.w.say(wordOtherAims), "“"+quote+"”", 0, name(e)) })
				continue
			}
			x.add(r.Title, "“"+quote+"”", place(r, c.Anchor.Paragraph)<<12+max(0, c.Anchor.Offset)&0xFFF, name(e))
		}
	}
	for _, add := range other {
		add()
	}
	return x.chapter()
}

// byDeputy lists those who lead and those who sign along, by delegation.
func (v *volume) byDeputy() Chapter {
	x := newIndex(v.w.say(wordByDeputy), "index-deputy")
	for _, e := range v.all {
		p := e.Proposal
		if v.Public && p.Confidential {
			continue
		}
		for _, d := range append([]annotate.Deputy{p.Deputy}, p.Cosigners...) {
			if n := tidy(d.Name); n != "" {
				x.add(cmp.Or(tidy(d.Delegation), tidy(p.Deputy.Delegation), v.w.say(wordNoGroup)), n, 0, name(e))
			}
		}
	}
	slices.Sort(x.groups)
	return x.chapter()
}

// byUnit lists the units that answer or help, with how many of each.
func (v *volume) byUnit() Chapter {
	type counted struct {
		host, side int
		to         []string
	}
	units := map[string]*counted{}
	var names []string
	of := func(unit string) *counted {
		if units[unit] == nil {
			units[unit] = &counted{}
			names = append(names, unit)
		}
		return units[unit]
	}
	note := func(e registry.Entry, c *counted) {
		c.to = append(c.to, name(e))
	}
	for _, e := range v.all {
		host, _ := e.MainUnit()
		c := of(cmp.Or(tidy(host), v.w.say(wordNoUnit)))
		c.host++
		note(e, c)
		for _, s := range e.SideUnits() {
			if s = tidy(s); s != "" {
				c := of(s)
				c.side++
				note(e, c)
			}
		}
	}
	x := newIndex(v.w.say(wordByUnit), "index-unit")
	slices.SortStableFunc(names, func(a, b string) int {
		return cmp.Or(units[b].host-units[a].host, units[b].side-units[a].side, strings.Compare(a, b))
	})
	for i, n := range names {
		text := v.w.sayf(wordUnitCount, n, units[n].host, units[n].side)
		if n == v.w.say(wordNoUnit) {
			text = n
		}
		for _, to := range units[n].to {
			x.add("", text, i, to)
		}
	}
	return x.chapter()
}
