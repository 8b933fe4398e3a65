package editions

import (
	"deputydesk/annotate"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// targets lists those that went or came.
func (p *Page) targets(key string, all []target.Target, colour fyne.ThemeColorName, open func(target.Target)) {
	p.group(key, len(all))
	for _, t := range all {
		var lead func()
		if open != nil {
			lead = func() { open(t) }
		}
		p.add("", t.Quote, colour, lead)
	}
}

// wordings lists what was reworded: what went is struck through, what came is
// underlined. Side by side needs more room than the pane has.
func (p *Page) wordings(all []annotate.WordChange) {
	if len(all) == 0 {
		return
	}
	head := widgets.NewPassage(p.words.Text("editions.changed", "n", len(all)), widgets.Lettering{Bold: true})
	beside := widget.NewButton(p.words.Text("editions.beside"), func() { p.beside(all) })
	p.rows.Add(container.NewBorder(nil, nil, container.NewCenter(head), beside))
	for _, e := range all {
		c := newWordingCard(widgets.NewRedline(pieces(desk.Against(e.OldText, e.NewText))))
		c.OnTap = func() { p.desk.GoToText(e.NewPlace, e.NewText) }
		p.rows.Add(c)
	}
}

// pieces is a comparison as the window shows it.
func pieces(spans []desk.Marked) []widgets.Piece {
	var all []widgets.Piece
	for _, s := range spans {
		change := widgets.Kept
		switch s.Mark {
		case desk.Struck:
			change = widgets.Gone
		case desk.Under:
			change = widgets.Come
		}
		all = append(all, widgets.Piece{Text: s.Text, Change: change})
	}
	return all
}

// half is one side of it.
func half(all []widgets.Piece, now bool) []widgets.Piece {
	var one []widgets.Piece
	for _, p := range all {
		if p.Change == widgets.Kept || (p.Change == widgets.Come) == now {
			one = append(one, p)
		}
	}
	return one
}

// Size of the side-by-side window, in pixels; it never leaves the program's.
const (
	besideWidth  = 1040
	besideHeight = 600
	besideEdge   = 80
)

// beside shows the two wordings of each sentence in two columns.
func (p *Page) beside(all []annotate.WordChange) {
	on := fyne.CurrentApp().Driver().CanvasForObject(p.object)
	if on == nil {
		return
	}
	caption := widgets.Lettering{Bold: true, Colour: widgets.ColorSecondary}
	rows := container.NewVBox()
	for _, e := range all {
		words := pieces(desk.Against(e.OldText, e.NewText))
		rows.Add(container.New(columns{gap: 32}, widgets.NewRedline(half(words, false)), widgets.NewRedline(half(words, true))))
		rows.Add(widget.NewSeparator())
	}
	head := container.New(columns{gap: 32}, widgets.NewPassage(p.words.Text("editions.old"), caption), widgets.NewPassage(p.words.Text("editions.new"), caption))
	d := dialog.NewCustom(p.words.Text("editions.changed", "n", len(all)), p.words.Text("editions.close"),
		container.NewBorder(head, nil, nil, nil, container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 4, 0, 12), rows))), windowOf(on))
	size := on.Size()
	d.Resize(fyne.NewSize(min(besideWidth, size.Width-besideEdge), min(besideHeight, size.Height-besideEdge)))
	d.Show()
}

// windowOf is the window that a canvas belongs to.
func windowOf(c fyne.Canvas) fyne.Window {
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w.Canvas() == c {
			return w
		}
	}
	return nil
}

// columns lays two wordings side by side, each in half the width.
type columns struct{ gap float32 }

// MinSize is called by Fyne.
func (c columns) MinSize(o []fyne.CanvasObject) fyne.Size {
	a, b := o[0].MinSize(), o[1].MinSize()
	return fyne.NewSize(a.Width+b.Width+c.gap, max(a.Height, b.Height)+2*theme.Padding())
}

// Layout is called by Fyne.
func (c columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	width := (size.Width - c.gap) / 2
	for i, each := range o {
		each.Resize(fyne.NewSize(width, each.MinSize().Height))
		each.Resize(fyne.NewSize(width, each.MinSize().Height)) // text that wraps knows its height only now
		each.Move(fyne.NewPos(float32(i)*(width+c.gap), theme.Padding()))
	}
}
