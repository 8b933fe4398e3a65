package targets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

const (
	// chartHeight is the room of a chart, in pixels.
	chartHeight = 80
	// widestBar is the widest a bar gets when there are few.
	widestBar = 28
	// chartLine is the height of a line of its words.
	chartLine = 18
)

// A bar of a chart: how many targets there are of a name.
type bar struct {
	name  string
	count int
}

// A chart shows how many targets each section states, or each month has, a bar
// each. A click on a bar wishes for its rows only.
type chart struct {
	widget.BaseWidget
	tapped func(i int)
	bars   []bar
	now    int // index of the bar whose rows the table shows, -1 for all
	over   int // index of the bar under the pointer, -1 for none
}

var (
	_ fyne.Tappable      = (*chart)(nil)
	_ desktop.Hoverable  = (*chart)(nil)
	_ desktop.Cursorable = (*chart)(nil)
)

func newChart(tapped func(i int)) *chart {
	c := &chart{tapped: tapped, now: -1, over: -1}
	c.ExtendBaseWidget(c)
	return c
}

// set shows bars, and which of them the table shows; -1 for all.
func (c *chart) set(bars []bar, now int) {
	c.bars, c.now = bars, now
	c.Refresh()
}

// at returns the bar at x, -1 if there is none.
func (c *chart) at(x float32) int {
	if len(c.bars) == 0 || x < 0 || x >= c.Size().Width {
		return -1
	}
	return int(x / (c.Size().Width / float32(len(c.bars))))
}

// Tapped wishes for the bar under the pointer.
func (c *chart) Tapped(e *fyne.PointEvent) {
	if i := c.at(e.Position.X); i >= 0 {
		c.tapped(i)
	}
}

// MouseIn is called by Fyne.
func (c *chart) MouseIn(e *desktop.MouseEvent) { c.hover(c.at(e.Position.X)) }

// MouseMoved is called by Fyne.
func (c *chart) MouseMoved(e *desktop.MouseEvent) { c.hover(c.at(e.Position.X)) }

// MouseOut is called by Fyne.
func (c *chart) MouseOut() { c.hover(-1) }

// Cursor is called by Fyne.
func (c *chart) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (c *chart) hover(i int) {
	if i != c.over {
		c.over = i
		c.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (c *chart) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{c: c}
	r.Refresh()
	return r
}

type chartRenderer struct {
	c       *chart
	objects []fyne.CanvasObject
}

func (r *chartRenderer) Destroy()                     {}
func (r *chartRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, chartHeight) }
func (r *chartRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *chartRenderer) Layout(fyne.Size)             { r.draw() }

func (r *chartRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.c)
}

// draw makes for each bar a number, a bar and a name, from the top.
func (r *chartRenderer) draw() {
	c := r.c
	r.objects = nil
	if len(c.bars) == 0 {
		return
	}
	most := 1
	for _, s := range c.bars {
		most = max(most, s.count)
	}
	size := c.Size()
	slot := size.Width / float32(len(c.bars))
	width := min(widestBar, slot*0.7)
	foot := size.Height - chartLine
	for i, s := range c.bars {
		colour, words := widgets.ColorInfo, widgets.ColorSecondary
		switch {
		case i == c.now:
			colour, words = widgets.ColorSeal, widgets.ColorInk
		case i == c.over:
			words = widgets.ColorInk
		}
		high := (foot - chartLine) * float32(s.count) / float32(most)
		bar := canvas.NewRectangle(theme.Color(colour))
		bar.Move(fyne.NewPos(slot*(float32(i)+0.5)-width/2, foot-high))
		bar.Resize(fyne.NewSize(width, high))
		r.objects = append(r.objects, bar,
			chartWord(strconv.Itoa(s.count), words, slot, i, foot-high-chartLine+1),
			chartWord(s.name, words, slot, i, foot+1))
	}
}

// chartWord is a word in the middle of slot i.
func chartWord(text string, colour fyne.ThemeColorName, slot float32, i int, y float32) *canvas.Text {
	t := canvas.NewText(text, theme.Color(colour))
	t.TextSize = theme.CaptionTextSize() - 1
	t.Alignment = fyne.TextAlignCenter
	t.Move(fyne.NewPos(slot*float32(i), y))
	t.Resize(fyne.NewSize(slot, t.MinSize().Height))
	return t
}
