package widgets

import "fyne.io/fyne/v2"

// A Column is a layout that stacks what it holds, with space at its sides and
// ends. It may be no wider than Most; 0 is as wide as there is room.
type Column struct {
	Most, Side, End, Gap float32 // pixels
}

// MinSize is called by Fyne.
func (c Column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(0, -c.Gap)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			s.Width = max(s.Width, m.Width)
			s.Height += m.Height + c.Gap
		}
	}
	return fyne.NewSize(s.Width+2*c.Side, max(0, s.Height)+2*c.End)
}

// Layout is called by Fyne.
func (c Column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*c.Side
	if c.Most > 0 {
		width = min(width, c.Most)
	}
	y := c.End
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		h := o.MinSize().Height // text that wraps knows its height only now
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(c.Side, y))
		y += h + c.Gap
	}
}
