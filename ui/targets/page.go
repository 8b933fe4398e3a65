// Package targets is the page 目标: everything the open report commits to, as a
// table that can be sorted and filtered, with a chart of where it stands.
//
// Which rows there are and in which order is the desk's; here they are drawn.
package targets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/assets"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A Page is the page 目标.
type Page struct {
	d *desk.Desk
	w assets.Words

	view  desk.TargetView
	rows  []desk.TargetRow
	paths []desk.TargetSection

	title, counts *widgets.Passage
	chart         *chart
	find          *widgets.Field
	section       *widget.Select
	heads         []*head
	list          *widget.List
	none          *widgets.Passage
	all           fyne.CanvasObject
}

// New returns the page.
func New(d *desk.Desk, w assets.Words, _ fyne.Window) *Page {
	p := &Page{d: d, w: w}
	p.title = widgets.NewPassage("", widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Cut: true})
	p.counts = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true})
	p.chart = newChart(p.only)
	p.find = widgets.NewField()
	p.find.SetPlaceHolder(w.Text("targets.find"))
	p.find.OnChanged = p.search
	p.section = widget.NewSelect(nil, p.choose)
	p.none = widgets.NewPassage(w.Text("targets.none"), widgets.Lettering{Colour: widgets.ColorSecondary})

	p.list = widget.NewList(func() int { return len(p.rows) },
		func() fyne.CanvasObject { return newRow(p) },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).set(p.rows[i]) })
	p.list.OnSelected = p.open
	p.list.HideSeparators = true

	head := container.New(columns{})
	for c := desk.BySection; c <= desk.ByNotes; c++ {
		h := newHead(w.Text(headKeys[c]), func() { p.sort(c) })
		p.heads = append(p.heads, h)
		head.Add(h)
	}
	head.Add(widgets.NewPassage("", widgets.Lettering{}))

	filters := container.New(split{right: 330, gap: 8}, p.find, p.section)
	strip := widgets.NewPane(widgets.ColorPane, container.New(margins{24, 10},
		container.New(split{right: chartWidth, gap: 32}, container.NewVBox(p.title, p.counts, filters), p.chart)))
	p.all = widgets.NewPane(widgets.ColorPaper, container.NewBorder(
		container.NewVBox(strip, widget.NewSeparator(), container.New(margins{24, 2}, head), widget.NewSeparator()),
		nil, nil, nil,
		container.NewStack(container.New(margins{24, 0}, container.New(heights{p}, p.list)), container.NewCenter(p.none))))
	p.Changed(desk.Everything)
	return p
}

// headKeys name the columns.
var headKeys = map[desk.TargetColumn]string{
	desk.BySection: "targets.head.section", desk.BySubject: "targets.head.subject",
	desk.ByQuote: "targets.head.quote", desk.ByComparator: "targets.head.must",
	desk.ByValue: "targets.head.value", desk.ByUnit: "targets.head.unit",
	desk.ByDeadline: "targets.head.deadline", desk.ByNotes: "targets.head.notes",
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.all }

// Changed redraws what shows topic t.
func (p *Page) Changed(t desk.Topic) {
	switch t {
	case desk.Text, desk.Everything:
		p.view.Section = ""
		p.reportChanged()
	case desk.Noted:
		p.redraw()
	}
}

// reportChanged redraws everything for another report.
func (p *Page) reportChanged() {
	p.paths = p.d.TargetSections()
	names := []string{p.w.Text("targets.everywhere")}
	for _, s := range p.paths {
		names = append(names, p.w.Text("targets.section", "heading", s.Heading, "n", s.Count))
	}
	p.section.SetOptions(names)
	p.redraw()
}

// redraw shows the rows that the view asks for.
func (p *Page) redraw() {
	p.rows = p.d.TargetRows(p.view)
	n := p.d.CountTargets()
	r := p.d.Report()
	p.title.SetText(p.w.Text("targets.title", "report", r.Title, "year", r.Year, "n", n.All))
	p.counts.SetText(p.w.Text("targets.counts", "quantified", n.Quantified, "milestones", n.Milestones,
		"binding", n.Binding, "striving", n.Striving, "dated", n.Dated, "noted", n.Noted))
	p.chart.set(p.paths, p.view.Section)
	at := 0
	for i, s := range p.paths {
		if s.Path == p.view.Section && p.view.Section != "" {
			at = i + 1
		}
	}
	p.section.OnChanged = nil
	p.section.SetSelectedIndex(at)
	p.section.OnChanged = p.choose
	for c, h := range p.heads {
		h.set(p.view.Column == desk.TargetColumn(c), p.view.Down)
	}
	if len(p.rows) == 0 {
		p.none.Show()
	} else {
		p.none.Hide()
	}
	p.measure(p.list.Size().Width)
	p.list.Refresh()
}

func (p *Page) search(text string) {
	p.view.Text = text
	p.redraw()
	p.list.ScrollToTop()
}

// choose shows only the section with that place in the menu.
func (p *Page) choose(string) {
	if i := p.section.SelectedIndex(); i > 0 {
		p.view.Section = p.paths[i-1].Path
	} else {
		p.view.Section = ""
	}
	p.redraw()
	p.list.ScrollToTop()
}

// only shows only one section, or all again if it was that one.
func (p *Page) only(s desk.TargetSection) {
	if p.view.Section == s.Path {
		s.Path = ""
	}
	p.view.Section = s.Path
	p.redraw()
	p.list.ScrollToTop()
}

func (p *Page) sort(c desk.TargetColumn) {
	p.view = p.view.Sort(c)
	p.redraw()
	p.list.ScrollToTop()
}

// open goes to the words of a target.
func (p *Page) open(i widget.ListItemID) {
	p.list.UnselectAll()
	p.d.GoToTarget(p.rows[i].Target.ID)
}

// write starts a proposal about a target.
func (p *Page) write(id target.ID) {
	if a := p.d.SuggestOn(id); a.Do != nil {
		a.Do()
	}
}
