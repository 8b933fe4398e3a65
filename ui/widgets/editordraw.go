package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// CreateRenderer implements fyne.Widget.
func (e *Editor) CreateRenderer() fyne.WidgetRenderer {
	r := &editorRenderer{e: e, ground: canvas.NewRectangle(nil), frame: canvas.NewRectangle(color.Transparent), grid: pixels{scale: 1}}
	r.fill()
	return r
}

// An editorRenderer draws the lines in view.
type editorRenderer struct {
	e             *Editor
	ground, frame *canvas.Rectangle
	easel
	objects []fyne.CanvasObject
	grid    pixels
}

// IsClip tells Fyne's painters to draw nothing outside the editor.
func (r *editorRenderer) IsClip() {}

func (r *editorRenderer) Destroy()                     {}
func (r *editorRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *editorRenderer) MinSize() fyne.Size {
	return fyne.NewSize(8*r.e.em(), r.e.heightOf(r.e.m.lines()))
}

func (r *editorRenderer) Layout(size fyne.Size) {
	e := r.e
	e.m.fit(e.columns(size.Width), faceOf(e.Theme(), false))
	e.top = min(e.top, e.mostTop())
	if e.focused {
		e.reveal()
	}
	r.grid = pixelsUnder(e)
	r.fill()
	if n := e.m.lines(); n != e.lines {
		grew := e.heightOf(n) != e.heightOf(e.lines)
		if e.lines = n; grew && e.OnGrow != nil {
			e.OnGrow()
		}
	}
}

func (r *editorRenderer) Refresh() {
	e := r.e
	if w := e.Size().Width; w > 0 {
		e.m.fit(e.columns(w), faceOf(e.Theme(), false))
	}
	r.grid = pixelsUnder(e)
	r.fill()
	canvas.Refresh(e)
}

// fill puts what is in view into the objects.
func (r *editorRenderer) fill() {
	e, size := r.e, r.e.Size()
	th := e.Theme()
	r.clear()
	r.ground.FillColor, r.ground.CornerRadius = inkOf(th, ColorField), 4
	r.ground.Resize(size)
	h := e.lineHeight()
	if size.Height > 0 {
		from, to := e.m.selection()
		first := max(0, int((e.top-editorSpace)/h))
		for n := first; n < e.m.lines() && editorSpace+float32(n)*h < e.top+size.Height; n++ {
			pi, ln := e.m.lineOf(n)
			y := editorSpace + float32(n)*h - e.top
			for _, hit := range e.hitsIn(pi, ln) {
				r.behind(inkOf(th, ColorHit), pi, ln, y, hit.from, hit.to)
			}
			r.behind(inkOf(th, ColorSelected), pi, ln, y, from, to)
			r.words(th, pi, ln, y)
		}
	}
	r.hint(th)
	if e.focused {
		at := e.CursorPosition()
		r.rect(inkOf(th, ColorInk), at.X-caretWidth/2, at.Y+h*0.1, caretWidth, h*0.8, 0)
	}
	r.frame.StrokeColor, r.frame.StrokeWidth, r.frame.CornerRadius = inkOf(th, ColorEdge), 1, 4
	if e.focused {
		r.frame.StrokeColor, r.frame.StrokeWidth = inkOf(th, ColorRing), 2
	}
	r.frame.Resize(size)
	total := float32(e.m.lines())*h + 2*editorSpace
	e.bar.Move(fyne.NewPos(size.Width-barWidth, 2))
	e.bar.Resize(fyne.NewSize(barWidth, size.Height-4))
	e.bar.set(e.top, size.Height, total)
	e.bar.Hidden = total <= size.Height+0.5
	e.wheel.Hidden = e.bar.Hidden
	e.wheel.Resize(size)

	r.objects = append(r.objects[:0], r.ground)
	for _, o := range r.rects[:r.nr] {
		r.objects = append(r.objects, o)
	}
	for _, o := range r.texts[:r.nt] {
		r.objects = append(r.objects, o)
	}
	r.objects = append(r.objects, e.composing.place(th, e.CursorPosition(), h, size)...)
	r.objects = append(r.objects, r.frame, e.wheel, e.bar)
}

// behind draws a ground behind the part of a line that lies between two spots.
func (r *editorRenderer) behind(ink color.Color, pi, ln int, y float32, from, to spot) {
	if from == to || pi < from.para || pi > to.para {
		return
	}
	p, em := r.e.m.paras[pi], r.e.em()
	l := p.lines[ln]
	a, z := int(l.start), int(l.end)
	if pi == from.para {
		a = max(a, from.rune)
	}
	goesOn := pi < to.para && ln == len(p.lines)-1 // into the next paragraph
	if pi == to.para {
		z = min(z, to.rune)
	}
	if a > z || a == z && !goesOn {
		return
	}
	x := p.x(ln, a) * em
	w := p.x(ln, z)*em - x
	if goesOn {
		w += em / 2
	}
	r.rect(ink, editorSpace+x, y, w, r.e.lineHeight(), 0)
}

// words draws the characters of a line, in pieces parted by tabs.
func (r *editorRenderer) words(th fyne.Theme, pi, ln int, y float32) {
	p, em, f := r.e.m.paras[pi], r.e.em(), r.e.m.face
	l := p.lines[ln]
	x, start, startX := float32(0), int(l.start), float32(0)
	for i := int(l.start); i <= int(l.end); i++ {
		tab := i < int(l.end) && p.text[p.offs[i]] == '\t'
		if (tab || i == int(l.end)) && i > start {
			t := r.text()
			t.Text = p.text[p.offs[start]:p.offs[i]]
			t.TextSize, t.TextStyle, t.Color = em, fyne.TextStyle{}, inkOf(th, ColorInk)
			t.Move(r.grid.at(editorSpace+startX*em, y+(r.e.lineHeight()-f.tall*em)/2))
		}
		if i < int(l.end) {
			x += p.adv[i]
		}
		if tab {
			start, startX = i+1, x
		}
	}
}

// hint draws the grey words of an empty editor, as many as a line holds.
func (r *editorRenderer) hint(th fyne.Theme) {
	e := r.e
	if e.hint == "" || len(e.m.paras) > 1 || e.m.paras[0].text != "" {
		return
	}
	var p para
	p.set(e.hint, 0, e.m.face, e.m.face)
	p.flow(e.m.width, true)
	em, h := e.em(), e.lineHeight()
	for ln, l := range p.lines {
		if ln == max(e.least, 1) {
			break
		}
		t := r.text()
		t.Text = p.text[p.offset(int(l.start)):p.offset(int(l.end))]
		t.TextSize, t.TextStyle, t.Color = em, fyne.TextStyle{}, inkOf(th, theme.ColorNamePlaceHolder)
		t.Move(r.grid.at(editorSpace, editorSpace+float32(ln)*h+(h-e.m.face.tall*em)/2))
	}
}

// A wheel lies over a text and takes the mouse wheel. It is hidden while the
// whole text is in view, so that the page behind scrolls then.
type wheel struct {
	widget.BaseWidget
	turned func(dy float32)
}

func newWheel(turned func(dy float32)) *wheel {
	w := &wheel{turned: turned}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheel) Scrolled(e *fyne.ScrollEvent) { w.turned(e.Scrolled.DY) }

// CreateRenderer implements fyne.Widget.
func (w *wheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
