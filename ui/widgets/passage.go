package widgets

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Lettering is how a Passage is set.
type Lettering struct {
	Colour fyne.ThemeColorName // "" is ColorInk
	Size   fyne.ThemeSizeName  // "" is the size of text
	Bold   bool
	Wrap   bool // lines are broken as in print; else there is one line
	Cut    bool // the one line ends in … where there is no room for it
}

const (
	// passageLeading is the height of a line, in em of its size: closer than
	// in a Prose, since nobody reads a Passage for long.
	passageLeading = 1.5
	// leastPassage is the narrowest a wrapped passage gets, in em.
	leastPassage = 4
)

// A Passage is some words on a page: a caption, a quotation, a sentence. It has
// no padding of its own, so that words stand flush with the fields below them.
type Passage struct {
	widget.BaseWidget

	text  string
	set   Lettering
	para  para
	tall  float32 // em, height of the box Fyne draws a line in
	theme string  // the font measured
}

// NewPassage returns a passage.
func NewPassage(text string, set Lettering) *Passage {
	p := &Passage{text: text, set: set}
	p.ExtendBaseWidget(p)
	p.measure()
	return p
}

// Text returns the words.
func (p *Passage) Text() string { return p.text }

// SetText replaces the words.
func (p *Passage) SetText(text string) {
	if text == p.text {
		return
	}
	p.text = text
	p.theme = ""
	p.measure()
	p.Refresh()
}

// SetLettering changes how the words are set.
func (p *Passage) SetLettering(set Lettering) {
	if set == p.set {
		return
	}
	p.set, p.theme = set, ""
	p.measure()
	p.Refresh()
}

// measure fits the words to the font and the width.
func (p *Passage) measure() {
	th := p.Theme()
	f := faceOf(th, p.set.Bold)
	if name := th.Font(f.style).Name(); name != p.theme {
		p.theme = name
		p.tall = f.tall
		text := p.text
		if !p.set.Wrap {
			text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }), " ")
		}
		p.para.set(text, 0, f, f)
	}
	width := float32(math.MaxFloat32)
	if w := p.Size().Width; p.set.Wrap && w > 0 {
		width = max(w/p.em(), leastPassage)
	}
	p.para.flow(width, false)
}

// em is the size of the characters in pixels.
func (p *Passage) em() float32 {
	if p.set.Size == "" {
		return p.Theme().Size(theme.SizeNameText)
	}
	return p.Theme().Size(p.set.Size)
}

// HeightFor returns how high p is when it is width wide.
func (p *Passage) HeightFor(width float32) float32 {
	p.measure()
	if !p.set.Wrap {
		return p.MinSize().Height
	}
	was := p.para.width
	p.para.flow(max(width/p.em(), leastPassage), false)
	n := len(p.para.lines)
	p.para.flow(was, false)
	return p.height(n)
}

func (p *Passage) height(lines int) float32 {
	return float32(math.Ceil(float64(float32(lines) * p.em() * passageLeading)))
}

// MinSize is called by Fyne. The height is that for the width p has.
func (p *Passage) MinSize() fyne.Size {
	p.measure()
	size := fyne.NewSize(leastPassage*p.em(), p.height(len(p.para.lines)))
	switch {
	case p.set.Cut:
	case p.set.Wrap:
		size.Width = min(size.Width, p.longest()*p.em())
	default:
		size.Width = float32(math.Ceil(float64(p.longest() * p.em())))
	}
	return size
}

// longest returns the em of the whole text in one line.
func (p *Passage) longest() float32 {
	var w float32
	for _, a := range p.para.adv {
		w += a
	}
	return w
}

// Resize is called by Fyne.
func (p *Passage) Resize(size fyne.Size) {
	if size == p.Size() {
		return
	}
	p.BaseWidget.Resize(size)
	p.measure()
	p.Refresh()
}

// CreateRenderer is called by Fyne.
func (p *Passage) CreateRenderer() fyne.WidgetRenderer {
	p.ExtendBaseWidget(p)
	r := &passageRenderer{p: p}
	r.Refresh()
	return r
}

type passageRenderer struct {
	p     *Passage
	lines []fyne.CanvasObject
}

func (r *passageRenderer) Destroy()                     {}
func (r *passageRenderer) MinSize() fyne.Size           { return r.p.MinSize() }
func (r *passageRenderer) Objects() []fyne.CanvasObject { return r.lines }
func (r *passageRenderer) Layout(fyne.Size)             { r.draw() }

func (r *passageRenderer) Refresh() {
	r.p.measure()
	r.draw()
	canvas.Refresh(r.p)
}

// draw makes a text of each line.
func (r *passageRenderer) draw() {
	p := r.p
	em := p.em()
	colour := p.set.Colour
	if colour == "" {
		colour = ColorInk
	}
	for len(r.lines) < len(p.para.lines) {
		r.lines = append(r.lines, canvas.NewText("", nil))
	}
	r.lines = r.lines[:len(p.para.lines)]
	for i, l := range p.para.lines {
		t := r.lines[i].(*canvas.Text)
		words := strings.TrimRight(p.para.text[p.para.offset(int(l.start)):p.para.offset(int(l.end))], "\n")
		if p.set.Cut {
			words = p.cut(words)
		}
		t.Text, t.TextSize, t.Color = words, em, inkOf(p.Theme(), colour)
		t.TextStyle = fyne.TextStyle{Bold: p.set.Bold}
		t.Move(fyne.NewPos(0, whole(em*(float32(i)*passageLeading+(passageLeading-p.tall)/2))))
		t.Resize(t.MinSize())
		t.Refresh()
	}
}

// cut shortens words to the width of p.
func (p *Passage) cut(words string) string {
	room := p.Size().Width / p.em()
	if room <= 0 || p.longest() <= room+slack {
		return words
	}
	w := float32(1) // the dots
	for i, a := range p.para.adv {
		if w += a; w > room {
			return words[:p.para.offset(i)] + "…"
		}
	}
	return words
}
