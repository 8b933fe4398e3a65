package widgets

import "fyne.io/fyne/v2"

// Bindings are the keys a Prose answers to while it has the keyboard: they
// scroll, and with Shift they select characters. What a key without Shift
// selects is its owner's business (Keys).
func (p *Prose) Bindings() []Binding {
	const shift = fyne.KeyModifierShift
	key := func(does string, do func(), keys ...Key) Binding { return Binding{Keys: keys, Does: does, Do: do} }
	word := wordModifier | shift
	return []Binding{
		key("prose.line", func() { p.roll(2) }, Key{Name: fyne.KeyDown}),
		key("prose.line.up", func() { p.roll(-2) }, Key{Name: fyne.KeyUp}),
		key("prose.page", func() { p.scrollTo(p.top + p.page()) }, Key{Name: fyne.KeyPageDown}, Key{Name: fyne.KeySpace}),
		key("prose.page.up", func() { p.scrollTo(p.top - p.page()) }, Key{Name: fyne.KeyPageUp}, Key{Name: fyne.KeySpace, Mod: shift}),
		key("prose.start", func() { p.scrollTo(0) }, Key{Name: fyne.KeyHome}),
		key("prose.end", func() { p.scrollTo(p.most()) }, Key{Name: fyne.KeyEnd}),
		key("prose.extend.left", func() { p.extend(p.charBefore) }, Key{Name: fyne.KeyLeft, Mod: shift}),
		key("prose.extend.right", func() { p.extend(p.charAfter) }, Key{Name: fyne.KeyRight, Mod: shift}),
		key("prose.extend.word.left", func() { p.extend((*para).wordBefore) }, Key{Name: fyne.KeyLeft, Mod: word}),
		key("prose.extend.word.right", func() { p.extend((*para).wordAfter) }, Key{Name: fyne.KeyRight, Mod: word}),
		key("prose.extend.up", func() { p.extendLine(-1) }, Key{Name: fyne.KeyUp, Mod: shift}),
		key("prose.extend.down", func() { p.extendLine(+1) }, Key{Name: fyne.KeyDown, Mod: shift}),
		key("prose.extend.start", func() { p.extend((*para).lineStart) }, Key{Name: fyne.KeyHome, Mod: shift}),
		key("prose.extend.end", func() { p.extend((*para).lineEnd) }, Key{Name: fyne.KeyEnd, Mod: shift}),
		key("prose.paragraph", p.selectParagraph, Key{Name: fyne.KeyA, Mod: Ctrl}),
	}
}

// page is how far a page moves the view: two lines of the last stay in it.
func (p *Prose) page() float32 {
	h := p.flow.em * settings[Body].leading
	return max(h, p.Size().Height-2*h)
}

func (p *Prose) roll(lines float32) { p.scrollTo(p.top + lines*p.flow.em*settings[Body].leading) }

// BeginAt makes keys begin to select at a position, as if it had been clicked.
func (p *Prose) BeginAt(at Position) { p.press.caret = at }

// ends returns the end of the selection that stays and the one that moves; with
// nothing selected, both are where the last click was, or the first line in
// view.
func (p *Prose) ends() (stays, moves Position) {
	if p.from != p.to {
		if p.backward {
			return p.to, p.from
		}
		return p.from, p.to
	}
	at := p.press.caret
	if _, y, _, h := p.flow.cell(at); y < p.top || y+h > p.top+p.Size().Height {
		at = p.TopPosition()
	}
	return at, at
}

func (p *Prose) charBefore(b *para, i int) int {
	for i--; i > 0 && b.adv[i] == 0; i-- { // an accent goes with its letter
	}
	return max(i, 0)
}

func (p *Prose) charAfter(b *para, i int) int {
	for i++; i < len(b.adv) && b.adv[i] == 0; i++ {
	}
	return min(i, len(b.adv))
}

// extend moves the moving end of the selection by step within its paragraph.
func (p *Prose) extend(step func(b *para, i int) int) {
	if len(p.blocks) == 0 {
		return
	}
	stays, moves := p.ends()
	if moves.Block != stays.Block {
		moves = stays // words of one note stand in one paragraph
	}
	b := &p.flow.blocks[moves.Block].para
	moves.Offset = b.offset(step(b, b.rune(moves.Offset)))
	p.goal = -1
	p.span(stays, moves)
}

// extendLine moves the moving end by a line, as near as can be to the place
// across the column where the first such move began.
func (p *Prose) extendLine(by int) {
	goal := p.goal
	p.extend(func(b *para, i int) int {
		ln := b.lineOf(i)
		if goal < 0 {
			goal = b.x(ln, i)
		}
		switch ln += by; {
		case ln < 0:
			return 0
		case ln >= len(b.lines):
			return len(b.adv)
		}
		return b.caret(ln, goal)
	})
	p.goal = goal
}

// selectParagraph selects the paragraph of the selection, or the first in view.
func (p *Prose) selectParagraph() {
	if len(p.blocks) == 0 {
		return
	}
	at, _ := p.ends()
	p.span(Position{at.Block, 0}, Position{at.Block, len(p.blocks[at.Block].Text)})
}

// span selects from the end that stays to the one that moves, keeps that one in
// view, and tells.
func (p *Prose) span(stays, moves Position) {
	p.SetSelection(stays, moves)
	p.backward = moves.Before(stays)
	p.press.caret = stays
	if p.OnDrag != nil {
		p.OnDrag(p.from, p.to)
	}
	p.Reveal(moves)
}
