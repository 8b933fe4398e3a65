package widgets

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CreateRenderer implements fyne.Widget.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer {
	r := &proseRenderer{p: p, paper: canvas.NewRectangle(nil), ring: canvas.NewRectangle(color.Transparent), grid: pixels{scale: 1}}
	r.fill()
	return r
}

// A proseRenderer draws the lines in view. Its objects are kept and given new
// contents; backgrounds come before texts, since they are drawn in order.
type proseRenderer struct {
	p           *Prose
	paper, ring *canvas.Rectangle
	easel
	lines   []*patternLine
	nl      int // how many of them are in use
	objects []fyne.CanvasObject
	runs    []run
	grid    pixels
}

// IsClip tells Fyne's painters to draw nothing outside the pane.
func (r *proseRenderer) IsClip() {}

func (r *proseRenderer) MinSize() fyne.Size           { return fyne.NewSize(240, 96) }
func (r *proseRenderer) Destroy()                     {}
func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *proseRenderer) Layout(fyne.Size) {
	r.p.relayout()
	r.grid = pixelsUnder(r.p)
	r.fill()
	if r.p.OnScrolled != nil {
		r.p.OnScrolled()
	}
}

func (r *proseRenderer) Refresh() {
	p := r.p
	if th := p.Theme(); len(p.blocks) > 0 && (p.flow.regular != faceOf(th, false) || p.flow.bold != faceOf(th, true)) {
		at := p.TopPosition()
		p.flow = newFlow(p.blocks, th)
		p.marks = newMarkBook(p.wanted, p.flow)
		p.relayout()
		_, y, _, _ := p.flow.cell(at)
		p.top = min(y, p.most())
	}
	r.grid = pixelsUnder(p)
	r.fill()
	canvas.Refresh(p)
}

// fill puts what is in view into the objects.
func (r *proseRenderer) fill() {
	p, size := r.p, r.p.Size()
	th := p.Theme()
	r.clear()
	r.nl = 0
	r.paper.FillColor = inkOf(th, ColorPaper)
	r.paper.Resize(size)
	f := p.flow
	if len(f.blocks) > 0 && f.chars > 0 && size.Height > 0 {
		bottom := (p.top + size.Height) / f.em
		for bi := f.blockAt(p.top / f.em); bi < len(f.blocks) && f.blocks[bi].top < bottom; bi++ {
			r.block(th, bi, bottom)
		}
	}
	p.bar.Move(fyne.NewPos(size.Width-barWidth, 0))
	p.bar.Resize(fyne.NewSize(barWidth, size.Height))
	p.bar.set(p.top, size.Height, f.height*f.em)
	r.collect(th, size)
}

// collect orders the objects in use.
func (r *proseRenderer) collect(th fyne.Theme, size fyne.Size) {
	r.objects = append(r.objects[:0], r.paper)
	for _, o := range r.rects[:r.nr] {
		r.objects = append(r.objects, o)
	}
	for _, o := range r.lines[:r.nl] {
		r.objects = append(r.objects, o.raster)
	}
	for _, o := range r.texts[:r.nt] {
		r.objects = append(r.objects, o)
	}
	if r.p.ring {
		r.ring.StrokeColor, r.ring.StrokeWidth = inkOf(th, ColorRing), 2
		r.ring.Move(fyne.NewPos(1, 1))
		r.ring.Resize(fyne.NewSize(size.Width-2, size.Height-2))
		r.objects = append(r.objects, r.ring)
	}
	r.objects = append(r.objects, r.p.bar)
}

// block draws the lines of one block that are in view, down to bottom (em).
func (r *proseRenderer) block(th fyne.Theme, bi int, bottom float32) {
	p, f := r.p, r.p.flow
	b := &f.blocks[bi]
	h := b.lineHeight()
	first := max(0, int((p.top/f.em-b.top)/h))
	marks := p.marks.of(bi)
	from, to := p.selected(bi)
	name := ColorInk
	if b.set.grey {
		name = ColorSecondary
	}
	ink := inkOf(th, name)
	for ln := first; ln < len(b.lines); ln++ {
		y := b.top + float32(ln)*h
		if y > bottom {
			break
		}
		view := lineView{b: b, ln: ln, em: f.em * b.size, left: f.left, y: y*f.em - p.top, h: h * f.em, face: f.regular}
		if b.set.bold {
			view.face = f.bold
		}
		r.marked(th, view, marks)
		r.selected(th, view, from, to)
		r.words(view, marks, ink)
	}
}

// selected returns the selected runes [from, to) of a block; to is one more
// than the number of runes if the selection goes on into the next block.
func (p *Prose) selected(bi int) (from, to int) {
	if p.from == p.to || bi < p.from.Block || bi > p.to.Block {
		return 0, 0
	}
	b := &p.flow.blocks[bi]
	to = len(b.adv) + 1
	if bi == p.from.Block {
		from = b.rune(p.from.Offset)
	}
	if bi == p.to.Block {
		to = b.rune(p.to.Offset)
	}
	return from, to
}

// A lineView is one line on the screen, in pixels.
type lineView struct {
	b          *flowBlock
	ln         int
	em         float32 // size of the characters
	left, y, h float32
	face       *face
}

// span returns the pixels of runes [start, end) of the line, cut to the line.
func (v lineView) span(start, end int) (x, w float32) {
	l := v.b.lines[v.ln]
	a := v.b.x(v.ln, max(start, int(l.start)))
	z := v.b.x(v.ln, min(end, int(l.end)))
	return v.left + a*v.em, (z - a) * v.em
}

// textTop returns the pixel where Fyne's box of the text begins.
func (v lineView) textTop() float32 { return v.y + (v.h-v.face.tall*v.em)/2 }

// baseline returns the pixel the characters stand on.
func (v lineView) baseline() float32 { return v.textTop() + v.face.base*v.em }

// marked draws the marks of a line that lie behind or under its words.
func (r *proseRenderer) marked(th fyne.Theme, v lineView, marks []runeMark) {
	l := v.b.lines[v.ln]
	base := v.baseline()
	boxTop, boxHeight := base-1.06*v.em, 1.4*v.em
	for _, m := range marks {
		if m.end <= l.start || m.start >= l.end {
			continue
		}
		x, w := v.span(int(m.start), int(m.end))
		if w <= 0 {
			continue
		}
		if name := m.style.behind(); name != "" {
			r.rect(inkOf(th, name), x, boxTop, w, boxHeight, 2)
		}
		thick := max(1, v.em/18)
		switch {
		case m.style <= MarkViolet:
			tall := max(4, v.em/4.5)
			r.line(pattern(m.style), inkOf(th, Underlines[m.style]), x, boxTop+boxHeight-tall, w, tall)
		case m.style == MarkHitNow:
			r.rect(inkOf(th, ColorWarning), x, boxTop+boxHeight-2*thick, w, 2*thick, 0)
		case m.style == MarkTarget:
			r.rect(inkOf(th, ColorTarget), x, base+0.13*v.em, w, thick, 0)
		case m.style == MarkCited:
			r.rect(inkOf(th, ColorInfo), x, base+0.13*v.em, w, 1.5*thick, 0)
			r.rect(inkOf(th, ColorInfo), v.left-0.7*v.em, v.y, 3*thick, v.h, 0)
		case m.style == MarkDoubt:
			tall := max(4, v.em/4.5)
			r.line(dotted, inkOf(th, ColorWarning), x, base+0.06*v.em, w, tall)
		case m.style == MarkOut:
			r.rect(inkOf(th, ColorSecondary), x, base-0.38*v.em, w, thick, 0)
		case m.style == MarkMine:
			r.rect(inkOf(th, ColorDone), v.left-0.7*v.em, v.y, 3*thick, v.h, 0)
		}
	}
}

// selected draws the selected part of a line.
func (r *proseRenderer) selected(th fyne.Theme, v lineView, from, to int) {
	l := v.b.lines[v.ln]
	if from >= to || int(l.end) <= from && l.end > l.start || int(l.start) >= to {
		return
	}
	x, w := v.span(from, to)
	if to > len(v.b.adv) && v.ln == len(v.b.lines)-1 {
		w += v.em / 2 // the selection goes on below
	}
	if w > 0 {
		r.rect(inkOf(th, ColorSelected), x, v.y, w, v.h, 0)
	}
}

// words draws the characters of a line.
func (r *proseRenderer) words(v lineView, marks []runeMark, ink color.Color) {
	f := r.p.flow
	r.runs = runs(r.runs[:0], v.b, v.ln, marks, f.bold)
	for _, run := range r.runs {
		t := r.text()
		t.Text = v.b.text[v.b.offs[run.start]:v.b.offs[run.end]]
		t.TextSize = v.em
		t.TextStyle = fyne.TextStyle{Bold: run.bold}
		t.Color = ink
		face := f.regular
		if run.bold {
			face = f.bold
		}
		t.Move(r.grid.at(v.left+run.x*v.em, v.baseline()-face.base*v.em))
	}
}

// A patternLine is one line of a pattern on the screen.
type patternLine struct {
	pattern pattern
	colour  color.Color
	raster  *canvas.Raster
}

// line takes a pattern line from the pool; one that already shows the same is
// not drawn again.
func (r *proseRenderer) line(p pattern, c color.Color, x, y, w, h float32) {
	if r.nl == len(r.lines) {
		l := &patternLine{}
		l.raster = canvas.NewRaster(func(w, h int) image.Image { return drawPattern(l.pattern, l.colour, w, h) })
		r.lines = append(r.lines, l)
	}
	l := r.lines[r.nl]
	r.nl++
	stale := l.pattern != p || l.colour != c
	l.pattern, l.colour = p, c
	l.raster.Move(fyne.NewPos(x, y))
	if size := fyne.NewSize(w, h); l.raster.Size() != size {
		l.raster.Resize(size) // draws anew
	} else if stale {
		l.raster.Refresh()
	}
}
