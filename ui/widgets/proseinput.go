package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ desktop.Mouseable  = (*Prose)(nil)
	_ desktop.Hoverable  = (*Prose)(nil)
	_ desktop.Cursorable = (*Prose)(nil)
	_ fyne.Draggable     = (*Prose)(nil)
	_ fyne.Scrollable    = (*Prose)(nil)
	_ fyne.Focusable     = (*Prose)(nil)
	_ fyne.Shortcutable  = (*Prose)(nil)
)

// clickGap is how long after a click the next one still belongs to it.
const clickGap = 400 * time.Millisecond

// A press is what the button of the mouse is doing. Clicks are counted here
// and not by Fyne, which holds back every single click until no second one can
// follow: a sentence should light up at once.
type press struct {
	down    bool
	dragged bool
	caret   Position // where a drag would begin
	first   Position // the character the first of the clicks was on
	clicks  int
	last    time.Time
	at      fyne.Position
}

// Attend takes the keyboard without a ring: who has just clicked here, or asked
// for a place here, knows where they are.
func (p *Prose) Attend() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil && !p.focused {
		p.quiet = true
		c.Focus(p)
		p.quiet = false
	}
}

// MouseDown implements desktop.Mouseable.
func (p *Prose) MouseDown(e *desktop.MouseEvent) {
	p.Attend()
	p.press.down = e.Button == desktop.MouseButtonPrimary
	p.press.dragged = false
	p.press.caret = p.flow.caret(e.Position.X, e.Position.Y+p.top)
}

// MouseUp implements desktop.Mouseable.
func (p *Prose) MouseUp(e *desktop.MouseEvent) {
	at, on := p.PositionAt(e.Position)
	if e.Button == desktop.MouseButtonSecondary {
		if p.OnMenu != nil && len(p.blocks) > 0 {
			p.OnMenu(at, e.AbsolutePosition)
		}
		return
	}
	down, dragged := p.press.down, p.press.dragged
	p.press.down = false
	if !down || dragged || len(p.blocks) == 0 {
		return
	}
	now := p.now()
	near := e.Position.Subtract(p.press.at)
	if now.Sub(p.press.last) > clickGap || near.X*near.X+near.Y*near.Y > 64 {
		p.press.clicks = 0
	}
	if p.press.clicks++; p.press.clicks == 1 {
		p.press.first = at
	}
	p.press.last, p.press.at = now, e.Position
	// What the first click does may move the text under the pointer; the others
	// still mean the same character.
	p.clicked(p.press.first, on || p.inColumn(e.Position), e.Modifier)
}

// inColumn says whether a point is beside a line's end rather than in the margin.
func (p *Prose) inColumn(at fyne.Position) bool {
	return at.X >= p.flow.left && at.X < p.flow.left+p.flow.chars*p.flow.em &&
		at.Y+p.top < p.flow.height*p.flow.em
}

func (p *Prose) clicked(at Position, on bool, mod fyne.KeyModifier) {
	switch {
	case !on:
		if p.OnBeside != nil {
			p.OnBeside()
		}
	case p.press.clicks == 2 && p.OnDouble != nil:
		p.OnDouble(at)
	case p.press.clicks == 3 && p.OnTriple != nil:
		p.OnTriple(at)
	case p.press.clicks == 1 && p.OnTap != nil:
		p.OnTap(at, mod)
	}
}

// Dragged selects from where the button went down to the pointer, and scrolls
// when the pointer leaves the pane above or below.
func (p *Prose) Dragged(e *fyne.DragEvent) {
	if !p.press.down {
		return
	}
	p.press.dragged = true
	height := p.Size().Height
	switch y := e.Position.Y; {
	case y < 0:
		p.scrollTo(p.top + max(y, -60))
	case y > height:
		p.scrollTo(p.top + min(y-height, 60))
	}
	p.SetSelection(p.press.caret, p.flow.caret(e.Position.X, min(max(e.Position.Y, 0), height)+p.top))
}

// DragEnd ends a selection.
func (p *Prose) DragEnd() {
	if p.press.dragged && p.OnDrag != nil && p.from != p.to {
		p.OnDrag(p.from, p.to)
	}
	p.press.down = false
}

// Scrolled moves the text with the wheel.
func (p *Prose) Scrolled(e *fyne.ScrollEvent) { p.scrollTo(p.top - e.Scrolled.DY*2) }

// Cursor shows a text cursor over the text.
func (p *Prose) Cursor() desktop.Cursor { return desktop.TextCursor }

// MouseIn implements desktop.Hoverable.
func (p *Prose) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved implements desktop.Hoverable.
func (p *Prose) MouseMoved(e *desktop.MouseEvent) {
	at, on := p.PositionAt(e.Position)
	if on == p.over && (!on || at == p.hovered) {
		return
	}
	p.hovered, p.over = at, on
	if p.OnHover != nil {
		p.OnHover(at, on)
	}
}

// MouseOut implements desktop.Hoverable.
func (p *Prose) MouseOut() {
	if p.over && p.OnHover != nil {
		p.OnHover(p.hovered, false)
	}
	p.over = false
}

// FocusGained shows the ring, unless a click brought the keyboard here.
func (p *Prose) FocusGained() {
	p.focused, p.ring = true, !p.quiet
	p.Refresh()
}

// FocusLost takes the ring away.
func (p *Prose) FocusLost() {
	p.focused, p.ring = false, false
	p.Refresh()
}

// TypedRune offers a sign to the owner.
func (p *Prose) TypedRune(r rune) {
	if r != ' ' { // which is a key as well
		p.pressed(Key{Rune: r})
	}
}

// TypedKey is called by Fyne.
func (p *Prose) TypedKey(e *fyne.KeyEvent) { p.pressed(Key{Name: e.Name, Mod: Held()}) }

// pressed does what a key does here or at the owner's.
func (p *Prose) pressed(k Key) bool {
	return p.OnKey != nil && p.OnKey(k) || Press(p.keys, k)
}

// TypedShortcut does what a key with a modifier does; copies the selected text;
// or hands the shortcut to the window.
func (p *Prose) TypedShortcut(s fyne.Shortcut) {
	if k, ok := ShortcutKey(s); ok && p.pressed(k) {
		return
	}
	c, ok := s.(*fyne.ShortcutCopy)
	switch {
	case !ok:
		passOn(p, s)
	case p.OnCopy != nil:
		p.OnCopy()
	default:
		if text := p.SelectedText(); text != "" {
			c.Clipboard.SetContent(text)
		}
	}
}
