package margin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// offer shows what kinds of file the notes can go into.
func (p *Page) offer() {
	item := func(key, ext string, shared bool) *fyne.MenuItem {
		return fyne.NewMenuItem(p.w.Text("margin.export."+key), func() { p.export(ext, shared) })
	}
	menu := fyne.NewMenu("", item("md", ".md", false), item("docx", ".docx", false), item("json", ".json", false),
		fyne.NewMenuItemSeparator(), item("shared", ".json", true),
		fyne.NewMenuItemSeparator(), fyne.NewMenuItem(p.w.Text("margin.import"), p.take))
	widget.ShowPopUpMenuAtRelativePosition(menu, p.win.Canvas(), fyne.NewPos(0, p.exporting.Size().Height+4), p.exporting)
}

// export asks where the notes should go.
func (p *Page) export(ext string, shared bool) {
	p.done()
	p.Save(p.d.NotesName(ext), func(path string) {
		v := p.view // what is listed is what goes out
		v.Shared = v.Shared || shared
		p.d.SaveNotes(desk.NoteChoice{View: v}, path)
	})
}

// take asks for a file of notes and tells of each what became of it.
func (p *Page) take() {
	p.done()
	p.Choose(func(path string) {
		if all := p.d.ImportNotes(path); all != nil {
			p.tell(all)
		}
	})
}

// tell shows a row for each note of a file.
func (p *Page) tell(all []desk.TakenNote) {
	args := []any{"n", len(all)}
	for status, n := range desk.CountTaken(all) {
		args = append(args, string(status), n)
	}
	rows := container.New(widgets.Column{Gap: 10})
	for _, status := range desk.NoteOutcomes { // what somebody must look at first
		for _, t := range all {
			if t.Outcome == status {
				rows.Add(container.New(widgets.Column{Gap: 2},
					widgets.NewPassage(p.w.Text("desk.notes."+string(status)), widgets.Lettering{Colour: outcomeColour(status), Size: theme.SizeNameCaptionText, Bold: true}),
					widgets.NewPassage(t.Quote, widgets.Lettering{Wrap: true})))
			}
		}
	}
	count := widgets.NewPassage(p.w.Text("margin.taken.count", args...), widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true})
	d := dialog.NewCustom(p.w.Text("margin.taken.title"), p.w.Text("margin.taken.close"),
		container.NewBorder(container.New(widgets.Inset{X: 0, Y: 6}, count), nil, nil, nil, container.NewVScroll(rows)), p.win)
	d.Resize(fyne.NewSize(640, 420))
	d.Show()
}

// outcomeColour is an alarm where a number has changed, and a warning where a
// person must look.
func outcomeColour(s annotate.Status) fyne.ThemeColorName {
	switch s {
	case annotate.NumberChanged:
		return theme.ColorNameError
	case annotate.Attached:
		return widgets.ColorDone
	case desk.AlreadyThere:
		return widgets.ColorSecondary
	}
	return widgets.ColorWarning
}

// choose puts a note into the outline, or takes it out again.
func (p *Page) choose(id annotate.NoteID) {
	p.done()
	if p.d.InOutline(id) {
		p.d.Press(p.d.DropPoint(id))
		return
	}
	p.d.Press(p.d.ChoosePoint(id))
	p.show(true)
	p.speech.scroll.ScrollToBottom()
}

// show opens the outline, or closes it.
func (p *Page) show(yes bool) {
	widgets.Shown(p.speech.all, yes)
	p.all.Refresh()
}

// printOutline asks where the paper should go and opens it to be printed.
func (p *Page) printOutline() {
	p.Save(p.d.OutlineName(), func(path string) { p.d.SaveOutline(path, p.Open) })
}

// focused is what has the keyboard.
func (p *Page) focused() fyne.Focusable {
	if c := p.win.Canvas(); c != nil {
		return c.Focused()
	}
	return nil
}
