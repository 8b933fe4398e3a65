package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A composition is what an input method has not finished: letters over the
// text, underlined, that are no part of it yet. It moves nothing, so that a
// paragraph does not dance while a word is chosen.
type composition struct {
	text         string
	ground, line *canvas.Rectangle
	letters      *canvas.Text
}

func newComposition() *composition {
	return &composition{ground: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil), letters: canvas.NewText("", nil)}
}

// place puts the composition at the caret of a widget of a size, further left
// if it would run over the edge, and returns what is to be drawn.
func (c *composition) place(th fyne.Theme, at fyne.Position, high float32, size fyne.Size) []fyne.CanvasObject {
	if c.text == "" {
		return nil
	}
	c.letters.Text, c.letters.TextSize, c.letters.Color = c.text, th.Size(theme.SizeNameText), inkOf(th, ColorInk)
	c.ground.FillColor, c.line.FillColor = inkOf(th, ColorField), inkOf(th, ColorInk)
	box := c.letters.MinSize()
	at.X = max(0, min(at.X, size.Width-box.Width-caretWidth))
	c.ground.Move(at)
	c.ground.Resize(fyne.NewSize(box.Width, high))
	c.letters.Move(at.AddXY(0, (high-box.Height)/2))
	c.letters.Resize(box)
	c.line.Move(at.AddXY(0, high-2))
	c.line.Resize(fyne.NewSize(box.Width, 1))
	return []fyne.CanvasObject{c.ground, c.letters, c.line}
}

// Compose shows what an input method is composing at the caret of e; "" is
// none. The text does not change and OnChanged is not called.
func (e *Editor) Compose(text string) {
	e.composing.text = text
	e.Refresh()
}

// Compose shows what an input method is composing at the caret of f; "" is
// none. The text does not change and OnChanged is not called.
func (f *Field) Compose(text string) {
	f.composing.text = text
	f.Refresh()
}

// A fieldRenderer draws an Entry, and over it what is being composed.
type fieldRenderer struct {
	fyne.WidgetRenderer
	f *Field
}

// Objects is called by Fyne.
func (r fieldRenderer) Objects() []fyne.CanvasObject {
	f, all := r.f, r.WidgetRenderer.Objects()
	return append(all[:len(all):len(all)], f.composing.place(f.Theme(), f.CursorPosition(), f.LineHeight(), f.Size())...)
}
