package margin

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
)

// spoken are the lines of the outline from the top, as they are shown.
func spoken(p *Page) string {
	var all []string
	for _, o := range p.speech.rows.Objects {
		for _, c := range p.speech.points {
			if c.box == o {
				all = append(all, c.number.Text()+c.line.Text())
			}
		}
	}
	return strings.Join(all, "|")
}

func TestOutlinePanel(t *testing.T) {
	folder := t.TempDir()
	t.Run("make", func(t *testing.T) {
		p, d := open(t, folder)
		if p.speech.all.Visible() {
			t.Error("an empty outline takes room")
		}
		mark(t, d)
		rows := d.NoteRows(p.view)
		for _, i := range []int{2, 1, 0} {
			p.cards[rows[i].Note.ID].pick.OnTapped()
		}
		if got := spoken(p); got != "1.请说明资金来源|2.时限太宽|3." || !p.speech.all.Visible() {
			t.Fatalf("chosen: %s", got)
		}
		if got := p.cards[rows[1].Note.ID].pick.Text; got != "移出提纲" || p.speaking.Text != "发言提纲 3" {
			t.Errorf("the card offers %q, the bar %q", got, p.speaking.Text)
		}
		second := p.speech.points[rows[1].Note.ID]
		test.Tap(second.up)
		if got := spoken(p); got != "1.时限太宽|2.请说明资金来源|3." || !second.up.Disabled() {
			t.Errorf("moved up: %s", got)
		}
		before := p.speech.time.Text()
		p.win.Canvas().Focus(second.line)
		test.Type(second.line, "我建议："+strings.Repeat("提前到六月底，", 20))
		if p.speech.time.Text() == before || !strings.Contains(p.speech.time.Text(), "约 1 分钟") {
			t.Errorf("it takes %s, before %s", p.speech.time.Text(), before)
		}
		p.win.Canvas().Unfocus()
		d.Undo().Do()
		if got := spoken(p); got != "1.时限太宽|2.请说明资金来源|3." {
			t.Errorf("after undo: %s", got)
		}
		p.cards[rows[0].Note.ID].pick.OnTapped()
		p.speech.title.SetText("第三代表团发言")
		p.remove(rows[2].Note.ID) // the point outlives its note
	})
	t.Run("come back", func(t *testing.T) {
		p, _ := open(t, folder)
		if got := spoken(p); got != "1.时限太宽|2.请说明资金来源" || p.speech.title.Text != "第三代表团发言" || !p.speech.all.Visible() {
			t.Errorf("after a restart: %s under %s", got, p.speech.title.Text)
		}
		path := filepath.Join(t.TempDir(), "outline.pdf")
		var name, opened string
		p.Save = func(n string, done func(string)) { name = n; done(path) }
		p.Open = func(file string) { opened = file }
		test.Tap(p.speech.print)
		data, err := os.ReadFile(path)
		if err != nil || !strings.HasPrefix(string(data), "%PDF") || opened != path || !strings.HasPrefix(name, "第三代表团发言_") {
			t.Errorf("%v, named %s, opened %s", err, name, opened)
		}
	})
}

func TestNothingIsPrintedOfAnEmptyOutline(t *testing.T) {
	p, d := open(t, t.TempDir())
	if d.Undo().Off == nil || d.Notice() != nil {
		t.Errorf("something was done although nobody did: %v", d.Notice())
	}
	d.EndPoint()
	if d.Undo().Off == nil {
		t.Error("the plain title counts as typed")
	}
	p.show(true)
	if !p.speech.print.Disabled() || !p.speech.none.Visible() || p.speech.time.Visible() {
		t.Error("an empty outline can be printed")
	}
}

func TestOutlineFitsTheSmallestScreen(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	p.choose(d.NoteRows(p.view)[1].Note.ID)
	if need := p.Object().MinSize(); need.Width > 1093 || need.Height > 480 {
		t.Errorf("the page needs %v", need)
	}
}

func TestNotesToAFileAndBack(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	path := filepath.Join(t.TempDir(), "notes.json")
	var name string
	p.Save = func(n string, done func(string)) { name = n; done(path) }
	p.Choose = func(done func(string)) { done(path) }
	test.Tap(p.exporting)
	menu := p.win.Canvas().Overlays().Top()
	if menu == nil {
		t.Fatal("no kinds of file are offered")
	}
	p.win.Canvas().Overlays().Remove(menu)
	p.export(".md", true)
	if data, err := os.ReadFile(path); err != nil || string(data) != "[]\n" { // the path says what kind it is
		t.Errorf("nothing is shared, yet the file holds %s (%v)", data, err)
	}
	if !strings.HasSuffix(name, ".md") {
		t.Errorf("text is called %s", name)
	}
	p.export(".json", false)
	if !strings.HasPrefix(name, "批注_漯河") || !strings.HasSuffix(name, ".json") || !desk.GoodNews(d.Notice()) {
		t.Errorf("called %s, told %v", name, d.Notice())
	}
	p.remove(d.NoteRows(p.view)[0].Note.ID)
	p.take()
	if got := texts(p); got != "写批注|时限太宽|请说明资金来源" {
		t.Errorf("after the import: %s", got)
	}
	if p.win.Canvas().Overlays().Top() == nil {
		t.Error("nothing says what became of them")
	}
	d.Undo().Do()
	if got := texts(p); got != "时限太宽|请说明资金来源" {
		t.Errorf("one undo: %s", got)
	}
}

// The colours of what became of notes: an alarm only where a number changed.
func TestOnlyAChangedNumberIsAnAlarm(t *testing.T) {
	seen := map[fyne.ThemeColorName][]annotate.Status{}
	for _, s := range desk.NoteOutcomes {
		seen[outcomeColour(s)] = append(seen[outcomeColour(s)], s)
	}
	if alarm := seen[outcomeColour(annotate.NumberChanged)]; len(alarm) != 1 {
		t.Errorf("%v", seen)
	}
}
