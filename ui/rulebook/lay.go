package rulebook

import "fyne.io/fyne/v2"

// widest is the widest the page gets and labelWidth the width of the names of
// its rows, in pixels.
const widest, labelWidth = 860, 140

// A column stacks what it holds, with space at its sides and ends. It may be no
// wider than most; 0 is as wide as there is room.
type column struct {
	most, side, end, gap float32 // pixels
}

// MinSize is called by Fyne.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(0, -c.gap)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			s.Width = max(s.Width, m.Width)
			s.Height += m.Height + c.gap
		}
	}
	return fyne.NewSize(s.Width+2*c.side, max(0, s.Height)+2*c.end)
}

// Layout is called by Fyne.
func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*c.side
	if c.most > 0 {
		width = min(width, c.most)
	}
	y := c.end
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		h := o.MinSize().Height // text that wraps knows its height only now
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(c.side, y))
		y += h + c.gap
	}
}

// sideBySide gives the first of two objects a width and the other the rest.
type sideBySide float32

// MinSize is called by Fyne.
func (s sideBySide) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(float32(s)+b.Width, max(a.Height, b.Height))
}

// Layout is called by Fyne.
func (s sideBySide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(float32(s), objects[0].MinSize().Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width-float32(s), size.Height))
	objects[1].Move(fyne.NewPos(float32(s), 0))
}
