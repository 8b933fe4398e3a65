package issue

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// day is how a day is written on the page.
const day = "2006年1月2日"

// before lists the archived sessions that are compared with.
func (f *form) before() fyne.CanvasObject {
	p := f.p
	list := container.New(widgets.Column{Gap: 6})
	f.fill = append(f.fill, func() {
		list.RemoveAll()
		for _, past := range p.d.Past() {
			id := past.ID
			drop := widget.NewButton(p.w.Text("issue.past.drop"), func() { p.d.ForgetPast(id); p.draw() })
			drop.Importance = widget.LowImportance
			list.Add(container.New(beside(72), container.New(middle{}, widgets.NewPassage(p.w.Text("issue.past.row", "session", past.Session,
				"n", past.Entries, "day", past.Made.In(annotate.Beijing).Format(day)), prose)), drop))
		}
		if len(p.d.Past()) == 0 {
			list.Add(widgets.NewPassage(p.w.Text("issue.past.none"), aside))
		}
		list.Add(container.NewHBox(widget.NewButton(p.w.Text("issue.past.open"), func() { p.Choose(p.o.UsePast) })))
		list.Refresh()
	})
	return list
}

// archived says when the register was archived last.
func (f *form) archived() fyne.CanvasObject {
	said := widgets.NewPassage("", prose)
	f.fill = append(f.fill, func() { said.SetText(f.p.archivedText()) })
	return said
}

func (p *Page) archivedText() string {
	a, current := p.d.ArchivedLast()
	switch {
	case a.ID == "":
		return p.w.Text("issue.archived.never")
	case !current:
		return p.w.Text("issue.archived.before", "file", a.File, "day", a.Made.In(annotate.Beijing).Format(day))
	}
	return p.w.Text("issue.archived.now", "file", a.File, "day", a.Made.In(annotate.Beijing).Format(day))
}

// scrub says what goes and what stays, and asks twice before it goes.
func (f *form) scrub() fyne.CanvasObject {
	p := f.p
	goes, stays, said := widgets.NewPassage("", prose), widgets.NewPassage(p.w.Text("issue.scrub.stays"), prose), widgets.NewPassage("", prose)
	sure := widget.NewCheck(p.w.Text("issue.scrub.sure"), nil)
	without := widget.NewCheck(p.w.Text("issue.scrub.without"), nil)
	do := widget.NewButton(p.w.Text("issue.scrub.do"), func() {
		sure.SetChecked(false)
		without.SetChecked(false)
		p.o.Scrub()
	})
	do.Importance = widget.DangerImportance
	archive := widget.NewButton(p.w.Text("issue.scrub.archive"), func() { p.o.TakeUp(staff.ArchiveJob) })
	able := func() {
		_, current := p.d.ArchivedLast()
		n, err := p.d.Scrubbing()
		if err == nil && n.Entries > 0 && sure.Checked && (current || without.Checked) {
			do.Enable()
		} else {
			do.Disable()
		}
		visible(without, !current)
		visible(archive, !current)
	}
	sure.OnChanged = func(bool) { able() }
	without.OnChanged = func(bool) { able() }
	f.fill = append(f.fill, func() {
		n, err := p.d.Scrubbing()
		p.d.Tell(err)
		goes.SetText(p.w.Text("issue.scrub.goes", "n", n.Entries, "deputies", n.Deputies, "files", n.Files, "earlier", n.Earlier, "texts", n.Texts, "named", n.Named))
		said.SetText(p.archivedText())
		able()
	})
	return container.New(widgets.Column{Gap: 10}, goes, stays, container.New(beside(110), container.New(middle{}, said), archive), without, sure, container.NewHBox(do))
}
