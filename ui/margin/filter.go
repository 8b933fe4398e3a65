package margin

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A sieve is the row of menus that leaves notes out of the list. It is folded
// away until it is asked for.
type sieve struct {
	page                             *Page
	button                           *widget.Button // folds it, and tells how many menus leave notes out
	swatches                         *widgets.SwatchBar
	kind, tag, section, time, sorted *menu
	lost                             *widget.Check
	clear                            *widget.Button
	all                              *fyne.Container
}

// A menu is one of them. Its first choice leaves nothing out.
type menu struct {
	*widget.Select
	choices []choice
}

type choice struct {
	name string
	set  func(*desk.NoteView)
	is   func(desk.NoteView) bool
}

// Widths of the menus in pixels; a heading that is longer is cut.
const (
	kindWidth    = 112
	tagWidth     = 120
	sectionWidth = 196
	timeWidth    = 128
	sortWidth    = 128
)

func newSieve(p *Page) *sieve {
	s := &sieve{page: p}
	s.button = widget.NewButton("", func() { s.fold(!s.all.Visible()) })
	s.swatches = widgets.NewSwatchBar(p.pick)
	for _, m := range []**menu{&s.kind, &s.tag, &s.section, &s.time, &s.sorted} {
		*m = &menu{Select: widget.NewSelect(nil, nil)}
	}
	s.lost = widget.NewCheck(p.w.Text("margin.filter.lost"), nil)
	s.clear = widget.NewButton(p.w.Text("margin.any"), p.everything)
	s.clear.Importance = widget.LowImportance
	row := func(o ...fyne.CanvasObject) fyne.CanvasObject { return container.NewHBox(o...) }
	s.all = container.New(widgets.Inset{X: side, Y: 4}, container.New(widgets.Column{Gap: 6},
		row(container.NewCenter(s.swatches), container.New(widgets.FixedWidth(kindWidth), s.kind), container.New(widgets.FixedWidth(tagWidth), s.tag),
			container.New(widgets.FixedWidth(sectionWidth), s.section), container.New(widgets.FixedWidth(timeWidth), s.time)),
		row(container.New(widgets.FixedWidth(sortWidth), s.sorted), s.lost, s.clear)))
	s.all.Hide()
	return s
}

// fold shows the row, or folds it away.
func (s *sieve) fold(show bool) {
	widgets.Shown(s.all, show)
	s.page.all.Refresh()
}

// redraw offers what some note has.
func (s *sieve) redraw() {
	p, f := s.page, s.page.d.NoteFacets()
	text := p.w.Text
	kinds := []choice{{text("margin.filter.kind"), func(v *desk.NoteView) { v.Kind = "" }, nil}}
	for _, k := range f.Kinds {
		kinds = append(kinds, choice{text("margin.kind." + string(k)), func(v *desk.NoteView) { v.Kind = k }, func(v desk.NoteView) bool { return v.Kind == k }})
	}
	s.kind.offer(p, kinds)
	tags := []choice{{text("margin.filter.tag"), func(v *desk.NoteView) { v.Tag = "" }, nil}}
	for _, t := range f.Tags {
		tags = append(tags, choice{t, func(v *desk.NoteView) { v.Tag = t }, func(v desk.NoteView) bool { return v.Tag == t }})
	}
	s.tag.offer(p, tags)
	sections := []choice{{text("margin.filter.section"), func(v *desk.NoteView) { v.Section = desk.SectionKey{} }, nil}}
	for _, at := range f.Sections {
		sections = append(sections, choice{strings.Repeat("　", max(0, at.Depth-1)) + at.Name,
			func(v *desk.NoteView) { v.Section = at.Key }, func(v desk.NoteView) bool { return v.Section == at.Key }})
	}
	s.section.offer(p, sections)
	s.time.offer(p, p.times())
	s.sorted.offer(p, []choice{
		{text("margin.sort.place"), func(v *desk.NoteView) { v.ByDate = false }, nil},
		{text("margin.sort.date"), func(v *desk.NoteView) { v.ByDate = true }, func(v desk.NoteView) bool { return v.ByDate }},
	})
	s.lost.OnChanged = nil
	s.lost.SetChecked(p.view.Lost)
	s.lost.OnChanged = func(yes bool) { p.view.Lost = yes; p.refilter() }
	widgets.Shown(s.lost, f.Lost > 0 || p.view.Lost)
	widgets.Shown(s.clear, leftOut(p.view) > 0)
	s.button.SetText(text("margin.filter"))
	if n := leftOut(p.view); n > 0 {
		s.button.SetText(text("margin.filter.n", "n", n))
	}
}

// times are stretches of days up to today, and what is older.
func (p *Page) times() []choice {
	all := []choice{{p.w.Text("margin.filter.time"), func(v *desk.NoteView) { v.Since, v.Until = "", "" }, nil}}
	for _, n := range []int{1, 7, 30} {
		since := p.d.DaysAgo(n - 1)
		name := p.w.Text("margin.filter.days", "n", n)
		if n == 1 {
			name = p.w.Text("margin.filter.today")
		}
		all = append(all, choice{name, func(v *desk.NoteView) { v.Since, v.Until = since, "" },
			func(v desk.NoteView) bool { return v.Since == since }})
	}
	until := p.d.DaysAgo(30)
	return append(all, choice{p.w.Text("margin.filter.older", "n", 30), func(v *desk.NoteView) { v.Since, v.Until = "", until },
		func(v desk.NoteView) bool { return v.Until == until }})
}

// leftOut is how many of the menus leave notes out.
func leftOut(v desk.NoteView) int {
	n := 0
	for _, yes := range []bool{v.Colour != "", v.Kind != "", v.Tag != "", v.Section != desk.SectionKey{}, v.Since+v.Until != "", v.Lost} {
		if yes {
			n++
		}
	}
	return n
}

// offer sets what can be chosen and shows what is.
func (m *menu) offer(p *Page, choices []choice) {
	m.choices = choices
	names := make([]string, len(choices))
	at := 0
	for i, c := range choices {
		names[i] = c.name
		if c.is != nil && c.is(p.view) {
			at = i
		}
	}
	m.OnChanged = nil
	m.SetOptions(names)
	m.SetSelectedIndex(at)
	m.OnChanged = func(string) {
		if i := m.SelectedIndex(); i >= 0 {
			m.choices[i].set(&p.view)
			p.refilter()
		}
	}
}

// everything takes every menu back; the words to look for and the order stay.
func (p *Page) everything() {
	p.view = desk.NoteView{Text: p.view.Text, ByDate: p.view.ByDate}
	p.refilter()
}

// refilter shows what the view asks for now.
func (p *Page) refilter() {
	p.most = firstCards
	p.sieve.swatches.SetCurrent(colourIndex(p.view.Colour))
	p.redraw()
	p.scroll.ScrollToTop()
}

func colourIndex(c annotate.Colour) int {
	for i, one := range annotate.Colours {
		if one == c {
			return i
		}
	}
	return -1
}
