package margin

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"fyne.io/fyne/v2"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"
)

// Kind, tags and sharing are folded away, and there for who looks for them.
func TestKindTagsAndSharingAreFoldedAway(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	c := p.cards[d.NoteRows(p.view)[1].Note.ID]
	if c.traits.Unfolded() {
		t.Error("they are in the way")
	}
	low := c.box.MinSize().Height
	c.traits.Unfold(true)
	if c.box.MinSize().Height <= low {
		t.Error("unfolding shows nothing")
	}
	c.traits.OnSort(1)
	c.traits.OnTags("交通、资金")
	c.traits.OnHold(true)
	n, _ := d.Note(c.id)
	if n.Kind != annotate.Question || strings.Join(n.Tags, "|") != "交通|资金" || !n.ToShare {
		t.Errorf("%s, %v, shared: %v", n.Kind, n.Tags, n.ToShare)
	}
	if got := c.about.Text(); !strings.HasSuffix(got, "疑问 · #交通 · #资金 · 共享") {
		t.Errorf("it says %s", got)
	}
	for range 3 {
		d.Undo().Do()
	}
	if n, _ := d.Note(c.id); n.Kind != annotate.Remark || len(n.Tags) > 0 || n.ToShare {
		t.Errorf("after three undos: %s, %v, %v", n.Kind, n.Tags, n.ToShare)
	}
}

func TestMenusLeaveNotesOut(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	rows := d.NoteRows(p.view)
	d.TagNotes([]annotate.NoteID{rows[0].Note.ID}, []string{"资金"}).Do()
	d.KindNotes([]annotate.NoteID{rows[1].Note.ID}, annotate.Verify).Do()
	if p.sieve.all.Visible() {
		t.Error("the menus are in the way")
	}
	test.Tap(p.sieve.button)
	if !p.sieve.all.Visible() {
		t.Fatal("no menus")
	}
	for _, tt := range []struct {
		menu *menu
		name string
		want string
	}{
		{p.sieve.tag, "资金", "写批注"},
		{p.sieve.kind, "待核", "时限太宽"},
		{p.sieve.time, "今天", "写批注|时限太宽|请说明资金来源"},
		{p.sieve.time, "30 天以前", ""},
		{p.sieve.sorted, "按改动时间", "时限太宽|写批注|请说明资金来源"},
	} {
		tt.menu.SetSelected(tt.name)
		got := texts(p)
		if tt.name == "按改动时间" { // within one second the order is that of making
			got, tt.want = fmt.Sprint(len(p.list)), "3"
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
		p.everything()
	}
	p.sieve.section.SetSelectedIndex(1)
	if len(p.list) == 0 || len(p.list) > 3 {
		t.Errorf("%s: %d notes", p.sieve.section.Selected, len(p.list))
	}
	p.everything()
	if texts(p) == "" || p.sieve.section.SelectedIndex() != 0 {
		t.Errorf("cleared: %s", texts(p))
	}
}

func TestManyAreTickedAndChanged(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	rows := d.NoteRows(p.view)
	test.Tap(p.bulk.button)
	if !p.bulk.all.Visible() || !p.cards[rows[0].Note.ID].tick.Visible() || !p.bulk.tools[0].Disabled() {
		t.Fatal("nothing to tick, or something may be done to nothing")
	}
	tap := func(i int, mod fyne.KeyModifier) {
		c := p.cards[rows[i].Note.ID].tick
		c.MouseDown(&desktop.MouseEvent{Modifier: mod})
		test.Tap(c)
	}
	tap(0, 0)
	tap(2, fyne.KeyModifierShift)
	if got := p.bulk.count.Text(); got != "已选 3 条" || len(p.bulk.chosen()) != 3 {
		t.Errorf("from the first to the last: %s", got)
	}
	tap(1, 0)
	p.bulk.do(d.ColourNotes(p.bulk.chosen(), annotate.Violet))
	if n, _ := d.Note(rows[1].Note.ID); n.Colour == annotate.Violet {
		t.Error("a note that is not ticked was changed")
	}
	test.Tap(p.bulk.every)
	if len(p.bulk.chosen()) != 3 {
		t.Errorf("%d ticked of all", len(p.bulk.chosen()))
	}
	test.Tap(p.bulk.tools[6])
	if len(d.Notes()) != 0 || !p.undo.Visible() || p.undo.Text() != "已删除 3 条批注。" {
		t.Errorf("%d left, told %s", len(d.Notes()), p.undo.Text())
	}
	p.takeBack()
	if len(d.Notes()) != 3 {
		t.Errorf("%d notes after one undo", len(d.Notes()))
	}
	test.Tap(p.bulk.button)
	if p.bulk.all.Visible() || p.cards[rows[0].Note.ID].tick.Visible() {
		t.Error("the boxes stay")
	}
}

// Two thousand notes on the open report.
func TestTwoThousandNotes(t *testing.T) {
	p, d := open(t, t.TempDir())
	var all []annotate.Annotation
	paragraphs := d.Report().Paragraphs()
	for i := range 2000 {
		para := paragraphs[i%len(paragraphs)]
		cuts := para.Sentences()
		span := cuts[i/len(paragraphs)%len(cuts)]
		all = append(all, annotate.Annotation{Anchor: annotate.AnchorAt(d.Report(), para, report.Span{Start: span.Start, End: span.End}),
			Colour: annotate.Colours[i%5], Kind: desk.NoteKinds[i%5], Text: fmt.Sprintf("第%d条", i), Tags: []string{fmt.Sprint("标签", i%7)}})
	}
	if _, err := d.TakeNotes(all); err != nil {
		t.Fatal(err)
	}
	const limit = 150 // ms of CPU, three times the promise
	quick(t, "open", limit, func() { p.Changed(desk.Everything) })
	quick(t, "filter by words", limit, func() { p.search("第19") })
	quick(t, "all again", limit, func() { p.search("") })
	quick(t, "filter by colour", limit, func() { p.pick(2) })
	p.everything()
	p.bulk.begin(true)
	quick(t, "tick all", limit, p.bulk.tickAll)
	if len(p.cards) >= 100 || len(p.bulk.chosen()) != len(p.list) {
		t.Errorf("%d cards, %d of %d ticked", len(p.cards), len(p.bulk.chosen()), len(p.list))
	}
	had := len(p.cards)
	p.scroll.ScrollToBottom()
	p.scrolled(p.scroll.Offset)
	if len(p.cards) <= had {
		t.Error("scrolling to the end brings no more cards")
	}
}
