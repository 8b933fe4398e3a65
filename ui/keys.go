package ui

import (
	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// shortcuts binds the keys of the window; the sheet of keys lists them.
func (v *Window) shortcuts() {
	bind := func(key fyne.KeyName, mod fyne.KeyModifier, do func()) {
		v.win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod}, func(fyne.Shortcut) { do() })
	}
	ctrl := fyne.KeyModifierShortcutDefault
	bind(fyne.KeyF, ctrl, v.search)
	bind(fyne.KeyEqual, ctrl, func() { v.setZoom(+1) })
	bind(fyne.KeyEqual, ctrl|fyne.KeyModifierShift, func() { v.setZoom(+1) })
	bind(fyne.KeyPlus, ctrl, func() { v.setZoom(+1) })
	bind(fyne.KeyMinus, ctrl, func() { v.setZoom(-1) })
	bind(fyne.Key0, ctrl, func() { v.setZoom(0) })
	bind(fyne.KeyN, ctrl, func() { v.desk.Press(v.desk.Write(annotate.Suggestion)) })
	for i, key := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4} {
		bind(key, ctrl, func() { v.desk.Turn(desk.DeputyPages[i]) })
	}
	bind(fyne.KeyF3, fyne.KeyModifierShift, v.desk.PrevHit)
	v.win.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { v.desk.Press(v.desk.Undo()) })
	v.win.Canvas().AddShortcut(&fyne.ShortcutRedo{}, func(fyne.Shortcut) { v.desk.Press(v.desk.Redo()) })
	v.win.Canvas().AddShortcut(&fyne.ShortcutCopy{}, func(fyne.Shortcut) { v.copy() })
	v.win.Canvas().SetOnTypedKey(v.key)
	v.reader.Prose().OnCopy = v.copy
	v.reader.Prose().OnKey = func(key *fyne.KeyEvent) bool {
		switch key.Name {
		case fyne.KeyF1, fyne.KeyF3, fyne.KeyEscape:
			v.key(key)
			return true
		}
		return false
	}
}

// key answers to the keys without a modifier.
func (v *Window) key(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyF1:
		v.showKeys()
	case fyne.KeyF3:
		v.desk.NextHit()
	case fyne.KeyEscape:
		if v.closeHelp() {
			return
		}
		if v.desk.Query() != "" {
			v.leaveSearch()
			return
		}
		v.desk.Unselect()
	default:
		if v.desk.Page() == desk.Reading { // nothing has the keyboard: the text scrolls
			v.reader.Prose().TypedKey(key)
		}
	}
}

// search puts the keyboard into the search box.
func (v *Window) search() {
	v.win.Canvas().Focus(v.bar.search)
	v.bar.search.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (v *Window) copy() {
	if words := v.desk.Quotation(); words != "" {
		fyne.CurrentApp().Clipboard().SetContent(words)
	}
}

// setZoom makes the text larger or smaller by one step; 0 goes back to 100 %.
func (v *Window) setZoom(by int) {
	at := 0
	for i, z := range widgets.Zooms {
		if z <= v.zoom {
			at = i
		}
	}
	switch at += by; {
	case by == 0:
		v.zoom = 100
	case at >= 0 && at < len(widgets.Zooms):
		v.zoom = widgets.Zooms[at]
	}
	v.reader.Prose().SetZoom(v.zoom)
}
