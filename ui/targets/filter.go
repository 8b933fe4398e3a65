package targets

import (
	"fyne.io/fyne/v2/widget"

	"deputydesk/assets"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
)

// A filter is a menu that shows only some rows. Its first choice shows all.
type filter struct {
	*widget.Select
	page    *Page
	choices []choice
}

// A choice is one line of a filter.
type choice struct {
	name   string
	choose func(*desk.TargetView)     // puts it into a view
	is     func(desk.TargetView) bool // whether a view has it
}

func newFilter(p *Page) *filter {
	f := &filter{page: p}
	f.Select = widget.NewSelect(nil, f.chosen)
	return f
}

func (f *filter) chosen(string) {
	if i := f.SelectedIndex(); i >= 0 {
		f.choices[i].choose(&f.page.view)
		f.page.refilter()
	}
}

// set offers choices and shows the one that view has.
func (f *filter) set(choices []choice, view desk.TargetView) {
	f.choices = choices
	names := make([]string, len(choices))
	at := 0
	for i, c := range choices {
		names[i] = c.name
		if i > 0 && c.is(view) {
			at = i
		}
	}
	f.OnChanged = nil
	f.SetOptions(names)
	f.SetSelectedIndex(at)
	f.OnChanged = f.chosen
}

// counted is a name with how many there are.
func counted(w assets.Words, name string, n int) string {
	return w.Text("targets.option", "name", name, "n", n)
}

// offer fills the menus with what the open report has.
func (p *Page) offer() {
	sections := []choice{{p.w.Text("targets.everywhere"), func(v *desk.TargetView) { v.Section = "" }, nil}}
	for _, s := range p.paths {
		sections = append(sections, choice{p.w.Text("targets.section", "heading", s.Heading, "n", s.Count),
			func(v *desk.TargetView) { v.Section = s.Path }, func(v desk.TargetView) bool { return v.Section == s.Path }})
	}
	p.section.set(sections, p.view)

	months := []choice{{p.w.Text("targets.any.month"), func(v *desk.TargetView) { v.Month = "" }, nil}}
	for _, m := range p.months {
		months = append(months, choice{counted(p.w, p.monthName(m.Month), m.Count),
			func(v *desk.TargetView) { v.Month = m.Month }, func(v desk.TargetView) bool { return v.Month == m.Month }})
	}
	p.month.set(months, p.view)

	units := []choice{{p.w.Text("targets.any.unit"), func(v *desk.TargetView) { v.Unit = "" }, nil}}
	for _, u := range p.d.TargetUnits() {
		units = append(units, choice{u,
			func(v *desk.TargetView) { v.Unit = u }, func(v desk.TargetView) bool { return v.Unit == u }})
	}
	p.unit.set(units, p.view)

	kinds := []choice{{p.w.Text("targets.any.kind"), func(v *desk.TargetView) { v.Kind = "" }, nil}}
	for _, k := range []target.Kind{target.Quantified, target.Milestone} {
		kinds = append(kinds, choice{p.w.Text("targets.kind." + string(k)),
			func(v *desk.TargetView) { v.Kind = k }, func(v desk.TargetView) bool { return v.Kind == k }})
	}
	p.kind.set(kinds, p.view)

	states := []choice{{p.w.Text("targets.any.state"), func(v *desk.TargetView) { v.State, v.Mark = "", "" }, nil}}
	for _, m := range desk.TargetMarks {
		states = append(states, choice{p.w.Text("targets.mark." + string(m)),
			func(v *desk.TargetView) { v.State, v.Mark = "", m }, func(v desk.TargetView) bool { return v.Mark == m }})
	}
	for _, s := range desk.States {
		states = append(states, choice{p.w.Text("targets.state." + string(s)),
			func(v *desk.TargetView) { v.State, v.Mark = s, "" }, func(v desk.TargetView) bool { return v.State == s }})
	}
	p.state.set(states, p.view)
}

// monthName is a month in the year of the open report.
func (p *Page) monthName(m desk.Month) string { return desk.MonthName(p.w, p.d.Report().Year, m) }
