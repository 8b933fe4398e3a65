package reader

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Widths of the side panes in pixels: the outline shows at least twelve
// characters of a heading, on a wide screen a whole one; the right pane a line
// of sixteen.
const (
	leastLeft  = 248
	mostLeft   = 380
	rightWidth = 292

	// On a small screen, or where everything is magnified, the outline gives way
	// to narrowLeft while the right pane is open, so that a line of the text keeps
	// some twenty characters.
	narrowLeft = 184
	leastText  = 420
)

// panes lays out outline, text and right pane, and over their edges two lines.
// The right one takes room only while it is open; the text keeps the rest.
type panes struct {
	open   bool
	busy   bool   // the panes are being laid out: what scrolls is not the reader
	settle func() // called when the text has got its size; may be nil
}

func (l *panes) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(720, 200) }

func (l *panes) Layout(o []fyne.CanvasObject, size fyne.Size) {
	l.busy = true
	left, right, lines := o[0], o[2], o[3:]
	x := min(max(size.Width/5, leastLeft), mostLeft)
	if l.open {
		x = max(narrowLeft, min(x, size.Width-rightWidth-leastText))
	}
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
	for i, at := range []float32{x, end} {
		lines[i].Move(fyne.NewPos(at, 0))
		lines[i].Resize(fyne.NewSize(lines[i].MinSize().Width, size.Height))
	}
	lines[1].(*widget.Separator).Hidden = !l.open
	o[1].Resize(fyne.NewSize(end-x, size.Height))
	o[1].Move(fyne.NewPos(x, 0))
	if l.settle != nil {
		l.settle()
	}
	l.busy = false
}
