package drafts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// widest is the widest a sheet gets, in pixels: some fifty characters a line.
const widest = 820

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

// primary is the one button of the page that stands out.
func primary(label string, tapped func()) *widget.Button {
	b := widget.NewButton(label, tapped)
	b.Importance = widgets.Primary
	return b
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
