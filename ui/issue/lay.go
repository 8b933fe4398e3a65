package issue

import "fyne.io/fyne/v2"

// Widths in pixels: the list of jobs, the widest that the page beside it gets,
// the names of its fields.
const listWidth, widest, labelWidth = 330, 820, 104

// beside gives the second of two objects a width and the first the rest.
type beside float32

// MinSize is called by Fyne.
func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l, r := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(l.Width+12+max(float32(b), r.Width), max(l.Height, r.Height))
}

// Layout is called by Fyne.
func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	r := objects[1].MinSize()
	r.Width = max(float32(b), r.Width)
	objects[0].Resize(fyne.NewSize(size.Width-r.Width-12, size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(r)
	objects[1].Move(fyne.NewPos(size.Width-r.Width, 0))
}

// named gives the name of a field its width and the field the rest, no more than
// a width if that is more than 0.
type named struct{ most float32 }

// MinSize is called by Fyne.
func (n named) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[1].MinSize()
	return fyne.NewSize(labelWidth+m.Width, max(objects[0].MinSize().Height, m.Height))
}

// Layout is called by Fyne.
func (n named) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	m := objects[0].MinSize()
	objects[0].Resize(fyne.NewSize(labelWidth-8, m.Height))
	objects[0].Move(fyne.NewPos(0, (size.Height-m.Height)/2))
	width := size.Width - labelWidth
	if n.most > 0 {
		width = min(width, n.most)
	}
	objects[1].Resize(fyne.NewSize(width, size.Height))
	objects[1].Move(fyne.NewPos(labelWidth, 0))
}

// middle sets what it holds halfway down.
type middle struct{}

// MinSize is called by Fyne.
func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout is called by Fyne.
func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(size.Width, objects[0].MinSize().Height))
	h := objects[0].MinSize().Height
	objects[0].Resize(fyne.NewSize(size.Width, h))
	objects[0].Move(fyne.NewPos(0, max(0, (size.Height-h)/2)))
}

// listAndPage gives the list its width and the page the rest.
type listAndPage float32

// MinSize is called by Fyne.
func (l listAndPage) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := objects[1].MinSize()
	return fyne.NewSize(float32(l)+m.Width, max(objects[0].MinSize().Height, m.Height))
}

// Layout is called by Fyne.
func (l listAndPage) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(float32(l), size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width-float32(l), size.Height))
	objects[1].Move(fyne.NewPos(float32(l), 0))
}
