package export

import "cmp"

// pixel is how large a pixel of a picture is on paper: 96 to the inch, as on a
// screen.
const pixel = 72.0 / 96

// pictureShare is the part of the height of the area that a picture may take,
// so that its caption and some text stand on its page.
const pictureShare = 0.6

// picture puts a picture between the edges of the area. One that no longer fits
// stands at the top of the next page, and the text after it fills this one.
func (l *layout) picture(b Picture) {
	if b.Image == nil || b.Image.Bounds().Empty() {
		return
	}
	size := b.Image.Bounds().Size()
	wide, high := float64(size.X)*pixel, float64(size.Y)*pixel
	shrink := min(1, l.paper.Wide/wide, l.paper.High*pictureShare/high)
	wide, high = wide*shrink, high*shrink
	tag := l.element("Figure", -1)
	l.out.Elements[tag].Alt = cmp.Or(b.Caption, "图")
	caption := l.pieces([]Span{{Text: b.Caption}}, smallStyle, l.paper.Wide)
	x := l.paper.Left + (l.paper.Wide-wide)/2
	l.slabs = append(l.slabs, slab{height: high, above: 8, keep: true, float: true, tag: tag, draw: func(p *Page, top float64) {
		p.Images = append(p.Images, Image{X: x, Y: top, Width: wide, Height: high, Image: b.Image, Tag: tag})
	}})
	if len(caption) > 0 {
		words := l.element("P", -1)
		for _, ln := range balance(caption, l.paper.Wide) {
			l.lines([]line{ln}, words, smallPitch, 0, (l.paper.Wide-ln.width())/2, false)
			l.keepLast(1)
		}
	}
	l.slabs = append(l.slabs, slab{above: 8, tag: Furniture})
}
