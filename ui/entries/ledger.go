package entries

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A ledger is the list. One row has the cursor, and its proposal is shown beside
// the list; several may be chosen, and what the bar below decides is about these.
type ledger struct {
	widget.List
	page    *Page
	rows    []staff.Row
	at      int                          // the cursor, -1 while there are no rows
	from    int                          // where Shift chooses from
	chosen  map[annotate.ProposalID]bool // also of rows the filter leaves out just now
	keys    []widgets.Binding
	focused bool
}

var _ fyne.Shortcutable = (*ledger)(nil)

func newLedger(p *Page) *ledger {
	l := &ledger{page: p, at: -1, chosen: map[annotate.ProposalID]bool{}}
	l.Length = func() int { return len(l.rows) }
	l.CreateItem = func() fyne.CanvasObject { return newLine(l) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*line).set(i) }
	l.HideSeparators = true
	l.keys = l.bindings()
	l.ExtendBaseWidget(l)
	return l
}

// bindings are the keys of the list.
func (l *ledger) bindings() []widgets.Binding {
	const shift = fyne.KeyModifierShift
	key := func(does string, do func(), keys ...widgets.Key) widgets.Binding {
		return widgets.Binding{Keys: keys, Does: "entries." + does, Do: do}
	}
	p := l.page
	return []widgets.Binding{
		key("next", func() { l.move(1, false) }, widgets.Key{Name: fyne.KeyDown}, widgets.Key{Rune: 'j'}),
		key("back", func() { l.move(-1, false) }, widgets.Key{Name: fyne.KeyUp}, widgets.Key{Rune: 'k'}),
		key("page", func() { l.move(l.screen(), false) }, widgets.Key{Name: fyne.KeyPageDown}),
		key("page.up", func() { l.move(-l.screen(), false) }, widgets.Key{Name: fyne.KeyPageUp}),
		key("first", func() { l.move(-len(l.rows), false) }, widgets.Key{Name: fyne.KeyHome}),
		key("last", func() { l.move(len(l.rows), false) }, widgets.Key{Name: fyne.KeyEnd}),
		key("choose", func() { l.toggle(l.at); l.move(1, false) }, widgets.Key{Name: fyne.KeySpace}),
		key("choose.more", func() { l.move(1, true) }, widgets.Key{Name: fyne.KeyDown, Mod: shift}),
		key("choose.more.up", func() { l.move(-1, true) }, widgets.Key{Name: fyne.KeyUp, Mod: shift}),
		key("choose.all", l.chooseAll, widgets.Key{Name: fyne.KeyA, Mod: widgets.Ctrl}),
		key("choose.none", l.chooseNone, widgets.Key{Name: fyne.KeyEscape}),
		key("find", func() { p.win.Canvas().Focus(p.sieve.find) }, widgets.Key{Rune: '/'}),
		key("classing", p.classify, widgets.Key{Rune: 'f'}),
		key("settle", func() { p.decide(func() error { return p.o.Settle(l.subjects()...) }) }, widgets.Key{Rune: 'h'}),
	}
}

// screen is how many rows are seen at once.
func (l *ledger) screen() int { return max(1, int(l.Size().Height/rowHeight)-1) }

// set replaces the rows. The cursor stays with its proposal, or where it was.
func (l *ledger) set(rows []staff.Row) {
	now := l.now()
	l.rows = rows
	at := -1
	for i := range rows {
		if rows[i].Entry.Proposal.ID == now {
			at = i
		}
	}
	if at < 0 {
		at = min(max(l.at, 0), len(rows)-1)
	}
	l.at, l.from = at, at
	l.Refresh()
}

// now is the proposal at the cursor, "" if there is none.
func (l *ledger) now() annotate.ProposalID {
	if l.at < 0 || l.at >= len(l.rows) {
		return ""
	}
	return l.rows[l.at].Entry.Proposal.ID
}

// subjects are what a decision is about: the chosen entries in the order of the
// list, or the one at the cursor.
func (l *ledger) subjects() []annotate.ProposalID {
	var ids []annotate.ProposalID
	for i := range l.rows {
		if id := l.rows[i].Entry.Proposal.ID; l.chosen[id] {
			ids = append(ids, id)
		}
	}
	if len(ids) == 0 && l.now() != "" {
		ids = append(ids, l.now())
	}
	return ids
}

// count is how many of the rows are chosen.
func (l *ledger) count() (n int) {
	for i := range l.rows {
		if l.chosen[l.rows[i].Entry.Proposal.ID] {
			n++
		}
	}
	return n
}

// move puts the cursor some rows further; with extend all on the way are chosen.
func (l *ledger) move(by int, extend bool) {
	if len(l.rows) == 0 {
		return
	}
	l.goTo(min(max(l.at+by, 0), len(l.rows)-1), extend)
}

func (l *ledger) goTo(at int, extend bool) {
	if extend {
		a, b := min(l.from, at), max(l.from, at)
		for i := max(0, a); i <= b; i++ {
			l.chosen[l.rows[i].Entry.Proposal.ID] = true
		}
	} else {
		l.from = at
	}
	l.at = at
	l.ScrollTo(at)
	l.Refresh()
	l.page.bulk.redraw()
	l.page.detail.redraw()
}

// toggle chooses a row, or no longer.
func (l *ledger) toggle(at int) {
	if at < 0 || at >= len(l.rows) {
		return
	}
	id := l.rows[at].Entry.Proposal.ID
	if l.chosen[id] {
		delete(l.chosen, id)
	} else {
		l.chosen[id] = true
	}
	l.Refresh()
	l.page.bulk.redraw()
}

// chooseAll chooses every row, or none if all are chosen.
func (l *ledger) chooseAll() {
	if len(l.rows) > 0 && l.count() == len(l.rows) {
		l.chooseNone()
		return
	}
	for i := range l.rows {
		l.chosen[l.rows[i].Entry.Proposal.ID] = true
	}
	l.Refresh()
	l.page.bulk.redraw()
}

func (l *ledger) chooseNone() {
	clear(l.chosen)
	l.Refresh()
	l.page.bulk.redraw()
}

// tapped is a click on row i: at the box before it, or with Ctrl, it chooses the
// row; with Shift all from the cursor to it.
func (l *ledger) tapped(i int, x float32) {
	held := modifiers()
	l.page.win.Canvas().Focus(l)
	switch {
	case held&fyne.KeyModifierShift != 0:
		l.goTo(i, true)
	case x < tickWidth, held&widgets.Ctrl != 0:
		l.toggle(i)
	default:
		l.goTo(i, false)
	}
}

// modifiers are what is held down while the mouse is pressed.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// TypedKey is called by Fyne.
func (l *ledger) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && l.count() == 0 || !widgets.Press(l.keys, widgets.Key{Name: e.Name, Mod: widgets.Held()}) {
		if c := l.page.win.Canvas(); c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// TypedRune is called by Fyne.
func (l *ledger) TypedRune(r rune) {
	if !widgets.Press(l.keys, widgets.Key{Rune: unicode.ToLower(r)}) {
		if c := l.page.win.Canvas(); c.OnTypedRune() != nil {
			c.OnTypedRune()(r)
		}
	}
}

// TypedShortcut is called by Fyne; what the list does not know is the window's.
func (l *ledger) TypedShortcut(s fyne.Shortcut) {
	if k, ok := widgets.ShortcutKey(s); ok && widgets.Press(l.keys, k) {
		return
	}
	if c, ok := l.page.win.Canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// FocusGained is called by Fyne.
func (l *ledger) FocusGained() { l.focused = true; l.Refresh() }

// FocusLost is called by Fyne.
func (l *ledger) FocusLost() { l.focused = false; l.Refresh() }
