package export

import "strings"

// A Label is stuck on a file or on the first page of a paper.
type Label struct {
	Number string // 第001号
	Title  string
	Lead   string // deputy and delegation
	Host   string
	Code   string // short code of the draft
	Square [][]bool
}

// A LabelRow is labels side by side across the paper.
type LabelRow struct {
	Labels  []Label
	Columns int     // that the paper has
	Height  float64 // millimetres
}

func (LabelRow) block() {}

// labelPad is the blank inside a label: label printers miss by two millimetres.
const labelPad = 3 * mm

// labels draws a row. A title too long for its room ends in "……": the paper
// that the label is stuck on has all of it.
func (l *layout) labels(b LabelRow) {
	wide := l.paper.Wide / float64(max(1, b.Columns))
	high := b.Height * mm
	var draw []func(p *Page, top float64)
	for i, label := range b.Labels {
		draw = append(draw, l.label(label, l.paper.Left+float64(i)*wide, wide, high))
	}
	tag := Furniture
	l.slabs = append(l.slabs, slab{height: high, tag: tag, draw: func(p *Page, top float64) {
		for _, d := range draw {
			d(p, top)
		}
	}})
}

// label sets one label of the given size with its left edge at x.
func (l *layout) label(b Label, x, wide, high float64) func(p *Page, top float64) {
	numberStyle, nameStyle, fineStyle := style{Hei, 14, 14}, style{Hei, 10.5, 10.5}, style{Fang, 9, 9}
	const namePitch, lowPitch = 14.0, 12.5
	side := 15 * mm
	room := wide - 2*labelPad
	one := func(s string, st style, room float64) []line {
		lines := breakLines(l.pieces([]Span{{Text: s}}, st, room), 0, room)
		for i := range lines {
			lines[i].spread = 0
		}
		return lines
	}
	cut := func(s string, st style, room float64, most int) []line {
		lines := one(s, st, room)
		for r := []rune(s); len(lines) > most && len(r) > 1; {
			r = r[:len(r)-1]
			lines = one(string(r)+"……", st, room)
		}
		return lines
	}
	x += labelPad
	type set struct {
		line
		tag  int
		size float64
		y    float64
	}
	var all []set
	add := func(lines []line, size, pitch, from float64) float64 {
		if len(lines) == 0 {
			return from
		}
		tag := l.element("P", -1)
		for _, ln := range lines {
			all = append(all, set{ln, tag, size, from + pitch/2 + lowered*size})
			from += pitch
		}
		return from
	}
	y := add(cut(b.Number, numberStyle, room, 1), numberStyle.size, 18, labelPad-2)
	below := room - side - 4 // beside the symbol
	square := high - labelPad - side
	lines := int((square - y) / namePitch)
	y = add(cut(b.Title, nameStyle, room, max(2, lines)), nameStyle.size, namePitch, y)
	y = max(y, high-labelPad-3*lowPitch)
	for _, s := range []string{b.Lead, b.Host, b.Code} {
		if strings.TrimSpace(s) != "" {
			y = add(cut(s, fineStyle, below, 1), fineStyle.size, lowPitch, y)
		}
	}
	return func(p *Page, top float64) {
		for _, s := range all {
			s.place(p, x, top+s.y, s.tag)
		}
		p.Squares = append(p.Squares, symbolAt(b.Square, x+room-side, top+square, side)...)
	}
}
