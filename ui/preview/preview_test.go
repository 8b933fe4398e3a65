package preview

import (
	"path/filepath"
	"testing"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// shown is the preview of a draft in a window, 900 × 600.
func shown(t *testing.T) (*Page, *desk.Desk) {
	t.Helper()
	test.NewTempApp(t)
	d := desk.Open(desk.Settings{Folder: t.TempDir(), Fonts: []string{}})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	p := New(d, assets.Language(assets.Chinese))
	d.Changed = p.Changed
	win := test.NewTempWindow(t, p.Object())
	win.Resize(fyne.NewSize(900, 600))
	d.Press(d.Write(annotate.Suggestion))
	d.Press(d.PreviewDraft())
	if d.Preview() == nil {
		t.Fatal(d.Notice())
	}
	return p, d
}

// The wheel and the arrows move a page that is larger than the view, and turn
// it at its ends.
func TestMovingTurnsAtTheEnds(t *testing.T) {
	p, _ := shown(t)
	p.view.set(2)
	for _, tt := range []struct {
		dy   float32
		page int
	}{{300, 0}, {5000, 0}, {60, 1}, {-60, 0}, {-5000, 0}, {-60, 0}} {
		p.view.move(0, tt.dy)
		if p.at != tt.page {
			t.Errorf("moved by %.0f: page %d, want %d", tt.dy, p.at, tt.page)
		}
	}
	p.view.whole()
	if sheet := p.view.sheet(); sheet.Height > p.view.Size().Height {
		t.Errorf("the whole page is %v high in %v", sheet, p.view.Size())
	}
	before := p.view.scale()
	p.view.TypedRune('+')
	if p.view.scale() <= before {
		t.Error("+ does not make it larger")
	}
}

// What was saved can be opened, shown and printed from where it is; the other
// edition has not been saved yet.
func TestAfterSaving(t *testing.T) {
	p, d := shown(t)
	var opened, printed string
	p.Open, p.Print = func(path string) { opened = path }, func(path string) { printed = path }
	path := filepath.Join(t.TempDir(), "a.pdf")
	p.Save = func(name string, done func(string)) { done(path) }
	if p.after.Visible() {
		t.Error("something is offered before it was made")
	}
	test.Tap(p.make)
	if !p.after.Visible() || d.Preview().Made.File != path {
		t.Fatalf("made %+v, notice %v", d.Preview().Made, d.Notice())
	}
	p.Open(d.Preview().Made.File)
	p.Print(d.Preview().Made.File)
	if opened != path || printed != path {
		t.Errorf("opened %q, printed %q", opened, printed)
	}
	p.edition.SetSelected(p.archiving)
	if !d.Preview().Archive || p.after.Visible() {
		t.Errorf("归档版: %v, what was made is still offered: %v", d.Preview().Archive, p.after.Visible())
	}
}
