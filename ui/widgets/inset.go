package widgets

import "fyne.io/fyne/v2"

// An Inset is a layout that keeps space around what it holds, in pixels; a
// negative one takes away the space that Fyne keeps around text.
type Inset struct{ X, Y float32 }

// MinSize is called by Fyne.
func (i Inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		s = s.Max(o.MinSize())
	}
	return fyne.NewSize(max(0, s.Width+2*i.X), max(0, s.Height+2*i.Y))
}

// Layout is called by Fyne.
func (i Inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(i.X, i.Y))
		o.Resize(fyne.NewSize(size.Width-2*i.X, size.Height-2*i.Y))
	}
}

// A FixedWidth is a layout that gives what it holds this width, in pixels.
type FixedWidth float32

// MinSize is called by Fyne.
func (w FixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(float32(w), h)
}

// Layout is called by Fyne.
func (w FixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(float32(w), size.Height))
	}
}

// A Middle is a layout that centres what it holds up and down and gives it the
// whole width.
type Middle struct{}

// MinSize is called by Fyne.
func (Middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		s = s.Max(o.MinSize())
	}
	return s
}

// Layout is called by Fyne.
func (Middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		h := o.MinSize().Height // text that wraps knows its height only now
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, max(0, (size.Height-h)/2)))
	}
}
