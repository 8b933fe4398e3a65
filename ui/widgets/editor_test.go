package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// window puts o into a window of w×h pixels without padding.
func window(t testing.TB, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

// opened returns a focused editor of 400 pixels with text in it.
func opened(t testing.TB, text string) *Editor {
	t.Helper()
	look(t, Light)
	e := NewEditor(5, 0)
	win := window(t, e, 400, 200)
	e.SetText(text)
	win.Canvas().Focus(e)
	return e
}

func key(e *Editor, names ...fyne.KeyName) {
	for _, n := range names {
		e.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func TestWritingIsToldAsItHappens(t *testing.T) {
	e := opened(t, "")
	var told []string
	e.OnChanged = func(text string) { told = append(told, text) }
	test.Type(e, "新建")
	key(e, fyne.KeyReturn)
	test.Type(e, "充电桩580个")
	key(e, fyne.KeyBackspace)
	if want := "新建\n充电桩580"; e.Text() != want || told[len(told)-1] != want {
		t.Errorf("text %q, told %q, want %q", e.Text(), told[len(told)-1], want)
	}
	if len(told) != 2+1+7+1 {
		t.Errorf("told %d times, want once a key: 11", len(told))
	}
	n := len(told)
	e.SetText("另一篇")
	if len(told) != n {
		t.Error("SetText told what the program itself did")
	}
	e.Undo()
	if e.Text() != "另一篇" {
		t.Errorf("undo went back behind SetText to %q", e.Text())
	}
}

func TestShiftSelectsAndTypingReplaces(t *testing.T) {
	e := opened(t, "新建公共充电桩，新增绿地")
	key(e, fyne.KeyRight, fyne.KeyRight)
	e.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	key(e, fyne.KeyRight, fyne.KeyRight)
	e.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := e.SelectedText(); got != "公共" {
		t.Fatalf("selected %q, want 公共", got)
	}
	test.Type(e, "快速")
	if want := "新建快速充电桩，新增绿地"; e.Text() != want {
		t.Errorf("text %q, want %q", e.Text(), want)
	}
	e.TypedShortcut(&fyne.ShortcutUndo{})
	if want := "新建公共充电桩，新增绿地"; e.Text() != want || e.SelectedText() != "公共" {
		t.Errorf("undone: %q with %q selected, want %q with 公共", e.Text(), e.SelectedText(), want)
	}
}

func TestClipboardKeepsEveryCharacter(t *testing.T) {
	e := opened(t, "一、现状\n二、建议")
	clip := test.NewClipboard()
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	e.TypedShortcut(&fyne.ShortcutCut{Clipboard: clip})
	if e.Text() != "" || clip.Content() != "一、现状\n二、建议" {
		t.Fatalf("cut left %q and took %q", e.Text(), clip.Content())
	}
	clip.SetContent("甲\r\n\x00乙\ufeff\r丙")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if want := "甲\n乙\n丙"; e.Text() != want {
		t.Errorf("pasted %q, want %q", e.Text(), want)
	}
}

func TestClicksSelectMoreAndMore(t *testing.T) {
	e := opened(t, "新建公共充电桩，新增绿地。\n第二段")
	clock := time.Unix(0, 0)
	e.now = func() time.Time { return clock }
	em := e.em()
	click := func() {
		ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
		ev.Position = fyne.NewPos(editorSpace+em*9.2, editorSpace+4)
		e.MouseDown(ev)
		e.MouseUp(ev)
		clock = clock.Add(100 * time.Millisecond)
	}
	for i, want := range []string{"", "新增绿地", "新建公共充电桩，新增绿地。", ""} {
		if click(); e.SelectedText() != want {
			t.Errorf("click %d selected %q, want %q", i+1, e.SelectedText(), want)
		}
	}
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(editorSpace, editorSpace+4)
	clock = clock.Add(time.Hour)
	e.MouseDown(ev)
	drag := &fyne.DragEvent{}
	drag.Position = fyne.NewPos(editorSpace+em*2.1, editorSpace+e.lineHeight()*1.5)
	e.Dragged(drag)
	e.DragEnd()
	if want := "新建公共充电桩，新增绿地。\n第二"; e.SelectedText() != want {
		t.Errorf("dragging selected %q, want %q", e.SelectedText(), want)
	}
}

func TestTheCaretStaysInView(t *testing.T) {
	e := opened(t, "")
	seen := 0
	e.OnCursorChanged = func() { seen++ }
	test.Type(e, strings.Repeat("建设宜居韧性智慧城市，", 60))
	if y := e.CursorPosition().Y; y < 0 || y+e.LineHeight() > e.Size().Height {
		t.Errorf("caret is at %v of %v pixels", y, e.Size().Height)
	}
	if seen != 660 {
		t.Errorf("told %d places of the caret, want 660", seen)
	}
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyHome, Modifier: fyne.KeyModifierShortcutDefault})
	if e.CursorPosition().Y != editorSpace || e.top != 0 {
		t.Errorf("at the start the caret is at %v, scrolled by %v", e.CursorPosition().Y, e.top)
	}
}

func TestAnEditorGrowsWithItsText(t *testing.T) {
	look(t, Light)
	e := NewEditor(3, 6)
	window(t, e, 400, 600)
	grown := 0
	e.OnGrow = func() { grown++ }
	rows := func() int { return int((e.MinSize().Height - 2*editorSpace) / e.LineHeight()) }
	for _, tt := range []struct{ paragraphs, rows int }{{1, 3}, {3, 3}, {5, 5}, {9, 6}, {2, 3}} {
		e.SetText(strings.Repeat("甲\n", tt.paragraphs-1) + "乙")
		if rows() != tt.rows {
			t.Errorf("%d paragraphs take %d rows, want %d", tt.paragraphs, rows(), tt.rows)
		}
		if h := e.HeightFor(400); h != e.MinSize().Height {
			t.Errorf("%d paragraphs: height for 400 px is %v, least height %v", tt.paragraphs, h, e.MinSize().Height)
		}
	}
	if grown != 3 {
		t.Errorf("asked for another height %d times, want 3", grown)
	}
}

// Both type at the end of one paragraph of five thousand characters.
func BenchmarkKeyInEditor(b *testing.B) {
	e := opened(b, strings.Repeat("建设宜居韧性智慧城市，", 455))
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShortcutDefault})
	for b.Loop() {
		e.TypedRune('城')
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

func BenchmarkKeyInEntry(b *testing.B) {
	look(b, Light)
	e := widget.NewMultiLineEntry()
	e.Wrapping = fyne.TextWrapBreak
	window(b, e, 400, 200)
	e.SetText(strings.Repeat("建设宜居韧性智慧城市，", 455))
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyEnd, Modifier: fyne.KeyModifierShortcutDefault})
	for b.Loop() {
		e.TypedRune('城')
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

func TestAnEditorLooksLikeThis(t *testing.T) {
	look(t, Light)
	e := NewEditor(3, 0)
	win := window(t, e, 260, 110)
	e.SetText("新建公共充电桩580个，\n建议明确点位。")
	win.Canvas().Focus(e)
	e.Select(len("新建公共"), len("新建公共充电桩580个，\n建议"))
	test.AssertRendersToMarkup(t, "editor.xml", win.Canvas())
}
