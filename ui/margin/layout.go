package margin

import "fyne.io/fyne/v2"

// Widths in pixels: of the space at the sides, of the colour of a note, of the
// links beside it, of the box to search in, and of the outline. A card is no wider than widest.
const (
	side        = 24
	swatchWidth = 12
	linksWidth  = 184
	findWidth   = 200
	panelWidth  = 372
	widest      = 980
)

// beside lays two things side by side, the right one so wide, or wider if its
// words are longer.
type beside struct{ right float32 }

// MinSize is called by Fyne.
func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l, r := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(l.Width+max(b.right, r.Width), max(l.Height, r.Height))
}

// Layout is called by Fyne.
func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r := objects[1].MinSize()
	r.Width = max(b.right, r.Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width-r.Width, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-r.Width, 0))
	objects[1].Resize(r)
}

// traitsWidth is how wide kind, tags and sharing of a note are, in pixels.
const traitsWidth = 340

// formWidth keeps what it holds so narrow, at the left, and takes no room while
// that is hidden.
type formWidth float32

// MinSize is called by Fyne.
func (w formWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if !objects[0].Visible() {
		return fyne.Size{}
	}
	return objects[0].MinSize()
}

// Layout is called by Fyne.
func (w formWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(8, 0))
	objects[0].Resize(fyne.NewSize(min(float32(w), size.Width-8), size.Height))
}
