// Package drafts is the page 建议: the list of drafts, and the open one as a
// single sheet to write on from top to bottom.
//
// It draws the desk and calls it; it decides nothing and keeps nothing a user
// typed. A field that is being typed in is never written to from here.
package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A Page is the page 建议.
type Page struct {
	// Save asks where a file called name should go and calls done with the
	// path, or not at all. Open opens a file with the system's program for it;
	// Reveal shows it in its folder. The window sets them.
	//
	// Choose asks for a file to read.
	Save         func(name string, done func(path string))
	Choose       func(done func(path string))
	Open, Reveal func(path string)

	d   *desk.Desk
	w   assets.Words
	win fyne.Window

	list      *draftList
	bar       *toolbar
	head      *head
	quotes    *quotes
	body      *body
	form      *form
	findings  *findings
	next      *next
	reference *reference
	stage     *stage
	scope     *scope
	cosign    *cosign
	files     *files
	find_     *findbar

	open   *fyne.Container   // toolbar, sheet and findings of the open draft
	left_  *fyne.Container   // the list, and what the open draft rests on
	beside fyne.CanvasObject // what the draft rests on, left of it
	place  *fyne.Container   // where the amendments of a 修改意见 stand on the sheet
	cited  *fyne.Container   // where the citations stand beside it

	sheet  *fyne.Container // the column of the open draft
	scroll *container.Scroll
	choose fyne.CanvasObject // instead of the sheet while no draft is open
	empty  fyne.CanvasObject // instead of everything while there are no drafts
	desk   fyne.CanvasObject // list and sheet
	all    *fyne.Container

	shown annotate.ProposalID // the draft on the sheet
	as    annotate.Form       // and its form
}

// listWidth is the width of the drafts and of what the open one rests on, left
// of the sheet: two lines of fifteen characters hold most titles and quotations.
const listWidth = 272

// New returns the page; nil functions of the result do nothing.
func New(d *desk.Desk, w assets.Words, win fyne.Window) *Page {
	p := &Page{
		Save: func(string, func(string)) {}, Choose: func(func(string)) {}, Open: func(string) {}, Reveal: func(string) {},
		d: d, w: w, win: win,
	}
	p.scroll = container.NewVScroll(nil)
	p.list = newDraftList(p)
	p.bar = newToolbar(p)
	p.head = newHead(p)
	p.quotes = newQuotes(p)
	p.body = newBody(p)
	p.form = newForm(p)
	p.findings = newFindings(p)
	p.next = newNext(p)

	p.stage = newStage(p)
	p.scope = newScope(p)
	p.cosign = newCosign(p)
	p.files = newFiles(p)
	p.reference = newReference(p)
	p.find_ = newFindbar(p)

	p.place, p.cited = container.NewStack(), container.NewStack()
	p.sheet = container.New(widgets.Column{Most: widest, Side: 24, End: 20, Gap: 20},
		p.next.box, p.head.box, p.scope.box, p.place, p.body.box, p.form.box, p.cosign.box, p.files.box, p.reference.box)
	p.scroll.Content = p.sheet
	p.open = container.NewBorder(container.NewVBox(p.bar.box, p.stage.box, p.find_.box), p.findings.box, nil, nil, p.scroll)
	p.choose = container.NewCenter(say(p.w.Text("drafts.choose"), secondary))
	p.beside = container.NewBorder(widget.NewSeparator(), nil, nil, nil,
		container.NewVScroll(container.New(widgets.Column{Side: 12, End: 8}, p.cited)))
	p.left_ = container.New(halves{}, p.list.box, p.beside)
	left := container.New(drawer{}, widgets.NewPane(widgets.ColorPane, p.left_))
	p.desk = container.New(beside{p.left_, p.bar.rows}, left, widget.NewSeparator(),
		widgets.NewPane(widgets.ColorPaper, container.NewStack(p.open, p.choose)))
	p.empty = widgets.NewPane(widgets.ColorPaper, container.NewCenter(container.New(widgets.Column{Gap: 16},
		container.NewCenter(say(p.w.Text("drafts.empty"), plain)),
		container.NewHBox(layout.NewSpacer(), primary(p.w.Text("drafts.write"), p.write), p.list.another(), layout.NewSpacer()),
	)))
	p.all = container.NewStack(p.desk, p.empty)
	p.Changed(desk.Everything)
	return p
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.all }

// Changed redraws what shows topic t.
func (p *Page) Changed(t desk.Topic) {
	switch t {
	case desk.Drafted:
		p.listed()
	case desk.Edited:
		p.list.forget()
		p.edited()
	case desk.Saved:
		if _, waiting := p.d.SavedAt(); !waiting {
			p.checked()
		}
	case desk.Selected:
		p.quotes.offer()
	case desk.Ruled, desk.Compared:
		p.ruled()
	case desk.Pages, desk.Noted:
		p.list.forget()
	case desk.Everything:
		p.findings.last = nil // another look has other colours
		p.listed()
		p.edited()
	}
}

// ruled draws anew what another rule pack, or other files to compare with,
// change: the fields offer other words.
func (p *Page) ruled() {
	if p.d.Draft() != nil {
		p.form.build()
		p.form.redraw(true)
		p.checked()
	}
}

// listed redraws the list of drafts.
func (p *Page) listed() {
	p.list.redraw()
	widgets.Shown(p.empty, len(p.d.Drafts()) == 0 && !p.list.deleted())
	widgets.Shown(p.desk, !p.empty.Visible())
}

// edited redraws the open draft.
func (p *Page) edited() {
	draft := p.d.Draft()
	widgets.Shown(p.choose, draft == nil)
	widgets.Shown(p.open, draft != nil)
	widgets.Shown(p.beside, draft != nil && draft.Form != annotate.Revision)
	p.left_.Refresh()
	p.list.redraw()
	if draft == nil {
		p.shown = ""
		return
	}
	fresh := draft.ID != p.shown
	if fresh || draft.Form != p.as {
		p.shown, p.as = draft.ID, draft.Form
		p.form.build()
	}
	if fresh && p.find_.box.Visible() {
		p.find_.close()
	}
	p.head.redraw(fresh)
	p.scope.redraw()
	p.arrange(draft.Form)
	p.quotes.redraw()
	p.body.redraw(fresh)
	p.form.redraw(fresh)
	p.cosign.redraw(fresh)
	p.files.redraw()
	p.turned()
	p.stage.redraw()
	p.checked()
	p.open.Refresh()
	if fresh {
		p.findings.turn(draft.Title == "" && length(*draft) == 0) // nobody is reproved for an empty sheet
		p.scroll.ScrollToTop()
	}
	if fresh && draft.Title == "" && p.d.Page() == desk.Drafting && p.head.title.Visible() {
		p.win.Canvas().Focus(p.head.title) // whoever begins can type at once
	}
	p.refit()
}

// arrange puts the quotations where the form has them: left of the text that
// rests on them, or on the sheet where they are what it is about.
func (p *Page) arrange(form annotate.Form) {
	on, off := p.cited, p.place
	if form == annotate.Revision {
		on, off = off, on
	}
	if len(on.Objects) == 0 {
		off.Objects, on.Objects = nil, []fyne.CanvasObject{p.quotes.box}
		off.Refresh()
		on.Refresh()
	}
	widgets.Shown(p.place, form == annotate.Revision)
}

// turned shows what is folded away with the rest of the sheet: co-signers and
// attachments stay in view once there are some, and where a 议案 needs them.
func (p *Page) turned() {
	draft := p.d.Draft()
	if draft == nil || p.cosign == nil {
		return
	}
	widgets.Shown(p.cosign.box, p.form.unfold || draft.Form == annotate.Motion && !draft.AsDelegation || len(draft.Cosigners)+len(draft.Signatures) > 0)
	widgets.Shown(p.cosign.line, !p.d.Frozen())
	widgets.Shown(p.files.box, p.form.unfold || len(draft.Attachments) > 0)
}

// checked redraws what the rules say of the open draft.
func (p *Page) checked() {
	if p.d.Draft() == nil {
		return
	}
	found := p.d.Findings()
	p.findings.redraw(found)
	p.bar.redraw()
	p.next.redraw()
	p.form.suggest()
	p.reference.redraw()
}

func (p *Page) write() { p.do(p.d.Write(annotate.Suggestion)) }

// do does what an action wants, if it is allowed.
func (p *Page) do(a desk.Action) {
	if a.Do != nil {
		a.Do()
	}
}

// left is called when the keyboard leaves a field: what was typed goes to disk.
func (p *Page) left() { p.d.LeaveField() }

// reveal scrolls the sheet so that o is in view, or its first height pixels.
func (p *Page) reveal(o fyne.CanvasObject, height float32) {
	driver := fyne.CurrentApp().Driver()
	p.revealAt(driver.AbsolutePositionForObject(o).Y-driver.AbsolutePositionForObject(p.sheet).Y, height)
}

// revealAt scrolls the sheet so that height pixels of it from top are in view.
func (p *Page) revealAt(top, height float32) {
	switch view := p.scroll.Size().Height; {
	case top < p.scroll.Offset.Y:
		p.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-revealSpace)))
	case top+height > p.scroll.Offset.Y+view:
		p.scroll.ScrollToOffset(fyne.NewPos(0, top+height+revealSpace-view))
	}
}

// revealSpace is how much of what surrounds a field stays in view with it.
const revealSpace = 40

// refit lays the sheet out again after a part of it has changed its height. It
// draws nothing anew, since it is called while somebody types.
func (p *Page) refit() {
	if p.sheet == nil || p.scroll.Size().IsZero() {
		return
	}
	size := fyne.NewSize(p.scroll.Size().Width, max(p.scroll.Size().Height, p.sheet.MinSize().Height))
	if size == p.sheet.Size() {
		p.sheet.Layout.Layout(p.sheet.Objects, size)
		return
	}
	p.sheet.Resize(size)
	p.scroll.Refresh()
}

// focus brings the field called key into view and puts the keyboard there. It
// goes to the nearest part of the sheet if there is no such field.
func (p *Page) focus(key string) {
	for _, part := range []func(string) (fyne.CanvasObject, fyne.Focusable){p.head.find, p.body.find, p.cosign.find, p.files.find, p.form.find, p.quotes.find} {
		o, f := part(key)
		if o == nil {
			continue
		}
		p.reveal(o, min(o.Size().Height, p.scroll.Size().Height/2))
		if f != nil {
			p.win.Canvas().Focus(f)
		}
		return
	}
}
