package desk

import (
	"slices"
	"strings"

	"deputydesk/assets"
	"deputydesk/seeds/rules"
)

// A RulesRow is one line of what a rule pack says, for people.
type RulesRow struct{ Name, Text string }

// mostListed is how many entries of a list such a line names.
const mostListed = 9

// RulesRows says in a page what p demands. It is a survey; the whole is in the
// template.
func RulesRows(w assets.Words, p *rules.Pack) []RulesRow {
	list := func(names []string) string {
		part := w.Text("rules.comma")
		if strings.Contains(strings.Join(names, ""), part) {
			part = w.Text("rules.semicolon")
		}
		some := strings.Join(names[:min(len(names), mostListed)], part)
		if len(names) > mostListed {
			some += w.Text("rules.more")
		}
		return some
	}
	each := func(n int, name func(int) string) []string {
		all := make([]string, n)
		for i := range all {
			all[i] = name(i)
		}
		return all
	}
	signers := w.Text("rules.row.threshold.none")
	if t, ok := p.Threshold("议案"); ok && t.Signers > 0 {
		signers = w.Text("rules.row.threshold.value", "level", p.Level, "n", t.Signers)
	}
	var required, titles []string
	for _, r := range p.Required {
		if r.When == "" {
			for _, f := range r.Fields {
				if name := w.Text("check.field." + f); !strings.Contains(strings.Join(required, "\n"), name) {
					required = append(required, name)
				}
			}
		}
	}
	for _, t := range p.Titles {
		titles = append(titles, rules.Easy(t.Pattern))
	}
	motion := p.Deadlines.Motion
	if motion == "" {
		motion = w.Text("rules.row.deadlines.none")
	}
	lengths := ""
	if l := p.Lengths; l != (rules.Lengths{}) {
		lengths = w.Text("rules.row.lengths.value", "title", l.Title, "least", l.Least, "body", l.Body, "measures", l.Measures)
	}
	deadlines := ""
	if d := p.Deadlines; d != (rules.Deadlines{}) {
		deadlines = w.Text("rules.row.deadlines.value", "answer", d.AnswerMonths, "complex", d.ComplexMonths, "motion", motion)
	}
	delegations := list(p.Delegations)
	if len(p.Delegations) == 0 {
		delegations = w.Text("rules.row.delegations.none")
	}
	rows := []RulesRow{
		{w.Text("rules.row.threshold"), signers},
		{w.Text("rules.row.required"), list(required)},
		{w.Text("rules.row.titles"), strings.Join(titles, w.Text("rules.semicolon"))},
		{w.Text("rules.row.lengths"), lengths},
		{w.Text("rules.row.deadlines"), deadlines},
		{w.Text("rules.row.categories", "n", len(p.Categories)), list(each(len(p.Categories), func(i int) string { return p.Categories[i].Name }))},
		{w.Text("rules.row.exclusions", "n", len(p.Exclusions)), list(each(len(p.Exclusions), func(i int) string { return p.Exclusions[i].Name }))},
		{w.Text("rules.row.units", "n", len(p.Units)), list(each(len(p.Units), func(i int) string { return p.Units[i].Name }))},
		{w.Text("rules.row.delegations", "n", len(p.Delegations)), delegations},
		{w.Text("rules.row.wording", "n", len(p.Wording)), list(each(len(p.Wording), func(i int) string { return p.Wording[i].Write }))},
	}
	if len(p.Labels) > 0 {
		rows = append(rows, RulesRow{w.Text("rules.row.labels", "n", len(p.Labels)), list(each(len(p.Labels), func(i int) string { return p.Labels[i].Instead }))})
	}
	rows = append(rows, RulesRow{w.Text("rules.row.sources"), strings.Join(p.Sources, w.Text("rules.semicolon"))})
	return slices.DeleteFunc(rows, func(r RulesRow) bool { return r.Text == "" })
}

// OriginText says where the rule pack in force comes from.
func OriginText(w assets.Words, r Rules) string {
	return w.Text("rules.origin."+string(r.Origin), "from", r.From, "since", r.Since.Format("2006-01-02"))
}
