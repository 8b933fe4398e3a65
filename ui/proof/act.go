package proof

import (
	"deputydesk/seeds/intake"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// An act is one thing that may be done to the chosen piece.
type act struct {
	word   string // key of its label
	key    fyne.KeyName
	can    func(p *Page) desk.Action
	button *widget.Button
}

// newActs makes the acts of p, in the order of the buttons.
func (p *Page) newActs() []*act {
	fix := func(op intake.FixOp) func(*Page) desk.Action {
		return func(p *Page) desk.Action { return p.d.FixLayout(op, p.piece, p.split) }
	}
	p.acts = []*act{
		{word: "proof.merge", key: fyne.KeyBackspace, can: fix(intake.MergeUp)},
		{word: "proof.split", key: fyne.KeyReturn, can: fix(intake.SplitHere)},
		{word: "proof.heading1", key: fyne.Key1, can: fix(intake.AsHeading1)},
		{word: "proof.heading2", key: fyne.Key2, can: fix(intake.AsHeading2)},
		{word: "proof.text", key: fyne.Key0, can: fix(intake.AsText)},
		{word: "proof.drop", key: fyne.KeyDelete, can: func(p *Page) desk.Action {
			if p.dropped() {
				return p.d.RestorePiece(p.piece)
			}
			return p.d.FixLayout(intake.DropHere, p.piece, 0)
		}},
	}
	for _, a := range p.acts {
		a.button = widget.NewButton(p.w.Text(a.word), func() { p.do(a) })
	}
	return p.acts
}

// do does a to the chosen piece; after a division the new paragraph is chosen.
func (p *Page) do(a *act) {
	action := a.can(p)
	if a.word == "proof.split" && action.Off == nil {
		p.at = p.proof.Fix(intake.SplitHere, p.piece, p.split).At
	}
	p.split = 0
	p.d.Press(action)
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.right); c != nil {
		c.Focus(p.right) // the keyboard goes on where the mouse left off
	}
}

// dropped reports whether the chosen piece was left out.
func (p *Page) dropped() bool {
	return p.piece >= 0 && p.piece < len(p.proof.Pieces) && p.proof.Pieces[p.piece].Kind == intake.Dropped
}

// label is what the button of a says now.
func (p *Page) label(a *act) string {
	if a.word == "proof.drop" && p.dropped() {
		return p.w.Text("proof.restore")
	}
	return p.w.Text(a.word)
}

func (a *act) show(p *Page) {
	a.button.SetText(p.label(a))
	able(a.button, a.can(p))
}

// able lets a button be pressed when its action may be done.
func able(b *widget.Button, a desk.Action) {
	if a.Off != nil {
		b.Disable()
		return
	}
	b.Enable()
}

// say is one sentence about the chosen piece, or how to begin.
func (p *Page) say() string {
	n := len(p.proof.Meta().Fixes)
	if p.piece < 0 {
		return p.w.Text("proof.begin", "n", n)
	}
	piece := p.proof.Pieces[p.piece]
	switch piece.Kind {
	case intake.PrintOnly, intake.TailNotes:
		return desk.Tell(p.w, desk.ErrPrintOnly)
	case intake.Dropped:
		return p.w.Text("proof.about.dropped")
	case intake.FrontLine:
		return p.w.Text("proof.about.front")
	}
	what := p.w.Text("proof.kind.text")
	if piece.Level > 0 {
		what = p.w.Text("proof.level", "n", piece.Level)
	}
	if p.proof.Splits(p.piece, p.split) {
		return p.w.Text("proof.about.split", "what", what)
	}
	return p.w.Text("proof.about", "what", what, "n", n)
}

// menu offers the acts where the other button was pressed.
func (p *Page) menu(at widgets.Position, on fyne.Position) {
	p.tap(at)
	var items []*fyne.MenuItem
	for _, a := range p.acts {
		item := fyne.NewMenuItem(p.label(a), func() { p.do(a) })
		item.Disabled = a.can(p).Off != nil
		items = append(items, item)
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), fyne.CurrentApp().Driver().CanvasForObject(p.right), on)
}

// key does with the keyboard what the buttons do, and goes from piece to piece.
func (p *Page) key(e widgets.Key) bool {
	if e.Mod != 0 {
		return false
	}
	switch e.Name {
	case fyne.KeyDown:
		p.step(+1)
		return true
	case fyne.KeyUp:
		p.step(-1)
		return true
	case fyne.KeyEscape:
		p.leave()
		return true
	}
	for _, a := range p.acts {
		if a.key == e.Name {
			p.do(a)
			return true
		}
	}
	return false
}

// step chooses the next piece that is shown, or the one before.
func (p *Page) step(by int) {
	for i := p.piece + by; i >= 0 && i < len(p.proof.Pieces); i += by {
		if block, ok := p.made.block(i); ok {
			p.choose(i, 0)
			p.right.Reveal(widgets.Position{Block: block})
			return
		}
	}
}
