package widgets

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// A Change says what became of some words.
type Change int

// The changes. What goes is struck through, what comes is bold and underlined,
// so that neither needs its colour.
const (
	Kept Change = iota
	Gone
	Come
)

// A Piece is some words of a Redline; "\n" begins another paragraph.
type Piece struct {
	Text   string
	Change Change
}

// A Redline shows two wordings in one, like the correction of a proof.
type Redline struct {
	widget.BaseWidget
	text   string
	pieces []Piece
	para   para
	tall   float32
	font   string
}

// NewRedline returns a redline of the pieces.
func NewRedline(pieces []Piece) *Redline {
	r := &Redline{}
	r.ExtendBaseWidget(r)
	r.Set(pieces)
	return r
}

// Set replaces what is shown.
func (r *Redline) Set(pieces []Piece) {
	r.text, r.pieces, r.font = "", pieces, ""
	for _, p := range pieces {
		r.text += p.Text
	}
	r.measure()
	r.Refresh()
}

// Text returns all words, those that go and those that come.
func (r *Redline) Text() string { return r.text }

func (r *Redline) em() float32 { return r.Theme().Size("text") }

// measure fits the words to the font and the width. All are measured in the
// regular weight: Chinese is as wide in either.
func (r *Redline) measure() {
	f := faceOf(r.Theme(), false)
	if name := r.Theme().Font(f.style).Name(); name != r.font {
		r.font, r.tall = name, f.tall
		r.para.set(r.text, 0, f, f)
	}
	width := float32(math.MaxFloat32)
	if w := r.Size().Width; w > 0 {
		width = max(w/r.em(), leastPassage)
	}
	r.para.flow(width, false)
}

// MinSize is called by Fyne. The height is that for the width r has.
func (r *Redline) MinSize() fyne.Size {
	r.measure()
	lines := float32(len(r.para.lines))
	return fyne.NewSize(leastPassage*r.em(), float32(math.Ceil(float64(lines*r.em()*passageLeading))))
}

// Resize is called by Fyne.
func (r *Redline) Resize(size fyne.Size) {
	if size == r.Size() {
		return
	}
	r.BaseWidget.Resize(size)
	r.measure()
	r.Refresh()
}

// CreateRenderer is called by Fyne.
func (r *Redline) CreateRenderer() fyne.WidgetRenderer {
	r.ExtendBaseWidget(r)
	w := &redlineRenderer{r: r}
	w.Refresh()
	return w
}

type redlineRenderer struct {
	r *Redline
	easel
	objects []fyne.CanvasObject
}

func (w *redlineRenderer) Destroy()                     {}
func (w *redlineRenderer) MinSize() fyne.Size           { return w.r.MinSize() }
func (w *redlineRenderer) Objects() []fyne.CanvasObject { return w.objects }
func (w *redlineRenderer) Layout(fyne.Size)             { w.draw() }

func (w *redlineRenderer) Refresh() {
	w.r.measure()
	w.draw()
	canvas.Refresh(w.r)
}

// draw puts each run of one kind in one line on the easel, with its line.
func (w *redlineRenderer) draw() {
	r, th := w.r, w.r.Theme()
	em := r.em()
	w.clear()
	at := 0 // byte at which a piece begins
	for _, p := range r.pieces {
		end := at + len(p.Text)
		for l, line := range r.para.lines {
			first, last := max(r.para.rune(at), int(line.start)), min(r.para.rune(end), int(line.end))
			if end == len(r.text) && l == len(r.para.lines)-1 {
				last = int(line.end)
			}
			for last > first && r.para.kinds[last-1]&newline != 0 {
				last--
			}
			if first >= last || at == end {
				continue
			}
			x, top := r.para.x(l, first)*em, em*float32(l)*passageLeading
			width := r.para.x(l, last)*em - x
			t := w.text()
			t.Text = r.text[r.para.offset(first):r.para.offset(last)]
			t.TextSize, t.TextStyle = em, fyne.TextStyle{Bold: p.Change == Come}
			t.Color = inkOf(th, ColorInk)
			switch p.Change {
			case Gone:
				t.Color = inkOf(th, ColorSecondary)
				w.rect(inkOf(th, ColorSecondary), x, whole(top+em*passageLeading/2), width, 1.5, 0)
			case Come:
				w.rect(inkOf(th, ColorInfo), x, whole(top+em*(passageLeading+1.08)/2), width, 1.5, 0)
			}
			t.Move(fyne.NewPos(x, whole(top+em*(passageLeading-r.tall)/2)))
			t.Resize(t.MinSize())
			t.Refresh()
		}
		at = end
	}
	w.objects = w.objects[:0]
	for _, t := range w.texts[:w.nt] {
		w.objects = append(w.objects, t)
	}
	for _, o := range w.rects[:w.nr] {
		w.objects = append(w.objects, o)
	}
}
