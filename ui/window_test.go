package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/drafts"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// window is a whole window on a real desk in a folder of its own, 1366 × 768
// at 125 %.
func window(t *testing.T, folder string) *Window {
	t.Helper()
	a := test.NewTempApp(t)
	d := desk.Open(desk.Settings{Folder: folder})
	if d.Trouble() != nil {
		t.Fatalf("open: %v", d.Trouble())
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	v := New(a, d, assets.Language(assets.Chinese))
	v.win.Resize(fyne.NewSize(1366/1.25, 768/1.25))
	v.Show()
	return v
}

// button finds a button that can be seen by its words.
func button(t *testing.T, v *Window, label string) *widget.Button {
	t.Helper()
	var found *widget.Button
	walk(v.win.Canvas().Content(), func(o fyne.CanvasObject) {
		if b, ok := o.(*widget.Button); ok && b.Text == label && found == nil {
			found = b
		}
	})
	if found == nil {
		t.Fatalf("no button %q", label)
	}
	return found
}

// field finds a field that can be seen by how its hint begins.
func field(t *testing.T, v *Window, hint string) *widgets.Field {
	t.Helper()
	var found *widgets.Field
	walk(v.win.Canvas().Content(), func(o fyne.CanvasObject) {
		if f, ok := o.(*widgets.Field); ok && strings.HasPrefix(f.PlaceHolder, hint) && found == nil {
			found = f
		}
	})
	if found == nil {
		t.Fatalf("no field %q", hint)
	}
	return found
}

// walk calls f for everything that can be seen under o.
func walk(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	if o == nil || !o.Visible() {
		return
	}
	f(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, each := range o.Objects {
			walk(each, f)
		}
	case fyne.Widget:
		for _, each := range test.WidgetRenderer(o).Objects() {
			walk(each, f)
		}
	}
}

// click clicks on the first character of words in the text.
func click(t *testing.T, v *Window, words string, mod fyne.KeyModifier) {
	t.Helper()
	prose := v.reader.Prose()
	for i, b := range prose.Blocks() {
		if at := strings.Index(b.Text, words); at >= 0 {
			position, size := prose.CellOf(widgets.Position{Block: i, Offset: at})
			middle := position.AddXY(size.Width/2, size.Height/2)
			if middle.Y < 0 || middle.Y > prose.Size().Height {
				t.Fatalf("%q is not in view", words)
			}
			event := &desktop.MouseEvent{
				PointEvent: fyne.PointEvent{Position: middle}, Button: desktop.MouseButtonPrimary, Modifier: mod,
			}
			prose.MouseDown(event)
			prose.MouseUp(event)
			return
		}
	}
	t.Fatalf("%q is not in the text", words)
}

// A deputy's hour: find, select, note, draft against the target, make the
// paper; then the program is started again and all is there.
func TestMainJobInTheWindow(t *testing.T) {
	folder := t.TempDir()
	paper := filepath.Join(t.TempDir(), "paper.pdf")
	t.Run("first start", func(t *testing.T) {
		v := window(t, folder)

		v.win.Canvas().Focus(v.bar.search)
		test.Type(v.bar.search, "充电桩")
		v.bar.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if answer, now := v.desk.Answer(); len(answer.Hits) == 0 || now != 0 {
			t.Fatalf("search: %d hits, at %d", len(answer.Hits), now)
		}

		click(t, v, "新建公共充电桩580个", 0)
		if words := v.desk.Words(); !strings.HasPrefix(words, "科学规划道路停车位3000个") {
			t.Fatalf("a click selected %q", words)
		}

		v.win.Canvas().Focus(v.reader.Note())
		test.Type(v.reader.Note(), "每个区县各建多少？")
		v.win.Canvas().Focus(v.reader.Prose())
		if n := v.desk.Notes(); len(n) != 1 || n[0].Text != "每个区县各建多少？" {
			t.Fatalf("notes: %+v", n)
		}

		test.Tap(button(t, v, v.words.Text("reader.draft")))
		if v.desk.Page() != desk.Drafting || len(v.desk.Draft().Cites) != 1 {
			t.Fatalf("page %s, draft %+v", v.desk.Page(), v.desk.Draft())
		}

		title := field(t, v, "标题")
		v.win.Canvas().Focus(title)
		test.Type(title, "关于加快公共充电桩建设的建议")

		v.pages[desk.Drafting].(*drafts.Page).Save = func(name string, done func(string)) {
			if name != "建议_关于加快公共充电桩建设的建议.pdf" {
				t.Errorf("offered file name %q", name)
			}
			done(paper)
		}
		test.Tap(button(t, v, v.words.Text("drafts.pdf")))
		for _, o := range test.LaidOutObjects(v.win.Canvas().Overlays().Top()) { // much is still empty: it is asked once more
			if b, ok := o.(*widget.Button); ok && b.Text == v.words.Text("drafts.print.anyway") {
				test.Tap(b)
			}
		}
		if data, err := os.ReadFile(paper); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
			t.Fatalf("paper: %v", err)
		}
	})
	t.Run("second start", func(t *testing.T) {
		v := window(t, folder)
		if len(v.desk.Notes()) != 1 || len(v.desk.Drafts()) != 1 {
			t.Errorf("after a restart: %d notes, %d drafts", len(v.desk.Notes()), len(v.desk.Drafts()))
		}
	})
}

// Nothing may be wider or higher than the smallest screen of an office, magnified
// to 150 % as such laptops are.
func TestEveryPageFitsASmallScreen(t *testing.T) {
	v := window(t, t.TempDir())
	for _, p := range append(slices.Clone(desk.DeputyPages), desk.StaffPages...) {
		v.desk.Turn(p)
		need := v.frame.MinSize()                              // the window itself rolls where there is no room
		if need.Width > 1366/1.5 || need.Height > 768/1.5-30 { // less a title bar
			t.Errorf("page %s needs %v", p, need)
		}
	}
}

func TestKeys(t *testing.T) {
	v := window(t, t.TempDir())
	press := func(key fyne.KeyName, mod fyne.KeyModifier) {
		s := &desktop.CustomShortcut{KeyName: key, Modifier: mod}
		if c, ok := v.win.Canvas().Focused().(fyne.Shortcutable); ok {
			c.TypedShortcut(s)
			return
		}
		v.win.Canvas().(fyne.Shortcutable).TypedShortcut(s)
	}
	press(fyne.KeyF, fyne.KeyModifierControl)
	if v.win.Canvas().Focused() != v.bar.search {
		t.Errorf("Ctrl+F: the keyboard is at %T", v.win.Canvas().Focused())
	}
	press(fyne.KeyEqual, fyne.KeyModifierControl)
	if got := v.reader.Prose().Zoom(); got <= 100 {
		t.Errorf("Ctrl+= while typing: zoom %d", got)
	}
	press(fyne.Key4, fyne.KeyModifierControl)
	if v.desk.Page() != desk.Drafting {
		t.Errorf("Ctrl+4: page %s", v.desk.Page())
	}
	press(fyne.Key1, fyne.KeyModifierControl)
	v.search()
	test.Type(v.bar.search, "双汇")
	v.bar.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3})
	v.bar.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF3})
	if _, now := v.desk.Answer(); now != 1 {
		t.Errorf("F3 twice: at hit %d", now)
	}
	v.bar.search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if v.desk.Query() != "" {
		t.Errorf("Escape: query %q", v.desk.Query())
	}
}

// A window on a folder that somebody else uses shows the report and says why
// nothing can be saved.
func TestSecondWindowReadsOnly(t *testing.T) {
	folder := t.TempDir()
	window(t, folder)
	d := desk.Open(desk.Settings{Folder: folder})
	v := New(test.NewTempApp(t), d, assets.Language(assets.Chinese))
	if v.strips.trouble.Hidden || !strings.Contains(v.strips.trouble.Text(), "另一个窗口") {
		t.Errorf("strip hidden %v, says %q", v.strips.trouble.Hidden, v.strips.trouble.Text())
	}
	if len(v.reader.Prose().Blocks()) < 40 {
		t.Errorf("%d blocks of text", len(v.reader.Prose().Blocks()))
	}
}

// A message that needs two lines gets them, at any width of the window.
func TestLongMessagesAreNotCut(t *testing.T) {
	v := window(t, t.TempDir())
	for _, width := range []float32{1900, 1366 / 1.25, 900} {
		v.win.Resize(fyne.NewSize(width, 600))
		v.strips.notice.Hidden = false
		v.strips.notice.SetText(strings.Repeat("磁盘已满，刚才的内容没有存上，但仍在屏幕上。", 5))
		v.relayout()
		if got, need := v.strips.notice.Size().Height, v.strips.notice.MinSize().Height; got < need {
			t.Errorf("%g wide: the message has %g, needs %g", width, got, need)
		}
		if got, need := v.strips.report.Size().Height, v.strips.report.MinSize().Height; got < need {
			t.Errorf("%g wide: the report's strip has %g, needs %g", width, got, need)
		}
	}
}
