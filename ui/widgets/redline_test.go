package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Every word is drawn once and in order, and each change has its line.
func TestRedlineDrawsEveryWord(t *testing.T) {
	test.NewTempApp(t)
	pieces := []Piece{{"新建公共充电桩", Kept}, {"580个", Gone}, {"680个，年底前完成，并向代表通报进展情况", Come}, {"。\n第二段不变。", Kept}}
	r := NewRedline(pieces)
	r.Resize(fyne.NewSize(160, 400))
	w := test.WidgetRenderer(r).(*redlineRenderer)
	var said strings.Builder
	bold := 0
	for _, o := range w.texts[:w.nt] {
		said.WriteString(o.Text)
		if o.TextStyle.Bold {
			bold++
		}
	}
	if want := strings.ReplaceAll(r.Text(), "\n", ""); said.String() != want {
		t.Errorf("drawn %q, want %q", said.String(), want)
	}
	if w.nr != bold+1 {
		t.Errorf("%d lines for %d runs that come and one that goes", w.nr, bold)
	}
	if bold < 2 {
		t.Error("the long change is not broken into lines")
	}
}

func TestPasteIsTidied(t *testing.T) {
	test.NewTempApp(t)
	e := NewEditor(3, 0)
	e.Tidy = func(s string) string { return strings.ReplaceAll(s, "\v", "") }
	e.SetText("前后")
	e.Select(len("前"), len("前"))
	clip := test.NewClipboard()
	clip.SetContent("甲\v乙\x00丙")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	e.Tidy = func(s string) string { return strings.ReplaceAll(s, "乙", "") }
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if e.Text() != "前甲乙丙甲丙后" {
		t.Errorf("pasted: %q", e.Text())
	}
	if start, end := e.Selection(); start != end || start != len(e.Text())-len("后") {
		t.Errorf("the caret is at %d of %d", start, len(e.Text()))
	}
	e.Undo()
	if e.Text() != "前甲乙丙甲乙丙后" {
		t.Errorf("one undo does not give back what was copied: %q", e.Text())
	}
	e.Undo()
	if e.Text() != "前甲乙丙后" {
		t.Errorf("two undos: %q", e.Text())
	}
}
