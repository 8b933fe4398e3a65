package widgets

import "fyne.io/fyne/v2"

// measureAt is the text size, in pixels, runes are measured at. Advances grow
// in proportion, so one measure serves every size; a large one keeps the
// rounding of the shaper (1/64 px) under a thousandth of a line.
const measureAt = 128

// A face holds the advances of one font in one weight, each rune measured
// once. Only letters and dashes are kerned, by pairs, so that a line is as wide
// as the sum of its runes (TestAdvancesAddUp).
type face struct {
	style fyne.TextStyle
	adv   map[rune]float32    // em
	kerns map[[2]rune]float32 // em, mostly negative
	tall  float32             // em, height of the box Fyne draws a line of text in
	base  float32             // em, from the top of that box to the baseline

	measure func(s string) float32 // em; asks the font
}

// faces are the fonts met so far by file name and weight. Like everything here
// they belong to the UI goroutine.
var faces = map[string]*face{}

// faceOf returns the face of th in one weight.
func faceOf(th fyne.Theme, bold bool) *face {
	style := fyne.TextStyle{Bold: bold}
	name := th.Font(style).Name()
	if bold {
		name += " bold"
	}
	f, ok := faces[name]
	if !ok {
		f = &face{style: style, adv: make(map[rune]float32, 4096), kerns: map[[2]rune]float32{}}
		f.measure = func(s string) float32 { return fyne.MeasureText(s, measureAt, style).Width / measureAt }
		box, base := fyne.CurrentApp().Driver().RenderedTextSize("国", measureAt, style, nil)
		f.tall, f.base = box.Height/measureAt, base/measureAt
		faces[name] = f
	}
	return f
}

// advance returns the width of r in em.
func (f *face) advance(r rune) float32 {
	if a, ok := f.adv[r]; ok {
		return a
	}
	var a float32
	switch r {
	case '\n', '\r':
	case '\t':
		a = 2
	default:
		a = f.measure(string(r))
	}
	f.adv[r] = a
	return a
}

// kern returns by how many em b moves towards a when it follows it.
func (f *face) kern(a, b rune) float32 {
	k, ok := f.kerns[[2]rune{a, b}]
	if !ok {
		k = f.measure(string([]rune{a, b})) - f.advance(a) - f.advance(b)
		f.kerns[[2]rune{a, b}] = k
	}
	return k
}
