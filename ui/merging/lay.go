package merging

import "fyne.io/fyne/v2"

// halves lays two objects side by side, with so many pixels between them.
type halves float32

// MinSize is called by Fyne.
func (h halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	l, r := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(2*max(l.Width, r.Width)+float32(h), max(l.Height, r.Height))
}

// Layout is called by Fyne.
func (h halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide := (size.Width - float32(h)) / 2
	for i, o := range objects {
		o.Resize(fyne.NewSize(wide, o.MinSize().Height))
		o.Resize(fyne.NewSize(wide, o.MinSize().Height)) // text that wraps knows its height only now
		o.Move(fyne.NewPos(float32(i)*(wide+float32(h)), 0))
	}
}

// listAndPage gives the first of two objects its width and the second the rest.
type listAndPage float32

// MinSize is called by Fyne.
func (w listAndPage) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(w)+objects[1].MinSize().Width, max(objects[0].MinSize().Height, objects[1].MinSize().Height))
}

// Layout is called by Fyne.
func (w listAndPage) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(float32(w), size.Height))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[1].Resize(fyne.NewSize(size.Width-float32(w), size.Height))
	objects[1].Move(fyne.NewPos(float32(w), 0))
}
