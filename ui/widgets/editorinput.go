package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ desktop.Mouseable  = (*Editor)(nil)
	_ desktop.Cursorable = (*Editor)(nil)
	_ desktop.Keyable    = (*Editor)(nil)
	_ fyne.Draggable     = (*Editor)(nil)
	_ fyne.Focusable     = (*Editor)(nil)
	_ fyne.Shortcutable  = (*Editor)(nil)
)

// A pen is what the button of the mouse is doing in an Editor.
type pen struct {
	down   bool
	clicks int
	last   time.Time
	at     fyne.Position
}

// spotUnder returns the place in the text nearest to a point of e.
func (e *Editor) spotUnder(at fyne.Position) (s spot, trail bool) {
	n := int((at.Y + e.top - editorSpace) / e.lineHeight())
	pi, ln := e.m.lineOf(n)
	return e.m.near(pi, ln, (at.X-editorSpace)/e.em())
}

// MouseDown puts the caret under the pointer; with Shift it selects up to there,
// the second click selects the words between two signs, the third the paragraph.
func (e *Editor) MouseDown(ev *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil && !e.focused {
		c.Focus(e)
	}
	s, trail := e.spotUnder(ev.Position)
	if ev.Button == desktop.MouseButtonSecondary {
		if from, to := e.m.selection(); s.before(from) || to.before(s) || from == to {
			e.m.moveTo(s, false)
		}
		e.settle()
		return
	}
	now, off := e.now(), ev.Position.Subtract(e.press.at)
	if now.Sub(e.press.last) > clickGap || off.X*off.X+off.Y*off.Y > 64 || e.press.clicks == 3 {
		e.press.clicks = 0
	}
	e.press = pen{down: true, clicks: e.press.clicks + 1, last: now, at: ev.Position}
	switch e.press.clicks {
	case 2:
		from, to := e.m.wordAround(s)
		e.m.moveTo(from, false)
		e.m.moveTo(to, true)
	case 3:
		e.m.moveTo(spot{s.para, 0}, false)
		e.m.moveTo(spot{s.para, len(e.m.paras[s.para].adv)}, true)
	default:
		e.m.moveTo(s, ev.Modifier&fyne.KeyModifierShift != 0)
		e.m.trail = trail
	}
	e.goal = -1
	e.settle()
}

// MouseUp implements desktop.Mouseable.
func (e *Editor) MouseUp(ev *desktop.MouseEvent) {
	if ev.Button == desktop.MouseButtonSecondary {
		EditWords.show(e, ev.AbsolutePosition)
		return
	}
	e.press.down = false
}

// Dragged extends the selection to the pointer.
func (e *Editor) Dragged(ev *fyne.DragEvent) {
	if !e.press.down {
		return
	}
	s, trail := e.spotUnder(ev.Position)
	e.m.moveTo(s, true)
	e.m.trail = trail
	e.press.clicks = 0
	e.settle()
}

// DragEnd implements fyne.Draggable.
func (e *Editor) DragEnd() { e.press.down = false }

// Cursor implements desktop.Cursorable.
func (e *Editor) Cursor() desktop.Cursor { return desktop.TextCursor }

// FocusGained implements fyne.Focusable.
func (e *Editor) FocusGained() {
	e.focused = true
	e.Refresh()
	if e.OnFocus != nil {
		e.OnFocus()
	}
}

// FocusLost implements fyne.Focusable.
func (e *Editor) FocusLost() {
	e.focused, e.shift, e.press.down, e.composing.text = false, false, false, ""
	e.m.seal()
	e.Refresh()
	if e.OnBlur != nil {
		e.OnBlur()
	}
}

// KeyDown implements desktop.Keyable: Shift makes a selection of a movement.
func (e *Editor) KeyDown(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = true
	}
}

// KeyUp implements desktop.Keyable.
func (e *Editor) KeyUp(k *fyne.KeyEvent) {
	if k.Name == desktop.KeyShiftLeft || k.Name == desktop.KeyShiftRight {
		e.shift = false
	}
}

// TypedRune writes one character, typed or committed by an input method.
func (e *Editor) TypedRune(r rune) {
	e.m.typed(r)
	e.changed()
}

// TypedKey edits and moves.
func (e *Editor) TypedKey(k *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(k) {
		return
	}
	switch k.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.m.typed('\n')
		e.changed()
	case fyne.KeyBackspace:
		e.erase(e.m.previous(e.m.caret))
	case fyne.KeyDelete:
		e.erase(e.m.next(e.m.caret))
	default:
		if !e.travel(k.Name, e.shift) && forWindow(k.Name) {
			if c := fyne.CurrentApp().Driver().CanvasForObject(e); c != nil && c.OnTypedKey() != nil {
				c.OnTypedKey()(k)
			}
		}
	}
}

// erase takes away the selection, or the text from the caret to a spot.
func (e *Editor) erase(to spot) {
	if e.m.caret == e.m.anchor && to == e.m.caret {
		return
	}
	e.m.erase(to)
	e.changed()
}

// travel moves the caret for a key; false if the key does not move it.
func (e *Editor) travel(key fyne.KeyName, extend bool) bool {
	m, up := e.m, false
	from, to := m.selection()
	switch key {
	case fyne.KeyLeft:
		switch {
		case from != to && !extend:
			m.moveTo(from, false)
		default:
			m.moveTo(m.previous(m.caret), extend)
		}
	case fyne.KeyRight:
		switch {
		case from != to && !extend:
			m.moveTo(to, false)
		default:
			m.moveTo(m.next(m.caret), extend)
		}
	case fyne.KeyHome:
		m.moveTo(m.lineStart(), extend)
	case fyne.KeyEnd:
		m.toLineEnd(extend)
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		up = true
		if e.goal < 0 {
			e.goal = m.caretX()
		}
		m.moveLines(e.linesFor(key), e.goal, extend)
	default:
		return false
	}
	if !up {
		e.goal = -1
	}
	e.settle()
	return true
}

// linesFor returns by how many lines a key moves the caret.
func (e *Editor) linesFor(key fyne.KeyName) int {
	page := max(1, int(e.Size().Height/e.lineHeight())-1)
	switch key {
	case fyne.KeyUp:
		return -1
	case fyne.KeyDown:
		return 1
	case fyne.KeyPageUp:
		return -page
	}
	return page
}

// TypedShortcut edits, moves by words, or hands the shortcut to the window.
func (e *Editor) TypedShortcut(s fyne.Shortcut) {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		e.Undo()
	case *fyne.ShortcutRedo:
		e.Redo()
	case *fyne.ShortcutCopy:
		if text := e.SelectedText(); text != "" {
			s.Clipboard.SetContent(text)
		}
	case *fyne.ShortcutCut:
		if text := e.SelectedText(); text != "" {
			s.Clipboard.SetContent(text)
			e.erase(e.m.caret)
		}
	case *fyne.ShortcutPaste:
		if text := s.Clipboard.Content(); text != "" {
			e.paste(text)
		}
	case *fyne.ShortcutSelectAll:
		e.m.moveTo(spot{}, false)
		e.m.moveTo(e.m.end(), true)
		e.Refresh()
	case *desktop.CustomShortcut:
		if !e.leap(s) {
			passOn(e, s)
		}
	default:
		passOn(e, s)
	}
}

// paste puts text in the place of the selection, and then what Tidy makes of it.
func (e *Editor) paste(text string) {
	e.Insert(text)
	if e.Tidy == nil {
		return
	}
	raw := plain(text)
	if tidy := e.Tidy(text); tidy != raw {
		_, end := e.Selection()
		e.Replace(end-len(raw), end, tidy)
		end += len(tidy) - len(raw)
		e.Select(end, end)
	}
}

// leap moves or erases by words and paragraphs; false if s is no such wish.
func (e *Editor) leap(s *desktop.CustomShortcut) bool {
	const wide = fyne.KeyModifierControl | fyne.KeyModifierAlt | fyne.KeyModifierSuper
	extend := s.Modifier&fyne.KeyModifierShift != 0
	mod := s.Modifier & wide
	if mod != fyne.KeyModifierShortcutDefault && mod != wordModifier {
		return false
	}
	byWord := mod == wordModifier
	m := e.m
	switch {
	case s.KeyName == fyne.KeyBackspace:
		e.erase(m.wordBefore(m.caret))
		return true
	case s.KeyName == fyne.KeyDelete:
		e.erase(m.wordAfter(m.caret))
		return true
	case s.KeyName == fyne.KeyZ && extend && mod == fyne.KeyModifierShortcutDefault:
		e.Redo()
		return true
	case s.KeyName == fyne.KeyLeft && byWord:
		m.moveTo(m.wordBefore(m.caret), extend)
	case s.KeyName == fyne.KeyRight && byWord:
		m.moveTo(m.wordAfter(m.caret), extend)
	case s.KeyName == fyne.KeyUp && byWord:
		m.moveTo(m.paraBefore(m.caret), extend)
	case s.KeyName == fyne.KeyDown && byWord:
		m.moveTo(m.paraAfter(m.caret), extend)
	case s.KeyName == fyne.KeyHome, s.KeyName == fyne.KeyUp && !byWord:
		m.moveTo(spot{}, extend)
	case s.KeyName == fyne.KeyEnd, s.KeyName == fyne.KeyDown && !byWord:
		m.moveTo(m.end(), extend)
	case s.KeyName == fyne.KeyLeft:
		m.moveTo(m.lineStart(), extend)
	case s.KeyName == fyne.KeyRight:
		m.toLineEnd(extend)
	default:
		return false
	}
	e.goal = -1
	e.settle()
	return true
}
