package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// CardSpace is the room between the edge of a card and what stands on it.
const CardSpace = 8

// A Card lays content on a white ground with a hairline around it.
type Card struct {
	widget.BaseWidget
	Content fyne.CanvasObject
}

// NewCard returns a card.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{Content: content}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is called by Fyne.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := &cardRenderer{card: c, ground: canvas.NewRectangle(nil)}
	r.ground.StrokeWidth, r.ground.CornerRadius = 1, 4
	r.paint() // not the content: laying that out may ask for this renderer
	return r
}

type cardRenderer struct {
	card   *Card
	ground *canvas.Rectangle
}

func (r *cardRenderer) Destroy() {}
func (r *cardRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.card.Content.Move(fyne.NewPos(CardSpace, CardSpace))
	r.card.Content.Resize(size.SubtractWidthHeight(2*CardSpace, 2*CardSpace))
}
func (r *cardRenderer) MinSize() fyne.Size {
	return r.card.Content.MinSize().AddWidthHeight(2*CardSpace, 2*CardSpace)
}
func (r *cardRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.card.Content}
}
func (r *cardRenderer) paint() {
	r.ground.FillColor = inkOf(r.card.Theme(), ColorField)
	r.ground.StrokeColor = inkOf(r.card.Theme(), ColorHairline)
}
func (r *cardRenderer) Refresh() {
	r.paint()
	r.ground.Refresh()
	r.card.Content.Refresh()
}
