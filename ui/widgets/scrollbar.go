package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// barWidth is the width of a scroll bar, wide enough to be caught by an
// unsteady hand; leastThumb the shortest its thumb gets. Pixels.
const (
	barWidth   = 12
	leastThumb = 32
)

// A scrollBar shows which part of a long text is in view and lets it be
// dragged. Fyne's own scroll container moves its content and tells only some
// of its moves; here the text asks for its place and is told of every one.
type scrollBar struct {
	widget.BaseWidget

	onMove func(top float32) // the wish to have pixel top of the text at the top

	top, view, total float32 // pixels
	over             bool
	grabbed          bool
	grip             float32 // top when the drag began
	pulled           float32
	thumb            *canvas.Rectangle
}

var (
	_ fyne.Draggable    = (*scrollBar)(nil)
	_ fyne.Tappable     = (*scrollBar)(nil)
	_ desktop.Hoverable = (*scrollBar)(nil)
)

func newScrollBar(onMove func(float32)) *scrollBar {
	s := &scrollBar{onMove: onMove, thumb: canvas.NewRectangle(nil)}
	s.ExtendBaseWidget(s)
	return s
}

// set tells s what is in view.
func (s *scrollBar) set(top, view, total float32) {
	s.top, s.view, s.total = top, view, total
	s.place()
}

func (s *scrollBar) length() float32 {
	return min(s.Size().Height, max(leastThumb, s.Size().Height*s.view/max(s.total, 1)))
}

// place moves the thumb to where it belongs.
func (s *scrollBar) place() {
	if s.total <= s.view+0.5 {
		s.thumb.Hide()
		return
	}
	w := float32(6)
	if s.over || s.grabbed {
		w = barWidth - 2
	}
	room := s.Size().Height - s.length()
	s.thumb.CornerRadius = w / 2
	s.thumb.FillColor = inkOf(s.Theme(), theme.ColorNameScrollBar)
	s.thumb.Move(fyne.NewPos(barWidth-1-w, room*s.top/(s.total-s.view)))
	s.thumb.Resize(fyne.NewSize(w, s.length()))
	s.thumb.Show()
}

func (s *scrollBar) moveTo(top float32) {
	s.onMove(min(max(top, 0), max(0, s.total-s.view)))
}

// Dragged moves the text with the thumb.
func (s *scrollBar) Dragged(e *fyne.DragEvent) {
	if !s.grabbed {
		s.grabbed, s.grip, s.pulled = true, s.top, 0
	}
	s.pulled += e.Dragged.DY
	if room := s.Size().Height - s.length(); room > 0 {
		s.moveTo(s.grip + s.pulled*(s.total-s.view)/room)
	}
}

// DragEnd lets the thumb go.
func (s *scrollBar) DragEnd() { s.grabbed = false; s.Refresh() }

// Tapped moves the text by nearly a page towards the tap.
func (s *scrollBar) Tapped(e *fyne.PointEvent) {
	switch y := e.Position.Y; {
	case y < s.thumb.Position().Y:
		s.moveTo(s.top - s.view*0.9)
	case y > s.thumb.Position().Y+s.thumb.Size().Height:
		s.moveTo(s.top + s.view*0.9)
	}
}

// MouseIn widens the thumb.
func (s *scrollBar) MouseIn(*desktop.MouseEvent) { s.over = true; s.Refresh() }

// MouseMoved is part of being hoverable.
func (s *scrollBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes the thumb thin again.
func (s *scrollBar) MouseOut() { s.over = false; s.Refresh() }

// CreateRenderer implements fyne.Widget.
func (s *scrollBar) CreateRenderer() fyne.WidgetRenderer { return &scrollBarRenderer{s} }

type scrollBarRenderer struct{ s *scrollBar }

func (r *scrollBarRenderer) Layout(fyne.Size)             { r.s.place() }
func (r *scrollBarRenderer) MinSize() fyne.Size           { return fyne.NewSize(barWidth, leastThumb) }
func (r *scrollBarRenderer) Refresh()                     { r.s.place(); canvas.Refresh(r.s) }
func (r *scrollBarRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.thumb} }
func (r *scrollBarRenderer) Destroy()                     {}
