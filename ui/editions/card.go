package editions

import (
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A card is one change; a click on it leads to its place.
type card struct {
	widget.BaseWidget
	OnTap func() // nil: it leads nowhere

	colour fyne.ThemeColorName
	inside fyne.CanvasObject
}

func newCard(caption, text string, colour fyne.ThemeColorName, loud bool) *card {
	lines := container.New(layout.NewCustomPaddedVBoxLayout(2))
	if caption != "" {
		set := widgets.Lettering{Wrap: true, Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText}
		if loud {
			set = widgets.Lettering{Wrap: true, Bold: true, Colour: widgets.ColorSeal, Size: theme.SizeNameSubHeadingText}
		}
		lines.Add(widgets.NewPassage(caption, set))
	}
	lines.Add(widgets.NewPassage(text, widgets.Lettering{Wrap: true}))
	c := &card{colour: colour, inside: widgets.NewCard(lines)}
	c.ExtendBaseWidget(c)
	return c
}

// newWordingCard is a card of a reworded sentence.
func newWordingCard(words fyne.CanvasObject) *card {
	c := &card{colour: widgets.ColorInfo, inside: widgets.NewCard(words)}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped is called by Fyne.
func (c *card) Tapped(*fyne.PointEvent) {
	if c.OnTap != nil {
		c.OnTap()
	}
}

// Cursor is called by Fyne.
func (c *card) Cursor() desktop.Cursor {
	if c.OnTap == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer is called by Fyne.
func (c *card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c, bar: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type cardRenderer struct {
	card *card
	bar  *canvas.Rectangle
}

func (r *cardRenderer) Destroy() {}
func (r *cardRenderer) Layout(size fyne.Size) {
	r.card.inside.Resize(size)
	r.bar.Resize(fyne.NewSize(3, size.Height))
}
func (r *cardRenderer) MinSize() fyne.Size { return r.card.inside.MinSize() }
func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.card.inside, r.bar}
}
func (r *cardRenderer) Refresh() {
	r.bar.FillColor = r.card.Theme().Color(r.card.colour, 0)
	r.bar.Refresh()
	r.card.inside.Refresh()
}
