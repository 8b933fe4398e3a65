package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// share sends the chosen entries, or what the filter leaves, to colleagues.
func (p *Page) share() {
	var ids []annotate.ProposalID
	if p.ledger.count() > 0 {
		ids = p.ledger.subjects()
	}
	p.Save(p.o.ShareName(), func(path string) {
		file, n, err := p.o.Share(path, ids...)
		if err == nil {
			err = &desk.Outcome{Key: "entries.share.done", Args: []any{"n", n, "file", file}}
		}
		p.d.Tell(err)
	})
}

// askReturned asks for a spreadsheet that came back and shows what would change.
func (p *Page) askReturned() {
	p.Choose(func(path string) {
		r, err := p.o.ReadReturned(path)
		if err != nil {
			p.d.Tell(err)
			return
		}
		p.named(func() { p.showReturned(r) })
	})
}

// The size of the list of changes, in pixels.
const returnedWidth, returnedHeight = 860, 340

// showReturned lists what a spreadsheet would change: a tick takes what it says,
// without one the register stays as it is.
func (p *Page) showReturned(r staff.Returned) {
	sum := widgets.NewPassage("", heading)
	yes := widget.NewButton("", nil)
	yes.Importance = widgets.Primary
	count := func() {
		sum.SetText(p.w.Text("entries.return.sum", "file", r.File, "rows", r.Rows, "cells", len(r.Cells), "conflicts", r.Conflicts(), "faults", len(r.Faults)))
		yes.SetText(p.w.Text("entries.return.yes", "n", r.Taken()))
		able(yes, r.Taken() > 0)
	}
	from := widgets.NewField()
	from.SetText(r.From)
	from.SetPlaceHolder(p.w.Text("entries.return.from.hint"))
	list := widget.NewList(func() int { return len(r.Faults) + len(r.Cells) },
		func() fyne.CanvasObject { return newChange() },
		func(i widget.ListItemID, o fyne.CanvasObject) {
			if i < len(r.Faults) {
				o.(*change).fault(p, r.Faults[i])
				return
			}
			cell := &r.Cells[i-len(r.Faults)]
			o.(*change).cell(p, cell, func(take bool) { cell.Take = take; count() })
		})
	list.HideSeparators = true
	count()
	body := container.NewBorder(container.New(stack{8}, sum, widgets.NewPassage(p.w.Text("entries.return.about"), aside), p.row("entries.return.from", from)),
		nil, nil, nil, list)
	d := dialog.NewCustomWithoutButtons(p.w.Text("entries.return"), container.New(inset{8, 8}, body), p.win)
	yes.OnTapped = func() {
		d.Hide()
		r.From = from.Text
		p.decide(func() error {
			n, err := p.o.TakeReturned(r)
			if err == nil {
				err = &desk.Outcome{Key: "entries.return.done", Args: []any{"n", n}}
			}
			return err
		})
	}
	d.SetButtons([]fyne.CanvasObject{widget.NewButton(p.w.Text("entries.cancel"), func() { d.Hide() }), yes})
	d.Resize(fyne.NewSize(returnedWidth, returnedHeight+180))
	d.Show()
}

// A change is one line of that list.
type change struct {
	widget.BaseWidget
	tick       *widget.Check
	what, from *widgets.Passage
}

func newChange() *change {
	c := &change{tick: widget.NewCheck("", nil), what: widgets.NewPassage("", widgets.Lettering{Cut: true}),
		from: widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Cut: true})}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by Fyne.
func (c *change) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, widget.NewSeparator(), container.NewCenter(c.tick), nil,
		container.New(inset{4, 4}, container.New(stack{2}, c.what, c.from))))
}

// fault shows a cell that cannot be taken.
func (c *change) fault(p *Page, f staff.SheetFault) {
	c.tick.Hide()
	c.what.SetLettering(widgets.Lettering{Colour: widgets.ColorWarning, Cut: true})
	c.what.SetText(staff.SayFault(p.w, f))
	c.from.SetText("")
	c.Refresh()
}

// cell shows what a cell would change.
func (c *change) cell(p *Page, cell *staff.Cell, taken func(bool)) {
	c.tick.Show()
	c.tick.OnChanged = nil
	c.tick.SetChecked(cell.Take)
	c.tick.OnChanged = taken
	key, set := "entries.return.cell", widgets.Lettering{Cut: true}
	if cell.Conflict {
		key, set.Colour = "entries.return.conflict", widgets.ColorWarning
	}
	blank := func(s string) string {
		if s == "" {
			return p.w.Text("entries.return.blank")
		}
		return s
	}
	c.what.SetLettering(set)
	c.what.SetText(p.w.Text(key, "head", cell.Head, "mine", blank(cell.Mine), "theirs", blank(cell.Theirs)))
	c.from.SetText(p.w.Text("entries.return.where", "cell", cell.At, "number", cell.Number, "title", cell.Title))
	c.Refresh()
}
