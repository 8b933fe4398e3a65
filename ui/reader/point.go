package reader

import (
	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// tap selects the sentence that was clicked; with Shift the selection grows.
func (p *Page) tap(at widgets.Position, mod fyne.KeyModifier) {
	id := p.ids[at.Block]
	if id == "" {
		p.desk.Unselect()
		return
	}
	p.desk.SelectSentence(id, at.Offset, mod&fyne.KeyModifierShift != 0)
}

// double selects the word or number that was clicked.
func (p *Page) double(at widgets.Position) {
	p.desk.SelectWord(p.ids[at.Block], at.Offset)
}

// triple selects the paragraph that was clicked.
func (p *Page) triple(at widgets.Position) { p.desk.SelectParagraph(p.ids[at.Block]) }

// drag selects the characters that were dragged over, within the paragraph
// where the drag began: the words of one note stand in one paragraph.
func (p *Page) drag(from, to widgets.Position) {
	id := p.ids[from.Block]
	if id == "" {
		p.desk.Unselect()
		return
	}
	if to.Block != from.Block {
		to.Offset = len(p.prose.Blocks()[from.Block].Text)
	}
	p.desk.Select(id, report.Span{Start: from.Offset, End: to.Offset})
}

// menu offers what can be done with the words under the pointer.
func (p *Page) menu(at widgets.Position, on fyne.Position) {
	if p.desk.Selection().Empty() || p.ids[at.Block] != p.desk.Selection().Paragraph {
		p.tap(at, 0)
	}
	if p.desk.Selection().Empty() {
		return
	}
	item := func(key string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(p.words.Text(key), do) }
	menu := fyne.NewMenu("",
		item("reader.mark", func() { p.side.press(p.desk.Mark(annotate.Yellow)) }),
		item("reader.note", p.writeNote),
		item("reader.draft", func() { p.side.press(p.desk.WriteOnSelection(annotate.Suggestion)) }),
		item("reader.amend", func() { p.side.press(p.desk.WriteOnSelection(annotate.Revision)) }),
		fyne.NewMenuItemSeparator(),
		item("reader.copy", p.side.copy),
	)
	canvas := fyne.CurrentApp().Driver().CanvasForObject(p.prose)
	widget.ShowPopUpMenuAtPosition(menu, canvas, on)
}
