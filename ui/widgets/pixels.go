package widgets

import "fyne.io/fyne/v2"

// pixels is the grid of the screen under a widget. A text that begins between
// two pixels is stretched by Fyne to whole ones, and looks out of focus.
type pixels struct {
	scale float32       // pixels of the screen to one of Fyne's
	from  fyne.Position // of the widget on its canvas
}

// pixelsUnder returns the grid under o; one to one while o is on no canvas. It
// must not be asked while o's renderer is being made, since it asks for that.
func pixelsUnder(o fyne.CanvasObject) pixels {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(o)
	if c == nil || c.Scale() <= 0 {
		return pixels{scale: 1}
	}
	return pixels{c.Scale(), d.AbsolutePositionForObject(o)}
}

// at returns the corner of a pixel that is nearest to (x, y) of the widget.
func (p pixels) at(x, y float32) fyne.Position {
	return fyne.NewPos(whole((x+p.from.X)*p.scale)/p.scale-p.from.X, whole((y+p.from.Y)*p.scale)/p.scale-p.from.Y)
}
