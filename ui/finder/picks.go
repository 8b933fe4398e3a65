package finder

import (
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Picks are a few words of which one may be clicked. They stand in rows that
// break at the width, or one below the other. A click leaves the keyboard
// where it is, so that typing goes on; Tab brings it here.
type Picks struct {
	widget.BaseWidget

	// OnPick is called with the word that is wished for.
	OnPick func(i int)

	set     Setting
	words   []string
	current int // the one in force, bold and underlined; -1 for none
	hovered int
	held    int // has the keyboard; -1 if none
}

// A Setting is how Picks are set.
type Setting struct {
	Column bool // one below the other, each cut to the width
	Link   bool // in the colour of what leads elsewhere
}

// NewPicks returns no words.
func NewPicks(set Setting, onPick func(i int)) *Picks {
	p := &Picks{OnPick: onPick, set: set, current: -1, hovered: -1, held: -1}
	p.ExtendBaseWidget(p)
	return p
}

// Set replaces the words and says which is in force, -1 for none.
func (p *Picks) Set(words []string, current int) {
	p.words, p.current = append([]string(nil), words...), current
	p.hovered, p.held = -1, min(p.held, len(words)-1)
	p.Refresh()
}

// Words are those that can be picked.
func (p *Picks) Words() []string { return p.words }

// Current is the word in force, -1 if none.
func (p *Picks) Current() int { return p.current }

// Room around a word, in pixels: enough to be hit by an unsteady hand.
const (
	pickSide  = 6
	pickAbove = 4
	pickGap   = 4
)

func (p *Picks) size() float32 {
	if p.set.Column || p.set.Link {
		return p.Theme().Size(theme.SizeNameText)
	}
	return p.Theme().Size(theme.SizeNameCaptionText)
}

// width is measured in the bold weight, so that nothing moves when another
// word comes into force.
func (p *Picks) width(i int) float32 {
	return fyne.MeasureText(p.words[i], p.size(), fyne.TextStyle{Bold: true}).Width + 2*pickSide
}

// place is where a word stands.
type place struct {
	at   fyne.Position
	size fyne.Size
}

// lay lays the words into a width and returns their places and the height.
func (p *Picks) lay(width float32) ([]place, float32) {
	if len(p.words) == 0 {
		return nil, 0
	}
	tall := p.size()*1.5 + 2*pickAbove
	all := make([]place, len(p.words))
	x, y := float32(0), float32(0)
	for i := range p.words {
		w := min(p.width(i), max(width, 2*pickSide))
		if i > 0 && (p.set.Column || x+w > width) {
			x, y = 0, y+tall
		}
		all[i] = place{fyne.NewPos(x, y), fyne.NewSize(w, tall)}
		if p.set.Column {
			all[i].size.Width = width
		}
		x += w + pickGap
	}
	return all, y + tall
}

func (p *Picks) at(point fyne.Position) int {
	all, _ := p.lay(p.Size().Width)
	for i, each := range all {
		if point.X >= each.at.X && point.X < each.at.X+each.size.Width &&
			point.Y >= each.at.Y && point.Y < each.at.Y+each.size.Height {
			return i
		}
	}
	return -1
}

func (p *Picks) pick(i int) {
	if i >= 0 && i < len(p.words) && p.OnPick != nil {
		p.OnPick(i)
	}
}

// Tapped is called by Fyne.
func (p *Picks) Tapped(e *fyne.PointEvent) { p.pick(p.at(e.Position)) }

// Cursor is called by Fyne.
func (p *Picks) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn is called by Fyne.
func (p *Picks) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved is called by Fyne.
func (p *Picks) MouseMoved(e *desktop.MouseEvent) {
	if now := p.at(e.Position); now != p.hovered {
		p.hovered = now
		p.Refresh()
	}
}

// MouseOut is called by Fyne.
func (p *Picks) MouseOut() {
	p.hovered = -1
	p.Refresh()
}

// FocusGained is called by Fyne.
func (p *Picks) FocusGained() {
	p.held = max(p.current, 0)
	p.Refresh()
}

// FocusLost is called by Fyne.
func (p *Picks) FocusLost() {
	p.held = -1
	p.Refresh()
}

// TypedRune is called by Fyne.
func (p *Picks) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (p *Picks) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyUp:
		p.held = max(p.held-1, 0)
	case fyne.KeyRight, fyne.KeyDown:
		p.held = min(p.held+1, len(p.words)-1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.pick(p.held)
	default:
		passOn(p, e)
	}
	p.Refresh()
}

// passOn hands a key that o does not know to the window.
func passOn(o fyne.CanvasObject, key *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(key)
	}
}

// Resize is called by Fyne.
func (p *Picks) Resize(size fyne.Size) {
	if size == p.Size() {
		return
	}
	p.BaseWidget.Resize(size)
	p.Refresh()
}

// CreateRenderer is called by Fyne.
func (p *Picks) CreateRenderer() fyne.WidgetRenderer {
	r := &picksRenderer{picks: p, line: canvas.NewRectangle(nil), veil: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type picksRenderer struct {
	picks            *Picks
	line, veil, ring *canvas.Rectangle
	texts            []*canvas.Text
}

func (r *picksRenderer) Destroy() {}

func (r *picksRenderer) MinSize() fyne.Size {
	width := r.picks.Size().Width
	if width == 0 {
		width = usual
	}
	_, height := r.picks.lay(width)
	return fyne.NewSize(4*r.picks.size(), height)
}

func (r *picksRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.veil, r.line, r.ring}
	for _, t := range r.texts {
		all = append(all, t)
	}
	return all
}

func (r *picksRenderer) Layout(size fyne.Size) { r.draw(size) }

func (r *picksRenderer) Refresh() {
	r.draw(r.picks.Size())
	canvas.Refresh(r.picks)
}

func (r *picksRenderer) draw(size fyne.Size) {
	p := r.picks
	for len(r.texts) < len(p.words) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.texts = r.texts[:len(p.words)]
	colour := widgets.ColorInk
	if p.set.Link {
		colour = widgets.ColorInfo
	}
	all, _ := p.lay(size.Width)
	for i, t := range r.texts {
		t.TextStyle.Bold = i == p.current
		t.TextSize, t.Color = p.size(), inkOf(p, colour)
		t.Text = cut(p.words[i], all[i].size.Width-2*pickSide, t.TextSize, t.TextStyle)
		t.Move(all[i].at.AddXY(pickSide, (all[i].size.Height-t.MinSize().Height)/2))
		t.Resize(t.MinSize())
	}
	show := func(o *canvas.Rectangle, i int, f func(place)) {
		if o.Hidden = i < 0 || i >= len(all); !o.Hidden {
			f(all[i])
		}
	}
	r.line.FillColor = inkOf(p, widgets.ColorSeal)
	show(r.line, p.current, func(a place) {
		r.line.Move(a.at.AddXY(pickSide, a.size.Height-3))
		r.line.Resize(fyne.NewSize(a.size.Width-2*pickSide, 2))
	})
	r.veil.FillColor, r.veil.CornerRadius = inkOf(p, theme.ColorNameHover), 4
	show(r.veil, p.hovered, func(a place) { r.veil.Move(a.at); r.veil.Resize(a.size) })
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.CornerRadius = inkOf(p, widgets.ColorRing), 2, 4
	show(r.ring, p.held, func(a place) { r.ring.Move(a.at); r.ring.Resize(a.size) })
}
