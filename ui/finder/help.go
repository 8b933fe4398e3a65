package finder

import (
	"strings"

	"deputydesk/assets"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// An Example is a query that shows a part of the language, and what it does.
type Example struct{ Query, Does string }

// Examples are those of the catalogue: one a line, a bar between the two.
func Examples(w assets.Words) []Example {
	var all []Example
	for each := range strings.Lines(w.Text("finder.help.list")) {
		query, does, _ := strings.Cut(strings.TrimSpace(each), "|")
		all = append(all, Example{Query: query, Does: does})
	}
	return all
}

// Help shows how to ask, by examples. A click on one calls pick with it.
func Help(w assets.Words, pick func(query string)) fyne.CanvasObject {
	rows := container.New(layout.NewFormLayout())
	for _, each := range Examples(w) {
		query := NewPicks(Setting{Link: true}, func(int) { pick(each.Query) })
		query.Set([]string{each.Query}, -1)
		does := widgets.NewPassage(each.Does, widgets.Lettering{Colour: widgets.ColorSecondary})
		rows.Add(container.New(wide{query}, query))
		rows.Add(container.NewVBox(layout.NewSpacer(), does, layout.NewSpacer()))
	}
	return container.New(layout.NewCustomPaddedLayout(12, 12, 12, 16), container.New(layout.NewCustomPaddedVBoxLayout(4),
		container.New(layout.NewCustomPaddedLayout(0, 4, pickSide, 0),
			widgets.NewPassage(w.Text("finder.help"), widgets.Lettering{Bold: true})),
		rows))
}

// wide gives Picks the width of their words in one row.
type wide struct{ picks *Picks }

func (l wide) MinSize(o []fyne.CanvasObject) fyne.Size {
	width := float32(0)
	for i := range l.picks.words {
		width += l.picks.width(i)
	}
	return fyne.NewSize(width, o[0].MinSize().Height)
}

func (l wide) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }
