package export

import "strconv"

// The page of GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, 版心 156×225 mm with
// 22 lines of 28 characters, page number 7 mm below it.
const (
	mm = 72 / 25.4

	PageWidth  = 210 * mm
	PageHeight = 297 * mm

	areaLeft   = 28 * mm
	areaTop    = 37 * mm
	areaWidth  = 156 * mm
	areaHeight = 225 * mm

	linesPerPage = 22
	pitch        = areaHeight / linesPerPage // 28.99
	smallPitch   = 18.0                      // of 小四 text in tables and notes
)

// Pages are laid-out pages and the logical structure of what stands on them.
type Pages struct {
	Pages    []Page
	Elements []Element // what a Run's Tag points at, parents before children
}

// A Page is what is drawn on one page, in reading order.
type Page struct {
	Runs    []Run
	Rules   []Rule
	Squares []Square
}

// A Run is text in one face and size on one baseline. Tc is added to the
// advance of each of its characters. Tag is its element, or Furniture.
type Run struct {
	X, Y  float64
	Face  Face
	Size  float64
	Tc    float64
	Text  string
	Tag   int
	count int // characters
}

// Furniture tags what is on a page but not in the text: page numbers, the
// repeated head of a table.
const Furniture = -1

// A Rule is a straight line.
type Rule struct{ X1, Y1, X2, Y2, Width float64 }

// A Square is a black rectangle; a QR symbol is made of them.
type Square struct{ X, Y, Width, Height float64 }

// An Element is a node of the logical structure, in PDF's standard names: H1,
// P, BlockQuote, Table, TR, TH, TD.
type Element struct {
	Kind    string
	Parent  int     // index, or -1 for the document
	Scope   string  // of a TH: Row or Column
	Columns int     // that a cell takes; 0 is 1
	Outline string  // what a bookmark says; "" for none
	Page    int     // where it begins, from 0
	Y       float64 // and how far down
}

// lowered is how far below the middle of its line box a baseline stands, as a
// share of the size: Chinese faces reach from -0.12 to 0.88 em.
const lowered = 0.38

// number draws the page number of page n (from 1): "— 1 —" in 宋体 四号, odd
// pages to the right and even pages to the left, one character in.
func (l *layout) number(n int) {
	all := l.pieces([]Span{{Text: "— " + strconv.Itoa(n) + " —"}}, pageStyle, areaWidth)
	ln := line{pieces: all, last: true}
	x := areaLeft + pageStyle.size
	if n%2 == 1 {
		x = areaLeft + areaWidth - pageStyle.size - ln.width()
	}
	// The dash stands 7 mm below the area; it is drawn 0.38 em above the
	// baseline.
	y := areaTop + areaHeight + 7*mm + lowered*pageStyle.size
	ln.place(&l.out.Pages[n-1], x, y, Furniture)
}
