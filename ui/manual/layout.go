package manual

import "fyne.io/fyne/v2"

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

// fitted gives an object a width and the height that its words need at it.
func fitted(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	h := o.MinSize().Height // text that wraps knows its height only now
	o.Resize(fyne.NewSize(width, h))
	return h
}
