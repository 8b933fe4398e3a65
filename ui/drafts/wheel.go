package drafts

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A wheel lies over a field of one line and hands the wheel of the mouse on to
// the sheet: Fyne's Entry would keep it to itself and the sheet stop there. All
// else goes through it to the field.
type wheel struct {
	widget.BaseWidget
	to *container.Scroll
}

var _ fyne.Scrollable = (*wheel)(nil)

// rolling is o, with the wheel of the mouse going to the sheet.
func (p *Page) rolling(o fyne.CanvasObject) fyne.CanvasObject {
	w := &wheel{to: p.scroll}
	w.ExtendBaseWidget(w)
	return container.NewStack(o, w)
}

// Scrolled is called by Fyne.
func (w *wheel) Scrolled(ev *fyne.ScrollEvent) { w.to.Scrolled(ev) }

// CreateRenderer is called by Fyne.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
