package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// The columns of the list, in pixels; 0 takes what the others leave. Title,
// deputy and delegation stand in one: the title above the names.
const (
	tickWidth     = 28
	numberWidth   = 84
	categoryWidth = 104
	unitWidth     = 136
	stateWidth    = 104
	columnGap     = 10
)

// roomy is from where on a list has room for long names of units, in pixels.
const roomy = 960

// rowHeight is how high a row of the list is, in pixels: two lines.
const rowHeight = 54

// titleLeast is how narrow the title may get before the unit, and then the
// category, make room for it: both stand beside the list, with the proposal.
const titleLeast = 160

// places returns where the columns of a row of width pixels begin and how wide
// they are: number, title, category, unit, state; 0 is a column without room.
func places(width float32) (at, wide [5]float32) {
	wide = [5]float32{numberWidth, 0, categoryWidth, unitWidth, stateWidth}
	if width > roomy {
		wide[0], wide[2], wide[3] = 1.5*numberWidth, 1.4*categoryWidth, 1.6*unitWidth
	}
	rest := width - tickWidth - 4*columnGap
	for _, w := range wide {
		rest -= w
	}
	for _, spare := range []int{3, 2} {
		if rest < titleLeast {
			rest += wide[spare] + columnGap
			wide[spare] = 0
		}
	}
	wide[1] = max(rest, 80)
	x := float32(tickWidth)
	for i, w := range wide {
		at[i] = x
		if w > 0 {
			x += w + columnGap
		}
	}
	return at, wide
}

// seen shows o or not, without drawing what stays as it is.
func seen(o fyne.CanvasObject, is bool) {
	switch {
	case is && !o.Visible():
		o.Show()
	case !is && o.Visible():
		o.Hide()
	}
}

// columns lays out the heads: three of them share the column of the title, two
// that of the state.
type columns struct{}

// MinSize is called by Fyne.
func (columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// Layout is called by Fyne.
func (columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at, wide := places(size.Width)
	put := func(o fyne.CanvasObject, x, w float32) {
		seen(o, w > 0)
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
	put(objects[0], at[0], wide[0])
	x := at[1]
	for _, o := range objects[1:4] {
		w := o.MinSize().Width
		if x+w > at[1]+wide[1] {
			w = 0 // half a word is no head
		}
		put(o, x, w)
		x += w + 12
	}
	put(objects[4], at[2], wide[2])
	put(objects[5], at[3], wide[3])
	put(objects[6], at[4], wide[4]/2)
	put(objects[7], at[4]+wide[4]/2, wide[4]/2)
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

// middle centres what it holds up and down and gives it the whole width.
type middle struct{}

// MinSize is called by Fyne.
func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout is called by Fyne.
func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, (size.Height-h)/2))
	objects[0].Resize(fyne.NewSize(size.Width, h))
}

// stack puts things below each other, as wide as there is room; what is hidden
// takes none. Words that wrap get the height they need at that width.
type stack struct{ gap float32 }

// MinSize is called by Fyne.
func (s stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, -s.gap)
	for _, o := range objects {
		if o.Visible() {
			m := o.MinSize()
			size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height+s.gap)
		}
	}
	return fyne.NewSize(size.Width, max(0, size.Height))
}

// Layout is called by Fyne.
func (s stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		h := o.MinSize().Height
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + s.gap
	}
}

// shelf lays things beside each other, as wide as said; 0 takes what the others
// leave, an equal part each.
type shelf struct {
	widths []float32
	gap    float32
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
			w = rest / float32(sharers)
		}
		h := o.MinSize().Height
		o.Move(fyne.NewPos(x, (size.Height-h)/2))
		o.Resize(fyne.NewSize(w, h))
		x += w + s.gap
	}
}

// labelled puts a caption of 64 pixels before a thing, level with its first line.
type labelled struct{}

const labelWidth = 64

// MinSize is called by Fyne.
func (labelled) MinSize(o []fyne.CanvasObject) fyne.Size {
	m := o[1].MinSize()
	return fyne.NewSize(labelWidth+m.Width, max(m.Height, o[0].MinSize().Height))
}

// Layout is called by Fyne.
func (labelled) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(labelWidth, o[0].MinSize().Height))
	o[1].Resize(fyne.NewSize(size.Width-labelWidth, size.Height))
	h := o[1].MinSize().Height
	o[1].Resize(fyne.NewSize(size.Width-labelWidth, h))
	o[1].Move(fyne.NewPos(labelWidth, 0))
	o[0].Move(fyne.NewPos(0, (min(h, fieldHeight)-o[0].MinSize().Height)/2))
}

// fieldHeight is how high a field of one line is, in pixels.
const fieldHeight = 38

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
