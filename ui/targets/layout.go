package targets

import (
	"fyne.io/fyne/v2"

	"deputydesk/ui/desk"
)

// widths are those of the columns in pixels; columns of 0 share what the others
// leave. The last are those of the link and of the menu.
var widths = []float32{46, 0, 0, 82, 84, 48, 78, 56, 34, 34, 88, 30}

// The subject takes subjectShare of what subject and quote have together, but
// subjectLeast pixels at least, so that 规模以上工业增加值 stands in one line on a
// wide screen.
const (
	subjectShare = 0.3
	subjectLeast = 116
)

// tools is how many columns at the end hold no words.
const tools = 2

// columnGap is the space between columns.
const columnGap = 9

// quoteLeast is the least width of the words of the report. Where it is not
// left, on a small screen or where everything is magnified, the columns of
// givesWay go, the first one first: what they say stands in the words as well,
// or in the menu.
const quoteLeast = 160

var givesWay = []int{int(desk.ByComparator), int(desk.ByState)}

// columnWidth returns how wide column c is in a row of width pixels; 0 is a
// column that has given way.
func columnWidth(c int, width float32) float32 {
	for _, w := range widths {
		width -= w
	}
	width -= columnGap * float32(len(widths)-1)
	for _, gone := range givesWay {
		if width-max(subjectLeast, subjectShare*width) >= quoteLeast {
			break
		}
		width += widths[gone] + columnGap
		if c == gone {
			return 0
		}
	}
	if widths[c] > 0 {
		return widths[c]
	}
	subject := max(subjectLeast, subjectShare*width)
	if c == int(desk.BySubject) {
		return subject
	}
	return width - subject
}

// aside is where a column is that has given way: beyond any window.
const aside = 10000

// columns lays out the cells of a row beside each other, top pixels below its
// upper edge.
type columns struct{ top float32 }

// MinSize is called by Fyne.
func (l columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var h float32
	for c, o := range objects {
		if c < len(widths)-tools {
			h = max(h, o.MinSize().Height)
		}
	}
	return fyne.NewSize(0, h+2*l.top)
}

// Layout is called by Fyne.
func (l columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for c, o := range objects {
		w, h := columnWidth(c, size.Width), o.MinSize().Height
		if w == 0 {
			o.Move(fyne.NewPos(-aside, 0))
			continue
		}
		y := l.top
		if c >= len(widths)-tools {
			y += (firstLine - h) / 2 // in the middle of the first line
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		if wrapped := o.MinSize().Height; wrapped != h { // words wrap at the width they get
			o.Resize(fyne.NewSize(w, wrapped))
		}
		x += w + columnGap
	}
}

// firstLine is the height of a line of the words of a row, in pixels.
const firstLine = 22

// A shelf lays things beside each other, as wide as said; 0 takes what the
// others leave.
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
	rest := size.Width - s.gap*float32(len(objects)-1)
	for _, w := range s.widths {
		rest -= w
	}
	x := float32(0)
	for i, o := range objects {
		w := s.widths[i]
		if w == 0 {
			w = rest
		}
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w + s.gap
	}
}

// heights lays the list out and tells it how high its rows are.
type heights struct{ page *Page }

// MinSize is called by Fyne.
func (l heights) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout is called by Fyne.
func (l heights) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if objects[0].Size().Width != size.Width {
		l.page.measure(size.Width)
	}
	objects[0].Resize(size)
}
