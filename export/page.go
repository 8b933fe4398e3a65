package export

import (
	"image"
	"strconv"
	"strings"
)

// The page of GB/T 9704-2012: A4, 天头 37 mm, 订口 28 mm, 版心 156×225 mm with
// 22 lines of 28 characters, page number 7 mm below it.
const (
	mm = 72 / 25.4

	areaLeft   = 28 * mm
	areaTop    = 37 * mm
	areaWidth  = 156 * mm
	areaHeight = 225 * mm

	linesPerPage = 22
	pitch        = areaHeight / linesPerPage // 28.99
	smallPitch   = 18.0                      // of 小四 text in tables and notes
	finePitch    = 15.5                      // of 五号 text in long lists
)

// A Paper is a sheet and the area on it that text may fill. The zero Paper of a
// Document is Upright.
type Paper struct {
	Width, Height float64
	Left, Top     float64 // the corner of the area
	Wide, High    float64 // the area
	Bare          bool    // carries no page number: labels
}

// The papers.
var (
	// Upright is A4 as GB/T 9704-2012 has it.
	Upright = Paper{Width: 210 * mm, Height: 297 * mm, Left: areaLeft, Top: areaTop, Wide: areaWidth, High: areaHeight}
	// Across is A4 turned for wide tables, the binding edge at the top.
	Across = Paper{Width: 297 * mm, Height: 210 * mm, Left: 21 * mm, Top: 28 * mm, Wide: 255 * mm, High: 154 * mm}
	// Label60 and Label70 are one label a sheet, for label printers.
	Label60 = Paper{Width: 60 * mm, Height: 40 * mm, Wide: 60 * mm, High: 40 * mm, Bare: true}
	Label70 = Paper{Width: 70 * mm, Height: 50 * mm, Wide: 70 * mm, High: 50 * mm, Bare: true}
	// LabelSheet is A4 with three labels of 70 x 37.125 mm in each of eight rows.
	LabelSheet = Paper{Width: 210 * mm, Height: 297 * mm, Wide: 210 * mm, High: 297 * mm, Bare: true}
)

// Pages are laid-out pages and the logical structure of what stands on them.
type Pages struct {
	Paper    Paper
	Pages    []Page
	Elements []Element // what a Run's Tag points at, parents before children
}

// A Page is what is drawn on one page, in reading order.
type Page struct {
	Runs    []Run
	Rules   []Rule
	Squares []Square
	Images  []Image
	Links   []Link
}

// An Image is a picture at a place. Tag is its element.
type Image struct {
	X, Y, Width, Height float64
	Image               image.Image
	Tag                 int
}

// A Link is a place on a page that leads to a Place.
type Link struct {
	X, Y, Width, Height float64
	To                  string
	Tag                 int // its element
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

// A Square is a filled rectangle; a QR symbol is made of black ones. Grey is 0
// for black and 1 for white.
type Square struct{ X, Y, Width, Height, Grey float64 }

// An Element is a node of the logical structure, in PDF's standard names: H1,
// P, BlockQuote, Table, TR, TH, TD.
type Element struct {
	Kind    string
	Parent  int     // index, or -1 for the document
	Scope   string  // of a TH: Row or Column
	Columns int     // that a cell takes; 0 is 1
	Alt     string  // of a Figure: what is read out in its place
	Outline string  // what a bookmark says; "" for none
	Name    string  // of the place that begins here, for links; "" for none
	Page    int     // where it begins, from 0
	Y       float64 // and how far down
	heading bool    // below the title of a paper
}

// lowered is how far below the middle of its line box a baseline stands, as a
// share of the size: Chinese faces reach from -0.12 to 0.88 em.
const lowered = 0.38

// number draws a page number on page i of the layout: "— 1 —" in 宋体 四号,
// odd pages to the right and even pages to the left, one character in. Front
// matter is numbered in Roman figures.
func (l *layout) number(i, n int, roman bool) {
	text := strconv.Itoa(n)
	if roman {
		text = Roman(n)
	}
	all := l.pieces([]Span{{Text: "— " + text + " —"}}, pageStyle, l.paper.Wide)
	ln := line{pieces: all, last: true}
	x := l.paper.Left + pageStyle.size
	if n%2 == 1 {
		x = l.paper.Left + l.paper.Wide - pageStyle.size - ln.width()
	}
	// The dash stands 7 mm below the area; it is drawn 0.38 em above the
	// baseline.
	y := l.paper.Top + l.paper.High + 7*mm + lowered*pageStyle.size
	ln.place(&l.out.Pages[i], x, y, Furniture)
}

// Roman is n in Roman figures, as the page labels of the file count them.
func Roman(n int) string {
	var b strings.Builder
	for _, f := range []struct {
		value int
		sign  string
	}{{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}} {
		for n >= f.value {
			b.WriteString(f.sign)
			n -= f.value
		}
	}
	return b.String()
}
