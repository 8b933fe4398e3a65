// Package editions shows what became of a report from one edition to the next
// (换文本): numbers that changed first, then targets that went or came, then the
// notes and citations concerned, with a tray of those whose words were not found,
// then what was reworded, removed, added and moved.
//
// It draws a desk and calls its methods; it decides nothing.
package editions

import (
	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Page is the pane of changes.
type Page struct {
	// OnClose is called when the pane shall go.
	OnClose func()

	desk   *desk.Desk
	words  assets.Words
	rows   *fyne.Container
	object fyne.CanvasObject
	tray   []*widget.Button // each ties a lost note to the selection
}

// New returns the pane of d.
func New(d *desk.Desk, w assets.Words) *Page {
	p := &Page{desk: d, words: w, rows: container.New(layout.NewCustomPaddedVBoxLayout(4))}
	closing := widget.NewButtonWithIcon("", theme.CancelIcon(), p.shut)
	closing.Importance = widget.LowImportance
	head := container.New(layout.NewCustomPaddedLayout(8, 4, side, side), container.NewBorder(nil, nil, nil, closing,
		container.NewVBox(layout.NewSpacer(), widgets.NewPassage(w.Text("editions.title"), widgets.Lettering{Bold: true}), layout.NewSpacer())))
	p.object = container.NewBorder(head, nil, nil, nil,
		container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 12, side, side), p.rows)))
	return p
}

// side is the room beside the rows, in pixels.
const side = 10

// Object is what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.object }

func (p *Page) shut() {
	if p.OnClose != nil {
		p.OnClose()
	}
}

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	switch t {
	case desk.Text, desk.Noted, desk.Drafted, desk.Everything:
		p.Draw()
	case desk.Selected:
		for _, b := range p.tray {
			widgets.Shown(b, !p.desk.Selection().Empty())
		}
	}
}

// Draw lists the changes anew.
func (p *Page) Draw() {
	p.rows.RemoveAll()
	p.tray = nil
	r := p.desk.Revised()
	if r == nil {
		p.rows.Refresh()
		return
	}
	if r.None() {
		p.rows.Add(widgets.NewPassage(p.words.Text("editions.none"), widgets.Lettering{Wrap: true}))
	}
	p.group("editions.numbers", len(r.Numbers))
	for _, n := range r.Numbers {
		p.add(p.words.Text("editions.number", "old", p.or(n.Old), "new", p.or(n.New)), n.NewText, widgets.ColorSeal,
			func() { p.desk.GoToText(n.NewPlace, n.NewText) })
	}
	p.targets("editions.targets.removed", r.TargetsRemoved, widgets.ColorWarning, nil)
	p.targets("editions.targets.added", r.TargetsAdded, widgets.ColorDone, func(t target.Target) { p.desk.GoToText(t.Paragraph, t.Quote) })
	p.group("editions.touched", len(r.Touched))
	for _, each := range r.Touched {
		p.touched(each)
	}
	p.group("editions.tray", len(r.Tray))
	if len(r.Tray) > 0 {
		p.rows.Add(widgets.NewPassage(p.words.Text("editions.tray.hint"), widgets.Lettering{Wrap: true, Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText}))
	}
	for _, each := range r.Tray {
		p.touched(each)
	}
	p.wordings(r.Changed)
	p.group("editions.removed", len(r.Removed))
	for _, e := range r.Removed {
		p.add("", e.Text, widgets.ColorHairline, nil)
	}
	p.group("editions.added", len(r.Added))
	for _, e := range r.Added {
		p.add("", e.Text, widgets.ColorDone, func() { p.desk.GoToText(e.Paragraph, e.Text) })
	}
	p.group("editions.moved", len(r.Moved))
	for _, e := range r.Moved {
		p.add("", e.NewText, widgets.ColorHairline, func() { p.desk.GoToText(e.NewPlace, e.NewText) })
	}
	p.rows.Refresh()
}

// or says that a figure is not there.
func (p *Page) or(figure string) string {
	if figure == "" {
		return p.words.Text("editions.nothing")
	}
	return figure
}

func (p *Page) group(key string, n int) {
	if n > 0 {
		p.rows.Add(widgets.NewPassage(p.words.Text(key, "n", n), widgets.Lettering{Bold: true}))
	}
}

// touched shows a note or a citation whose words are not simply there.
func (p *Page) touched(t desk.Touched) {
	what := p.words.Text("editions.note")
	if t.Draft != "" {
		what = p.words.Text("editions.cite", "title", t.Title)
	}
	what += " · " + p.words.Text("editions.status."+string(t.Found.Status))
	text := "“" + t.Quote + "”"
	if t.Found.Status == annotate.NumberChanged || t.Found.Status == annotate.Reworded {
		text += " → “" + t.Found.Text + "”"
	}
	if t.Text != "" {
		text += "\n" + t.Text
	}
	lead := func() { p.desk.GoToText(t.Found.Paragraph, t.Found.Text) }
	if t.Found.Status == annotate.Orphan {
		lead = nil
	}
	p.add(what, text, widgets.ColorWarning, lead)
	if t.Note == "" || t.Found.Status == annotate.Attached {
		return
	}
	b := widget.NewButton(p.words.Text("editions.reattach"), func() { p.desk.Press(p.desk.Reattach(t.Note)) })
	widgets.Shown(b, !p.desk.Selection().Empty())
	p.tray = append(p.tray, b)
	p.rows.Add(b)
}

// add adds a card with a caption, words, a bar in colour, and where it leads.
func (p *Page) add(caption, text string, colour fyne.ThemeColorName, open func()) {
	c := newCard(caption, text, colour, colour == widgets.ColorSeal)
	c.OnTap = open
	p.rows.Add(c)
}
