package drafts

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A files is the list of attachments, with their sizes.
type files struct {
	page  *Page
	title *widgets.Passage
	rows  *fyne.Container
	add   *widget.Button
	box   *fyne.Container
}

func newFiles(p *Page) *files {
	f := &files{page: p, title: say("", strong), rows: container.New(widgets.Column{Gap: 2})}
	f.add = widget.NewButton(p.w.Text("drafts.files.add"), func() { p.Choose(p.d.Attach) })
	f.box = container.New(widgets.Column{Gap: 6}, container.NewBorder(nil, nil, container.NewCenter(f.title), nil,
		container.NewHBox(container.NewCenter(say(p.w.Text("drafts.files.hint", "most", desk.MostFiles, "size", desk.MostFileSize>>20), secondary)),
			layout.NewSpacer(), f.add)), f.rows)
	return f
}

func (f *files) redraw() {
	draft := f.page.d.Draft()
	if draft == nil {
		return
	}
	all := desk.Attachments(*draft)
	f.title.SetText(f.page.w.Text("drafts.files"))
	f.rows.Objects = nil
	for i, one := range all {
		size := f.page.w.Text("drafts.files.name") // named only: the file goes along on paper
		if one.SHA256 != "" {
			size = sizeOf(one.Size)
		}
		drop := widgets.Quiet(f.page.w.Text("drafts.uncite"), func() { f.page.d.Detach(i) })
		enabled(drop, !f.page.d.Frozen())
		name := plain
		name.Cut = true
		f.rows.Add(container.NewBorder(nil, nil, nil, container.NewHBox(container.NewCenter(say(size, secondary)), drop),
			container.New(widgets.Middle{}, say(strconv.Itoa(i+1)+". "+one.Name, name))))
	}
	widgets.Shown(f.rows, len(all) > 0)
	enabled(f.add, len(all) < desk.MostFiles && !f.page.d.Frozen())
	f.rows.Refresh()
}

// sizeOf says how large a file is.
func sizeOf(n int) string {
	switch {
	case n >= 1<<20:
		return strconv.FormatFloat(float64(n)/(1<<20), 'f', 1, 64) + " MB"
	case n >= 1<<10:
		return strconv.Itoa((n+1<<9)>>10) + " KB"
	}
	return strconv.Itoa(n) + " B"
}

func (f *files) find(key string) (fyne.CanvasObject, fyne.Focusable) {
	if key != "attachments" {
		return nil, nil
	}
	f.page.form.unfoldFor(f.box)
	return f.box, f.add
}
