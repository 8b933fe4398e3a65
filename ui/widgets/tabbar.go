package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Tab is one name in a TabBar; a Count above 0 stands behind it.
type Tab struct {
	Label string
	Count int
}

// A TabBar is a row of names of which one is current: bold, with a line in the
// colour of the seal. Left and Right move among them while it has the keyboard.
type TabBar struct {
	widget.BaseWidget

	// OnTurn is called when another tab is wished for.
	OnTurn func(i int)

	tabs    []Tab
	current int
	hovered int
	focused bool
}

// NewTabBar returns an empty bar.
func NewTabBar(onTurn func(i int)) *TabBar {
	b := &TabBar{OnTurn: onTurn, hovered: -1}
	b.ExtendBaseWidget(b)
	return b
}

// Set replaces the tabs and says which is current.
func (b *TabBar) Set(tabs []Tab, current int) {
	b.tabs, b.current = append([]Tab(nil), tabs...), current
	b.Refresh()
}

func (t Tab) text() string {
	if t.Count > 0 {
		return t.Label + " " + strconv.Itoa(t.Count)
	}
	return t.Label
}

// tabSpace is the room on either side of a name.
const tabSpace = 12

// width is measured in the bold weight, so that nothing moves when the current
// tab changes.
func (b *TabBar) width(i int) float32 {
	size := b.Theme().Size(theme.SizeNameText)
	return fyne.MeasureText(b.tabs[i].text(), size, fyne.TextStyle{Bold: true}).Width + 2*tabSpace
}

// at is the tab at a point, -1 if none.
func (b *TabBar) at(p fyne.Position) int {
	x := float32(0)
	for i := range b.tabs {
		w := b.width(i)
		if p.X >= x && p.X < x+w {
			return i
		}
		x += w
	}
	return -1
}

func (b *TabBar) turn(i int) {
	if i >= 0 && i < len(b.tabs) && b.OnTurn != nil {
		b.OnTurn(i)
	}
}

// Tapped is called by Fyne.
func (b *TabBar) Tapped(e *fyne.PointEvent) { b.turn(b.at(e.Position)) }

// MouseIn is called by Fyne.
func (b *TabBar) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved is called by Fyne.
func (b *TabBar) MouseMoved(e *desktop.MouseEvent) {
	if now := b.at(e.Position); now != b.hovered {
		b.hovered = now
		b.Refresh()
	}
}

// MouseOut is called by Fyne.
func (b *TabBar) MouseOut() {
	b.hovered = -1
	b.Refresh()
}

// FocusGained is called by Fyne.
func (b *TabBar) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost is called by Fyne.
func (b *TabBar) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune is called by Fyne.
func (b *TabBar) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (b *TabBar) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		b.turn(b.current - 1)
	case fyne.KeyRight:
		b.turn(b.current + 1)
	}
}

// CreateRenderer is called by Fyne.
func (b *TabBar) CreateRenderer() fyne.WidgetRenderer {
	r := &tabBarRenderer{bar: b, line: canvas.NewRectangle(nil), veil: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type tabBarRenderer struct {
	bar              *TabBar
	line, veil, ring *canvas.Rectangle
	texts            []*canvas.Text
}

func (r *tabBarRenderer) Destroy() {}

func (r *tabBarRenderer) MinSize() fyne.Size {
	w := float32(0)
	for i := range r.bar.tabs {
		w += r.bar.width(i)
	}
	return fyne.NewSize(w, r.bar.Theme().Size(theme.SizeNameText)+24)
}

func (r *tabBarRenderer) Layout(size fyne.Size) {
	x := float32(0)
	for i, t := range r.texts {
		w := r.bar.width(i)
		t.Resize(fyne.NewSize(w, size.Height-4))
		t.Move(fyne.NewPos(x, 0))
		if i == r.bar.current {
			r.line.Move(fyne.NewPos(x+tabSpace, size.Height-4))
			r.line.Resize(fyne.NewSize(w-2*tabSpace, 3))
			r.ring.Move(fyne.NewPos(x+2, 2))
			r.ring.Resize(fyne.NewSize(w-4, size.Height-8))
		}
		if i == r.bar.hovered {
			r.veil.Move(fyne.NewPos(x, 0))
			r.veil.Resize(fyne.NewSize(w, size.Height))
		}
		x += w
	}
}

func (r *tabBarRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.veil, r.line, r.ring}
	for _, t := range r.texts {
		all = append(all, t)
	}
	return all
}

func (r *tabBarRenderer) Refresh() {
	th := r.bar.Theme()
	for len(r.texts) < len(r.bar.tabs) {
		t := canvas.NewText("", nil)
		t.Alignment = fyne.TextAlignCenter
		r.texts = append(r.texts, t)
	}
	r.texts = r.texts[:len(r.bar.tabs)]
	for i, t := range r.texts {
		t.Text = r.bar.tabs[i].text()
		t.TextSize = th.Size(theme.SizeNameText)
		t.TextStyle.Bold = i == r.bar.current
		t.Color = inkOf(th, ColorInk)
		t.Refresh()
	}
	r.line.FillColor = inkOf(th, ColorSeal)
	r.line.Hidden = r.bar.current < 0 || r.bar.current >= len(r.texts)
	r.veil.FillColor = inkOf(th, theme.ColorNameHover)
	r.veil.Hidden = r.bar.hovered < 0
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = inkOf(th, ColorRing), 2, 4
	r.ring.Hidden = !r.bar.focused
	r.Layout(r.bar.Size())
	canvas.Refresh(r.bar)
}
