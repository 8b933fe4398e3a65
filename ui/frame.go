package ui

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// AfterFrame calls f once the first frame has been drawn: the toolkit draws
// between the functions that are posted to it, sixty times a second.
func AfterFrame(f func()) {
	After(frames, func() { f() })
}

// frames is long enough for three frames on a slow screen; CPU time, not this
// pause, is what is measured.
const frames = 200 * time.Millisecond

// frameLayout puts what is above the page, the page and the status line below
// each other. What is above may need another height at another width: its
// messages wrap, and the page begins where they end.
type frameLayout struct{}

// MinSize is called by Fyne.
func (frameLayout) MinSize(o []fyne.CanvasObject) (size fyne.Size) {
	for _, each := range o {
		m := each.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height)
	}
	return size.AddWidthHeight(0, 2*theme.Padding())
}

// Layout is called by Fyne.
func (frameLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	above, page, status := o[0], o[1], o[2]
	above.Resize(fyne.NewSize(size.Width, above.MinSize().Height))
	high := above.MinSize().Height // known only now
	above.Resize(fyne.NewSize(size.Width, high))
	end := size.Height - status.MinSize().Height
	status.Move(fyne.NewPos(0, end))
	status.Resize(fyne.NewSize(size.Width, size.Height-end))
	page.Move(fyne.NewPos(0, high+theme.Padding()))
	page.Resize(fyne.NewSize(size.Width, end-high-2*theme.Padding()))
}
