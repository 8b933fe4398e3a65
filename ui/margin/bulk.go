package margin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A bulk is the bar 选多条: what is done to all the notes that were ticked. It
// stands there only while notes are ticked.
type bulk struct {
	page   *Page
	on     bool
	ticked map[annotate.NoteID]bool
	last   annotate.NoteID // ticked last: Shift ticks from there
	button *widget.Button  // begins and ends it
	count  *widgets.Passage
	every  *widget.Button
	tools  []*widget.Button // need a ticked note
	all    fyne.CanvasObject
}

func newBulk(p *Page) *bulk {
	b := &bulk{page: p, ticked: map[annotate.NoteID]bool{}}
	b.button = widget.NewButton("", func() { b.begin(!b.on) })
	b.count = widgets.NewPassage("", widgets.Lettering{Bold: true})
	b.every = widget.NewButton("", b.tickAll)
	row := container.NewHBox(container.NewCenter(b.count), b.every)
	tool := func(key string, do func(at *widget.Button)) {
		var t *widget.Button
		t = widget.NewButton(p.w.Text(key), func() { do(t) })
		b.tools = append(b.tools, t)
		row.Add(t)
	}
	tool("margin.bulk.colour", b.colours)
	tool("margin.bulk.kind", b.kinds)
	tool("margin.bulk.tag", b.tags)
	tool("margin.bulk.share", b.shares)
	tool("margin.choose", func(*widget.Button) { b.do(p.d.ChoosePoints(b.chosen())); p.show(true) })
	tool("margin.quote", func(at *widget.Button) { p.quote(at, b.chosen()) })
	tool("margin.delete", func(*widget.Button) { p.removeAll(b.chosen()) })
	row.Add(widget.NewButton(p.w.Text("margin.bulk.done"), func() { b.begin(false) }))
	b.all = widgets.NewPane(widgets.ColorPane, container.New(widgets.Inset{X: side, Y: 4}, row))
	b.all.Hide()
	return b
}

// begin shows a box to tick beside every note, or takes them away.
func (b *bulk) begin(yes bool) {
	b.page.done()
	b.on = yes
	b.ticked, b.last = map[annotate.NoteID]bool{}, ""
	widgets.Shown(b.all, yes)
	b.page.redraw()
	b.page.all.Refresh()
}

// chosen are the ticked notes in the order of the list.
func (b *bulk) chosen() []annotate.NoteID {
	var ids []annotate.NoteID
	for _, r := range b.page.list {
		if b.ticked[r.Note.ID] {
			ids = append(ids, r.Note.ID)
		}
	}
	return ids
}

// tick ticks a note; with span all from the last one to it.
func (b *bulk) tick(id annotate.NoteID, yes, span bool) {
	from, to := b.at(b.last), b.at(id)
	if !span || from < 0 || to < 0 {
		from = to
	}
	if from > to {
		from, to = to, from
	}
	for i := max(0, from); i <= to; i++ {
		b.ticked[b.page.list[i].Note.ID] = yes
	}
	b.last = id
	b.page.redraw()
}

func (b *bulk) at(id annotate.NoteID) int {
	for i, r := range b.page.list {
		if r.Note.ID == id {
			return i
		}
	}
	return -1
}

// tickAll ticks every note that the view shows, or none if all are ticked.
func (b *bulk) tickAll() {
	yes := len(b.chosen()) < len(b.page.list)
	b.ticked = map[annotate.NoteID]bool{}
	for _, r := range b.page.list {
		b.ticked[r.Note.ID] = yes
	}
	b.page.redraw()
}

func (b *bulk) redraw() {
	n, all := len(b.chosen()), len(b.page.list)
	b.button.SetText(b.page.w.Text("margin.bulk"))
	widgets.Able(b.button, all > 0 || b.on)
	b.count.SetText(b.page.w.Text("margin.bulk.n", "n", n))
	key := "margin.bulk.all"
	if n == all && n > 0 {
		key = "margin.bulk.none"
	}
	b.every.SetText(b.page.w.Text(key, "n", all))
	for _, t := range b.tools {
		widgets.Able(t, n > 0)
	}
}

// do does what a says and keeps the ticks.
func (b *bulk) do(a desk.Action) { b.page.d.Press(a) }

func (b *bulk) pop(at *widget.Button, items ...*fyne.MenuItem) {
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), b.page.win.Canvas(), fyne.NewPos(0, at.Size().Height+4), at)
}

func (b *bulk) colours(at *widget.Button) {
	var items []*fyne.MenuItem
	for _, c := range annotate.Colours {
		items = append(items, fyne.NewMenuItem(b.page.w.Text("margin.colour."+string(c)), func() { b.do(b.page.d.ColourNotes(b.chosen(), c)) }))
	}
	b.pop(at, items...)
}

func (b *bulk) kinds(at *widget.Button) {
	var items []*fyne.MenuItem
	for _, k := range desk.NoteKinds {
		items = append(items, fyne.NewMenuItem(b.page.w.Text("margin.kind."+string(k)), func() { b.do(b.page.d.KindNotes(b.chosen(), k)) }))
	}
	b.pop(at, items...)
}

func (b *bulk) shares(at *widget.Button) {
	b.pop(at,
		fyne.NewMenuItem(b.page.w.Text("margin.share"), func() { b.do(b.page.d.ShareNotes(b.chosen(), true)) }),
		fyne.NewMenuItem(b.page.w.Text("margin.unshare"), func() { b.do(b.page.d.ShareNotes(b.chosen(), false)) }))
}

// mostDrafts is how many drafts are offered to quote in: the last written in.
const mostDrafts = 6

// quote asks which draft notes shall be quoted in.
func (p *Page) quote(at fyne.CanvasObject, ids []annotate.NoteID) {
	p.done()
	items := []*fyne.MenuItem{fyne.NewMenuItem(p.w.Text("margin.quote.new"), func() { p.d.Press(p.d.QuoteNotes(ids, "")) })}
	all := p.d.Drafts()
	for _, draft := range all[:min(len(all), mostDrafts)] {
		name := draft.Title
		if name == "" {
			name = p.w.Text("margin.quote.untitled")
		}
		items = append(items, fyne.NewMenuItem(p.w.Text("margin.quote.into", "title", name), func() { p.d.Press(p.d.QuoteNotes(ids, draft.ID)) }))
	}
	widget.ShowPopUpMenuAtRelativePosition(fyne.NewMenu("", items...), p.win.Canvas(), fyne.NewPos(0, at.Size().Height+4), at)
}

// mostTags is how many tags a menu offers.
const mostTags = 8

func (b *bulk) tags(at *widget.Button) {
	w, d := b.page.w, b.page.d
	items := []*fyne.MenuItem{fyne.NewMenuItem(w.Text("margin.bulk.tag.new"), b.askTags)}
	known := d.NoteFacets().Tags
	for _, t := range known[:min(len(known), mostTags)] {
		items = append(items, fyne.NewMenuItem(w.Text("margin.bulk.tag.add", "tag", t), func() { b.do(d.TagNotes(b.chosen(), []string{t})) }))
	}
	if len(known) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
	}
	for _, t := range known[:min(len(known), mostTags)] {
		items = append(items, fyne.NewMenuItem(w.Text("margin.bulk.tag.drop", "tag", t), func() { b.do(d.UntagNotes(b.chosen(), t)) }))
	}
	b.pop(at, items...)
}

// askTags asks for new tags.
func (b *bulk) askTags() {
	w := b.page.w
	field := widgets.NewField()
	field.SetPlaceHolder(w.Text("margin.tags.hint"))
	add := func() { b.do(b.page.d.TagNotes(b.chosen(), desk.ReadTags(field.Text))) }
	ask := dialog.NewCustomConfirm(w.Text("margin.bulk.tag.new"), w.Text("margin.bulk.tag.yes"), w.Text("margin.bulk.tag.no"), field, func(yes bool) {
		if yes {
			add()
		}
	}, b.page.win)
	field.OnSubmitted = func(string) { add(); ask.Hide() }
	ask.Resize(fyne.NewSize(420, 160))
	ask.Show()
	b.page.win.Canvas().Focus(field)
}

// A tick is a box to tick that knows whether Shift was held.
type tick struct {
	widget.Check
	shift bool
}

var _ desktop.Mouseable = (*tick)(nil)

func newTick(changed func(yes, shift bool)) *tick {
	t := &tick{}
	t.OnChanged = func(yes bool) { changed(yes, t.shift) }
	t.ExtendBaseWidget(t)
	return t
}

// show ticks the box without telling.
func (t *tick) show(yes bool) {
	told := t.OnChanged
	t.OnChanged = nil
	t.SetChecked(yes)
	t.OnChanged = told
}

// MouseDown is called by Fyne.
func (t *tick) MouseDown(e *desktop.MouseEvent) { t.shift = e.Modifier&fyne.KeyModifierShift != 0 }

// MouseUp is called by Fyne.
func (t *tick) MouseUp(*desktop.MouseEvent) {}

// MinSize is called by Fyne: a box without a label needs no room for one.
func (t *tick) MinSize() fyne.Size {
	return fyne.NewSize(theme.IconInlineSize()+2*theme.InnerPadding(), t.Check.MinSize().Height)
}
