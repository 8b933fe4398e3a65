package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/widgets"
)

// chooseBeginning offers the ways to begin a draft: from nothing, from a
// template, or from what was written before.
func (p *Page) chooseBeginning(by fyne.CanvasObject) {
	item := func(label string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(label, do) }
	var items []*fyne.MenuItem
	for _, form := range annotate.Forms {
		items = append(items, item(p.w.Text("drafts.begin.form", "form", form), func() { p.do(p.d.Write(form)) }))
	}
	items = append(items, fyne.NewMenuItemSeparator(), item(p.w.Text("drafts.begin.file"), func() { p.Choose(p.copyFile) }))
	if all := p.d.Templates(); len(all) > 0 {
		items = append(items, fyne.NewMenuItemSeparator())
		for _, t := range all {
			items = append(items, item(p.w.Text("drafts.begin.template", "name", t.Name), func() { p.do(p.d.FromTemplate(t.ID)) }))
		}
		drop := item(p.w.Text("drafts.begin.drop"), nil)
		for _, t := range all {
			if drop.ChildMenu == nil {
				drop.ChildMenu = fyne.NewMenu("")
			}
			drop.ChildMenu.Items = append(drop.ChildMenu.Items, item(t.Name, func() { p.d.DropTemplate(t.ID) }))
		}
		items = append(items, drop)
	}
	popUp(p, by, items)
}

// chooseMore offers what is done with the open draft now and then.
func (p *Page) chooseMore(by fyne.CanvasObject) {
	draft := p.d.Draft()
	if draft == nil {
		return
	}
	item := func(key string, do func()) *fyne.MenuItem { return fyne.NewMenuItem(p.w.Text(key), do) }
	sign := item("drafts.stage.to.待签", func() { p.setState(annotate.Signing) })
	sign.Disabled = p.d.SetState(annotate.Signing).Off != nil
	popUp(p, by, []*fyne.MenuItem{
		sign,
		item("drafts.cosign.sheet", p.printSigners),
		fyne.NewMenuItemSeparator(),
		item("drafts.duplicate", func() { p.do(p.d.CopyDraft(draft.ID)) }),
		item("drafts.template", func() { p.d.SaveTemplate("") }),
		item("drafts.copy", p.saveCopy),
		fyne.NewMenuItemSeparator(),
		item("drafts.delete", p.list.remove),
	})
}

// copyFile begins a draft from a packet, a paper or a text file; of several
// proposals in it the deputy chooses one.
func (p *Page) copyFile(path string) {
	all, err := p.d.ReadProposals(path)
	if err != nil {
		p.d.Tell(err)
		return
	}
	if len(all) == 1 {
		p.do(p.d.Copy(all[0]))
		return
	}
	rows := container.NewVBox()
	list := container.NewVScroll(rows)
	list.SetMinSize(fyne.NewSize(520, 320))
	choice := dialog.NewCustom(p.w.Text("drafts.begin.choose"), p.w.Text("drafts.close"), list, p.win)
	for _, one := range all {
		title := widgets.Lettering{Cut: true}
		rows.Add(container.NewBorder(nil, widget.NewSeparator(), nil,
			container.New(widgets.Inset{X: 12, Y: 6}, widget.NewButton(p.w.Text("drafts.duplicate"), func() {
				choice.Hide()
				p.do(p.d.Copy(one))
			})), container.New(widgets.Column{End: 6, Gap: 2}, say(titleOf(p, one), title), say(one.Deputy.Name, secondary))))
	}
	choice.Show()
}

// printSigners makes the list on which those who sign with the author sign.
func (p *Page) printSigners() {
	if draft := p.d.Draft(); draft != nil {
		p.Save(p.w.Text("drafts.cosign.file", "title", draft.Title)+".pdf", p.d.PrintSigners)
	}
}
