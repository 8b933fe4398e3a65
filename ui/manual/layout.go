package manual

import "fyne.io/fyne/v2"

// A stack puts what it holds below each other, with space at its sides and ends.
// It may be no wider than most; 0 is as wide as there is room.
type stack struct {
	most, side, end, gap float32 // pixels
}

// MinSize is called by Fyne.
func (s stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -s.gap)
	for _, o := range objects {
		m := o.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height+s.gap)
	}
	return fyne.NewSize(size.Width+2*s.side, max(0, size.Height)+2*s.end)
}

// Layout is called by Fyne.
func (s stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*s.side
	if s.most > 0 {
		width = min(width, s.most)
	}
	y := s.end
	for _, o := range objects {
		o.Move(fyne.NewPos(s.side, y))
		y += fitted(o, width) + s.gap
	}
}

// fitted gives an object a width and the height that its words need at it.
func fitted(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	h := o.MinSize().Height // text that wraps knows its height only now
	o.Resize(fyne.NewSize(width, h))
	return h
}

// wide gives what it holds a width.
type wide float32

// MinSize is called by Fyne.
func (w wide) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w), o[0].MinSize().Height)
}

// Layout is called by Fyne.
func (w wide) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }

// beside gives the first of two objects a width and the other the rest.
type beside struct{ label float32 }

// MinSize is called by Fyne.
func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	words := o[1].MinSize()
	return fyne.NewSize(b.label+words.Width, max(o[0].MinSize().Height, words.Height))
}

// Layout is called by Fyne.
func (b beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(b.label, o[0].MinSize().Height))
	o[1].Move(fyne.NewPos(b.label, 0))
	fitted(o[1], size.Width-b.label)
}

// columns shares the width among cells, each of a share that together are 1.
type columns []float64

// columnGap is the space between cells, leastColumn the narrowest one.
const columnGap, leastColumn = 16, 88

// MinSize is called by Fyne.
func (c columns) MinSize(o []fyne.CanvasObject) (size fyne.Size) {
	for _, cell := range o {
		size = fyne.NewSize(size.Width+leastColumn+columnGap, max(size.Height, cell.MinSize().Height))
	}
	return size
}

// Layout is called by Fyne.
func (c columns) Layout(o []fyne.CanvasObject, size fyne.Size) {
	rest := size.Width - float32(len(c))*(leastColumn+columnGap)
	x := float32(0)
	for i, cell := range o {
		if i >= len(c) {
			break // a row with more cells than the head has
		}
		w := leastColumn + float32(c[i])*max(0, rest)
		cell.Move(fyne.NewPos(x, 0))
		fitted(cell, w)
		x += w + columnGap
	}
}

// shaped gives what it holds a height of so many times its width.
type shaped struct{ high float32 }

// MinSize is called by Fyne.
func (s shaped) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, o[0].Size().Width*s.high)
}

// Layout is called by Fyne.
func (s shaped) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, size.Width*s.high))
}
