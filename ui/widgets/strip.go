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

	colour  fyne.ThemeColorName
	text    *widget.Label
	buttons *fyne.Container
	closing *widget.Button
}

// NewStrip returns a strip whose bar has colour.
func NewStrip(colour fyne.ThemeColorName) *Strip {
	s := &Strip{colour: colour, text: widget.NewLabel(""), buttons: container.NewHBox()}
	s.text.Wrapping = fyne.TextWrapBreak
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
	if text != s.text.Text {
		s.text.SetText(text)
		s.Refresh()
	}
}

// Text is the message.
func (s *Strip) Text() string { return s.text.Text }

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
	return r
}

type stripRenderer struct {
	strip             *Strip
	ground, bar, line *canvas.Rectangle
	right             *fyne.Container
}

func (r *stripRenderer) Destroy() {}

func (r *stripRenderer) MinSize() fyne.Size {
	text := r.strip.text.MinSize()
	return fyne.NewSize(320, max(text.Height, r.right.MinSize().Height)+1)
}

func (r *stripRenderer) Layout(size fyne.Size) {
	right := r.right.MinSize()
	r.ground.Resize(size)
	r.bar.Move(fyne.NewPos(12, 8))
	r.bar.Resize(fyne.NewSize(4, size.Height-17))
	r.text().Move(fyne.NewPos(20, (size.Height-1-r.text().MinSize().Height)/2))
	r.text().Resize(fyne.NewSize(size.Width-28-right.Width, r.text().MinSize().Height))
	r.right.Move(fyne.NewPos(size.Width-right.Width-8, (size.Height-1-right.Height)/2))
	r.right.Resize(right)
	r.line.Move(fyne.NewPos(0, size.Height-1))
	r.line.Resize(fyne.NewSize(size.Width, 1))
}

func (r *stripRenderer) text() *widget.Label { return r.strip.text }

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
