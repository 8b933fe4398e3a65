package margin

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// A grip is what a point of the outline is dragged by. With the keyboard on it
// the arrows move the point.
type grip struct {
	widget.BaseWidget
	moved   func(dy float32) // the pointer moved on by so many pixels
	dropped func()
	step    func(by int)
	lines   [3]*canvas.Rectangle
	ring    *canvas.Rectangle
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ fyne.Focusable     = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

// Size of a grip and of its three lines, in pixels.
const (
	gripSize  = 28
	gripWidth = 14
)

func newGrip(moved func(dy float32), dropped func(), step func(by int)) *grip {
	g := &grip{moved: moved, dropped: dropped, step: step, ring: canvas.NewRectangle(nil)}
	for i := range g.lines {
		g.lines[i] = canvas.NewRectangle(nil)
	}
	g.ring.CornerRadius, g.ring.StrokeWidth = 4, 2
	g.ring.Hide()
	g.ExtendBaseWidget(g)
	return g
}

// Dragged is called by Fyne.
func (g *grip) Dragged(e *fyne.DragEvent) { g.moved(e.Dragged.DY) }

// DragEnd is called by Fyne.
func (g *grip) DragEnd() { g.dropped() }

// Cursor is called by Fyne.
func (g *grip) Cursor() desktop.Cursor { return desktop.VResizeCursor }

// FocusGained is called by Fyne.
func (g *grip) FocusGained() { g.ring.Show(); g.Refresh() }

// FocusLost is called by Fyne.
func (g *grip) FocusLost() { g.ring.Hide(); g.Refresh() }

// TypedRune is called by Fyne.
func (g *grip) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (g *grip) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		g.step(-1)
	case fyne.KeyDown:
		g.step(1)
	}
}

// CreateRenderer is called by Fyne.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	r := &gripRenderer{g}
	r.Refresh()
	return r
}

type gripRenderer struct{ g *grip }

func (r *gripRenderer) Destroy()           {}
func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(gripSize, gripSize) }
func (r *gripRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.g.ring, r.g.lines[0], r.g.lines[1], r.g.lines[2]}
}

func (r *gripRenderer) Layout(size fyne.Size) {
	r.g.ring.Resize(fyne.NewSize(gripSize, gripSize))
	r.g.ring.Move(fyne.NewPos(0, (size.Height-gripSize)/2))
	for i, l := range r.g.lines {
		l.Resize(fyne.NewSize(gripWidth, 2))
		l.Move(fyne.NewPos((gripSize-gripWidth)/2, size.Height/2-6+5*float32(i)))
	}
}

func (r *gripRenderer) Refresh() {
	for _, l := range r.g.lines {
		l.FillColor = theme.Color(widgets.ColorSecondary)
		l.Refresh()
	}
	r.g.ring.StrokeColor = theme.Color(widgets.ColorRing)
	r.g.ring.Refresh()
}

// drag moves the card of a point along with the pointer, over the others.
func (c *point) drag(dy float32) {
	c.outline.lift(c)
	c.lifted += dy
	c.box.Move(fyne.NewPos(c.box.Position().X, c.box.Position().Y+dy))
	canvas.Refresh(c.outline.rows) // and not Refresh of rows, which would lay it out
}

// drop puts the point where its card was let go.
func (c *point) drop() {
	if c.outline.order == nil {
		return // the outline was drawn anew meanwhile
	}
	by := dropAt(c.outline.middles(c), c.outline.at(c), c.lifted)
	c.lifted = 0
	c.outline.settle()
	if by == 0 {
		c.outline.rows.Refresh() // back to its place
		return
	}
	d := c.outline.page.d
	d.Press(d.MovePoint(c.id, by))
}

// dropAt says by how many places a card has been moved that lay at index i of
// cards with these middles and was carried on by so many pixels.
func dropAt(middles []float32, i int, lifted float32) int {
	now, by := middles[i]+lifted, 0
	for j, m := range middles {
		switch {
		case j < i && now < m:
			by--
		case j > i && now > m:
			by++
		}
	}
	return by
}

// lift draws the card of c over all others: what comes last is drawn on top.
func (o *outline) lift(c *point) {
	if o.order != nil {
		return
	}
	o.order = o.rows.Objects
	at := o.at(c)
	o.rows.Objects = append(slices.Delete(slices.Clone(o.order), at, at+1), c.box)
}

// settle has the cards in their order again.
func (o *outline) settle() {
	if o.order != nil {
		o.rows.Objects, o.order = o.order, nil
	}
}

// at is the place of a point in the outline.
func (o *outline) at(c *point) int { return max(0, slices.Index(o.order, c.box)) }

// middles are the heights of the middles of the cards; that of c where it lay
// before it was lifted.
func (o *outline) middles(c *point) []float32 {
	var all []float32
	for _, box := range o.order {
		m := box.Position().Y + box.Size().Height/2
		if box == c.box {
			m -= c.lifted
		}
		all = append(all, m)
	}
	return all
}
