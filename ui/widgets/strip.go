package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Strip is one message across the window, with a bar in a colour that says
// how grave it is, up to two buttons, and a way to close it.
type Strip struct {
	widget.BaseWidget

	// OnClose is called when the strip is closed. Nil, and it cannot be.
	OnClose func()

	// OnGrow is called when the message needs more or fewer lines than the strip
	// has room for. May be nil.
	OnGrow func()

	colour  fyne.ThemeColorName
	text    *Passage
	buttons *fyne.Container
	closing *widget.Button
}

// NewStrip returns a strip whose bar has colour.
func NewStrip(colour fyne.ThemeColorName) *Strip {
	s := &Strip{colour: colour, text: NewPassage("", Lettering{Wrap: true}), buttons: container.NewHBox()}
	s.closing = widget.NewButtonWithIcon("", theme.CancelIcon(), s.shut)
	s.closing.Importance = widget.LowImportance
	s.ExtendBaseWidget(s)
	return s
}

// SetColour sets the colour of the bar.
func (s *Strip) SetColour(colour fyne.ThemeColorName) {
	if colour != s.colour {
		s.colour = colour
		s.Refresh()
	}
}

// SetText sets the message.
func (s *Strip) SetText(text string) {
	if text != s.text.Text() {
		s.text.SetText(text)
		s.Refresh()
	}
}

// Text is the message.
func (s *Strip) Text() string { return s.text.Text() }

// AddButton adds a button to the right of the message.
func (s *Strip) AddButton(label string, tapped func()) {
	b := widget.NewButton(label, tapped)
	b.Importance = widget.LowImportance
	s.buttons.Add(b)
}

func (s *Strip) shut() {
	if s.OnClose != nil {
		s.OnClose()
	}
}

// CreateRenderer is called by Fyne.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	bar, line := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	ground := canvas.NewRectangle(nil)
	right := container.NewHBox(s.buttons, s.closing)
	r := &stripRenderer{strip: s, ground: ground, bar: bar, line: line, right: right}
	r.Refresh()
	r.made = true
	return r
}

type stripRenderer struct {
	strip             *Strip
	ground, bar, line *canvas.Rectangle
	right             *fyne.Container
	wanted            float32 // height that was last asked for
	made              bool    // Fyne knows the renderer: who asks before makes it make another, without end
}

func (r *stripRenderer) Destroy() {}

// Room around the message: the bar at its left, the same above and below.
const (
	stripLeft  = 24
	stripAbove = 8
)

// textWidth is the room for the message in a strip that is width wide.
func (r *stripRenderer) textWidth(width float32) float32 {
	return max(width-stripLeft-r.right.MinSize().Width-16, 120)
}

// height is how high the strip must be when it is width wide.
func (r *stripRenderer) height(width float32) float32 {
	return max(r.strip.text.HeightFor(r.textWidth(width))+2*stripAbove, r.right.MinSize().Height) + 1
}

func (r *stripRenderer) MinSize() fyne.Size {
	width := r.strip.Size().Width
	if width == 0 {
		width = 1000 // not laid out yet: one line, most likely
	}
	return fyne.NewSize(320, r.height(width))
}

func (r *stripRenderer) Layout(size fyne.Size) {
	right, text := r.right.MinSize(), r.textWidth(size.Width)
	high := r.strip.text.HeightFor(text)
	r.ground.Resize(size)
	r.bar.Move(fyne.NewPos(12, stripAbove))
	r.bar.Resize(fyne.NewSize(4, size.Height-2*stripAbove-1))
	r.strip.text.Resize(fyne.NewSize(text, high))
	r.strip.text.Move(fyne.NewPos(stripLeft, (size.Height-1-high)/2))
	r.right.Move(fyne.NewPos(size.Width-right.Width-8, (size.Height-1-right.Height)/2))
	r.right.Resize(right)
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	if need := r.height(size.Width); need != r.wanted && r.made {
		r.wanted = need
		if need != size.Height && r.strip.OnGrow != nil {
			r.strip.OnGrow()
		}
	}
}

func (r *stripRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.strip.text, r.right, r.line}
}

func (r *stripRenderer) Refresh() {
	th := r.strip.Theme()
	r.ground.FillColor = inkOf(th, ColorField)
	r.bar.FillColor = inkOf(th, r.strip.colour)
	r.line.FillColor = inkOf(th, ColorHairline)
	r.strip.closing.Hidden = r.strip.OnClose == nil
	for _, o := range r.Objects() {
		o.Refresh()
	}
	r.Layout(r.strip.Size())
}
