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
	clicks  int
	last    time.Time
	at      fyne.Position
}

// MouseDown implements desktop.Mouseable.
func (p *Prose) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		p.press.down = true // tells FocusGained that no ring is needed
		c.Focus(p)
	}
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
	p.press.clicks++
	p.press.last, p.press.at = now, e.Position
	p.clicked(at, on || p.inColumn(e.Position), e.Modifier)
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
	p.focused, p.ring = true, !p.press.down
	p.Refresh()
}

// FocusLost takes the ring away.
func (p *Prose) FocusLost() {
	p.focused, p.ring = false, false
	p.Refresh()
}

// TypedRune scrolls a page for a space and ignores the rest.
func (p *Prose) TypedRune(r rune) {
	if r == ' ' {
		p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}

// TypedKey scrolls. A page keeps two lines of the last one in view.
func (p *Prose) TypedKey(e *fyne.KeyEvent) {
	if p.OnKey != nil && p.OnKey(e) {
		return
	}
	lineHeight := p.flow.em * settings[Body].leading
	page := max(lineHeight, p.Size().Height-2*lineHeight)
	switch e.Name {
	case fyne.KeyUp:
		p.scrollTo(p.top - 2*lineHeight)
	case fyne.KeyDown:
		p.scrollTo(p.top + 2*lineHeight)
	case fyne.KeyPageUp:
		p.scrollTo(p.top - page)
	case fyne.KeyPageDown:
		p.scrollTo(p.top + page)
	case fyne.KeyHome:
		p.scrollTo(0)
	case fyne.KeyEnd:
		p.scrollTo(p.most())
	}
}

// TypedShortcut copies the selected text, or selects everything. Others are
// handed on to the window.
func (p *Prose) TypedShortcut(s fyne.Shortcut) {
	switch c := s.(type) {
	case *fyne.ShortcutCopy:
		if p.OnCopy != nil {
			p.OnCopy()
		} else if text := p.SelectedText(); text != "" {
			c.Clipboard.SetContent(text)
		}
	case *fyne.ShortcutSelectAll:
		p.SetSelection(Position{}, p.flow.clamp(Position{Block: len(p.blocks)}))
	default:
		passOn(p, s)
	}
}
