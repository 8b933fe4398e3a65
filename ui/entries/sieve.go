package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A sieve is the box for words and the row of menus that leave entries out.
type sieve struct {
	page  *Page
	find  *widgets.Field
	menus []*menu
	reset *widget.Button
	box   *fyne.Container
}

// A menu is one of them. Its first choice leaves nothing out.
type menu struct {
	*widget.Select
	page   *Page
	all    string // words of the first choice
	facets func(staff.Facets) []staff.Facet
	set    func(*staff.Filter, string)
	get    func(staff.Filter) string
	name   func(string) string // in words; nil for names that are words
	names  []string            // behind the first choice
}

func newSieve(p *Page) *sieve {
	s := &sieve{page: p, find: widgets.NewField()}
	s.find.SetPlaceHolder(p.w.Text("entries.find"))
	s.find.OnChanged = func(text string) {
		f := p.o.Looking()
		f.Words = text
		p.narrow(f)
	}
	s.find.OnKey = func(e *fyne.KeyEvent) bool {
		switch e.Name {
		case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown:
			p.win.Canvas().Focus(p.ledger)
			return true
		case fyne.KeyEscape:
			if s.find.Text != "" {
				s.find.SetText("")
				return true
			}
		}
		return false
	}
	add := func(all string, facets func(staff.Facets) []staff.Facet, set func(*staff.Filter, string), get func(staff.Filter) string, name func(string) string) {
		m := &menu{Select: widget.NewSelect(nil, nil), page: p, all: p.w.Text(all), facets: facets, set: set, get: get, name: name}
		s.menus = append(s.menus, m)
	}
	add("entries.any.category", func(f staff.Facets) []staff.Facet { return f.Categories },
		func(f *staff.Filter, v string) { f.Category = v }, func(f staff.Filter) string { return f.Category }, nil)
	add("entries.any.delegation", func(f staff.Facets) []staff.Facet { return f.Delegations },
		func(f *staff.Filter, v string) { f.Delegation = v }, func(f staff.Filter) string { return f.Delegation }, nil)
	add("entries.any.unit", func(f staff.Facets) []staff.Facet { return f.Units },
		func(f *staff.Filter, v string) { f.Unit = v }, func(f staff.Filter) string { return f.Unit }, nil)
	add("entries.any.system", func(f staff.Facets) []staff.Facet { return f.Systems },
		func(f *staff.Filter, v string) { f.System = v }, func(f staff.Filter) string { return f.System }, nil)
	add("entries.any.state", func(f staff.Facets) []staff.Facet { return f.States },
		func(f *staff.Filter, v string) { f.State = registry.State(v) }, func(f staff.Filter) string { return string(f.State) }, nil)
	add("entries.any.kind", func(f staff.Facets) []staff.Facet { return f.Kinds },
		func(f *staff.Filter, v string) { f.Kind = annotate.Form(v) }, func(f staff.Filter) string { return string(f.Kind) }, nil)
	add("entries.any.mark", func(f staff.Facets) []staff.Facet { return f.Marks },
		func(f *staff.Filter, v string) { f.Mark, f.Review = staff.Mark(v), false }, func(f staff.Filter) string {
			if f.Review {
				return string(staff.Doubtful)
			}
			return string(f.Mark)
		}, func(v string) string { return p.w.Text("entries.facet." + v) })
	s.reset = quiet(p.w.Text("entries.reset"), p.everything)
	var row []fyne.CanvasObject
	for _, m := range s.menus {
		row = append(row, m.Select)
	}
	s.box = container.New(shelf{widths: []float32{102, 118, 102, 102, 102, 102, 102, 56}, gap: 4}, append(row, s.reset)...)
	return s
}

// clear empties the box for words.
func (s *sieve) clear() {
	told := s.find.OnChanged
	s.find.OnChanged = nil
	s.find.SetText("")
	s.find.OnChanged = told
}

// redraw offers what some entry has, and shows what is asked for.
func (s *sieve) redraw() {
	now, facets := s.page.o.Looking(), s.page.o.Facets()
	if s.find.Text != now.Words {
		told := s.find.OnChanged
		s.find.OnChanged = nil
		s.find.SetText(now.Words)
		s.find.OnChanged = told
	}
	for _, m := range s.menus {
		m.offer(m.facets(facets), now)
	}
	able(s.reset, now.Narrows())
}

func (m *menu) offer(facets []staff.Facet, now staff.Filter) {
	names, lines, at := []string{""}, []string{m.all}, 0
	for i, f := range facets {
		name := f.Name
		if m.name != nil {
			name = m.name(name)
		}
		names = append(names, f.Name)
		lines = append(lines, m.page.w.Text("entries.facet", "name", name, "n", f.N))
		if f.Name == m.get(now) {
			at = i + 1
		}
	}
	m.names = names
	m.OnChanged = nil
	m.SetOptions(lines)
	m.SetSelectedIndex(at)
	m.OnChanged = m.chosen
}

func (m *menu) chosen(string) {
	i := m.SelectedIndex()
	if i < 0 {
		return
	}
	f := m.page.o.Looking()
	m.set(&f, m.names[i])
	m.page.narrow(f)
}
