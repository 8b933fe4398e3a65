package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A SwatchBar offers the five highlight colours. Left and Right choose among
// them while it has the keyboard.
type SwatchBar struct {
	widget.BaseWidget

	// OnPick is called with the number of the colour that was chosen.
	OnPick func(i int)

	current int // -1 for none
	focused bool
}

// NewSwatchBar returns a bar without a current colour.
func NewSwatchBar(onPick func(i int)) *SwatchBar {
	b := &SwatchBar{OnPick: onPick, current: -1}
	b.ExtendBaseWidget(b)
	return b
}

// SetCurrent says which colour the words have; -1 for none.
func (b *SwatchBar) SetCurrent(i int) {
	if i != b.current {
		b.current = i
		b.Refresh()
	}
}

// A swatch is wide enough for a finger on a touch screen.
const (
	swatchWidth  = 40
	swatchHeight = 28
	swatchGap    = 8
)

// Tapped is called by Fyne.
func (b *SwatchBar) Tapped(e *fyne.PointEvent) {
	i := int(e.Position.X / (swatchWidth + swatchGap))
	if i >= 0 && i < len(Highlights) && e.Position.X-float32(i)*(swatchWidth+swatchGap) <= swatchWidth {
		b.pick(i)
	}
}

func (b *SwatchBar) pick(i int) {
	if b.OnPick != nil {
		b.OnPick((i + len(Highlights)) % len(Highlights))
	}
}

// FocusGained is called by Fyne.
func (b *SwatchBar) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost is called by Fyne.
func (b *SwatchBar) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune is called by Fyne; the digits choose a colour.
func (b *SwatchBar) TypedRune(r rune) {
	if r >= '1' && r <= '5' {
		b.pick(int(r - '1'))
	}
}

// TypedKey is called by Fyne.
func (b *SwatchBar) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		b.pick(max(b.current, 0) - 1)
	case fyne.KeyRight:
		b.pick(b.current + 1)
	}
}

// CreateRenderer is called by Fyne.
func (b *SwatchBar) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchBarRenderer{bar: b, ring: canvas.NewRectangle(nil)}
	for range Highlights {
		r.swatches = append(r.swatches, canvas.NewRectangle(nil))
		r.lines = append(r.lines, canvas.NewRectangle(nil))
	}
	r.Refresh()
	return r
}

type swatchBarRenderer struct {
	bar      *SwatchBar
	swatches []*canvas.Rectangle
	lines    []*canvas.Rectangle
	ring     *canvas.Rectangle
}

func (r *swatchBarRenderer) Destroy() {}
func (r *swatchBarRenderer) MinSize() fyne.Size {
	n := float32(len(Highlights))
	return fyne.NewSize(n*swatchWidth+(n-1)*swatchGap, swatchHeight)
}

func (r *swatchBarRenderer) Layout(fyne.Size) {
	for i := range r.swatches {
		x := float32(i) * (swatchWidth + swatchGap)
		r.swatches[i].Move(fyne.NewPos(x, 0))
		r.swatches[i].Resize(fyne.NewSize(swatchWidth, swatchHeight))
		r.lines[i].Move(fyne.NewPos(x+4, swatchHeight-7))
		r.lines[i].Resize(fyne.NewSize(swatchWidth-8, 3))
	}
	r.ring.Move(fyne.NewPos(-2, -2))
	r.ring.Resize(r.MinSize().AddWidthHeight(4, 4))
}

func (r *swatchBarRenderer) Objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i := range r.swatches {
		all = append(all, r.swatches[i], r.lines[i])
	}
	return append(all, r.ring)
}

func (r *swatchBarRenderer) Refresh() {
	th := r.bar.Theme()
	for i, s := range r.swatches {
		s.FillColor = inkOf(th, Highlights[i])
		s.CornerRadius = 4
		s.StrokeColor, s.StrokeWidth = inkOf(th, ColorHairline), 1
		if i == r.bar.current {
			s.StrokeColor, s.StrokeWidth = inkOf(th, ColorInk), 2
		}
		r.lines[i].FillColor = inkOf(th, Underlines[i])
		s.Refresh()
		r.lines[i].Refresh()
	}
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = inkOf(th, ColorRing), 2, 6
	r.ring.Hidden = !r.bar.focused
	r.ring.Refresh()
}
