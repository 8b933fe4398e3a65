package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// leastRows and mostRows are how high an editor is: room to begin, and no
// higher than a page, since what is higher cannot be seen at once.
const (
	leastRows = 5
	mostRows  = 40
)

// A body is the text in its three parts.
type body struct {
	page  *Page
	parts [3]*part
	box   *fyne.Container
}

// A part is one of them: its name, what belongs there, how long it is, and the
// text.
type part struct {
	which             desk.Part
	name, hint, count *widgets.Passage
	text              *widgets.Field
	rows              int // the editor has room for
	box               fyne.CanvasObject
}

func newBody(p *Page) *body {
	b := &body{page: p, box: container.New(column{gap: 16})}
	for _, which := range desk.Parts {
		t := &part{which: which, name: say("", strong), hint: say("", secondary), count: say("", secondary)}
		t.text = widgets.NewTextField(leastRows)
		t.text.OnChanged = func(text string) {
			p.d.SetPartText(which, text)
			b.counted()
			b.grow(t)
		}
		t.text.OnCursorChanged = func() { b.follow(t) }
		t.text.OnBlur = p.left
		t.box = container.NewBorder(container.New(inset{0, 3}, container.NewBorder(nil, nil,
			container.NewHBox(t.name, fixedSpace(4), container.NewCenter(t.hint)), container.NewCenter(t.count))),
			nil, nil, nil, container.New(grown{t}, t.text))
		b.parts[which] = t
		b.box.Add(t.box)
	}
	return b
}

func (b *body) redraw(fresh bool) {
	draft := b.page.d.Draft()
	shown(b.box, draft.Form != annotate.Revision)
	for _, t := range b.parts {
		key := t.which.Key(draft.Form)
		t.name.SetText(b.page.w.Text("drafts.part." + key))
		t.hint.SetText(b.page.w.Text("drafts.part." + key + ".hint"))
		fill(b.page, t.text, b.page.d.PartText(t.which), fresh)
		b.grow(t)
	}
	b.counted()
}

// counted shows how long the parts are.
func (b *body) counted() {
	chars, share := b.page.d.Lengths()
	for _, t := range b.parts {
		if chars[t.which] == 0 {
			t.count.SetText("")
			continue
		}
		t.count.SetText(b.page.w.Text("drafts.count", "n", chars[t.which], "share", share[t.which]))
	}
}

// grow fits an editor to its text.
func (b *body) grow(t *part) {
	if t.fit() {
		b.page.refit()
	}
}

// A grown layout makes an editor as high as its text, so that the page scrolls
// and not the editor in it.
type grown struct{ part *part }

// MinSize is called by Fyne.
func (g grown) MinSize([]fyne.CanvasObject) fyne.Size { return g.part.text.MinSize() }

// Layout is called by Fyne.
func (g grown) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	g.part.text.Resize(size)
	g.part.fit()
}

// fit sets the rows of the editor and reports whether they have changed. It
// asks the toolkit for nothing else, since that measures the text anew.
func (t *part) fit() bool {
	rows := rowsOf(t.text.Text, t.text.Size().Width-3*theme.InnerPadding())
	rows = min(max(rows+1, leastRows), mostRows)
	if rows == t.rows {
		return false
	}
	t.rows = rows
	t.text.SetMinRowsVisible(rows)
	return true
}

// rowsOf is about how many rows text takes in a column of width pixels: Han
// characters are as wide as they are high, others half as wide.
func rowsOf(text string, width float32) int {
	em := theme.TextSize()
	if width < em {
		return leastRows
	}
	rows, x := 1, float32(0)
	for _, r := range text {
		w := em
		if r < 0x2000 {
			w = em * 0.6
		}
		switch {
		case r == '\n':
			rows, x = rows+1, 0
			continue
		case x+w > width:
			rows, x = rows+1, 0
		}
		x += w
	}
	return rows
}

// follow keeps the line that is being typed in view.
func (b *body) follow(t *part) {
	if b.page.win.Canvas().Focused() != fyne.Focusable(t.text) {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(t.text).Y - driver.AbsolutePositionForObject(b.page.sheet).Y
	b.page.revealAt(top+t.text.CursorPosition().Y, 2*theme.TextSize())
}

// find returns the place of the part called key.
func (b *body) find(key string) (fyne.CanvasObject, fyne.Focusable) {
	draft := b.page.d.Draft()
	if draft == nil || draft.Form == annotate.Revision {
		return nil, nil
	}
	for _, t := range b.parts {
		if key == t.which.Key(draft.Form) || key == "body" && t.which == desk.Situation {
			return t.box, t.text
		}
	}
	return nil, nil
}
