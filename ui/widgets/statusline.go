package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A StatusLine is the quiet row at the foot of the window: a few short remarks
// from the left, the last one at the right. An alarm stands before them, bold
// and in the colour of the seal.
type StatusLine struct {
	widget.BaseWidget
	remarks []string
	alarm   bool // the first remark is one
}

// NewStatusLine returns an empty line.
func NewStatusLine() *StatusLine {
	s := &StatusLine{}
	s.ExtendBaseWidget(s)
	return s
}

// Set replaces the alarm and the remarks; empty ones are left out.
func (s *StatusLine) Set(alarm string, remarks ...string) {
	var kept []string
	if s.alarm = alarm != ""; s.alarm {
		kept = append(kept, alarm)
	}
	for _, r := range remarks {
		if r != "" {
			kept = append(kept, r)
		}
	}
	s.remarks = kept
	s.Refresh()
}

// CreateRenderer is called by Fyne.
func (s *StatusLine) CreateRenderer() fyne.WidgetRenderer {
	r := &statusLineRenderer{line: s, ground: canvas.NewRectangle(nil), top: canvas.NewRectangle(nil)}
	r.Refresh()
	return r
}

type statusLineRenderer struct {
	line        *StatusLine
	ground, top *canvas.Rectangle
	texts       []*canvas.Text
}

const (
	statusHeight = 28
	statusSpace  = 16
)

func (r *statusLineRenderer) Destroy()           {}
func (r *statusLineRenderer) MinSize() fyne.Size { return fyne.NewSize(200, statusHeight) }

func (r *statusLineRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.top.Resize(fyne.NewSize(size.Width, 1))
	x := float32(statusSpace)
	for i, t := range r.texts {
		w := t.MinSize().Width
		if i > 0 && i == len(r.texts)-1 {
			x = max(x, size.Width-statusSpace-w)
		}
		t.Move(fyne.NewPos(x, (size.Height-t.MinSize().Height)/2))
		t.Resize(t.MinSize())
		x += w + 2*statusSpace
	}
}

func (r *statusLineRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.ground, r.top}
	for _, t := range r.texts {
		all = append(all, t)
	}
	return all
}

func (r *statusLineRenderer) Refresh() {
	th := r.line.Theme()
	r.ground.FillColor = inkOf(th, ColorPane)
	r.top.FillColor = inkOf(th, ColorHairline)
	for len(r.texts) < len(r.line.remarks) {
		r.texts = append(r.texts, canvas.NewText("", nil))
	}
	r.texts = r.texts[:len(r.line.remarks)]
	for i, t := range r.texts {
		t.Text = r.line.remarks[i]
		t.TextSize = th.Size(theme.SizeNameCaptionText)
		t.TextStyle.Bold = r.line.alarm && i == 0
		t.Color = inkOf(th, ColorSecondary)
		if t.TextStyle.Bold {
			t.Color = inkOf(th, ColorSeal)
		}
	}
	r.Layout(r.line.Size())
	canvas.Refresh(r.line)
}
