package widgets

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// A Key is a key and what is held down with it, or a sign that is typed.
type Key struct {
	Name fyne.KeyName
	Mod  fyne.KeyModifier
	Rune rune // instead of Name: a sign that stands elsewhere on other keyboards
}

// Ctrl is the modifier of most shortcuts: Control, on a Mac Command.
const Ctrl = fyne.KeyModifierShortcutDefault

// A Binding is what one or several keys do. What answers to keys and what lists
// them read the same Bindings, so that no list can be wrong.
type Binding struct {
	Keys []Key
	Does string // names what they do; the catalogue has words for it
	Do   func()
}

// Press does what a key is bound to and reports whether it is bound.
func Press(all []Binding, k Key) bool {
	for _, b := range all {
		for _, each := range b.Keys {
			if each == k && b.Do != nil {
				b.Do()
				return true
			}
		}
	}
	return false
}

// ShortcutKey is the key of a shortcut as Fyne hands it on; ok is false for one
// that is no key.
func ShortcutKey(s fyne.Shortcut) (k Key, ok bool) {
	switch s := s.(type) {
	case *desktop.CustomShortcut:
		return Key{Name: s.KeyName, Mod: s.Modifier}, true
	case *fyne.ShortcutUndo:
		return Key{Name: fyne.KeyZ, Mod: Ctrl}, true
	case *fyne.ShortcutRedo:
		return Key{Name: fyne.KeyY, Mod: Ctrl}, true
	case *fyne.ShortcutCopy:
		return Key{Name: fyne.KeyC, Mod: Ctrl}, true
	case *fyne.ShortcutSelectAll:
		return Key{Name: fyne.KeyA, Mod: Ctrl}, true
	}
	return Key{}, false
}

// Held is what is held down with a key that is no shortcut to Fyne: Shift.
func Held() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers() & fyne.KeyModifierShift
	}
	return 0
}

// keyNames are the names of keys that differ from Fyne's.
var keyNames = map[fyne.KeyName]string{
	fyne.KeyLeft: "←", fyne.KeyRight: "→", fyne.KeyUp: "↑", fyne.KeyDown: "↓",
	fyne.KeyReturn: "Enter", fyne.KeyEnter: "Enter", fyne.KeyEscape: "Esc",
	fyne.KeyPageUp: "PageUp", fyne.KeyPageDown: "PageDown",
	fyne.KeyEqual: "+", fyne.KeyMinus: "−", fyne.KeyPlus: "+",
	desktop.KeyMenu: "Menu",
}

// String is the key as people read it: "Ctrl+Shift+→", on a Mac "⇧⌘→".
func (k Key) String() string { return k.on(runtime.GOOS) }

// on is the key as people read it on a system.
func (k Key) on(goos string) string {
	var held string
	add := func(mod fyne.KeyModifier, name string) {
		if k.Mod&mod != 0 {
			held += name
		}
	}
	shift := fyne.KeyModifierShift
	if k.Name == fyne.KeyEqual { // Shift makes a plus of it
		shift = 0
	}
	if goos == "darwin" { // in Apple's order, without a plus
		add(fyne.KeyModifierControl, "⌃")
		add(fyne.KeyModifierAlt, "⌥")
		add(shift, "⇧")
		add(fyne.KeyModifierSuper, "⌘")
	} else {
		add(fyne.KeyModifierControl, "Ctrl+")
		add(fyne.KeyModifierAlt, "Alt+")
		add(fyne.KeyModifierSuper, "Win+")
		add(shift, "Shift+")
	}
	name, ok := keyNames[k.Name]
	switch {
	case k.Rune == '？': // the same sign on a Chinese keyboard
		name = "?"
	case k.Rune != 0:
		name = string(k.Rune)
	case !ok:
		name = string(k.Name)
	}
	return held + name
}
