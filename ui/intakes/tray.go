package intakes

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A tray is the list of what was handed in. One row has the cursor, and what was
// read of it is shown beside the list.
type tray struct {
	widget.List
	page    *Page
	rows    []int // of the intake: those of the chosen state
	at      int   // the cursor, -1 while there are no rows
	keys    []widgets.Binding
	focused bool
}

var _ fyne.Shortcutable = (*tray)(nil)

func newTray(p *Page) *tray {
	t := &tray{page: p, at: -1}
	t.Length = func() int { return len(t.rows) }
	t.CreateItem = func() fyne.CanvasObject { return newLine(t) }
	t.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*line).set(i) }
	t.HideSeparators = true
	t.keys = t.bindings()
	t.ExtendBaseWidget(t)
	return t
}

// bindings are the keys of the list.
func (t *tray) bindings() []widgets.Binding {
	key := func(does string, do func(), keys ...widgets.Key) widgets.Binding {
		return widgets.Binding{Keys: keys, Does: "intakes." + does, Do: do}
	}
	p := t.page
	all := []widgets.Binding{
		key("next", func() { t.move(1) }, widgets.Key{Name: fyne.KeyDown}, widgets.Key{Rune: 'j'}),
		key("back", func() { t.move(-1) }, widgets.Key{Name: fyne.KeyUp}, widgets.Key{Rune: 'k'}),
		key("page", func() { t.move(t.screen()) }, widgets.Key{Name: fyne.KeyPageDown}),
		key("page.up", func() { t.move(-t.screen()) }, widgets.Key{Name: fyne.KeyPageUp}),
		key("first", func() { t.move(-len(t.rows)) }, widgets.Key{Name: fyne.KeyHome}),
		key("last", func() { t.move(len(t.rows)) }, widgets.Key{Name: fyne.KeyEnd}),
		key("tick", func() { t.toggle(t.at); t.move(1) }, widgets.Key{Name: fyne.KeySpace}),
		key("all", t.toggleAll, widgets.Key{Rune: 'a'}),
		key("state", func() { p.turnState(1) }, widgets.Key{Name: fyne.KeyRight}),
		key("state", func() { p.turnState(-1) }, widgets.Key{Name: fyne.KeyLeft}),
	}
	for i, c := range registry.Choices {
		all = append(all, key("choice", func() { p.decide(c) }, widgets.Key{Rune: rune('1' + i)}))
	}
	return append(all, key("accept", p.accept, widgets.Key{Name: fyne.KeyReturn}, widgets.Key{Name: fyne.KeyEnter}))
}

// screen is how many rows are seen at once.
func (t *tray) screen() int { return max(1, int(t.Size().Height/rowHeight)-1) }

// set shows other rows; the cursor stays with its row, or where it was.
func (t *tray) set(rows []int) {
	now := t.now()
	t.rows = rows
	at := -1
	for i, r := range rows {
		if r == now {
			at = i
		}
	}
	if at < 0 {
		at = min(max(t.at, 0), len(rows)-1)
	}
	t.at = at
	t.Refresh()
}

// now is the row of the intake at the cursor, -1 if there is none.
func (t *tray) now() int {
	if t.at < 0 || t.at >= len(t.rows) {
		return -1
	}
	return t.rows[t.at]
}

func (t *tray) move(by int) {
	if len(t.rows) > 0 {
		t.goTo(min(max(t.at+by, 0), len(t.rows)-1))
	}
}

func (t *tray) goTo(at int) {
	t.at = at
	t.ScrollTo(at)
	t.Refresh()
	t.page.detail.redraw()
}

// toggle ticks a row, or no longer; one that cannot be taken in says why beside.
func (t *tray) toggle(at int) {
	if at < 0 || at >= len(t.rows) {
		return
	}
	in := t.page.in
	if err := in.Tick(!in.Ticked(t.rows[at]), t.rows[at]); err != nil {
		t.page.d.Tell(t.page.refusal(in.Rows()[t.rows[at]]))
	}
}

// refusal is why a row cannot be ticked, as a sentence.
func (p *Page) refusal(r registry.Row) error {
	key := "intakes.cannot"
	if r.Verdict == registry.Conflict {
		key = "intakes.cannot.conflict"
	}
	return &desk.Refusal{Key: key, Args: []any{"why", desk.SayRow(p.w, r)}, Why: desk.ErrNotTaken}
}

// toggleAll ticks every row in sight that can be taken, or none if all are.
func (t *tray) toggleAll() {
	in, on := t.page.in, false
	for _, i := range t.rows {
		if in.Can(i) && !in.Ticked(i) {
			on = true
		}
	}
	if err := in.Tick(on, t.rows...); err != nil {
		t.page.d.Tell(&desk.Refusal{Key: "intakes.cannot.all", Why: err})
	}
}

// tapped is a click on row i: at the box before it, it ticks the row.
func (t *tray) tapped(i int, x float32) {
	t.page.win.Canvas().Focus(t)
	t.goTo(i)
	if x < rowSide+tickWidth {
		t.toggle(i)
	}
}

// TypedKey is called by Fyne.
func (t *tray) TypedKey(e *fyne.KeyEvent) {
	if !widgets.Press(t.keys, widgets.Key{Name: e.Name, Mod: widgets.Held()}) {
		if c := t.page.win.Canvas(); c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// TypedRune is called by Fyne.
func (t *tray) TypedRune(r rune) {
	if !widgets.Press(t.keys, widgets.Key{Rune: unicode.ToLower(r)}) {
		if c := t.page.win.Canvas(); c.OnTypedRune() != nil {
			c.OnTypedRune()(r)
		}
	}
}

// TypedShortcut is called by Fyne; what the list does not know is the window's.
func (t *tray) TypedShortcut(s fyne.Shortcut) {
	if c, ok := t.page.win.Canvas().(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}

// FocusGained is called by Fyne.
func (t *tray) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost is called by Fyne.
func (t *tray) FocusLost() { t.focused = false; t.Refresh() }
