package drafts

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
)

// key goes on counting where a line is numbered: Enter behind 一是…… begins 二是,
// and on a number without words takes the number away.
func (b *body) key(t *part, k *fyne.KeyEvent) bool {
	if k.Name != fyne.KeyReturn && k.Name != fyne.KeyEnter {
		return false
	}
	start, end := t.text.Selection()
	text := t.text.Text()
	if start != end || start < len(text) && text[start] != '\n' {
		return false
	}
	line := text[strings.LastIndexByte(text[:start], '\n')+1 : start]
	next, empty := annotate.NextNumber(line)
	switch {
	case next == "":
		return false
	case empty:
		t.text.Replace(start-len(line), start, "")
	default:
		t.text.Insert("\n" + next)
	}
	_, end = t.text.Selection()
	t.text.Select(end, end)
	return true
}

// chooseNumbering offers the ways to count the measures.
func (b *body) chooseNumbering(by fyne.CanvasObject) {
	var items []*fyne.MenuItem
	now := annotate.NumberingOf(b.page.d.PartText(desk.Measures))
	for _, g := range append(annotate.Numberings, annotate.Unnumbered) {
		label := b.page.w.Text("drafts.number.none")
		if g != annotate.Unnumbered {
			label = g.Mark(1) + "… " + g.Mark(2) + "…"
		}
		item := fyne.NewMenuItem(label, func() { b.page.d.NumberPart(desk.Measures, g) })
		item.Checked = g == now
		item.Disabled = b.page.d.Frozen()
		items = append(items, item)
	}
	popUp(b.page, by, items)
}

// chooseInsertion offers what can be put in at the caret: quotations, targets
// and notes.
func (b *body) chooseInsertion(by fyne.CanvasObject) {
	var items []*fyne.MenuItem
	kind := ""
	for _, in := range b.page.d.Insertions() {
		if kind != "" && kind != in.Kind {
			items = append(items, fyne.NewMenuItemSeparator())
		}
		kind = in.Kind
		item := fyne.NewMenuItem(b.page.w.Text("drafts.insert."+in.Kind, "words", in.Label), func() { b.insert(in.Text) })
		item.Disabled = b.page.d.Frozen()
		items = append(items, item)
	}
	if len(items) == 0 {
		none := fyne.NewMenuItem(b.page.w.Text("drafts.insert.none"), nil)
		none.Disabled = true
		items = append(items, none)
	}
	popUp(b.page, by, items)
}

// insert puts words in at the caret of the part that was written in last.
func (b *body) insert(text string) {
	b.last.text.Insert(text)
	b.page.win.Canvas().Focus(b.last.text)
}

// popUp shows a menu below an object.
func popUp(p *Page, by fyne.CanvasObject, items []*fyne.MenuItem) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(by)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), p.win.Canvas(), at.AddXY(0, by.Size().Height))
}
