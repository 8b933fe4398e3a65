package pdf

import (
	"fmt"
	"image"
	"image/color"
	"math"

	outline "golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"deputydesk/export"
)

// A Painter draws pages as the file shows them: the same runs, at the same
// places, with the outlines of the same fonts. It is for one goroutine.
type Painter struct {
	fonts *Fonts
	faces map[export.Face]*outline.Font
	buf   outline.Buffer
	ink   vector.Rasterizer
}

// NewPainter returns a painter with the given fonts; nil for the program's own.
func NewPainter(fonts *Fonts) (*Painter, error) {
	if fonts == nil {
		var err error
		if fonts, err = Bundled(); err != nil {
			return nil, err
		}
	}
	return &Painter{fonts: fonts, faces: map[export.Face]*outline.Font{}}, nil
}

// Fonts are the fonts that the painter draws with, for the layout.
func (a *Painter) Fonts() *Fonts { return a.fonts }

func (a *Painter) face(name export.Face) (*outline.Font, error) {
	if f := a.faces[name]; f != nil {
		return f, nil
	}
	own := a.fonts.faces[name]
	if own == nil {
		return nil, fmt.Errorf("pdf: picture: no font %s", name)
	}
	f, err := own.outlines()
	if err != nil {
		return nil, fmt.Errorf("pdf: picture: font %s: %w", name, err)
	}
	a.faces[name] = f
	return f, nil
}

// thinnest is how wide a line is at least, in pixels: hairlines of half a pixel
// would come and go.
const thinnest = 1.0

// Picture draws a page with the given number of pixels to a point.
func (a *Painter) Picture(p export.Page, paper export.Paper, scale float64) (*image.Gray, error) {
	size := image.Pt(int(math.Round(paper.Width*scale)), int(math.Round(paper.Height*scale)))
	img := image.NewGray(image.Rectangle{Max: size})
	for i := range img.Pix {
		img.Pix[i] = 0xFF
	}
	for _, m := range p.Images {
		put(img, m, scale)
	}
	for _, s := range p.Squares {
		a.box(img, s.X*scale, s.Y*scale, s.Width*scale, s.Height*scale, s.Grey)
	}
	for _, r := range p.Rules {
		wide := max(thinnest, r.Width*scale)
		x, y := math.Min(r.X1, r.X2)*scale, math.Min(r.Y1, r.Y2)*scale
		a.box(img, x-wide/2, y-wide/2, math.Abs(r.X2-r.X1)*scale+wide, math.Abs(r.Y2-r.Y1)*scale+wide, 0)
	}
	for _, r := range p.Runs {
		if err := a.run(img, r, scale); err != nil {
			return nil, err
		}
	}
	return img, nil
}

func (a *Painter) run(img *image.Gray, r export.Run, scale float64) error {
	f, err := a.face(r.Face)
	if err != nil {
		return err
	}
	x := r.X
	ppem := fixed.Int26_6(math.Round(r.Size * scale * 64))
	for _, c := range r.Text {
		code, _ := a.fonts.code(c)
		glyph, err := f.GlyphIndex(&a.buf, code)
		if err != nil {
			return fmt.Errorf("pdf: picture: %q: %w", c, err)
		}
		shape, err := f.LoadGlyph(&a.buf, glyph, ppem, nil)
		if err != nil {
			return fmt.Errorf("pdf: picture: %q: %w", c, err)
		}
		a.glyph(img, shape, x*scale, r.Y*scale)
		x += a.fonts.faces[r.Face].advances[code]*r.Size/1000 + r.Tc
	}
	return nil
}

// glyph fills a shape with its origin at (x, y).
func (a *Painter) glyph(img *image.Gray, shape outline.Segments, x, y float64) {
	if len(shape) == 0 {
		return
	}
	b := shape.Bounds()
	left, top := int(math.Floor(x+float64(b.Min.X)/64)), int(math.Floor(y+float64(b.Min.Y)/64))
	wide, high := int(math.Ceil(x+float64(b.Max.X)/64))-left+1, int(math.Ceil(y+float64(b.Max.Y)/64))-top+1
	a.ink.Reset(wide, high)
	dx, dy := float32(x-float64(left)), float32(y-float64(top))
	at := func(p fixed.Point26_6) (float32, float32) { return dx + float32(p.X)/64, dy + float32(p.Y)/64 }
	for _, s := range shape {
		switch s.Op {
		case outline.SegmentOpMoveTo:
			a.ink.ClosePath()
			px, py := at(s.Args[0])
			a.ink.MoveTo(px, py)
		case outline.SegmentOpLineTo:
			px, py := at(s.Args[0])
			a.ink.LineTo(px, py)
		case outline.SegmentOpQuadTo:
			bx, by := at(s.Args[0])
			cx, cy := at(s.Args[1])
			a.ink.QuadTo(bx, by, cx, cy)
		case outline.SegmentOpCubeTo:
			bx, by := at(s.Args[0])
			cx, cy := at(s.Args[1])
			ex, ey := at(s.Args[2])
			a.ink.CubeTo(bx, by, cx, cy, ex, ey)
		}
	}
	a.ink.ClosePath()
	a.ink.Draw(img, image.Rect(left, top, left+wide, top+high), image.Black, image.Point{})
}

// box fills a rectangle, its edges smooth.
func (a *Painter) box(img *image.Gray, x, y, w, h, grey float64) {
	left, top := int(math.Floor(x)), int(math.Floor(y))
	wide, high := int(math.Ceil(x+w))-left+1, int(math.Ceil(y+h))-top+1
	if wide <= 0 || high <= 0 {
		return
	}
	a.ink.Reset(wide, high)
	x0, y0 := float32(x-float64(left)), float32(y-float64(top))
	x1, y1 := x0+float32(w), y0+float32(h)
	a.ink.MoveTo(x0, y0)
	a.ink.LineTo(x1, y0)
	a.ink.LineTo(x1, y1)
	a.ink.LineTo(x0, y1)
	a.ink.ClosePath()
	a.ink.Draw(img, image.Rect(left, top, left+wide, top+high), image.NewUniform(color.Gray{Y: uint8(math.Round(255 * grey))}), image.Point{})
}
