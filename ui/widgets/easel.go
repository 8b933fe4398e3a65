package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// An easel keeps the objects a text is drawn with and hands them out again for
// every picture: making them anew at each step of the wheel would be felt.
type easel struct {
	rects  []*canvas.Rectangle
	texts  []*canvas.Text
	nr, nt int // how many of each are in use
}

// clear takes everything off the easel.
func (e *easel) clear() { e.nr, e.nt = 0, 0 }

// rect draws a rectangle.
func (e *easel) rect(c color.Color, x, y, w, h, round float32) {
	if e.nr == len(e.rects) {
		e.rects = append(e.rects, canvas.NewRectangle(nil))
	}
	o := e.rects[e.nr]
	e.nr++
	o.FillColor, o.CornerRadius = c, round
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// text draws a text; the caller fills it in.
func (e *easel) text() *canvas.Text {
	if e.nt == len(e.texts) {
		e.texts = append(e.texts, canvas.NewText("", nil))
	}
	e.nt++
	return e.texts[e.nt-1]
}
