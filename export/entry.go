package export

import (
	"math"
	"strings"
)

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
	for i, ln := range lines {
		l.slabs = append(l.slabs, slab{height: high, tag: Furniture, keep: true, draw: func(p *Page, top float64) {
			y := top + high/2 + lowered*st.size
			x := l.paper.Left + left
			if i == 0 && left > 0 {
				number.place(p, l.paper.Left, y, link)
			}
			ln.place(p, x, y, link)
			if len(b.To) > 0 {
				p.Links = append(p.Links, Link{X: l.paper.Left, Y: top, Width: l.paper.Wide, Height: high, To: b.To[0], Tag: link})
			}
			if i == len(lines)-1 && len(pages) > 0 && fits(pages[0], ln.width()+left, l.paper.Wide) {
				p.dots(x+ln.width()+st.size/2, end-pages[0].width()-st.size/2, y)
				pages[0].place(p, end-pages[0].width(), y, link)
			}
		}})
	}
	l.slabs[from].tag = tag
	rest := pages
	if len(rest) > 0 && fits(rest[0], lines[len(lines)-1].width()+left, l.paper.Wide) {
		rest = rest[1:]
	}
	for _, ln := range rest {
		l.slabs = append(l.slabs, slab{height: high, tag: Furniture, keep: true, draw: func(p *Page, top float64) {
			ln.place(p, end-ln.width(), top+high/2+lowered*st.size, link)
		}})
	}
	l.slabs[len(l.slabs)-1].keep = b.Level > 0
}

// fits reports whether page numbers stand on the line of the words.
func fits(ln line, used, wide float64) bool { return used+3*dotStep+ln.width() <= wide }

// numbers are the pages of places, each once, in lines.
func (l *layout) numbers(to []string) []line {
	var all []string
	for _, name := range to {
		n := ""
		if l.at != nil {
			n = l.at(name)
		}
		if n != "" && (len(all) == 0 || all[len(all)-1] != n) {
			all = append(all, n)
		}
	}
	if len(all) == 0 {
		return nil
	}
	const few = 14 // numbers in a line
	var lines []line
	for start := 0; start < len(all); start += few {
		part := strings.Join(all[start:min(start+few, len(all))], "，")
		st := style{Num, entryStyle.size, entryStyle.size}
		lines = append(lines, line{pieces: l.pieces([]Span{{Text: part}}, st, l.paper.Wide), last: true})
	}
	return lines
}

// dots draws a row of dots from x to end on the baseline y, each at a multiple
// of the same step, so that the rows of a page stand below each other.
func (p *Page) dots(x, end, y float64) {
	for at := math.Ceil(x/dotStep) * dotStep; at < end; at += dotStep {
		p.Squares = append(p.Squares, Square{X: at, Y: y - 4, Width: dotSide, Height: dotSide})
	}
}
