package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/annotate"
)

// The input method is led to what is written in, wherever that is, and to
// nothing else.
func TestTheInputMethodFindsTheCaret(t *testing.T) {
	v := window(t, t.TempDir())
	canvas := v.win.Canvas()
	canvas.Focus(v.reader.Prose())
	if c, ok := v.caret(); ok {
		t.Errorf("nothing is written in the report, and the caret is at %v", c)
	}
	canvas.Focus(v.bar.search)
	empty, ok := v.caret()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(v.bar.search)
	size := v.bar.search.Size()
	if !ok || empty.X < int(at.X) || empty.X > int(at.X)+24 || empty.Y < int(at.Y) || empty.Y+empty.Height > int(at.Y+size.Height)+1 {
		t.Errorf("the caret is at %v, the empty box at %v, %v", empty, at, size)
	}
	v.compose("chong dian") // letters that are no words yet
	if v.desk.Query() != "" || v.bar.search.Text != "" {
		t.Errorf("half a word was looked for: %q", v.desk.Query())
	}
	v.compose("")
	test.Type(v.bar.search, "充电桩")
	if c, _ := v.caret(); c.X < empty.X+3*12 || c.Y != empty.Y {
		t.Errorf("behind three characters the caret is at %v, it was at %v", c, empty)
	}

	v.desk.Press(v.desk.Write(annotate.Suggestion))
	title := field(t, v, "标题")
	canvas.Focus(title)
	at = fyne.CurrentApp().Driver().AbsolutePositionForObject(title)
	if c, ok := v.caret(); !ok || c.X < int(at.X) || c.Y < int(at.Y) || c.Y > int(at.Y+title.Size().Height) {
		t.Errorf("the caret is at %v, the title at %v", c, at)
	}
}
