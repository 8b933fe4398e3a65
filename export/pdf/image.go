package pdf

import (
	"fmt"
	"image"
	"image/color"
	"slices"
	"strings"

	"golang.org/x/image/draw"

	"deputydesk/export"
)

// place puts a picture onto a page, marked as the content of its element. The
// finisher writes the picture itself.
func (d *drawing) place(m export.Image, l *leaf) {
	at := slices.Index(d.images, m.Image)
	if at < 0 {
		at = len(d.images)
		d.images = append(d.images, m.Image)
	}
	d.w.RawWriteStr(fmt.Sprintf("/Figure <</MCID %d>> BDC", len(l.marks)))
	l.marks = append(l.marks, m.Tag)
	d.w.RawWriteStr(fmt.Sprintf("q %.3f 0 0 %.3f %.3f %.3f cm /Im%d Do Q", m.Width, m.Height, m.X, l.paper.Height-m.Y-m.Height, at))
	d.w.RawWriteStr("EMC")
}

// pictures writes every picture once, in colour and on white paper, and returns
// the entries of a resource dictionary.
func (f *finisher) pictures() string {
	var all []string
	for i, m := range f.drawing.images {
		b := m.Bounds()
		flat := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
		draw.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
		draw.Draw(flat, flat.Bounds(), m, b.Min, draw.Over)
		rgb := make([]byte, 0, 3*b.Dx()*b.Dy())
		for at := 0; at < len(flat.Pix); at += 4 {
			rgb = append(rgb, flat.Pix[at:at+3]...)
		}
		r := f.stream(fmt.Sprintf(" /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8", b.Dx(), b.Dy()), rgb)
		all = append(all, fmt.Sprintf("/Im%d %v", i, r))
	}
	if len(all) == 0 {
		return ""
	}
	return " /XObject <<" + strings.Join(all, " ") + ">>"
}

// put draws a picture on the picture of a page, in grey as all of it is.
func put(img *image.Gray, m export.Image, scale float64) {
	at := image.Rect(int(m.X*scale), int(m.Y*scale), int((m.X+m.Width)*scale), int((m.Y+m.Height)*scale))
	draw.ApproxBiLinear.Scale(img, at, m.Image, m.Image.Bounds(), draw.Over, nil)
}
