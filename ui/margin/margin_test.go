package margin

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// open shows the page on a real desk in a window of the smallest screen.
func open(t *testing.T, folder string) (*Page, *desk.Desk) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("r.ttf", assets.WindowRegular()), fyne.NewStaticResource("b.ttf", assets.WindowBold())))
	d := desk.Open(desk.Settings{Folder: folder})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	w := test.NewTempWindow(t, nil)
	p := New(d, assets.Language(assets.Chinese), w)
	d.Changed = p.Changed
	w.SetPadded(false)
	w.SetContent(p.Object())
	w.Resize(fyne.NewSize(1093, 510))
	return p, d
}

// mark puts notes on the first sentence of paragraphs, the later one first.
func mark(t *testing.T, d *desk.Desk) {
	t.Helper()
	all := d.Report().Paragraphs()
	for _, n := range []struct {
		paragraph int
		colour    annotate.Colour
		text      string
	}{
		{20, annotate.Green, "请说明资金来源"},
		{12, annotate.Yellow, ""},
		{16, annotate.Green, "时限太宽"},
	} {
		p := all[n.paragraph]
		s, _ := report.SentenceAt(p.Text, 0)
		d.Select(p.ID, s)
		d.Mark(n.colour).Do()
		if n.text != "" {
			d.Comment(n.text).Do()
		}
	}
	if len(d.Notes()) != 3 {
		t.Fatalf("%d notes", len(d.Notes()))
	}
}

// texts are the notes on the page from the top.
func texts(p *Page) string {
	var all []string
	for _, o := range p.rows.Objects {
		for _, c := range p.cards {
			if c.box == o {
				all = append(all, c.text.Text())
			}
		}
	}
	return strings.Join(all, "|")
}

func TestEmptyPageSaysWhatToDo(t *testing.T) {
	p, _ := open(t, t.TempDir())
	if !p.none.Visible() || !strings.HasPrefix(p.none.Text(), "还没有批注") {
		t.Errorf("it says %q", p.none.Text())
	}
}

func TestListFollowsTheReport(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	if got := texts(p); got != "写批注|时限太宽|请说明资金来源" {
		t.Errorf("listed: %s", got)
	}
	p.pick(1)
	if got := texts(p); got != "时限太宽|请说明资金来源" || p.sieve.button.Text != "筛选（1）" {
		t.Errorf("green: %s", got)
	}
	test.Type(p.find, "资金")
	if got := texts(p); got != "请说明资金来源" {
		t.Errorf("green with 资金: %s", got)
	}
	p.pick(1) // the same colour again: all
	p.find.SetText("没有")
	if got := texts(p); got != "" || !strings.HasPrefix(p.none.Text(), "没有符合") {
		t.Errorf("none: %s, said %q", got, p.none.Text())
	}
}

func TestClickGoesToTheWords(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	n := p.d.NoteRows(p.view)[1].Note
	d.Unselect()
	d.GoToNote(n.ID)
	// the stop at the end of a quotation may be left out
	if d.Page() != desk.Reading || d.Words() == "" || strings.TrimSuffix(n.Anchor.Quote, "。") != strings.TrimSuffix(d.Words(), "。") {
		t.Errorf("page %s, selected %q, want %q", d.Page(), d.Words(), n.Anchor.Quote)
	}
}

func TestNoteIsWrittenInItsPlace(t *testing.T) {
	folder := t.TempDir()
	t.Run("write", func(t *testing.T) {
		p, d := open(t, folder)
		mark(t, d)
		n := p.d.NoteRows(p.view)[1].Note
		c := p.cards[n.ID]
		test.Tap(c.read)
		if p.win.Canvas().Focused() != fyne.Focusable(c.field) {
			t.Fatal("the keyboard is not in the note")
		}
		test.Type(c.field, "，建议提前到六月")
		field := c.field
		p.Changed(desk.Noted) // something else was noted meanwhile
		if c.field != field || field.Text() != "时限太宽，建议提前到六月" {
			t.Errorf("the field was disturbed: %q", field.Text())
		}
		p.win.Canvas().Unfocus()
		if c.field != nil || c.text.Text() != "时限太宽，建议提前到六月" {
			t.Errorf("after leaving the field: %q", c.text.Text())
		}
		d.Undo().Do()
		if got := texts(p); got != "写批注|时限太宽|请说明资金来源" {
			t.Errorf("after undo: %s", got)
		}
		d.Redo().Do()
	})
	t.Run("read", func(t *testing.T) {
		p, _ := open(t, folder)
		if got := texts(p); got != "写批注|时限太宽，建议提前到六月|请说明资金来源" {
			t.Errorf("after a restart: %s", got)
		}
	})
}

// What is typed is on disk before the field is left.
func TestNoteIsSavedWhileItIsTyped(t *testing.T) {
	var later []func()
	d := desk.Open(desk.Settings{Folder: t.TempDir(), After: func(_ time.Duration, f func()) func() {
		later = append(later, f)
		return func() {}
	}})
	mark(t, d)
	n := d.Notes()[0]
	later = nil
	d.JotIn(n.ID, "写到一").Do()
	d.JotIn(n.ID, "写到一半").Do()
	if len(later) != 1 {
		t.Fatalf("%d saves wait", len(later))
	}
	later[0]()
	if got, _ := d.Note(n.ID); got.Text != "写到一半" {
		t.Errorf("kept %q", got.Text)
	}
	d.EndNote()
	d.Undo().Do()
	if got, _ := d.Note(n.ID); got.Text != n.Text {
		t.Errorf("one undo gives %q", got.Text)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}

func TestDeleteCanBeTakenBack(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	p.remove(p.d.NoteRows(p.view)[1].Note.ID)
	if got := texts(p); got != "写批注|请说明资金来源" || !p.undo.Visible() {
		t.Fatalf("left: %s; undo offered: %v", got, p.undo.Visible())
	}
	p.takeBack()
	if got := texts(p); got != "写批注|时限太宽|请说明资金来源" || p.undo.Visible() {
		t.Errorf("after undo: %s", got)
	}
	// once something else was noted, the button would take back that
	p.remove(p.d.NoteRows(p.view)[0].Note.ID)
	d.JotIn(d.Notes()[0].ID, "改了").Do()
	d.EndNote()
	if p.undo.Visible() {
		t.Error("undo is still offered after another change")
	}
}

func TestPageFitsTheSmallestScreen(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	if need := p.Object().MinSize(); need.Width > 1093 || need.Height > 480 {
		t.Errorf("the page needs %v", need)
	}
}
