package reader

import "fyne.io/fyne/v2"

// Widths of the side panes in pixels: the outline shows at least twelve
// characters of a heading, on a wide screen a whole one; the right pane a line
// of sixteen.
const (
	leastLeft  = 248
	mostLeft   = 380
	rightWidth = 292
)

// panes lays out outline, text and right pane. The right one takes room only
// while it is open; the text keeps the rest.
type panes struct {
	open  bool
	first func() // called once, after the text has got its first size
}

func (l *panes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(720, 320) }

func (l *panes) Layout(o []fyne.CanvasObject, size fyne.Size) {
	left, right := o[0], o[2]
	x := min(max(size.Width/5, leastLeft), mostLeft)
	left.Resize(fyne.NewSize(x, size.Height))
	left.Move(fyne.NewPos(0, 0))
	end := size.Width
	if l.open {
		end -= rightWidth
		right.Show()
		right.Resize(fyne.NewSize(rightWidth, size.Height))
		right.Move(fyne.NewPos(end, 0))
	} else {
		right.Hide()
	}
	o[1].Resize(fyne.NewSize(end-x, size.Height))
	o[1].Move(fyne.NewPos(x, 0))
	if first := l.first; first != nil {
		l.first = nil
		first()
	}
}
