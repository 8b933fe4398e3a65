package drafts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/widgets"
)

// A draftList is the list of drafts on the left.
type draftList struct {
	page  *Page
	rows  *fyne.Container
	undo  fyne.CanvasObject // says what was deleted, and takes it back
	gone  *widgets.Passage
	title string // of the draft that was deleted, "" if none
	box   fyne.CanvasObject
}

func newDraftList(p *Page) *draftList {
	l := &draftList{page: p, rows: container.NewVBox(), gone: say("", aside)}
	back := widgets.Quiet(p.w.Text("drafts.undelete"), l.takeBack)
	l.undo = widgets.NewPane(widgets.ColorField, container.New(widgets.Inset{X: 12, Y: 8},
		container.NewVBox(l.gone, container.New(widgets.Inset{X: -8}, container.NewHBox(back, layout.NewSpacer())))))
	head := container.New(widgets.Inset{X: 12, Y: 8}, container.NewBorder(nil, nil, nil,
		container.NewHBox(widget.NewButton(p.w.Text("drafts.write"), p.write), l.another()),
		container.NewHBox(container.NewCenter(say(p.w.Text("drafts.list"), strong)))))
	l.box = container.NewBorder(container.NewVBox(head, widget.NewSeparator()),
		l.undo, nil, nil, container.NewVScroll(l.rows))
	l.undo.Hide()
	return l
}

// another is the button beside 写建议 that offers the other ways to begin.
func (l *draftList) another() *widget.Button {
	var b *widget.Button
	b = widget.NewButtonWithIcon("", theme.MenuDropDownIcon(), func() { l.page.chooseBeginning(b) })
	return b
}

// redraw shows the drafts as they are.
func (l *draftList) redraw() {
	p := l.page
	open := p.d.Draft()
	l.rows.Objects = nil
	for _, draft := range p.d.Drafts() {
		id := draft.ID
		row := newDraftRow(draft, p, open != nil && open.ID == id, func() { p.d.OpenDraft(id) })
		l.rows.Add(row)
	}
	l.rows.Refresh()
}

// remove takes the open draft off the list.
func (l *draftList) remove() {
	draft := l.page.d.Draft()
	if draft == nil {
		return
	}
	title := titleOf(l.page, *draft)
	l.page.do(l.page.d.DeleteDraft(draft.ID))
	l.title = title
	l.gone.SetText(l.page.w.Text("drafts.deleted", "title", l.title))
	widgets.Shown(l.undo, true)
	l.page.listed()
}

func (l *draftList) takeBack() {
	l.page.do(l.page.d.Undo())
	l.forget()
}

// forget takes away the offer to take a deletion back: once something else was
// done, Undo would take back that.
func (l *draftList) forget() {
	if !l.deleted() {
		return
	}
	l.title = ""
	widgets.Shown(l.undo, false)
	l.page.listed()
}

// deleted reports whether a deletion can be taken back here.
func (l *draftList) deleted() bool { return l.title != "" }

// titleOf is what a draft is called in the list.
func titleOf(p *Page, draft annotate.Proposal) string {
	if draft.Title == "" {
		return p.w.Text("drafts.untitled")
	}
	return draft.Title
}

// state is how far a draft has come; one that was never said is 起草.
func state(s annotate.State) annotate.State {
	if s == "" {
		return annotate.Drafting
	}
	return s
}

// A draftRow is a draft in the list: its title, and under it form, state and
// when it was last changed.
type draftRow struct {
	widget.BaseWidget
	tapped       func()
	open, over   bool
	title, about *widgets.Passage
	ground, bar  *canvas.Rectangle
}

var (
	_ fyne.Tappable     = (*draftRow)(nil)
	_ desktop.Hoverable = (*draftRow)(nil)
)

func newDraftRow(draft annotate.Proposal, p *Page, open bool, tapped func()) *draftRow {
	r := &draftRow{tapped: tapped, open: open}
	bold := prose
	bold.Bold = open
	r.title = say(titleOf(p, draft), bold)
	r.about = say(p.w.Text("drafts.row", "form", draft.Form, "state", state(draft.State), "time", p.when(draft.Changed)), secondary)
	r.ground, r.bar = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	r.ExtendBaseWidget(r)
	return r
}

// Tapped opens the draft.
func (r *draftRow) Tapped(*fyne.PointEvent) { r.tapped() }

// MouseIn is called by Fyne.
func (r *draftRow) MouseIn(*desktop.MouseEvent) { r.over = true; r.colour() }

// MouseMoved is called by Fyne.
func (r *draftRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (r *draftRow) MouseOut() { r.over = false; r.colour() }

// Cursor is called by Fyne.
func (r *draftRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (r *draftRow) colour() {
	r.ground.FillColor, r.bar.FillColor = color.Transparent, color.Transparent
	switch {
	case r.open:
		r.ground.FillColor, r.bar.FillColor = theme.Color(widgets.ColorField), theme.Color(widgets.ColorSeal)
	case r.over:
		r.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	r.ground.Refresh()
	r.bar.Refresh()
}

// CreateRenderer is called by Fyne.
func (r *draftRow) CreateRenderer() fyne.WidgetRenderer {
	r.colour()
	r.bar.SetMinSize(fyne.NewSize(3, 0))
	return widget.NewSimpleRenderer(container.NewStack(r.ground, container.NewBorder(nil, nil, r.bar, nil,
		container.New(widgets.Inset{X: 9, Y: 8}, container.NewVBox(r.title, r.about)))))
}

func enabled(b fyne.Disableable, yes bool) {
	if yes {
		b.Enable()
	} else {
		b.Disable()
	}
}
