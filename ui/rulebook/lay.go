package rulebook

import "fyne.io/fyne/v2"

// widest is the widest the page gets and labelWidth the width of the names of
// its rows, in pixels.
const widest, labelWidth = 860, 140

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
