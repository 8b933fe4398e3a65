package targets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
)

// item is a line of a menu that does a; it is grey if a cannot be done.
func (p *Page) item(label string, a desk.Action) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, func() { p.d.Press(a) })
	i.Disabled = a.Off != nil
	return i
}

// drop shows a menu under something.
func (p *Page) drop(under fyne.CanvasObject, items []*fyne.MenuItem) {
	canvas := fyne.CurrentApp().Driver().CanvasForObject(under)
	if canvas == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(under)
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("", items...), canvas, at.AddXY(0, under.Size().Height))
}

// rowItems is what can be said of the target of a row.
func (p *Page) rowItems(r desk.TargetRow) []*fyne.MenuItem {
	id := r.Target.ID
	if r.State == desk.Deleted {
		return []*fyne.MenuItem{p.item(p.w.Text("targets.row.undelete"), p.d.RestoreTarget(id))}
	}
	items := []*fyne.MenuItem{
		p.item(p.w.Text("targets.row.confirm"), p.d.ConfirmTarget(id)),
		fyne.NewMenuItem(p.w.Text("targets.row.correct"), func() { p.edit(r, 1) }),
		fyne.NewMenuItem(p.w.Text("targets.row.split"), func() { p.edit(r, 2) }),
		p.item(p.w.Text("targets.row.delete"), p.d.DeleteTarget(id)),
	}
	if r.State != desk.AsRead && r.State != desk.Added {
		items = append(items, p.item(p.w.Text("targets.row.restore"), p.d.RestoreTarget(id)))
	}
	items = append(items, fyne.NewMenuItemSeparator())
	for _, m := range desk.TargetMarks {
		next := m
		if r.Mark == m {
			next = ""
		}
		i := p.item(p.w.Text("targets.row.mark", "mark", p.w.Text("targets.mark."+string(m))), p.d.MarkTarget(id, next))
		i.Checked = r.Mark == m
		items = append(items, i)
	}
	return items
}

// showMore opens the menu of what is seldom needed.
func (p *Page) showMore() {
	p.drop(p.more, []*fyne.MenuItem{
		fyne.NewMenuItem(p.w.Text("targets.page.import"), p.importCorrections),
		fyne.NewMenuItem(p.w.Text("targets.page.export"), p.exportCorrections),
		fyne.NewMenuItemSeparator(),
		p.item(p.w.Text("targets.page.add"), p.d.AddTarget()),
	})
}

// export asks for a name and saves the rows that are shown as a table.
func (p *Page) export() {
	p.save(p.d.TableName(p.w), func(path string) { p.d.SaveTargets(p.w, p.view, path) })
}

func (p *Page) exportCorrections() {
	p.save(p.w.Text("targets.corrections.file"), p.d.SaveCorrections)
}

func (p *Page) importCorrections() {
	if p.Choose != nil {
		p.Choose(p.d.ImportCorrections)
		return
	}
	ask := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err == nil && r != nil && r.Close() == nil {
			p.d.ImportCorrections(r.URI().Path())
		}
	}, p.win)
	ask.SetConfirmText(p.w.Text("targets.file.open"))
	ask.SetDismissText(p.w.Text("targets.file.cancel"))
	ask.Resize(fyne.NewSize(820, 560))
	ask.Show()
}

// save asks where a file called name should go.
func (p *Page) save(name string, done func(path string)) {
	if p.Save != nil {
		p.Save(name, done)
		return
	}
	ask := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err == nil && w != nil && w.Close() == nil {
			done(w.URI().Path())
		}
	}, p.win)
	ask.SetFileName(name)
	ask.SetConfirmText(p.w.Text("targets.file.save"))
	ask.SetDismissText(p.w.Text("targets.file.cancel"))
	ask.Resize(fyne.NewSize(820, 560))
	ask.Show()
}

// rowOf is the row of a target that the table shows now.
func (p *Page) rowOf(id target.ID) (desk.TargetRow, bool) {
	for _, r := range p.rows {
		if r.Target.ID == id {
			return r, true
		}
	}
	return desk.TargetRow{}, false
}
