package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// EditMenu names what the other mouse button offers where something is written.
type EditMenu struct{ Undo, Redo, Cut, Copy, Paste, SelectAll string }

// EditWords are the names in every Field and Editor of the window, which sets
// them once, before it is shown. Without a name for Paste there is no menu.
var EditWords EditMenu

// An editable says what of the menu can be done now.
type editable struct{ undo, redo, selected, written bool }

// menu shows what can be done at a place of the canvas; o does it.
func (w EditMenu) menu(c fyne.Canvas, at fyne.Position, o fyne.Shortcutable, can editable) {
	if w.Paste == "" {
		return
	}
	clip := fyne.CurrentApp().Clipboard()
	item := func(name string, on bool, s fyne.Shortcut) *fyne.MenuItem {
		i := fyne.NewMenuItem(name, func() { o.TypedShortcut(s) })
		i.Disabled = !on
		return i
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("",
		item(w.Undo, can.undo, &fyne.ShortcutUndo{}),
		item(w.Redo, can.redo, &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		item(w.Cut, can.selected, &fyne.ShortcutCut{Clipboard: clip}),
		item(w.Copy, can.selected, &fyne.ShortcutCopy{Clipboard: clip}),
		item(w.Paste, clip.Content() != "", &fyne.ShortcutPaste{Clipboard: clip}),
		item(w.SelectAll, can.written, &fyne.ShortcutSelectAll{}),
	), c, at)
}
