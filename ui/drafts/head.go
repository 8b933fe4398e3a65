package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A toolbar holds what can be done with the open draft.
type toolbar struct {
	page          *Page
	state         *widgets.Passage
	insert, final *widget.Button
	rows          *toolRows
	box           fyne.CanvasObject
}

func newToolbar(p *Page) *toolbar {
	t := &toolbar{page: p, state: say("", one), rows: new(toolRows)}
	var more *widget.Button
	t.insert = widget.NewButton(p.w.Text("drafts.insert"), func() { p.body.chooseInsertion(t.insert) })
	more = widget.NewButton(p.w.Text("drafts.more"), func() { p.chooseMore(more) })
	for _, b := range []*widget.Button{t.insert, more} {
		b.SetIcon(theme.MenuDropDownIcon())
		b.IconPlacement = widget.ButtonIconTrailingText
	}
	t.final = widget.NewButton(p.w.Text("drafts.stage.to.已定稿"), func() { p.setState(annotate.Final) })
	t.box = widgets.NewPane(widgets.ColorPaper, container.NewVBox(
		container.New(widgets.Inset{X: 24, Y: 8}, container.New(t.rows, container.NewHBox(
			widget.NewButton(p.w.Text("drafts.check"), p.goToFindings), t.insert,
			widget.NewButton(p.w.Text("drafts.find"), func() { p.find_.open(true) }),
			widget.NewButton(p.w.Text("drafts.older"), p.chooseOlder), more,
		), container.New(widgets.Middle{}, t.state), container.NewHBox(t.final, widget.NewButton(p.w.Text("drafts.preview"), p.preview), primary(p.w.Text("drafts.pdf"), p.Print)))),
		widget.NewSeparator(),
	))
	return t
}

// redraw shows how long the draft is.
func (t *toolbar) redraw() {
	state := ""
	if draft := t.page.d.Draft(); draft.Form != annotate.Revision {
		state = t.page.w.Text("drafts.total", "n", length(*draft))
	}
	t.state.SetText(state)
	widgets.Shown(t.final, t.page.d.SetState(annotate.Final).Off == nil && t.page.d.State() == annotate.Drafting)
	enabled(t.insert, !t.page.d.Frozen())
}

// saveCopy saves the draft as a file of its own.
func (p *Page) saveCopy() {
	if draft := p.d.Draft(); draft != nil {
		p.Save(desk.CopyName(*draft), p.d.SaveCopy)
	}
}

// preview shows the paper before it is made.
func (p *Page) preview() { p.d.Press(p.d.PreviewDraft()) }

// Print makes the paper of the open draft; what is grave is shown once more before
// that.
func (p *Page) Print() {
	if p.d.Draft() == nil {
		return
	}
	p.lookOnceMore("drafts.print.ask", "drafts.print.anyway", func() { p.Save(desk.FileName(*p.d.Draft()), p.d.Print) })
}

// A head is the top of the sheet: what it is, and its title.
type head struct {
	page  *Page
	form  *widget.Select
	title *widgets.Field
	final *widgets.Passage // the title of a finalised draft: nobody may write in it
	box   fyne.CanvasObject
}

func newHead(p *Page) *head {
	h := &head{page: p, title: widgets.NewField(),
		final: say("", widgets.Lettering{Bold: true, Wrap: true, Size: theme.SizeNameSubHeadingText})}
	var forms []string
	for _, f := range annotate.Forms {
		forms = append(forms, string(f))
	}
	h.form = widget.NewSelect(forms, func(f string) { p.d.SetForm(annotate.Form(f)) })
	h.title.OnChanged = p.d.SetTitle
	h.title.OnBlur = p.left
	h.box = container.NewBorder(nil, nil, container.New(widgets.FixedWidth(120), h.form), nil,
		container.NewStack(p.rolling(h.title), container.New(widgets.Inset{X: 8}, container.New(widgets.Middle{}, h.final))))
	return h
}

func (h *head) redraw(fresh bool) {
	draft := h.page.d.Draft()
	h.form.SetSelected(string(draft.Form))
	h.title.SetPlaceHolder(h.page.w.Text("drafts.title.hint", "form", draft.Form, "example", h.page.d.TitleExample()))
	fill(h.page, h.title, draft.Title, fresh)
	enabled(h.title, !h.page.d.Frozen())
	h.final.SetText(draft.Title)
	widgets.Shown(h.title, !h.page.d.Frozen())
	widgets.Shown(h.final, h.page.d.Frozen())
	enabled(h.form, !h.page.d.Frozen())
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
	return container.New(widgets.FixedWidth(width), layout.NewSpacer())
}
