package export

import (
	"cmp"
	"strconv"
)

// Lay puts doc on pages. It never drops a character: one that no face has is
// printed as 〓 and reported. Zero-width characters leave no mark.
func Lay(doc Document, faces Faces) (Pages, []Missing) {
	l := lay(doc.Paper, doc.Blocks, faces, nil)
	for n := range l.out.Pages {
		if !l.paper.Bare {
			l.number(n, n+1, false)
		}
	}
	return l.out, l.missing
}

// lay puts blocks on pages without numbers. at says on which page a place is,
// for Entries.
func lay(paper Paper, blocks []Block, faces Faces, at func(name string) string) *layout {
	if paper == (Paper{}) {
		paper = Upright
	}
	l := &layout{faces: faces, paper: paper, at: at}
	l.out.Paper = paper
	for _, b := range blocks {
		l.block(b)
	}
	l.paginate()
	l.slabs = nil
	return l
}

// A layout collects the slabs of a document and then deals them to pages.
type layout struct {
	faces   Faces
	paper   Paper
	at      func(name string) string // the page of a place; nil if there are none
	slabs   []slab
	out     Pages
	missing []Missing
}

// A slab is a stretch of the page across its whole width that is not divided:
// a line, a row of a table.
type slab struct {
	height float64
	above  float64 // blank before it, dropped at the top of a page
	snap   bool    // begins on a line of the grid
	keep   bool    // stays on the page of the next slab
	first  bool    // begins a new page
	float  bool    // with those it keeps: waits for the next page while text goes on, if it does not fit
	table  *table  // the table it belongs to
	draw   func(p *Page, top float64)
	tag    int // element that begins here, or Furniture
}

// miss notes that text[i] cannot be printed.
func (l *layout) miss(text []rune, i int) {
	for k := range l.missing {
		if l.missing[k].Rune == text[i] {
			l.missing[k].Count++
			return
		}
	}
	where := string(text[max(0, i-6):min(len(text), i+7)])
	l.missing = append(l.missing, Missing{Rune: text[i], Count: 1, Where: where})
}

// element opens a node of the structure.
func (l *layout) element(kind string, parent int) int {
	l.out.Elements = append(l.out.Elements, Element{Kind: kind, Parent: parent, Page: -1})
	return len(l.out.Elements) - 1
}

func (l *layout) block(b Block) {
	switch b := b.(type) {
	case Title:
		l.title(b)
	case Heading:
		l.heading(b)
	case Paragraph:
		l.paragraph(b)
	case Quote:
		l.quote(b)
	case Table:
		l.table(b)
	case Signature:
		l.signature(b)
	case Head:
		l.head(b)
	case Speech:
		l.speech(b)
	case Gap:
		for range b.Lines {
			l.slabs = append(l.slabs, slab{height: 0, above: pitch, keep: true, tag: Furniture})
		}
	case Space:
		l.slabs = append(l.slabs, slab{above: b.Points, tag: Furniture})
	case Closing:
		l.closing(b)
	case Picture:
		l.picture(b)
	case Drop:
		l.slabs = append(l.slabs, slab{height: b.Points, keep: true, tag: Furniture})
	case Entry:
		l.entry(b)
	case LabelRow:
		l.labels(b)
	case Break:
		l.slabs = append(l.slabs, slab{first: true, keep: true, tag: Furniture})
	}
}

// lines adds one slab a line. Each line box is high points; indent is that of
// the first line, left that of all.
func (l *layout) lines(lines []line, tag int, high, indent, left float64, grid bool) {
	for i, ln := range lines {
		x := l.paper.Left + left
		if i == 0 {
			x += indent
		}
		size := ln.pieces[0].glyphs[0].size
		t := tag
		if i > 0 {
			t = Furniture
		}
		l.slabs = append(l.slabs, slab{height: high, snap: grid, tag: t, draw: func(p *Page, top float64) {
			ln.place(p, x, top+high/2+lowered*size, tag)
		}})
	}
}

// keepLast keeps the last n slabs together and with what follows.
func (l *layout) keepLast(n int) {
	keep(l.slabs[max(0, len(l.slabs)-n):])
}

func (l *layout) title(b Title) {
	st, high, kind := titleStyle, pitch, "H1"
	if b.Small {
		st, high, kind = topStyle, pitch, "P"
	}
	all := l.pieces([]Span{{Text: b.Text}}, st, l.paper.Wide)
	if len(all) == 0 {
		return
	}
	tag := l.element(kind, -1)
	if !b.Small {
		if b.Level > 1 {
			l.out.Elements[tag].Kind = "H" + strconv.Itoa(b.Level)
		}
		l.out.Elements[tag].Outline, l.out.Elements[tag].Name = cmp.Or(b.Label, b.Text), b.Name
	}
	room := l.paper.Wide - 2*st.size
	if b.Small {
		room = l.paper.Wide - 2*(qrSide+6) // the QR symbol stands beside it
	}
	lines := balance(all, room)
	for i, ln := range lines {
		t := tag
		if i > 0 {
			t = Furniture
		}
		x := l.paper.Left + (l.paper.Wide-ln.width())/2
		l.slabs = append(l.slabs, slab{height: high, keep: true, tag: t, draw: func(p *Page, top float64) {
			ln.place(p, x, top+high/2+lowered*st.size, tag)
		}})
	}
}

func (l *layout) heading(b Heading) {
	st := bodyStyle
	switch b.Level {
	case 1:
		st.role = Hei
	case 2:
		st.role = Kai
	}
	all := l.pieces([]Span{{Text: b.Text}}, st, l.paper.Wide)
	if len(all) == 0 {
		return
	}
	kind := "H2"
	if b.Level > 1 {
		kind = "H3"
	}
	tag := l.element(kind, -1)
	l.out.Elements[tag].Outline, l.out.Elements[tag].heading = b.Text, true
	lines := breakLines(all, 2*st.cell, l.paper.Wide)
	l.lines(lines, tag, pitch, 2*st.cell, 0, true)
	l.keepLast(len(lines))
}

func (l *layout) paragraph(b Paragraph) {
	st, high := bodyStyle, float64(pitch)
	if b.Small {
		st, high = smallStyle, smallPitch
	}
	indent := 2 * st.cell
	if b.Flush {
		indent = 0
	}
	all := l.pieces(b.Spans, st, l.paper.Wide-indent)
	if len(all) == 0 {
		return
	}
	lines := breakLines(all, indent, l.paper.Wide)
	l.lines(lines, l.element("P", -1), high, indent, 0, !b.Small)
	if b.Follow {
		l.keepLast(len(lines))
	}
}

// closing sets b to the right, and keeps it with the line before it.
func (l *layout) closing(b Closing) {
	all := l.pieces([]Span{{Text: b.Text}}, bodyStyle, l.paper.Wide)
	if len(all) == 0 {
		return
	}
	at := len(l.slabs)
	for at > 0 && l.slabs[at-1].height == 0 && !l.slabs[at-1].first {
		at--
	}
	keep(l.slabs[max(0, at-1):at])
	tag := l.element("P", -1)
	ln := line{pieces: all, last: true}
	x := l.paper.Left + max(0, l.paper.Wide-ln.width()-4*bodyStyle.cell)
	l.slabs = append(l.slabs, slab{height: pitch, tag: tag, draw: func(p *Page, top float64) {
		ln.place(p, x, top+pitch/2+lowered*bodyStyle.size, tag)
	}})
}

// quote sets the words on the grid and the source below them in 小四, two
// cells in; the last line of the words and the source stay together.
func (l *layout) quote(b Quote) {
	tag := l.element("BlockQuote", -1)
	st := bodyStyle.in(Kai)
	indent := 2 * st.cell
	words := l.pieces([]Span{{Text: b.Text}}, st, l.paper.Wide-indent)
	l.lines(breakLines(words, indent, l.paper.Wide), l.element("P", tag), pitch, indent, 0, true)
	source := l.pieces([]Span{{Text: b.Source}}, smallStyle, l.paper.Wide-indent)
	if len(source) == 0 {
		return
	}
	l.keepLast(1)
	lines := breakLines(source, 0, l.paper.Wide-indent)
	l.lines(lines, l.element("P", tag), smallPitch, 0, indent, false)
	from := len(l.slabs) - len(lines)
	for i := from; i < len(l.slabs)-1; i++ {
		l.slabs[i].keep = true
	}
}

// signature rules a blank for the pen behind the label: "领衔代表（签名）：____
// 年　月　日".
func (l *layout) signature(b Signature) {
	// Nobody signs an empty page: the last two lines come along.
	at := len(l.slabs)
	for at > 0 && l.slabs[at-1].height == 0 && !l.slabs[at-1].first {
		at--
	}
	keep(l.slabs[max(0, at-2):at])
	tag := l.element("P", -1)
	label := line{pieces: l.pieces([]Span{{Text: b.Label}}, bodyStyle, l.paper.Wide), last: true}
	var date line
	blank := 7 * bodyStyle.cell
	if b.Dated {
		date = line{pieces: l.pieces([]Span{{Text: PenDate}}, bodyStyle, l.paper.Wide), last: true}
		blank = min(blank, l.paper.Wide-label.width()-date.width()-2*bodyStyle.cell)
	}
	high := pitch * 1.5
	l.slabs = append(l.slabs, slab{height: high, snap: false, keep: true, tag: tag, draw: func(p *Page, top float64) {
		y := top + high/2 + lowered*bodyStyle.size
		right := l.paper.Left + l.paper.Wide
		x := right - date.width() - blank - label.width()
		label.place(p, x, y, tag)
		x += label.width()
		p.Rules = append(p.Rules, Rule{x, y + 3, x + blank, y + 3, thin})
		if b.Dated {
			date.place(p, x+blank, y, tag)
		}
	}})
}

// qrSide is how wide the QR symbol is: 18 mm scan well from an office printer.
const qrSide = 18 * mm

func (l *layout) head(b Head) {
	left := line{pieces: l.pieces([]Span{{Text: b.Left}}, smallStyle, l.paper.Wide), last: true}
	right := line{pieces: l.pieces([]Span{{Text: b.Right}}, codeStyle, l.paper.Wide), last: true}
	tag, code := l.element("P", -1), l.element("P", -1)
	high := 26.0
	l.slabs = append(l.slabs, slab{height: high, above: 4, keep: true, tag: tag, draw: func(p *Page, top float64) {
		y := top + high/2 + lowered*smallStyle.size
		end := l.paper.Left + l.paper.Wide
		left.place(p, l.paper.Left, y, tag)
		right.place(p, end-right.width(), y, code)
		p.Squares = append(p.Squares, symbolAt(b.Square, end-qrSide, y-smallStyle.size-6-qrSide, qrSide)...)
	}})
}

// symbolAt draws a QR symbol with its top left corner at (x, y), a run of black
// modules as one rectangle.
func symbolAt(rows [][]bool, x, y, wide float64) []Square {
	var all []Square
	for i, row := range rows {
		side := wide / float64(len(rows))
		for j := 0; j < len(row); j++ {
			from := j
			for j < len(row) && row[j] {
				j++
			}
			if j > from {
				all = append(all, Square{X: x + float64(from)*side, Y: y + float64(i)*side, Width: float64(j-from) * side, Height: side})
			}
		}
	}
	return all
}
