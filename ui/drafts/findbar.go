package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A findbar looks for words in the text of the open draft, and writes others in
// their place.
type findbar struct {
	page     *Page
	words    *widgets.Field
	by       *widgets.Field
	count    *widgets.Passage
	replaces *fyne.Container // what replacing needs
	found    []desk.Match
	at       int // of found; -1: at none
	box      fyne.CanvasObject
}

func newFindbar(p *Page) *findbar {
	b := &findbar{page: p, words: widgets.NewField(), by: widgets.NewField(), count: say("", secondary), at: -1}
	b.words.SetPlaceHolder(p.w.Text("drafts.find.words"))
	b.by.SetPlaceHolder(p.w.Text("drafts.find.by"))
	b.words.OnChanged = func(string) { b.look(); b.step(+1) }
	b.words.OnSubmitted = func(string) { b.step(+1) }
	b.by.OnSubmitted = func(string) { b.replace() }
	b.words.OnKey, b.by.OnKey = b.key, b.key
	b.replaces = container.NewHBox(container.New(widgets.FixedWidth(150), b.by),
		widget.NewButton(p.w.Text("drafts.find.replace"), b.replace),
		widget.NewButton(p.w.Text("drafts.find.all"), b.replaceAll))
	row := container.NewHBox(container.New(widgets.FixedWidth(180), b.words),
		container.New(widgets.FixedWidth(76), container.NewCenter(b.count)),
		quietIcon(theme.NavigateBackIcon(), func() { b.step(-1) }), quietIcon(theme.NavigateNextIcon(), func() { b.step(+1) }),
		b.replaces)
	b.box = widgets.NewPane(widgets.ColorPane, container.NewVBox(
		container.New(widgets.Inset{X: 24, Y: 6}, container.NewBorder(nil, nil, nil, quietIcon(theme.CancelIcon(), b.close), row)),
		widget.NewSeparator()))
	b.box.Hide()
	return b
}

func quietIcon(icon fyne.Resource, tapped func()) *widget.Button {
	b := widget.NewButtonWithIcon("", icon, tapped)
	b.Importance = widget.LowImportance
	return b
}

// open shows the bar, with the selected words in it.
func (b *findbar) open(replacing bool) {
	if e := b.page.body.last; e != nil {
		if words := e.text.SelectedText(); words != "" && len(words) < 100 {
			b.words.SetText(words)
		}
	}
	widgets.Shown(b.replaces, replacing && !b.page.d.Frozen())
	b.box.Show()
	b.page.open.Refresh()
	b.look()
	b.page.win.Canvas().Focus(b.words)
	b.words.TypedShortcut(&fyne.ShortcutSelectAll{})
}

func (b *findbar) close() {
	b.box.Hide()
	b.found, b.at = nil, -1
	b.page.body.highlight(nil)
	b.page.open.Refresh()
	if e := b.page.body.last; e != nil && !b.page.d.Frozen() {
		b.page.win.Canvas().Focus(e.text)
	}
}

// key closes the bar on Escape and goes through what is found on F3.
func (b *findbar) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyEscape:
		b.close()
	case fyne.KeyF3, fyne.KeyDown:
		b.step(+1)
	case fyne.KeyUp:
		b.step(-1)
	default:
		return false
	}
	return true
}

// Find opens the bar if the text of a draft has the keyboard, or the bar itself,
// and reports whether it did: otherwise looking for words is the window's.
func (p *Page) Find(replacing bool) bool {
	if p.d.Draft() == nil || p.d.Page() != desk.Drafting {
		return false
	}
	focused := p.win.Canvas().Focused()
	here := replacing || focused == fyne.Focusable(p.find_.words) || focused == fyne.Focusable(p.find_.by)
	for _, t := range p.body.parts {
		here = here || focused == fyne.Focusable(t.text)
	}
	if here {
		p.find_.open(true)
	}
	return here
}

// look finds the words anew and says how often they stand.
func (b *findbar) look() {
	if !b.box.Visible() {
		return
	}
	b.found = b.page.d.Matches(b.words.Text)
	if b.at >= len(b.found) {
		b.at = -1
	}
	b.page.body.highlight(b.found)
	b.say()
}

func (b *findbar) say() {
	switch {
	case b.words.Text == "":
		b.count.SetText("")
	case len(b.found) == 0:
		b.count.SetText(b.page.w.Text("drafts.find.none"))
	default:
		b.count.SetText(b.page.w.Text("drafts.find.count", "n", len(b.found), "at", b.at+1))
	}
}

// step goes to the next or the last place, round about.
func (b *findbar) step(by int) {
	if len(b.found) == 0 {
		return
	}
	if b.at < 0 && by < 0 {
		b.at = 0
	}
	b.at = (b.at + by + len(b.found)) % len(b.found)
	b.page.body.select_(b.found[b.at])
	b.say()
}

// replace writes the other words in the place that is shown, and goes on.
func (b *findbar) replace() {
	if b.at < 0 || b.at >= len(b.found) || b.page.d.Frozen() {
		b.step(+1)
		return
	}
	m := b.found[b.at]
	b.page.body.parts[m.Part].text.Replace(m.Start, m.End, b.by.Text)
	b.look()
	b.at = min(b.at, len(b.found)) - 1
	b.step(+1)
	b.say()
}

// replaceAll does so everywhere: one step for Undo.
func (b *findbar) replaceAll() {
	n := b.page.d.ReplaceAll(b.words.Text, b.by.Text)
	b.look()
	if n > 0 {
		b.count.SetText(b.page.w.Text("drafts.find.replaced", "n", n))
	}
}
