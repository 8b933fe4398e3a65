package board

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// rows stacks what it holds, with space at its sides and ends, in pixels.
type rows struct{ side, end, gap float32 }

// MinSize is called by Fyne.
func (r rows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(0, -r.gap)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			s.Width = max(s.Width, m.Width)
			s.Height += m.Height + r.gap
		}
	}
	return fyne.NewSize(s.Width+2*r.side, max(0, s.Height)+2*r.end)
}

// Layout is called by Fyne.
func (r rows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := r.end
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width-2*r.side, o.MinSize().Height))
		h := o.MinSize().Height // text that wraps knows its height only now
		o.Resize(fyne.NewSize(size.Width-2*r.side, h))
		o.Move(fyne.NewPos(r.side, y))
		y += h + r.gap
	}
}

// cell sets one object halfway down its cell, and if it is a number in the middle.
type cell struct{ middle bool }

// cellSide is the room beside words in a cell, cellEnd that above and below, in
// pixels.
const cellSide, cellEnd = 8, 6

// MinSize is called by Fyne.
func (cell) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[0].MinSize()
	return fyne.NewSize(2*cellSide, m.Height+2*cellEnd)
}

// Layout is called by Fyne.
func (c cell) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m := objects[0].MinSize()
	width := size.Width - 2*cellSide
	x := float32(cellSide)
	if c.middle && m.Width < size.Width {
		width, x = m.Width, (size.Width-m.Width)/2
	}
	objects[0].Resize(fyne.NewSize(width, m.Height))
	objects[0].Move(fyne.NewPos(x, (size.Height-m.Height)/2))
}

// pageAndSums gives the second of two objects its width and the first the rest;
// where that leaves too little, the first gets all and the second goes.
type pageAndSums float32

// leastMatrix is the least width in pixels that the matrix is given.
const leastMatrix = 560

// MinSize is called by Fyne.
func (w pageAndSums) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastMatrix, objects[0].MinSize().Height)
}

// Layout is called by Fyne.
func (w pageAndSums) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide := float32(w)
	if size.Width-wide < leastMatrix {
		wide = 0
	}
	objects[0].Resize(fyne.NewSize(size.Width-wide, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(wide, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-wide, 0))
	if wide == 0 {
		objects[1].Move(fyne.NewPos(size.Width+sumsWidth, 0)) // out of sight
	}
}

// barLayout lays out a bar: its ground, its length below the name, the number at
// the right.
type barLayout struct{ b *bar }

// barThick is how thick the length is, barEnd the room above and below, in pixels.
const barThick, barEnd = 4, 3

// MinSize is called by Fyne.
func (l barLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	h := l.b.name.MinSize().Height + 2*barEnd
	if l.b.share > 0 {
		h += barThick + 2
	}
	return fyne.NewSize(60, h)
}

// Layout is called by Fyne.
func (l barLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b := l.b
	n := b.count.MinSize()
	b.ground.Resize(size)
	b.name.Resize(fyne.NewSize(size.Width-n.Width-8, b.name.MinSize().Height))
	b.name.Move(fyne.NewPos(0, barEnd))
	b.count.Resize(n)
	b.count.Move(fyne.NewPos(size.Width-n.Width, barEnd))
	b.length.Resize(fyne.NewSize(max(2, b.share*size.Width), barThick))
	b.length.Move(fyne.NewPos(0, size.Height-barEnd-barThick))
	b.length.Hidden = b.share == 0
}

// paint gives a bar its ground; nil is none.
func (b *bar) paint(c color.Color) {
	if c == nil {
		c = color.Transparent
	}
	b.ground.FillColor = c
	b.ground.Refresh()
}
