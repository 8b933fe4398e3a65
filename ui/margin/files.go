package margin

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// export asks where the notes should go: .md, .json or .docx.
func (p *Page) export() {
	p.done()
	p.Save(p.d.NotesName(), p.d.SaveNotes)
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
	rows := container.New(column{gap: 10})
	for _, status := range desk.NoteOutcomes { // what somebody must look at first
		for _, t := range all {
			if t.Outcome == status {
				rows.Add(container.New(column{gap: 2},
					widgets.NewPassage(p.w.Text("desk.notes."+string(status)), widgets.Lettering{Colour: outcomeColour(status), Size: theme.SizeNameCaptionText, Bold: true}),
					widgets.NewPassage(t.Quote, widgets.Lettering{Wrap: true})))
			}
		}
	}
	count := widgets.NewPassage(p.w.Text("margin.taken.count", args...), widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true})
	d := dialog.NewCustom(p.w.Text("margin.taken.title"), p.w.Text("margin.taken.close"),
		container.NewBorder(container.New(margins{0, 6}, count), nil, nil, nil, container.NewVScroll(rows)), p.win)
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

// lend marks a note 共享, or private again.
func (p *Page) lend(id annotate.NoteID) {
	p.done()
	if n, ok := p.d.Note(id); ok {
		p.d.Press(p.d.ShareNote(id, !n.ToShare))
	}
}

// show opens the outline, or closes it.
func (p *Page) show(yes bool) {
	shown(p.speech.all, yes)
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
