package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// widest is the widest a sheet gets, in pixels: some fifty characters a line.
const widest = 820

// A column stacks what it holds, with space at its sides and its ends. It may
// be no wider than most; 0 is as wide as there is room.
type column struct {
	most, side, end, gap float32 // pixels
}

// MinSize is called by Fyne.
func (c column) MinSize(objects []fyne.CanvasObject) fyne.Size {
	s := fyne.NewSize(0, -c.gap)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			s.Width = max(s.Width, m.Width)
			s.Height += m.Height + c.gap
		}
	}
	return fyne.NewSize(s.Width+2*c.side, max(0, s.Height)+2*c.end)
}

// Layout is called by Fyne.
func (c column) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := size.Width - 2*c.side
	if c.most > 0 {
		width = min(width, c.most)
	}
	y := c.end
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
		h := o.MinSize().Height // text that wraps knows its height only now
		o.Resize(fyne.NewSize(width, h))
		o.Move(fyne.NewPos(c.side, y))
		y += h + c.gap
	}
}

// pairs lays fields out two beside each other; one whose index is in wide has
// a row of its own.
type pairs struct {
	wide map[fyne.CanvasObject]bool
	gap  float32
}

// each calls f with the place of each visible object in a width.
func (p pairs) each(objects []fyne.CanvasObject, width float32, f func(o fyne.CanvasObject, x, y, w, h float32)) (bottom float32) {
	half := (width - 2*p.gap) / 2
	x, y, row := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := o.MinSize().Height
		w := half
		if p.wide[o] {
			w = width
			if x > 0 {
				x, y, row = 0, y+row+p.gap, 0
			}
		}
		f(o, x, y, w, h)
		row = max(row, h)
		if x > 0 || p.wide[o] {
			x, y, row = 0, y+row+p.gap, 0
		} else {
			x = half + 2*p.gap
		}
	}
	if x > 0 {
		y += row + p.gap
	}
	return max(0, y-p.gap)
}

// MinSize is called by Fyne.
func (p pairs) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, p.each(objects, 100, func(fyne.CanvasObject, float32, float32, float32, float32) {}))
}

// Layout is called by Fyne.
func (p pairs) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	p.each(objects, size.Width, func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	})
}

// fixedWidth gives what it holds this width.
type fixedWidth float32

// MinSize is called by Fyne.
func (w fixedWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(float32(w), h)
}

// Layout is called by Fyne.
func (w fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(float32(w), size.Height))
	}
}

// inset keeps space around what it holds; a negative one takes away the space
// Fyne keeps around text.
type inset struct{ x, y float32 }

// MinSize is called by Fyne.
func (i inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		s = s.Max(o.MinSize())
	}
	return fyne.NewSize(max(0, s.Width+2*i.x), max(0, s.Height+2*i.y))
}

// Layout is called by Fyne.
func (i inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(i.x, i.y))
		o.Resize(fyne.NewSize(size.Width-2*i.x, size.Height-2*i.y))
	}
}

// The letterings of the page.
var (
	plain     = widgets.Lettering{}
	strong    = widgets.Lettering{Bold: true}
	prose     = widgets.Lettering{Wrap: true}
	secondary = widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText}
	one       = widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Cut: true}
	aside     = widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true}
)

// say puts words on the page.
func say(text string, set widgets.Lettering) *widgets.Passage { return widgets.NewPassage(text, set) }

func shown(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
}

// primary is the one button of the page that stands out.
func primary(label string, tapped func()) *widget.Button {
	b := widget.NewButton(label, tapped)
	b.Importance = widgets.Primary
	return b
}

// quiet is a button that looks like words.
func quiet(label string, tapped func()) *widget.Button {
	b := widget.NewButton(label, tapped)
	b.Importance = widget.LowImportance
	return b
}

// middle centres what it holds up and down and gives it the whole width.
type middle struct{}

// MinSize is called by Fyne.
func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		s = s.Max(o.MinSize())
	}
	return s
}

// Layout is called by Fyne.
func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		h := o.MinSize().Height // text that wraps knows its height only now
		o.Resize(fyne.NewSize(size.Width, h))
		o.Move(fyne.NewPos(0, max(0, (size.Height-h)/2)))
	}
}

// drawer takes no width of its own: what is in it has to do with what there is.
type drawer struct{}

// MinSize is called by Fyne.
func (drawer) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(0, h)
}

// Layout is called by Fyne.
func (drawer) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// halves puts a list above what belongs to its chosen row: the list has the
// height it needs up to its share, and all of it while the other is hidden.
type halves struct{}

// listShare is the part of the height that the list may take.
const listShare = 0.42

// MinSize is called by Fyne.
func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var s fyne.Size
	for _, o := range objects {
		m := o.MinSize()
		s = fyne.NewSize(max(s.Width, m.Width), s.Height+m.Height)
	}
	return s
}

// Layout is called by Fyne.
func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	list, other := objects[0], objects[1]
	high := size.Height
	if other.Visible() {
		high = float32(int(size.Height * listShare))
	}
	list.Resize(fyne.NewSize(size.Width, high))
	other.Move(fyne.NewPos(0, high))
	other.Resize(fyne.NewSize(size.Width, size.Height-high))
}
