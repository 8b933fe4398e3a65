package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// A Field is an Entry that lets the window's own shortcuts and function keys
// through while it is typed in. Fyne hands every shortcut to what has the
// keyboard and, when that does not know it, to nobody.
type Field struct {
	widget.Entry

	// OnBlur is called when the keyboard leaves. May be nil.
	OnBlur func()

	// OnFocus is called when the keyboard comes. May be nil.
	OnFocus func()

	// OnKey sees every key before the Entry does and says whether it took it.
	OnKey func(*fyne.KeyEvent) bool
}

// NewField returns an empty field of one line.
func NewField() *Field {
	f := &Field{}
	f.ExtendBaseWidget(f)
	return f
}

// NewTextField returns an empty field of several lines, at least rows high.
func NewTextField(rows int) *Field {
	f := &Field{}
	f.MultiLine = true
	f.Wrapping = fyne.TextWrapBreak // a Chinese line has no spaces to break at
	f.SetMinRowsVisible(rows)
	f.ExtendBaseWidget(f)
	return f
}

// FocusLost is called by Fyne.
func (f *Field) FocusLost() {
	f.Entry.FocusLost()
	if f.OnBlur != nil {
		f.OnBlur()
	}
}

// FocusGained is called by Fyne.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	if f.OnFocus != nil {
		f.OnFocus()
	}
}

// TypedKey is called by Fyne.
func (f *Field) TypedKey(key *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(key) {
		return
	}
	if forWindow(key.Name) {
		if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(key)
		}
		return
	}
	f.Entry.TypedKey(key)
}

// forWindow reports whether a key is the window's while something is typed.
func forWindow(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF11, fyne.KeyEscape:
		return true
	}
	return false
}

// TypedShortcut is called by Fyne.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && !editing(custom) {
		passOn(f, s)
		return
	}
	f.Entry.TypedShortcut(s)
}

// editing reports whether the Entry itself answers to s: moving by words.
func editing(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyHome, fyne.KeyEnd:
		return s.Modifier&fyne.KeyModifierAlt == 0
	}
	return false
}

// passOn hands a shortcut that o does not know to the window.
func passOn(o fyne.CanvasObject, s fyne.Shortcut) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// AcceptsTab is called by Fyne: Tab moves on to the next field.
func (f *Field) AcceptsTab() bool { return false }
