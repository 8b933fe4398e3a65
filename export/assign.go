package export

import (
	"cmp"
	"slices"
	"strings"

	"deputydesk/annotate/registry"
)

// Units lists the units that entries are assigned to, or wished for where
// nothing is assigned yet: those with most to answer first.
func Units(entries []registry.Entry) []string {
	count := map[string]int{}
	for _, e := range entries {
		if !e.Live() {
			continue
		}
		if h, _ := e.MainUnit(); h != "" {
			count[tidy(h)] += 1 << 16
		}
		for _, s := range e.SideUnits() {
			if s = tidy(s); s != "" {
				count[s]++
			}
		}
	}
	units := make([]string, 0, len(count))
	for u := range count {
		units = append(units, u)
	}
	slices.SortFunc(units, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return units
}

// Assign is the 交办单: for each of units, or for all if there are none, a paper
// with what it answers and what it helps with.
func Assign(entries []registry.Entry, units []string, o Staff) Book {
	all := o.Shown(entries)
	if len(units) == 0 {
		units = Units(all)
	}
	var chapters [][]Block
	for _, u := range units {
		chapters = append(chapters, assignment(all, u, o))
	}
	b := o.paper(o.words().say(wordAssign), all, chapters...)
	if len(units) == 1 {
		b.Title += "（" + units[0] + "）"
	}
	return b
}

func assignment(all []registry.Entry, unit string, o Staff) []Block {
	w := o.words()
	var own, side []registry.Entry
	due := ""
	for _, e := range all {
		host, _ := e.MainUnit()
		switch {
		case tidy(host) == unit:
			own = append(own, e)
			if e.Due != "" && (due == "" || e.Due < due) {
				due = e.Due
			}
		case slices.ContainsFunc(e.SideUnits(), func(s string) bool { return tidy(s) == unit }):
			side = append(side, e)
		}
	}
	var blocks []Block
	if s := o.session(all); s != "" {
		blocks = append(blocks, Title{Text: s, Small: true})
	}
	blocks = append(blocks, Title{Text: w.say(wordAssign), Label: w.say(wordAssign) + "　" + unit, Name: "u-" + unit}, Gap{1},
		Paragraph{Spans: []Span{{Text: w.sayf(wordAssignTo, unit)}}, Flush: true},
		Text(w.sayf(wordAssignBody, len(own)+len(side), len(own), len(side))+dueText(w, due)))
	for _, part := range []struct {
		name, column string
		entries      []registry.Entry
		other        func(registry.Entry) string
	}{
		{wordAssignOwn, wordAsCohost, own, func(e registry.Entry) string { return strings.Join(e.SideUnits(), "、") }},
		{wordAssignSide, wordAsHost, side, func(e registry.Entry) string { h, _ := e.MainUnit(); return h }},
	} {
		if len(part.entries) == 0 {
			continue
		}
		rows := []Row{{Height: 8, Cells: []Cell{{Text: w.say(wordLeadNo)}, {Text: w.say(wordTitle)}, {Text: w.say(wordLeader)}, {Text: w.say(part.column)}}}}
		for _, e := range part.entries {
			rows = append(rows, Row{Height: 8, Cells: []Cell{
				{Text: cmp.Or(e.NumberText(), w.say(wordUnnumbered)), Centre: true}, {Text: tidy(e.Proposal.Title)},
				{Text: contact(e, o)}, {Text: part.other(e)}}})
		}
		blocks = append(blocks, Space{8}, Paragraph{Spans: []Span{{Text: w.say(part.name), Role: Hei}}, Flush: true, Follow: true},
			Table{Columns: []float64{22, 66, 38, 30}, Head: 1, Rows: rows, Fine: true})
	}
	return append(blocks, Space{8}, Paragraph{Spans: []Span{{Text: w.say(wordAssignRule)}}, Small: true},
		Gap{1}, Signature{Label: w.say(wordAssignBy), Dated: true}, Signature{Label: w.say(wordAssignTake), Dated: true})
}

func dueText(w *sheet, due string) string {
	if due == "" {
		return ""
	}
	return w.sayf(wordAssignDue, civil(due))
}

// contact is who leads a proposal and how the unit reaches them.
func contact(e registry.Entry, o Staff) string {
	v := &volume{Staff: o, w: o.words()}
	lines := []string{v.lead(e.Proposal)}
	d := e.Proposal.Deputy
	if !(o.Public && e.Proposal.Confidential) {
		lines = append(lines, tidy(d.Delegation))
	}
	if !o.Public {
		lines = append(lines, tidy(d.Phone))
	}
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n")
}
