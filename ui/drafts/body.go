package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

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
	text              *widgets.Editor
	box               fyne.CanvasObject
}

func newBody(p *Page) *body {
	b := &body{page: p, box: container.New(column{gap: 16})}
	for _, which := range desk.Parts {
		t := &part{which: which, name: say("", strong), hint: say("", secondary), count: say("", secondary)}
		t.text = widgets.NewEditor(leastRows, mostRows)
		t.text.OnChanged = func(text string) {
			p.d.SetPartText(which, text)
			b.counted()
		}
		t.text.OnGrow = p.refit
		t.text.OnCursorChanged = func() { b.follow(t) }
		t.text.OnBlur = p.left
		t.box = container.NewBorder(container.New(inset{0, 3}, container.NewBorder(nil, nil,
			container.NewHBox(t.name, fixedSpace(4), container.NewCenter(t.hint)), container.NewCenter(t.count))),
			nil, nil, nil, t.text)
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
		if fresh || b.page.win.Canvas().Focused() != fyne.Focusable(t.text) {
			t.text.SetText(b.page.d.PartText(t.which)) // never into what is being typed in
		}
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

// follow keeps the line that is being typed in view.
func (b *body) follow(t *part) {
	if b.page.win.Canvas().Focused() != fyne.Focusable(t.text) {
		return
	}
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(t.text).Y - driver.AbsolutePositionForObject(b.page.sheet).Y
	b.page.revealAt(top+t.text.CursorPosition().Y, t.text.LineHeight())
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
