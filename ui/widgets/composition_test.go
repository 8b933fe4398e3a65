package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// composed returns the letters drawn over the text of o, if there are any.
func composed(o fyne.CanvasObject, text string) *canvas.Text {
	for _, each := range test.LaidOutObjects(o) {
		if t, ok := each.(*canvas.Text); ok && t.Text == text {
			return t
		}
	}
	return nil
}

// What is being composed is shown, and is no part of the text.
func TestACompositionIsNotYetWritten(t *testing.T) {
	look(t, Light)
	told := 0
	tell := func(string) { told++ }
	e, f := NewEditor(3, 0), NewField()
	e.OnChanged, f.OnChanged = tell, tell
	for _, tt := range []struct {
		name string
		o    interface {
			fyne.CanvasObject
			fyne.Focusable
			Compose(string)
			CursorPosition() fyne.Position
		}
		text func() string
	}{{"editor", e, e.Text}, {"field", f, func() string { return f.Text }}} {
		win := window(t, tt.o, 400, 120)
		win.Canvas().Focus(tt.o)
		test.Type(tt.o, "代表")
		before := told
		tt.o.Compose("jian yi")
		letters := composed(tt.o, "jian yi")
		if letters == nil {
			t.Fatalf("%s: the letters are not shown", tt.name)
		}
		if x := tt.o.CursorPosition().X; letters.Position().X < x-1 || letters.Position().X > x+1 {
			t.Errorf("%s: the letters stand at %v, the caret at %v", tt.name, letters.Position().X, x)
		}
		if tt.text() != "代表" || told != before {
			t.Errorf("%s: the letters were taken for text: %q, told %d times", tt.name, tt.text(), told-before)
		}
		if tt.o.Compose(""); composed(tt.o, "jian yi") != nil {
			t.Errorf("%s: the letters of an ended composition are still shown", tt.name)
		}
		tt.o.Compose("jian yi")
		if win.Canvas().Unfocus(); composed(tt.o, "jian yi") != nil {
			t.Errorf("%s: the letters are still shown where nothing is written any more", tt.name)
		}
	}
}

// The caret of a field never leaves it, however long its line is: the window
// with the candidates is led there.
func TestTheCaretOfALongLineIsInTheField(t *testing.T) {
	look(t, Light)
	f := NewField()
	win := window(t, f, 300, 40)
	win.Canvas().Focus(f)
	test.Type(f, "充电桩")
	short := f.CursorPosition().X
	if em := f.LineHeight(); short < 2*em || short > 4*em {
		t.Errorf("behind three characters the caret is at %v", short)
	}
	test.Type(f, strings.Repeat("充电桩", 20))
	if at := f.CursorPosition(); at.X <= short || at.X > f.Size().Width || at.Y < 0 || at.Y+f.LineHeight() > f.Size().Height {
		t.Errorf("behind a long line the caret is at %v of %v", at, f.Size())
	}
}
