package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A toolbar holds what can be done with the open draft.
type toolbar struct {
	page  *Page
	state *widgets.Passage
	box   fyne.CanvasObject
}

func newToolbar(p *Page) *toolbar {
	t := &toolbar{page: p, state: say("", secondary)}
	t.box = widgets.NewPane(widgets.ColorPaper, container.NewVBox(
		container.New(inset{24, 8}, container.NewHBox(
			widget.NewButton(p.w.Text("drafts.check"), p.goToFindings),
			widget.NewButton(p.w.Text("drafts.older"), p.chooseOlder),
			widget.NewButton(p.w.Text("drafts.copy"), p.saveCopy),
			layout.NewSpacer(),
			container.NewCenter(t.state),
			fixedSpace(8),
			primary(p.w.Text("drafts.pdf"), p.print),
		)),
		widget.NewSeparator(),
	))
	return t
}

// redraw shows how long the draft is and how much is left to look at.
func (t *toolbar) redraw(found []check.Finding) {
	state := tally(t.page.w.Text, found)
	if draft := t.page.d.Draft(); draft.Form != annotate.Revision {
		state = t.page.w.Text("drafts.total", "n", length(*draft)) + t.page.w.Text("drafts.dot") + state
	}
	t.state.SetText(state)
}

// saveCopy saves the draft as a file of its own.
func (p *Page) saveCopy() {
	if draft := p.d.Draft(); draft != nil {
		p.Save(desk.CopyName(*draft), p.d.SaveCopy)
	}
}

// print makes the paper.
func (p *Page) print() {
	if draft := p.d.Draft(); draft != nil {
		p.Save(desk.FileName(*draft), p.d.Print)
	}
}

// A head is the top of the sheet: what it is, and its title.
type head struct {
	page  *Page
	form  *widget.Select
	title *widgets.Field
	box   fyne.CanvasObject
}

func newHead(p *Page) *head {
	h := &head{page: p, title: widgets.NewField()}
	var forms []string
	for _, f := range annotate.Forms {
		forms = append(forms, string(f))
	}
	h.form = widget.NewSelect(forms, func(f string) { p.d.SetForm(annotate.Form(f)) })
	h.title.OnChanged = p.d.SetTitle
	h.title.OnBlur = p.left
	h.box = container.NewBorder(nil, nil, container.New(fixedWidth(120), h.form), nil, h.title)
	return h
}

func (h *head) redraw(fresh bool) {
	draft := h.page.d.Draft()
	h.form.SetSelected(string(draft.Form))
	h.title.SetPlaceHolder(h.page.w.Text("drafts.title.hint", "form", draft.Form, "example", h.page.d.TitleExample()))
	fill(h.page, h.title, draft.Title, fresh)
}

// find returns the place of the field called key.
func (h *head) find(key string) (fyne.CanvasObject, fyne.Focusable) {
	switch key {
	case "title":
		return h.title, h.title
	case "kind":
		return h.form, h.form
	}
	return nil, nil
}

// fill writes text into a field, but never while it is being typed in, unless
// another draft has come onto the sheet.
func fill(p *Page, f *widgets.Field, text string, fresh bool) {
	if f.Text == text || !fresh && p.win.Canvas().Focused() == fyne.Focusable(f) {
		return
	}
	changed := f.OnChanged
	f.OnChanged = nil
	f.SetText(text)
	f.CursorRow, f.CursorColumn = 0, 0
	f.OnChanged = changed
	f.Refresh()
}

func fixedSpace(width float32) fyne.CanvasObject {
	return container.New(fixedWidth(width), layout.NewSpacer())
}
