package intakes

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// The letterings of the page.
var (
	heading = widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Wrap: true}
	strong  = widgets.Lettering{Bold: true, Wrap: true}
	prose   = widgets.Lettering{Wrap: true}
	aside   = widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true}
	caption = widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText}
	label   = widgets.Lettering{Colour: widgets.ColorSecondary, Cut: true}
	one     = widgets.Lettering{Cut: true}
	grey    = widgets.Lettering{Colour: widgets.ColorSecondary, Cut: true}
	alarm   = widgets.Lettering{Colour: widgets.ColorWarning, Bold: true, Wrap: true}
)

func say(text string, set widgets.Lettering) *widgets.Passage { return widgets.NewPassage(text, set) }

// shown shows or hides o.
func shown(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

// able lets a button be pressed, or not.
func able(b fyne.Disableable, yes bool) {
	if yes {
		b.Enable()
	} else {
		b.Disable()
	}
}

// quiet is a button without a ground.
func quiet(label string, tapped func()) *widget.Button {
	b := widget.NewButton(label, tapped)
	b.Importance = widget.LowImportance
	return b
}

// inset keeps space around what it holds.
type inset struct{ x, y float32 }

// MinSize is called by Fyne.
func (m inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(2*m.x, 2*m.y)
}

// Layout is called by Fyne.
func (m inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(m.x, m.y))
	objects[0].Resize(fyne.NewSize(size.Width-2*m.x, size.Height-2*m.y))
}

// column puts things below each other, gap apart, in the middle of the page and
// no wider than most; 0 is as wide as there is room. What is hidden takes none.
type column struct{ gap, most, side float32 }

func (c column) width(room float32) float32 {
	room -= 2 * c.side
	if c.most > 0 {
		return min(room, c.most)
	}
	return room
}

// MinSize is called by Fyne.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -c.gap)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height+c.gap)
		}
	}
	return fyne.NewSize(size.Width+2*c.side, max(0, size.Height))
}

// Layout is called by Fyne. Words that wrap get the height they need.
func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y, w := float32(0), c.width(size.Width)
	x := (size.Width - w) / 2
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w, h))
		y += h + c.gap
	}
}

// shelf lays things beside each other, as wide as said; 0 takes what the others
// leave, an equal part each. Each is as high as it needs, in the middle or, with
// top, at the top.
type shelf struct {
	widths []float32
	gap    float32
	top    bool
}

// MinSize is called by Fyne.
func (s shelf) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(s.gap*float32(len(objects)-1), 0)
	for i, o := range objects {
		m := o.MinSize()
		if s.widths[i] > 0 {
			m.Width = s.widths[i]
		}
		size = fyne.NewSize(size.Width+m.Width, max(size.Height, m.Height))
	}
	return size
}

// Layout is called by Fyne.
func (s shelf) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest, sharers := size.Width-s.gap*float32(len(objects)-1), 0
	for _, w := range s.widths {
		rest -= w
		if w == 0 {
			sharers++
		}
	}
	x := float32(0)
	for i, o := range objects {
		w := s.widths[i]
		if w == 0 {
			w = max(0, rest/float32(sharers))
		}
		o.Resize(fyne.NewSize(w, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(w, h))
		y := (size.Height - h) / 2
		if s.top {
			y = 0
		}
		o.Move(fyne.NewPos(x, y))
		x += w + s.gap
	}
}
