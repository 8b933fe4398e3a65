package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A RowSpan is bytes [Start, End) of a row's text that are marked.
type RowSpan struct{ Start, End int }

// A Row is one find in a list: a small title, and two lines of text in which
// words are marked. The current one has a bar in the colour of the seal.
type Row struct {
	widget.BaseWidget

	title string
	text  string
	spans []RowSpan
	now   bool
	para  para
	tall  float32
}

// NewRow returns an empty row.
func NewRow() *Row {
	r := &Row{}
	r.ExtendBaseWidget(r)
	return r
}

// Set replaces what r shows. Spans are in order and do not overlap.
func (r *Row) Set(title, text string, spans []RowSpan, now bool) {
	f := faceOf(r.Theme(), false)
	r.title, r.text, r.spans, r.now, r.tall = title, text, spans, now, f.tall
	r.para.set(text, 0, f, f)
	r.Refresh()
}

// How a row is laid out, in pixels.
const (
	rowLines   = 2
	rowSide    = 10
	rowAbove   = 6
	rowLeading = 1.5 // em
)

// CreateRenderer is called by Fyne.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	w := &rowRenderer{row: r, bar: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil), title: canvas.NewText("", nil)}
	w.Refresh()
	return w
}

type rowRenderer struct {
	row       *Row
	bar, rule *canvas.Rectangle
	title     *canvas.Text
	marks     []fyne.CanvasObject
	lines     []fyne.CanvasObject
}

func (w *rowRenderer) Destroy() {}

func (w *rowRenderer) caption() float32 { return w.row.Theme().Size(theme.SizeNameCaptionText) }
func (w *rowRenderer) em() float32      { return w.row.Theme().Size(theme.SizeNameText) }

func (w *rowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, 2*rowAbove+w.caption()*rowLeading+rowLines*w.em()*rowLeading)
}

func (w *rowRenderer) Layout(size fyne.Size) { w.draw(size) }

func (w *rowRenderer) Objects() []fyne.CanvasObject {
	all := append([]fyne.CanvasObject{}, w.marks...)
	all = append(all, w.bar, w.rule, w.title)
	return append(all, w.lines...)
}

func (w *rowRenderer) Refresh() {
	w.draw(w.row.Size())
	canvas.Refresh(w.row)
}

// draw sets the text into size: marks behind, words before.
func (w *rowRenderer) draw(size fyne.Size) {
	r, th, em := w.row, w.row.Theme(), w.em()
	w.bar.FillColor, w.bar.Hidden = inkOf(th, ColorSeal), !r.now
	w.bar.Move(fyne.NewPos(0, rowAbove))
	w.bar.Resize(fyne.NewSize(3, size.Height-2*rowAbove))
	w.rule.FillColor = inkOf(th, ColorHairline)
	w.rule.Move(fyne.NewPos(rowSide, size.Height-1))
	w.rule.Resize(fyne.NewSize(size.Width-2*rowSide, 1))
	w.title.Text, w.title.TextSize, w.title.Color = r.title, w.caption(), inkOf(th, ColorSecondary)
	w.title.Move(fyne.NewPos(rowSide, rowAbove))
	w.title.Resize(w.title.MinSize())

	w.marks, w.lines = w.marks[:0], w.lines[:0]
	if size.Width <= 2*rowSide+em || r.text == "" {
		return
	}
	r.para.flow((size.Width-2*rowSide)/em, false)
	top := rowAbove + w.caption()*rowLeading
	for i, l := range r.para.lines {
		if i == rowLines {
			break
		}
		y := top + float32(i)*em*rowLeading
		start, end := r.para.offset(int(l.start)), r.para.offset(int(l.end))
		words := strings.TrimRight(r.text[start:end], "\n")
		if i == rowLines-1 && i+1 < len(r.para.lines) {
			cut := []rune(words)
			words = string(cut[:max(0, len(cut)-1)]) + "…"
		}
		t := canvas.NewText(words, inkOf(th, ColorInk))
		t.TextSize = em
		t.Move(fyne.NewPos(rowSide, whole(y+em*(rowLeading-r.tall)/2)))
		t.Resize(t.MinSize())
		w.lines = append(w.lines, t)
		for _, s := range r.spans {
			from, to := max(s.Start, start), min(s.End, end)
			if from >= to {
				continue
			}
			x0, x1 := r.para.x(i, r.para.rune(from)), r.para.x(i, r.para.rune(to))
			m := canvas.NewRectangle(inkOf(th, ColorHit))
			m.CornerRadius = 2
			m.Move(fyne.NewPos(rowSide+x0*em, y+2))
			m.Resize(fyne.NewSize((x1-x0)*em, em*rowLeading-4))
			w.marks = append(w.marks, m)
		}
	}
}
