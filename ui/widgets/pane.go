package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A Pane lays content on a plain ground of a theme colour.
type Pane struct {
	widget.BaseWidget
	Colour  fyne.ThemeColorName
	Content fyne.CanvasObject
}

// NewPane returns a pane.
func NewPane(colour fyne.ThemeColorName, content fyne.CanvasObject) *Pane {
	p := &Pane{Colour: colour, Content: content}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer is called by Fyne.
func (p *Pane) CreateRenderer() fyne.WidgetRenderer {
	return &paneRenderer{p, canvas.NewRectangle(inkOf(p.Theme(), p.Colour))}
}

type paneRenderer struct {
	pane   *Pane
	ground *canvas.Rectangle
}

func (r *paneRenderer) Destroy() {}
func (r *paneRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.pane.Content.Resize(size)
}
func (r *paneRenderer) MinSize() fyne.Size { return r.pane.Content.MinSize() }
func (r *paneRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.pane.Content}
}
func (r *paneRenderer) Refresh() {
	r.ground.FillColor = inkOf(r.pane.Theme(), r.pane.Colour)
	r.ground.Refresh()
	r.pane.Content.Refresh()
}
