package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// A gauge is a thin line that fills as work is done.
type gauge struct {
	widget.BaseWidget
	share float32 // from 0 to 1
}

// gaugeHeight is how high a gauge is, in pixels.
const gaugeHeight = 6

func newGauge() *gauge {
	g := &gauge{}
	g.ExtendBaseWidget(g)
	return g
}

func (g *gauge) set(share float32) {
	g.share = min(max(share, 0), 1)
	g.Refresh()
}

// CreateRenderer is called by Fyne.
func (g *gauge) CreateRenderer() fyne.WidgetRenderer {
	r := &gaugeRenderer{g, canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type gaugeRenderer struct {
	g            *gauge
	ground, done *canvas.Rectangle
}

func (r *gaugeRenderer) Destroy()                     {}
func (r *gaugeRenderer) MinSize() fyne.Size           { return fyne.NewSize(40, gaugeHeight) }
func (r *gaugeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground, r.done} }

// Layout is called by Fyne.
func (r *gaugeRenderer) Layout(size fyne.Size) {
	r.ground.Resize(fyne.NewSize(size.Width, gaugeHeight))
	r.done.Resize(fyne.NewSize(size.Width*r.g.share, gaugeHeight))
}

func (r *gaugeRenderer) Refresh() {
	th := r.g.Theme()
	r.ground.FillColor, r.ground.CornerRadius = th.Color(widgets.ColorHairline, 0), gaugeHeight/2
	r.done.FillColor, r.done.CornerRadius = th.Color(widgets.ColorDone, 0), gaugeHeight/2
	r.Layout(r.g.Size())
	r.ground.Refresh()
	r.done.Refresh()
}
