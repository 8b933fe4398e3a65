package ui

import (
	"math"

	"deputydesk/ui/ime"

	"fyne.io/fyne/v2"
)

// A writer is what is written in: fields and editors of every page.
type writer interface {
	fyne.CanvasObject
	CursorPosition() fyne.Position // of the caret's top left, relative to it
	LineHeight() float32
	Compose(text string) // shows what stands in no text yet
}

// followCaret lets the input method know where the next character will stand.
func (v *Window) followCaret() { ime.Follow(v.win, v.caret, v.compose) }

// caret is where the next character will stand; false while nothing is written
// in. A caret that is scrolled out of the window is at its edge.
func (v *Window) caret() (ime.Caret, bool) {
	c := v.win.Canvas()
	o, ok := c.Focused().(writer)
	if !ok {
		return ime.Caret{}, false
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Add(o.CursorPosition())
	high := o.LineHeight()
	at.X = min(max(at.X, 0), c.Size().Width)
	at.Y = min(max(at.Y, 0), c.Size().Height-high)
	pixels := func(n float32) int { return int(math.Round(float64(n * c.Scale()))) }
	return ime.Caret{X: pixels(at.X), Y: pixels(at.Y), Height: pixels(high)}, true
}

// compose shows what is being composed where it will stand.
func (v *Window) compose(text string) {
	if o, ok := v.win.Canvas().Focused().(writer); ok {
		o.Compose(text)
	}
}
