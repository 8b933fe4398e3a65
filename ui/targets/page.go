// Package targets is the page 目标: everything the open report commits to, as a
// table that can be sorted, filtered and put right, with charts of where and
// when; and beside it what became of last year's.
//
// Which rows there are and in which order is the desk's; here they are drawn.
package targets

import (
	"strconv"
	"strings"

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
	// Save asks where a file called name should go, Choose which one to read;
	// both hand on a path. If nil, Fyne's own dialogs ask.
	Save   func(name string, done func(path string))
	Choose func(done func(path string))

	d   *desk.Desk
	w   assets.Words
	win fyne.Window

	stale  bool // what is drawn is not what is so
	view   desk.TargetView
	rows   []desk.TargetRow
	paths  []desk.TargetSection
	months []desk.TargetMonth

	title, counts                     *widgets.Passage
	chart, calendar                   *chart
	find                              *widgets.Field
	section, month, unit, kind, state *filter
	heads                             []*head
	list                              *widget.List
	none                              *widgets.Passage
	more                              *widget.Button
	tabs                              *widgets.TabBar
	tab                               int
	table                             fyne.CanvasObject
	lastYear                          *lastYear
	body                              *fyne.Container // the table or last year
	all                               fyne.CanvasObject
}

// Widths of the strip above the table, in pixels: they fit a screen of 1093.
const (
	sectionChart, monthChart = 330, 250
	exportWidth, moreWidth   = 92, 40
)

// New returns the page.
func New(d *desk.Desk, w assets.Words, win fyne.Window) *Page {
	p := &Page{d: d, w: w, win: win}
	p.title = widgets.NewPassage("", widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Cut: true})
	p.counts = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true})
	p.chart, p.calendar = newChart(p.onlySection), newChart(p.onlyMonth)
	p.find = widgets.NewField()
	p.find.SetPlaceHolder(w.Text("targets.find"))
	p.find.OnChanged = p.search
	for _, f := range []**filter{&p.section, &p.month, &p.unit, &p.kind, &p.state} {
		*f = newFilter(p)
	}
	p.none = widgets.NewPassage(w.Text("targets.none"), widgets.Lettering{Colour: widgets.ColorSecondary})
	p.more = widget.NewButton(w.Text("targets.more"), p.showMore)

	p.list = widget.NewList(func() int { return len(p.rows) },
		func() fyne.CanvasObject { return newRow(p) },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).set(p.rows[i]) })
	p.list.OnSelected = p.open
	p.list.HideSeparators = true

	head := container.New(columns{})
	for c := desk.BySection; c <= desk.ByProposals; c++ {
		h := newHead(w.Text(headKeys[c]), func() { p.sort(c) })
		p.heads = append(p.heads, h)
		head.Add(h)
	}
	for range tools {
		head.Add(widgets.NewPassage("", widgets.Lettering{}))
	}

	about := container.New(shelf{[]float32{0, sectionChart, monthChart}, 24},
		container.NewVBox(p.title, p.counts), captioned(w.Text("targets.bars.sections"), p.chart), captioned(w.Text("targets.bars.months"), p.calendar))
	filters := container.New(shelf{[]float32{0, 150, 108, 100, 104, 104, exportWidth, moreWidth}, 6},
		p.find, p.section, p.month, p.unit, p.kind, p.state, widget.NewButton(w.Text("targets.export"), p.export), p.more)
	strip := widgets.NewPane(widgets.ColorPane, container.New(widgets.Inset{X: 24, Y: 8}, container.NewVBox(about, filters)))
	p.table = container.NewBorder(
		container.NewVBox(strip, widget.NewSeparator(), container.New(widgets.Inset{X: 24, Y: 2}, head), widget.NewSeparator()),
		nil, nil, nil,
		container.NewStack(container.New(widgets.Inset{X: 24, Y: 0}, container.New(heights{p}, p.list)), container.NewCenter(p.none)))
	p.lastYear = newLastYear(p)
	p.tabs = widgets.NewTabBar(p.turn)
	p.body = container.NewStack(p.table)
	p.all = widgets.NewPane(widgets.ColorPaper, container.NewBorder(
		widgets.NewPane(widgets.ColorPane, container.New(widgets.Inset{X: 12, Y: 0}, p.tabs)), nil, nil, nil, p.body))
	p.turn(0)
	p.Changed(desk.Everything)
	return p
}

// captioned puts a line above a chart that says what its bars are.
func captioned(says string, c *chart) fyne.CanvasObject {
	line := widgets.NewPassage(says, widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Cut: true})
	return container.NewBorder(line, nil, nil, nil, c)
}

// turn shows the table or last year.
func (p *Page) turn(tab int) {
	p.tab = tab
	p.tabs.Set([]widgets.Tab{{Label: p.w.Text("targets.tab.table")}, {Label: p.w.Text("targets.tab.lastyear")}}, tab)
	p.body.Objects = []fyne.CanvasObject{p.table}
	if tab == 1 {
		p.lastYear.redraw()
		p.body.Objects = []fyne.CanvasObject{p.lastYear.all}
	}
	p.body.Refresh()
}

// headKeys name the columns.
var headKeys = map[desk.TargetColumn]string{
	desk.BySection: "targets.head.section", desk.BySubject: "targets.head.subject",
	desk.ByQuote: "targets.head.quote", desk.ByComparator: "targets.head.must",
	desk.ByValue: "targets.head.value", desk.ByUnit: "targets.head.unit",
	desk.ByDeadline: "targets.head.deadline", desk.ByState: "targets.head.state",
	desk.ByNotes: "targets.head.notes", desk.ByProposals: "targets.head.proposals",
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.all }

// Changed redraws what shows topic t; while another page is in front it only
// remembers to do so.
func (p *Page) Changed(t desk.Topic) {
	switch t {
	case desk.Text, desk.Everything:
		p.view = desk.TargetView{Text: p.view.Text, Column: p.view.Column, Down: p.view.Down}
		p.stale = true
	case desk.Noted, desk.Aimed, desk.Drafted:
		p.stale = true
	}
	if p.stale && p.d.Page() == desk.Aims {
		p.redraw()
	}
}

// redraw shows the rows that the view asks for, and what is above them.
func (p *Page) redraw() {
	p.stale = false
	if p.tab == 1 {
		p.lastYear.redraw()
	}
	p.paths, p.months = p.d.TargetSections(), p.d.TargetMonths()
	p.offer()
	p.rows = p.d.TargetRows(p.view)
	n := p.d.CountTargets()
	r := p.d.Report()
	p.title.SetText(p.w.Text("targets.title", "report", r.Title, "year", r.Year, "n", n.All))
	counts := p.w.Text("targets.counts", "quantified", n.Quantified, "milestones", n.Milestones,
		"binding", n.Binding, "striving", n.Striving, "dated", n.Dated, "noted", n.Noted)
	if n.Settled+n.Deleted > 0 {
		counts += p.w.Text("targets.counts.settled", "settled", n.Settled, "deleted", n.Deleted)
	}
	p.counts.SetText(counts)
	p.chart.set(p.sectionBars())
	p.calendar.set(p.monthBars())
	for c, h := range p.heads {
		h.set(p.view.Column == desk.TargetColumn(c), p.view.Down)
	}
	p.none.Hidden = len(p.rows) > 0
	p.none.Refresh()
	p.measure(p.list.Size().Width)
	p.list.Refresh()
}

// sectionBars are the bars of the sections, and which one the view shows.
func (p *Page) sectionBars() (bars []bar, now int) {
	now = -1
	for i, s := range p.paths {
		bars = append(bars, bar{short(s.Path), s.Count})
		if s.Path == p.view.Section && s.Path != "" {
			now = i
		}
	}
	return bars, now
}

// monthBars are the bars of the months, and which one the view shows. A bar of
// this year bears the number of the month, others that of the year. What has
// the whole year has no bar: beside it no other could be seen.
func (p *Page) monthBars() (bars []bar, now int) {
	now = -1
	for i, m := range p.months {
		if m.Month == desk.Sometime {
			break // it stands last
		}
		name := p.monthName(m.Month)
		if year, _, ok := strings.Cut(string(m.Month), "-"); ok && year != strconv.Itoa(p.d.Report().Year) {
			name = year
		}
		bars = append(bars, bar{name, m.Count})
		if m.Month == p.view.Month {
			now = i
		}
	}
	return bars, now
}

// refilter shows other rows, from the top.
func (p *Page) refilter() {
	p.redraw()
	p.list.ScrollToTop()
}

func (p *Page) search(text string) {
	p.view.Text = text
	p.refilter()
}

// onlySection shows only one section, or all again if it was that one.
func (p *Page) onlySection(i int) {
	path := p.paths[i].Path
	if p.view.Section == path {
		path = ""
	}
	p.view.Section = path
	p.refilter()
}

// onlyMonth shows only what is due in a month, or all again.
func (p *Page) onlyMonth(i int) {
	m := p.months[i].Month
	if p.view.Month == m {
		m = ""
	}
	p.view.Month = m
	p.refilter()
}

func (p *Page) sort(c desk.TargetColumn) {
	p.view = p.view.Sort(c)
	p.refilter()
}

// open goes to the words of a target.
func (p *Page) open(i widget.ListItemID) {
	p.list.UnselectAll()
	p.d.GoToTarget(p.rows[i].Target.ID)
}

// write starts a proposal about a target.
func (p *Page) write(id target.ID) { p.d.Press(p.d.SuggestOn(id)) }
