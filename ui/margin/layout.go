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

// A column stacks what it holds. Without a gap it is the list itself, with
// space around its cards.
type column struct{ gap float32 }

func (c column) space() (edge, gap float32) {
	if c.gap > 0 {
		return 0, c.gap
	}
	return side, 8
}

// MinSize is called by Fyne.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	edge, gap := c.space()
	s := fyne.NewSize(0, -gap)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height+gap)
		}
	}
	return fyne.NewSize(s.Width+2*edge, max(0, s.Height)+edge)
}

// Layout is called by Fyne.
func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	edge, gap := c.space()
	width := min(size.Width-2*edge, widest)
	y := edge / 2
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		h := o.MinSize().Height // text that wraps knows its height only now
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(edge, y))
		y += h + gap
	}
}

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

// margins keeps space around what it holds.
type margins struct{ x, y float32 }

// MinSize is called by Fyne.
func (m margins) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*m.x, 2*m.y)
}

// Layout is called by Fyne.
func (m margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(m.x, m.y))
	objects[0].Resize(fyne.NewSize(size.Width-2*m.x, size.Height-2*m.y))
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

// fixedWidth gives what it holds this width.
type fixedWidth float32

// MinSize is called by Fyne.
func (w fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), objects[0].MinSize().Height)
}

// Layout is called by Fyne.
func (w fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(float32(w), size.Height))
}
