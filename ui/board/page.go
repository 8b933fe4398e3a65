// Package board is the page 看板: who asks what of each target of the report, which
// targets nobody mentions, and how many proposals there are by category,
// delegation and unit. A click on a number leads to the proposals.
//
// It draws an office and calls its methods; it decides nothing.
package board

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A Page is the page 看板.
type Page struct {
	// OnKey sees the keys that the page has no use for. May be nil.
	OnKey func(widgets.Key) bool

	o *staff.Office
	d *desk.Desk
	w assets.Words

	board registry.Board
	rows  []int // of board, those shown

	said   *widgets.Passage
	tabs   *widgets.TabBar
	matrix *matrix
	none   *widgets.Passage // what stands where no row is shown
	sums   *fyne.Container  // the bars at the right
	object fyne.CanvasObject
}

// The letterings of the page.
var (
	prose   = widgets.Lettering{Wrap: true}
	strong  = widgets.Lettering{Bold: true, Cut: true}
	caption = widgets.Lettering{Colour: widgets.ColorSecondary, Cut: true, Size: theme.SizeNameCaptionText}
)

// tabIndent is how far in the first tab writes its name, in pixels.
const tabIndent = 12

// sumsWidth is the width of the bars at the right, in pixels.
const sumsWidth = 270

// New returns the page of o.
func New(o *staff.Office, w assets.Words) *Page {
	p := &Page{o: o, d: o.Desk(), w: w}
	p.said, p.none = widgets.NewPassage("", prose), widgets.NewPassage("", prose)
	p.tabs = widgets.NewTabBar(func(i int) {
		o.Show(staff.Showings[i])
		p.draw()
	})
	p.matrix = newMatrix(p)
	p.sums = container.New(rows{side: 16, end: 14, gap: 3})
	print := widget.NewButton(w.Text("board.print"), func() { p.issue(staff.Job(desk.BoardPaper)) })
	print.Importance = widgets.Primary
	count := widget.NewButton(w.Text("board.statistics"), func() { p.issue(staff.Job(desk.StatisticsPaper)) })
	head := container.New(rows{side: 20, end: 12, gap: 8}, p.said, container.NewBorder(nil, nil, nil, container.NewHBox(count, print), container.New(layout.NewCustomPaddedLayout(0, 0, -tabIndent, 0), p.tabs)))
	body := container.NewStack(container.New(rows{side: 24, end: 24}, p.none), p.matrix)
	left := container.NewBorder(widgets.NewPane(widgets.ColorPaper, head), nil, nil, nil, widgets.NewPane(widgets.ColorPaper, body))
	right := widgets.NewPane(widgets.ColorPane, container.NewVScroll(p.sums))
	p.object = container.New(pageAndSums(sumsWidth), left, right)
	return p
}

// issue turns to the page 印发 with a job in hand.
func (p *Page) issue(j staff.Job) {
	p.o.TakeUp(j)
	p.d.Turn(desk.Issuing)
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Focus is what takes the keyboard when the page comes to the front.
func (p *Page) Focus() fyne.Focusable { return p.matrix }

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	if p.d.Page() != desk.Board {
		return
	}
	switch t {
	case desk.Booked, desk.Pages, desk.Text, desk.Aimed, desk.Everything:
		p.draw()
	}
}

// draw shows the board as it is now.
func (p *Page) draw() {
	p.board = p.o.Board()
	b, now := p.board, p.o.Showing()
	p.rows = now.Rows(b)
	current := 0
	var tabs []widgets.Tab
	for i, s := range staff.Showings {
		if s == now {
			current = i
		}
		tabs = append(tabs, widgets.Tab{Label: p.w.Text("board.show." + showing(s)), Count: len(s.Rows(b))})
	}
	p.tabs.Set(tabs, current)
	hot := len(b.Hottest())
	p.said.SetText(p.w.Text("board.said", "report", desk.Name(p.d.Report()), "n", len(b.Rows), "covered", hot, "uncovered", len(b.Rows)-hot,
		"touching", len(b.Touched), "apart", len(b.Apart), "without", len(b.Without)))
	empty := ""
	switch {
	case len(p.o.Book().Entries) == 0:
		empty = "board.none.register"
	case len(b.Rows) == 0:
		empty = "board.none.targets"
	case len(p.rows) == 0:
		empty = "board.none." + showing(now)
	}
	p.none.Hidden = empty == ""
	p.matrix.Hidden = empty != ""
	if empty != "" {
		p.none.SetText(p.w.Text(empty))
	}
	p.matrix.show()
	p.drawSums()
	p.object.Refresh()
}

func showing(s staff.Showing) string {
	if s == staff.Hot {
		return "hot"
	}
	return string(s)
}
