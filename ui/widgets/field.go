package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Field is an Entry of one line that lets the window's own shortcuts and
// function keys through while it is typed in. Fyne hands every shortcut to what
// has the keyboard and, when that does not know it, to nobody.
//
// What has several lines is an Editor.
type Field struct {
	widget.Entry

	// OnBlur is called when the keyboard leaves. May be nil.
	OnBlur func()

	// OnFocus is called when the keyboard comes. May be nil.
	OnFocus func()

	// OnKey sees every key before the Entry does and says whether it took it.
	OnKey func(*fyne.KeyEvent) bool

	scroll    *container.Scroll // what the Entry moves a long line in
	composing *composition
}

// NewField returns an empty field of one line.
func NewField() *Field {
	f := &Field{composing: newComposition()}
	f.ExtendBaseWidget(f)
	return f
}

// NewTextField returns an empty editor that is rows high and scrolls.
func NewTextField(rows int) *Editor { return NewEditor(rows, 0) }

// CreateRenderer is called by Fyne.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	r := f.Entry.CreateRenderer()
	for _, o := range r.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			f.scroll = s
		}
	}
	return fieldRenderer{r, f}
}

// CursorPosition returns the top left of the caret, relative to f.
func (f *Field) CursorPosition() fyne.Position {
	at := f.Entry.CursorPosition()
	if f.scroll != nil {
		at = at.Add(f.scroll.Position()).Subtract(f.scroll.Offset)
	}
	return at
}

// LineHeight is the height of the caret, in pixels.
func (f *Field) LineHeight() float32 {
	return fyne.MeasureText("国", f.Theme().Size(theme.SizeNameText), f.TextStyle).Height
}

// TappedSecondary shows what can be done with the selection.
func (f *Field) TappedSecondary(ev *fyne.PointEvent) {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil || f.Disabled() {
		return
	}
	c.Focus(f)
	EditWords.show(f, ev.AbsolutePosition)
}

// FocusLost is called by Fyne.
func (f *Field) FocusLost() {
	f.composing.text = ""
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
	case fyne.KeyF1, fyne.KeyF2, fyne.KeyF3, fyne.KeyF4, fyne.KeyF5, fyne.KeyF6, fyne.KeyF7, fyne.KeyF11, fyne.KeyEscape:
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
