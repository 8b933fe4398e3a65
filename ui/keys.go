package ui

import (
	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/manual"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// bindings are the keys of the whole window. The sheet of keys lists them from
// here, with those of the text, of the reading page and of the search box.
func (v *Window) bindings() []widgets.Binding {
	const ctrl, shift, alt = widgets.Ctrl, fyne.KeyModifierShift, fyne.KeyModifierAlt
	key := func(does string, do func(), keys ...widgets.Key) widgets.Binding {
		return widgets.Binding{Keys: keys, Does: does, Do: do}
	}
	all := []widgets.Binding{
		key("search", v.search, widgets.Key{Name: fyne.KeyF, Mod: ctrl}),
		key("replace", func() { v.drafts.Find(true) }, widgets.Key{Name: fyne.KeyH, Mod: ctrl}),
		key("hit.next", v.desk.NextHit, widgets.Key{Name: fyne.KeyF3}),
		key("hit.back", v.desk.PrevHit, widgets.Key{Name: fyne.KeyF3, Mod: shift}),
		key("back", v.back, widgets.Key{Name: fyne.KeyLeft, Mod: alt}, widgets.Key{Name: fyne.KeyLeftBracket, Mod: ctrl}),
		key("forward", v.forward, widgets.Key{Name: fyne.KeyRight, Mod: alt}, widgets.Key{Name: fyne.KeyRightBracket, Mod: ctrl}),
		key("escape", v.escape, widgets.Key{Name: fyne.KeyEscape}),
	}
	for i, k := range []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6} {
		all = append(all, key("page", func() { v.turnTo(i) }, widgets.Key{Name: k, Mod: ctrl}))
	}
	return append(all,
		key("part", v.nextPart, widgets.Key{Name: fyne.KeyF6}),
		key("write", v.write, widgets.Key{Name: fyne.KeyN, Mod: ctrl}),
		key("typed.save", v.intakes.SaveTyped, widgets.Key{Name: fyne.KeyReturn, Mod: ctrl}, widgets.Key{Name: fyne.KeyEnter, Mod: ctrl}),
		key("copy", v.copy, widgets.Key{Name: fyne.KeyC, Mod: ctrl}),
		key("undo", func() { v.desk.Press(v.desk.Undo()) }, widgets.Key{Name: fyne.KeyZ, Mod: ctrl}),
		key("redo", func() { v.desk.Press(v.desk.Redo()) }, widgets.Key{Name: fyne.KeyY, Mod: ctrl}, widgets.Key{Name: fyne.KeyZ, Mod: ctrl | shift}),
		key("check", v.drafts.Check, widgets.Key{Name: fyne.KeyF7}),
		key("print", v.print, widgets.Key{Name: fyne.KeyP, Mod: ctrl}),
		key("larger", func() { v.setZoom(+1) }, widgets.Key{Name: fyne.KeyEqual, Mod: ctrl},
			widgets.Key{Name: fyne.KeyEqual, Mod: ctrl | shift}, widgets.Key{Name: fyne.KeyPlus, Mod: ctrl}),
		key("smaller", func() { v.setZoom(-1) }, widgets.Key{Name: fyne.KeyMinus, Mod: ctrl}),
		key("plain", func() { v.setZoom(0) }, widgets.Key{Name: fyne.Key0, Mod: ctrl}),
		key("more", v.bar.showMore, widgets.Key{Name: fyne.KeyF10}),
		key("help", v.desk.Help, widgets.Key{Name: fyne.KeyF1}),
		key("keys", v.showKeys, widgets.Key{Name: fyne.KeyF1, Mod: ctrl}, widgets.Key{Rune: '?'}, widgets.Key{Rune: '？'}))
}

// write begins a proposal or, for the staff, an entry from paper.
func (v *Window) write() {
	if v.desk.Role() != desk.Staff {
		v.desk.Press(v.desk.Write(annotate.Suggestion))
		return
	}
	v.desk.Turn(desk.Receiving)
	v.intakes.TypeIn()
}

// A keyed is a page that takes the keyboard while nothing else has it.
type keyed interface {
	page
	Focus() fyne.Focusable // nil while there is nothing for it
}

// turnTo turns to the page of a tab, if the bar has that many.
func (v *Window) turnTo(i int) {
	if pages := v.tabs(); i < len(pages) {
		v.desk.Turn(pages[i])
	}
}

// listen binds the keys of the window: those with a modifier as shortcuts, which
// whoever has the keyboard hands on, the others where nobody wants them.
func (v *Window) listen() {
	v.keys = v.bindings()
	for _, b := range v.keys {
		for _, k := range b.Keys {
			if s := shortcut(k); s != nil {
				v.win.Canvas().AddShortcut(s, func(fyne.Shortcut) { b.Do() })
			}
		}
	}
	for _, b := range v.issuing.Keys() {
		for _, k := range b.Keys {
			if s := shortcut(k); s != nil {
				v.win.Canvas().AddShortcut(s, func(fyne.Shortcut) {
					if v.desk.Page() == desk.Issuing && !v.previewing() {
						b.Do()
					}
				})
			}
		}
	}
	v.win.Canvas().SetOnTypedKey(v.typedKey)
	v.win.Canvas().SetOnTypedRune(func(r rune) { widgets.Press(v.keys, widgets.Key{Rune: r}) })
	hand := func(k widgets.Key) bool { return widgets.Press(v.keys, k) }
	v.reader.OnKey, v.issuing.OnKey, v.merging.OnKey, v.board.OnKey = hand, hand, hand, hand
	v.pages[desk.Manual].(*manual.Page).OnKey = hand
}

// shortcut is k as Fyne tells it: some keys have shortcuts of their own there,
// and with Shift alone none is one.
func shortcut(k widgets.Key) fyne.Shortcut {
	switch {
	case k.Mod == 0 || k.Mod == fyne.KeyModifierShift:
		return nil
	case k == widgets.Key{Name: fyne.KeyZ, Mod: widgets.Ctrl}:
		return &fyne.ShortcutUndo{}
	case k == widgets.Key{Name: fyne.KeyY, Mod: widgets.Ctrl}:
		return &fyne.ShortcutRedo{}
	case k == widgets.Key{Name: fyne.KeyC, Mod: widgets.Ctrl}:
		return &fyne.ShortcutCopy{}
	}
	return &desktop.CustomShortcut{KeyName: k.Name, Modifier: k.Mod}
}

// typedKey answers to a key that nobody else wanted. While nothing has the
// keyboard, the text takes it.
func (v *Window) typedKey(e *fyne.KeyEvent) {
	if widgets.Press(v.keys, widgets.Key{Name: e.Name, Mod: widgets.Held()}) {
		return
	}
	if c := v.win.Canvas(); v.desk.Page() == desk.Reading && c.Focused() == nil && c.Overlays().Top() == nil {
		c.Focus(v.reader.Prose())
		v.reader.Prose().TypedKey(e)
	} else if f := v.keyboardOf(v.desk.Page()); f != nil && !v.previewing() && c.Focused() == nil && c.Overlays().Top() == nil {
		c.Focus(f)
		f.TypedKey(e)
	}
}

// keyboardOf is what takes the keyboard on a page, nil if nothing does.
func (v *Window) keyboardOf(p desk.Page) fyne.Focusable {
	if k, ok := v.pages[p].(keyed); ok {
		return k.Focus()
	}
	return nil
}

// escape closes what lies over the page, else ends the search, else the
// selection.
func (v *Window) escape() {
	switch {
	case v.closeHelp(), v.closeSheet():
	case v.tour.object.Visible():
		v.tour.leave()
	case v.previewing():
		v.desk.ClosePreview()
	case v.desk.Query() != "":
		v.leaveSearch()
	case v.desk.Page() == desk.Manual:
		v.desk.CloseManual()
	case v.desk.Selection().Empty():
		v.win.Canvas().Unfocus()
	default:
		v.desk.Unselect()
		if v.desk.Page() == desk.Reading {
			v.win.Canvas().Focus(v.reader.Prose())
		}
	}
}

// back and forward lead through the places of the jumps; where there is none,
// nothing happens.
func (v *Window) back()    { travel(v.desk.Back()) }
func (v *Window) forward() { travel(v.desk.Forward()) }

func travel(a desk.Action) {
	if a.Off == nil {
		a.Do()
	}
}

// nextPart takes the keyboard to the next part of the page: search box,
// outline, text, right pane.
func (v *Window) nextPart() {
	stops := []fyne.Focusable{v.bar.search}
	if v.desk.Page() == desk.Reading {
		stops = append(stops, v.reader.Stops()...)
	}
	if f := v.keyboardOf(v.desk.Page()); f != nil {
		stops = append(stops, f)
	}
	next := 0
	for i, s := range stops {
		if s == v.win.Canvas().Focused() {
			next = (i + 1) % len(stops)
		}
	}
	v.win.Canvas().Focus(stops[next])
}

// search puts the keyboard into the search box.
func (v *Window) search() {
	if v.drafts.Find(false) {
		return // the text that is being written is what is searched
	}
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
