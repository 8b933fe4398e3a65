package manual

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/assets"
	"deputydesk/assets/manual"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

func page(t *testing.T) (*Page, *desk.Desk) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("window-regular.ttf", assets.WindowRegular()),
		fyne.NewStaticResource("window-bold.ttf", assets.WindowBold())))
	d := desk.Open(desk.Settings{})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	p := New(d, assets.Language(assets.Chinese))
	d.Changed = p.Changed
	w := test.NewTempWindow(t, p.Object())
	w.Resize(fyne.NewSize(853, 420))
	return p, d
}

// The manual opens at the chapter of the page one was on, and every chapter of
// every document can be gone to.
func TestChaptersAreGoneTo(t *testing.T) {
	p, d := page(t)
	d.Turn(desk.Drafting)
	d.Help()
	at := p.places["drafting"]
	if at == nil || p.scroll.Offset.Y == 0 || p.scroll.Offset.Y > at.Position().Y {
		t.Fatalf("the chapter stands at %v, the page is rolled to %v", at, p.scroll.Offset)
	}
	for _, name := range manual.Names() {
		d.ShowManual(name, "")
		if p.shown != name || p.scroll.Offset.Y != 0 {
			t.Errorf("%s: shown is %s, rolled to %v", name, p.shown, p.scroll.Offset.Y)
		}
		last := float32(-1)
		for _, o := range p.list.Objects {
			l, ok := o.(*link)
			if !ok {
				continue
			}
			test.Tap(l)
			if y := p.scroll.Offset.Y; y < last {
				t.Errorf("%s: %s leads up to %v from %v", name, l.words.Text(), y, last)
			} else {
				last = y
			}
		}
		if last <= 0 {
			t.Errorf("%s: no chapter rolls the page", name)
		}
	}
}

// Nothing is wider than a magnified screen leaves, and no two blocks overlap.
func TestBlocksStandBelowEachOther(t *testing.T) {
	p, d := page(t)
	for _, name := range manual.Names() {
		d.ShowManual(name, "")
		if need := p.Object().MinSize().Width; need > 853 {
			t.Errorf("%s needs %v", name, need)
		}
		end := float32(0)
		for i, o := range p.text.Objects {
			if o.Position().Y < end {
				t.Errorf("%s: block %d begins at %v, the one before it ends at %v", name, i, o.Position().Y, end)
			}
			end = o.Position().Y + o.Size().Height
		}
	}
}

func TestTheDocumentIsPrinted(t *testing.T) {
	p, d := page(t)
	d.Help()
	asked, opened := "", ""
	p.Save = func(name string, done func(string)) { asked = name; done(t.TempDir() + "/" + name) }
	p.Open = func(path string) { opened = path }
	p.print()
	if asked != "代表案头使用手册.pdf" || opened == "" {
		t.Errorf("asked for %q, opened %q", asked, opened)
	}
}

// The manual is read by keyboard alone, and Escape goes back.
func TestTheManualIsReadByKeys(t *testing.T) {
	p, d := page(t)
	d.Turn(desk.Aims)
	d.ShowManual("安全说明", "")
	press := func(name fyne.KeyName) float32 {
		p.Focus().TypedKey(&fyne.KeyEvent{Name: name})
		return p.scroll.Offset.Y
	}
	end := press(fyne.KeyEnd)
	if end <= 0 || press(fyne.KeyDown) != end || press(fyne.KeyHome) != 0 || press(fyne.KeyUp) != 0 {
		t.Errorf("the end is at %v, the page at %v", end, p.scroll.Offset.Y)
	}
	if down, page := press(fyne.KeyDown), press(fyne.KeyPageDown); down != step || page <= down+step || press(fyne.KeyPageUp) != step {
		t.Errorf("an arrow rolls to %v, a page to %v", down, page)
	}
	handed := ""
	p.OnKey = func(k widgets.Key) bool { handed += k.String(); return true }
	p.Focus().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
	p.Focus().TypedRune('?')
	if handed != "F6?" {
		t.Errorf("handed on %q", handed)
	}
	press(fyne.KeyEscape)
	if d.Page() != desk.Aims {
		t.Errorf("Escape leads to %s", d.Page())
	}
}
