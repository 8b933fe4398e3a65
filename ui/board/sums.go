package board

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// mostBars is how many bars one group shows; the rest stands in the statistics.
const mostBars = 12

// drawSums shows how many entries there are by category, delegation and unit.
func (p *Page) drawSums() {
	p.sums.RemoveAll()
	f := p.o.Facets()
	for _, g := range []struct {
		key   string
		all   []staff.Facet
		where func(name string) staff.Filter
	}{
		{"category", f.Categories, func(n string) staff.Filter { return staff.Filter{Category: n} }},
		{"delegation", f.Delegations, func(n string) staff.Filter { return staff.Filter{Delegation: n} }},
		{"unit", f.Units, func(n string) staff.Filter { return staff.Filter{Unit: n} }},
	} {
		if len(g.all) == 0 {
			continue
		}
		p.sums.Add(container.New(layout.NewCustomPaddedLayout(8, 2, 0, 0), widgets.NewPassage(p.w.Text("board.by."+g.key), strong)))
		most := 1
		for _, each := range g.all {
			most = max(most, each.N)
		}
		for _, each := range g.all[:min(len(g.all), mostBars)] {
			filter := g.where(each.Name)
			p.sums.Add(newBar(each.Name, each.N, float32(each.N)/float32(most), func() { p.o.Look(filter) }))
		}
		if more := len(g.all) - mostBars; more > 0 {
			p.sums.Add(widgets.NewPassage(p.w.Text("board.more", "n", more), caption))
		}
	}
	for _, g := range []struct {
		key string
		ids []string
		do  func()
	}{
		{"apart", make([]string, len(p.board.Apart)), func() { p.o.LookAt(p.board.Apart, p.w.Text("board.apart")) }},
		{"without", make([]string, len(p.board.Without)), func() { p.o.LookAt(p.board.Without, p.w.Text("board.without")) }},
	} {
		if len(g.ids) > 0 {
			p.sums.Add(newBar(p.w.Text("board."+g.key), len(g.ids), 0, g.do))
		}
	}
	p.sums.Refresh()
}

// A bar is a name with a number and how long that is beside the others. A click
// leads to what it counts.
type bar struct {
	widget.BaseWidget
	tap    func()
	share  float32
	ground *canvas.Rectangle
	length *canvas.Rectangle
	name   *widgets.Passage
	count  *widgets.Passage
}

func newBar(name string, n int, share float32, tap func()) *bar {
	b := &bar{tap: tap, share: share, ground: canvas.NewRectangle(nil), length: canvas.NewRectangle(nil),
		name: widgets.NewPassage(name, widgets.Lettering{Cut: true, Size: theme.SizeNameCaptionText}), count: widgets.NewPassage(strconv.Itoa(n), widgets.Lettering{Size: theme.SizeNameCaptionText, Bold: true})}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped is called by Fyne.
func (b *bar) Tapped(*fyne.PointEvent) { b.tap() }

// MouseIn is called by Fyne.
func (b *bar) MouseIn(*desktop.MouseEvent) { b.paint(theme.Color(theme.ColorNameHover)) }

// MouseMoved is called by Fyne.
func (b *bar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (b *bar) MouseOut() { b.paint(nil) }

// CreateRenderer is called by Fyne.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	b.length.FillColor = theme.Color(widgets.ColorTarget)
	b.paint(nil)
	return widget.NewSimpleRenderer(container.New(barLayout{b}, b.ground, b.length, b.name, b.count))
}
