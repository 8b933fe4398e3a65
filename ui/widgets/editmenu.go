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

// An edited is what has the menu.
type edited interface {
	fyne.CanvasObject
	fyne.Shortcutable
	can() editable
}

// show shows the menu of o at a place of its canvas.
func (w EditMenu) show(o edited, at fyne.Position) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && w.Paste != "" {
		widget.ShowPopUpMenuAtPosition(w.menu(o), c, at)
	}
}

// menu returns what o offers; what cannot be done now is grey.
func (w EditMenu) menu(o edited) *fyne.Menu {
	clip, can := fyne.CurrentApp().Clipboard(), o.can()
	item := func(name string, on bool, s fyne.Shortcut) *fyne.MenuItem {
		i := fyne.NewMenuItem(name, func() { o.TypedShortcut(s) })
		i.Disabled = !on
		return i
	}
	return fyne.NewMenu("",
		item(w.Undo, can.undo, &fyne.ShortcutUndo{}),
		item(w.Redo, can.redo, &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		item(w.Cut, can.selected, &fyne.ShortcutCut{Clipboard: clip}),
		item(w.Copy, can.selected, &fyne.ShortcutCopy{Clipboard: clip}),
		item(w.Paste, clip.Content() != "", &fyne.ShortcutPaste{Clipboard: clip}),
		item(w.SelectAll, can.written, &fyne.ShortcutSelectAll{}),
	)
}

func (e *Editor) can() editable {
	return editable{undo: len(e.m.done) > 0, redo: len(e.m.undone) > 0,
		selected: e.m.caret != e.m.anchor, written: e.Text() != ""}
}

// The Entry under a Field does not say whether it has something to undo.
func (f *Field) can() editable {
	return editable{undo: true, redo: true, selected: f.SelectedText() != "", written: f.Text != ""}
}
