package reader

import (
	"deputydesk/annotate"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keys are what the page answers to while the text has the keyboard, beside
// the keys of the text itself.
func (p *Page) Keys() []widgets.Binding {
	key := func(does string, do func(), keys ...widgets.Key) widgets.Binding {
		return widgets.Binding{Keys: keys, Does: does, Do: do}
	}
	all := []widgets.Binding{
		key("reader.sentence.next", func() { p.step(+1) }, widgets.Key{Name: fyne.KeyRight}),
		key("reader.sentence.back", func() { p.step(-1) }, widgets.Key{Name: fyne.KeyLeft}),
		key("reader.section.next", func() { p.stepSection(+1) }, widgets.Key{Name: fyne.KeyDown, Mod: fyne.KeyModifierAlt}),
		key("reader.section.back", func() { p.stepSection(-1) }, widgets.Key{Name: fyne.KeyUp, Mod: fyne.KeyModifierAlt}),
	}
	for i, c := range annotate.Colours {
		all = append(all, key("reader.mark", func() { p.side.press(p.desk.Mark(c)) }, widgets.Key{Rune: rune('1' + i)}))
	}
	return append(all,
		key("reader.note", p.writeNote, widgets.Key{Name: fyne.KeyReturn}, widgets.Key{Name: fyne.KeyEnter}),
		key("reader.menu", p.openMenu, widgets.Key{Name: desktop.KeyMenu}, widgets.Key{Name: fyne.KeyF10, Mod: fyne.KeyModifierShift}))
}

// pressed does what a key does here, or at the window's.
func (p *Page) pressed(k widgets.Key) bool {
	return widgets.Press(p.keys, k) || p.OnKey != nil && p.OnKey(k)
}

// step selects the next sentence, or the one before, and brings it into view.
func (p *Page) step(by int) {
	if p.desk.Selection().Empty() {
		p.begin()
	} else {
		p.desk.StepSentence(by)
	}
	if from, to := p.prose.Selection(); from != to {
		p.prose.Reveal(to)
		p.prose.Reveal(from)
	}
}

// begin selects where the keyboard begins: the sentence that was last jumped to,
// while it is in view, else the one at the top.
func (p *Page) begin() {
	place := p.desk.Place()
	if block, ok := p.blocks[place.Paragraph]; ok && !place.Top {
		at := widgets.Position{Block: block, Offset: place.Span.Start}
		if !at.Before(p.prose.TopPosition()) && at.Before(p.prose.EndPosition()) {
			p.desk.SelectSentence(place.Paragraph, place.Span.Start, false)
			return
		}
	}
	p.desk.StepSentence(+1)
}

// stepSection goes to the beginning of the next section; back, first to the
// beginning of this one.
func (p *Page) stepSection(by int) {
	here := p.outline.now
	if top := p.prose.TopPosition(); by < 0 && here < len(p.starts) && top.Block > p.starts[here].block {
		by = 0
	}
	if i := here + by; i >= 0 && i < len(p.starts) {
		p.goToSection(i)
	}
}

// writeNote puts the keyboard into the note of the selected words. The toolkit
// knows no canvas yet of a pane that has just opened; the text stands on the same.
func (p *Page) writeNote() {
	if p.desk.Selection().Empty() {
		p.begin()
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.prose); c != nil {
		c.Focus(p.side.note)
	}
}

// openMenu opens the menu of the selected words below them.
func (p *Page) openMenu() {
	if p.desk.Selection().Empty() {
		p.begin()
	}
	from, to := p.prose.Selection()
	if from == to {
		return
	}
	p.prose.Reveal(from)
	cell, size := p.prose.CellOf(from)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.prose)
	p.menu(from, at.Add(cell).AddXY(0, size.Height))
}

// Stops are the parts of the page the keyboard goes through, in their order; an
// outline that something lies over is none.
func (p *Page) Stops() []fyne.Focusable {
	stops := []fyne.Focusable{p.prose}
	if p.left.Objects[0] == p.outline.object {
		stops = []fyne.Focusable{p.outline.list, p.prose}
	}
	if p.panes.open {
		stops = append(stops, p.side.swatch, p.side.note)
	}
	return stops
}
