package widgets

import (
	"image"
	"image/color"
	"math"
)

// A pattern is the form of a line under words. Each highlight has its own, so
// that they differ in print and for readers who do not tell the colours apart.
type pattern int

const (
	solid  pattern = iota // yellow
	dashed                // green
	dotted                // blue
	wavy                  // pink
	double                // violet
)

// drawPattern draws p over w×h pixels, h being the room for the line. The
// pattern scales with h.
func drawPattern(p pattern, c color.Color, w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	r, g, b, a := c.RGBA()
	ink := color.NRGBA{R: uint8(r >> 8), G: uint8(g >> 8), B: uint8(b >> 8), A: uint8(a >> 8)}
	thick := max(1, (h+2)/4)
	fill := func(x, y int, share float64) {
		if share <= 0 {
			return
		}
		at := ink
		at.A = uint8(float64(ink.A) * math.Min(share, 1))
		img.SetNRGBA(x, y, at)
	}
	for x := range w {
		switch p {
		case solid:
			for y := h - thick; y < h; y++ {
				fill(x, y, 1)
			}
		case double:
			fill(x, h-1, 1)
			fill(x, max(0, h-1-2*thick), 1)
		case dashed:
			if x%(6*thick) < 4*thick {
				for y := h - thick; y < h; y++ {
					fill(x, y, 1)
				}
			}
		case dotted:
			if x%(3*thick) < thick {
				for y := h - thick; y < h; y++ {
					fill(x, y, 1)
				}
			}
		case wavy:
			half := float64(thick) / 2
			mid := float64(h)/2 + (float64(h)/2-half-0.3)*math.Sin(float64(x)*2*math.Pi/(2.4*float64(h)))
			for y := range h {
				// the share of this pixel the stroke covers
				top, bottom := math.Max(float64(y), mid-half-0.2), math.Min(float64(y+1), mid+half+0.2)
				fill(x, y, bottom-top)
			}
		}
	}
	return img
}
