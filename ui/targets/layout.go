package targets

import "fyne.io/fyne/v2"

// widths are those of the columns in pixels; 0 takes what the others leave. The
// last is that of the link.
var widths = []float32{52, 136, 0, 84, 100, 64, 92, 40, 92}

// columnGap is the space between columns.
const columnGap = 10

// columnWidth returns how wide column c is in a row of width pixels.
func columnWidth(c int, width float32) float32 {
	if widths[c] > 0 {
		return widths[c]
	}
	for _, w := range widths {
		width -= w
	}
	return width - columnGap*float32(len(widths)-1)
}

// columns lays out the cells of a row beside each other, top pixels below its
// upper edge.
type columns struct{ top float32 }

// MinSize is called by Fyne.
func (l columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(0, h+2*l.top)
}

// Layout is called by Fyne.
func (l columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for c, o := range objects {
		w := columnWidth(c, size.Width)
		o.Move(fyne.NewPos(x, l.top))
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		x += w + columnGap
	}
	if last := len(objects) - 1; last == len(widths)-1 {
		h := objects[last].MinSize().Height // the link stands in the middle of the first line
		objects[last].Move(fyne.NewPos(x-columnGap-widths[last], l.top+(22-h)/2))
	}
}

// heights lays the list out and tells it how high its rows are.
type heights struct{ page *Page }

// MinSize is called by Fyne.
func (l heights) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout is called by Fyne.
func (l heights) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if objects[0].Size().Width != size.Width {
		l.page.measure(size.Width)
	}
	objects[0].Resize(size)
}

// split lays two things side by side, the right one so wide.
type split struct{ right, gap float32 }

// MinSize is called by Fyne.
func (s split) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(a.Width+s.gap+s.right, max(a.Height, b.Height))
}

// Layout is called by Fyne.
func (s split) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := size.Width - s.right - s.gap
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(s.right, size.Height))
	objects[1].Move(fyne.NewPos(left+s.gap, 0))
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
