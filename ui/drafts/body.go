package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

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
	count *widget.Button // offers the numberings of the measures
	last  *part          // that had the keyboard last: what is inserted goes there
	box   *fyne.Container
}

// A part is one of them: its name, what belongs there, how long it is, and the
// text. A finalised text is shown as on paper, since nobody may write in it.
type part struct {
	which             desk.Part
	name, hint, count *widgets.Passage
	text              *widgets.Editor
	final             *widgets.Passage
	tidied            bool // what was pasted last was tidied
	box               fyne.CanvasObject
}

func newBody(p *Page) *body {
	b := &body{page: p, box: container.New(widgets.Column{Gap: 16})}
	for _, which := range desk.Parts {
		t := &part{which: which, name: say("", strong), hint: say("", one), count: say("", secondary), final: say("", prose)}
		t.text = widgets.NewEditor(leastRows, mostRows)
		t.text.Tidy = func(text string) string {
			tidy := annotate.Tidy(text)
			t.tidied = tidy != text
			return tidy
		}
		t.text.OnChanged = func(text string) {
			p.d.SetPartText(which, text)
			b.counted()
			t.tidied = false
			p.find_.look()
		}
		t.text.OnGrow = p.refit
		t.text.OnCursorChanged = func() { b.follow(t) }
		t.text.OnFocus = func() { b.last = t }
		t.text.OnBlur = p.left
		t.text.OnKey = func(k *fyne.KeyEvent) bool { return b.key(t, k) }
		right := container.NewHBox(container.NewCenter(t.count))
		if which == desk.Measures {
			b.count = widgets.Quiet(p.w.Text("drafts.number"), func() { b.chooseNumbering(b.count) })
			right.Add(b.count)
		}
		head := container.NewBorder(nil, nil, container.NewHBox(container.NewCenter(t.name), fixedSpace(4)), right,
			container.New(widgets.Middle{}, t.hint))
		t.box = container.NewBorder(container.New(widgets.Inset{X: 0, Y: 3}, head), nil, nil, nil,
			container.NewStack(t.text, container.New(widgets.Inset{X: 0, Y: 4}, t.final)))
		b.parts[which] = t
		b.box.Add(t.box)
	}
	b.last = b.parts[0]
	return b
}

func (b *body) redraw(fresh bool) {
	draft, frozen := b.page.d.Draft(), b.page.d.Frozen()
	widgets.Shown(b.box, draft.Form != annotate.Revision)
	widgets.Shown(b.count, !frozen)
	if fresh {
		b.last = b.parts[0]
	}
	for _, t := range b.parts {
		key := t.which.Key(draft.Form)
		t.name.SetText(b.page.w.Text("drafts.part." + key))
		t.hint.SetText(b.page.w.Text("drafts.part." + key + ".hint"))
		b.fill(t, b.page.d.PartText(t.which), fresh)
		t.final.SetText(b.page.d.PartText(t.which))
		widgets.Shown(t.text, !frozen)
		widgets.Shown(t.final, frozen)
		widgets.Shown(t.hint, !frozen)
	}
	b.counted()
	b.page.find_.look()
}

// fill brings text into the editor of a part. What stands there already is not
// touched, so that the editor can still undo what was typed before; another
// draft begins anew.
func (b *body) fill(t *part, text string, fresh bool) {
	was := t.text.Text()
	if was == text {
		return
	}
	if fresh || was == "" {
		t.text.SetText(text)
		return
	}
	start, end, mid := changedPart(was, text)
	focused := b.page.win.Canvas().Focused() == fyne.Focusable(t.text)
	caret, _ := t.text.Selection()
	t.text.Replace(start, end, mid)
	if focused { // somebody writes there: the caret stays where it is
		t.text.Select(caret, caret)
	}
}

// changedPart returns which bytes of one text another one has replaced, and by
// what. Both ends lie on rune boundaries.
func changedPart(was, now string) (start, end int, by string) {
	a, b := []rune(was), []rune(now)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	start, end = len(string(a[:head])), len(string(a[:len(a)-tail]))
	return start, end, string(b[head : len(b)-tail])
}

// counted shows how long the parts are, and their share.
func (b *body) counted() {
	chars, share := b.page.d.Lengths()
	for _, t := range b.parts {
		said := ""
		if chars[t.which] > 0 {
			said = b.page.w.Text("drafts.count", "n", chars[t.which], "share", share[t.which])
		}
		if t.tidied {
			said = b.page.w.Text("drafts.tidied") + b.page.w.Text("drafts.dot") + said
		}
		t.count.SetText(said)
	}
}

// follow keeps the line that is being typed in view.
func (b *body) follow(t *part) {
	if b.page.win.Canvas().Focused() != fyne.Focusable(t.text) {
		return
	}
	b.show(t)
}

// show brings the caret of a part into view.
func (b *body) show(t *part) {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(t.text).Y - driver.AbsolutePositionForObject(b.page.sheet).Y
	b.page.revealAt(top+t.text.CursorPosition().Y, t.text.LineHeight())
}

// highlight shows what was found in the text.
func (b *body) highlight(found []desk.Match) {
	var ranges [3][][2]int
	for _, m := range found {
		ranges[m.Part] = append(ranges[m.Part], [2]int{m.Start, m.End})
	}
	for i, t := range b.parts {
		t.text.Highlight(ranges[i])
	}
}

// select_ selects what was found, and brings it into view.
func (b *body) select_(m desk.Match) {
	for _, t := range b.parts {
		if t.which != m.Part {
			t.text.Select(0, 0)
		}
	}
	t := b.parts[m.Part]
	t.text.Select(m.Start, m.End)
	b.last = t
	b.show(t)
}

// find returns the place of the part called key.
func (b *body) find(key string) (fyne.CanvasObject, fyne.Focusable) {
	draft := b.page.d.Draft()
	if draft == nil || draft.Form == annotate.Revision {
		return nil, nil
	}
	for _, t := range b.parts {
		if key == t.which.Key(draft.Form) || key == "body" && t.which == desk.Situation {
			if b.page.d.Frozen() {
				return t.box, nil
			}
			return t.box, t.text
		}
	}
	return nil, nil
}
