package export

import "math"

// An Entry is a line of a table of contents or of an index: words, a row of
// dots, and the pages of the places it leads to.
type Entry struct {
	Number string // in a column of its own at the left; "" for none
	Text   string
	To     []string // names of places; none for a line without a page
	Level  int      // 0, or 1 for a heading above entries
}

func (Entry) block() {}

// How an entry is set: 四号 on lines a little closer than the text's.
var (
	entryStyle = style{Fang, 14, 14}
	entryPitch = float64(pitch * 22 / 26)
)

const (
	entryNumber = 60.0 // room for the number
	entryPage   = 46.0 // room for the last page number
	dotStep     = 5.0  // from one dot to the next
	dotSide     = 0.9
)

// entry sets b. Its words end well before the page numbers; numbers that need
// more room than one line has go to lines of their own.
func (l *layout) entry(b Entry) {
	st, high := entryStyle, entryPitch
	if b.Level > 0 {
		st = st.in(Hei)
	}
	left := 0.0
	if b.Number != "" {
		left = entryNumber
	}
	words := l.pieces([]Span{{Text: b.Text}}, st, l.paper.Wide-left-entryPage)
	if len(words) == 0 {
		return
	}
	tag := l.element("P", -1)
	link := tag
	if len(b.To) > 0 {
		link = l.element("Link", tag)
	}
	number := line{pieces: l.pieces([]Span{{Text: b.Number}}, st, entryNumber), last: true}
	lines := breakLines(words, 0, l.paper.Wide-left-entryPage)
	for i := range lines {
		lines[i].spread = 0
	}
	pages := l.numbers(b.To)
	end := l.paper.Left + l.paper.Wide
	from := len(l.slabs)
	beside := len(pages) > 0 && lines[len(lines)-1].width()+left+3*dotStep+pages[0].width() <= l.paper.Wide
	for i, ln := range lines {
		l.slabs = append(l.slabs, slab{height: high, tag: Furniture, keep: true, draw: func(p *Page, top float64) {
			y := top + high/2 + lowered*st.size
			if i == 0 && left > 0 {
				number.place(p, l.paper.Left, y, link)
			}
			x := l.paper.Left + left
			ln.place(p, x, y, link)
			if len(b.To) > 0 {
				p.Links = append(p.Links, Link{X: x, Y: top, Width: ln.width(), Height: high, To: b.To[0], Tag: link})
			}
			if beside && i == len(lines)-1 {
				p.dots(x+ln.width()+st.size/2, end-pages[0].width()-st.size/2, y)
				pages[0].place(p, end-pages[0].width(), y, link)
			}
		}})
	}
	l.slabs[from].tag = tag
	below := pages
	if beside {
		below = pages[1:]
	}
	for _, ln := range below {
		l.slabs = append(l.slabs, slab{height: high, tag: Furniture, keep: true, draw: func(p *Page, top float64) {
			ln.place(p, end-ln.width(), top+high/2+lowered*st.size, link)
		}})
	}
	l.slabs[len(l.slabs)-1].keep = b.Level > 0
}

// A pageLine is page numbers on one line, each with the place it leads to.
type pageLine struct {
	lines []line
	to    []string
}

func (n pageLine) width() float64 {
	w := 0.0
	for _, ln := range n.lines {
		w += ln.width()
	}
	return w
}

func (n pageLine) place(p *Page, x, y float64, tag int) {
	for i, ln := range n.lines {
		ln.place(p, x, y, tag)
		wide := ln.width()
		p.Links = append(p.Links, Link{X: x, Y: y - entryStyle.size, Width: wide, Height: 1.3 * entryStyle.size, To: n.to[i], Tag: tag})
		x += wide
	}
}

// mostNumbers is how many page numbers stand on one line.
const mostNumbers = 14

// numbers are the pages of places, each once.
func (l *layout) numbers(to []string) []pageLine {
	var texts, names []string
	for _, name := range to {
		n := ""
		if l.at != nil {
			n = l.at(name)
		}
		if n != "" && (len(texts) == 0 || texts[len(texts)-1] != n) {
			texts, names = append(texts, n), append(names, name)
		}
	}
	var all []pageLine
	st := style{Num, entryStyle.size, entryStyle.size}
	for i, t := range texts {
		if i < len(texts)-1 {
			t += "，"
		}
		if i%mostNumbers == 0 {
			all = append(all, pageLine{})
		}
		last := &all[len(all)-1]
		last.lines = append(last.lines, line{pieces: l.pieces([]Span{{Text: t}}, st, l.paper.Wide), last: true})
		last.to = append(last.to, names[i])
	}
	return all
}

// dots draws a row of dots from x to end on the baseline y, each at a multiple
// of the same step, so that the rows of a page stand below each other.
func (p *Page) dots(x, end, y float64) {
	for at := math.Ceil(x/dotStep) * dotStep; at < end; at += dotStep {
		p.Squares = append(p.Squares, Square{X: at, Y: y - 4, Width: dotSide, Height: dotSide})
	}
}
