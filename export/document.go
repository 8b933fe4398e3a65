// Package export is the press: what goes to paper or to another machine.
//
// A proposal becomes a Document, a list of blocks without any position (Sheet
// makes one); Lay puts a Document on the pages of GB/T 9704-2012; the rooms
// export/pdf and export/docx write pages or blocks as files. This room is
// pure: it opens no file, asks no clock and knows no font; what it must know
// of fonts it is told through Faces. The same proposal gives the same pages on
// every machine.
//
// Lengths are points (1/72 inch). Positions count from the top left corner of
// the page, downwards; the position of text is that of its baseline. Words
// that stand on paper are Chinese and kept in wording.go.
package export

import "image"

// A Document is something to print, as blocks in reading order.
type Document struct {
	Title    string   // for the file's properties: the proposal's title
	Author   string   // the deputy who leads; "" if unknown
	Subject  string   // the form, "代表建议"
	Keywords []string // session, category
	Date     string   // civil date "2024-02-22"; "" if unknown. The file's only time
	Code     string   // short code of the draft, "1F3A-9C27/2"
	Hash     string   // full lower-case hex digest of what was printed
	Paper    Paper    // the zero Paper is Upright
	Blocks   []Block
}

// A Block is one of the types below.
type Block interface{ block() }

// A Title is centred, in 小标宋 二号, in balanced lines. Small makes it the
// name of a session above the title, 仿宋 三号. Level is its place in the
// outline of a Book, 1 if 0; Name makes it a place that an Entry can lead to.
type Title struct {
	Text  string
	Small bool
	Level int
	Name  string
	Label string // what the outline says if not Text
}

// A Heading stands on its own line and stays with what follows. Level 1 is
// 黑体 (一、), 2 楷体 （一）, 3 仿宋 (1.).
type Heading struct {
	Level int
	Text  string
}

// A Span is text in one role; "" is 仿宋.
type Span struct {
	Text string
	Role Role
	Mark Mark
}

// A Mark is a line drawn at text; it survives any copier.
type Mark int

// The marks.
const (
	Plain  Mark = iota
	Struck      // through the text: it goes
	Under       // under the text: it comes
)

// A Paragraph is justified on the grid, its first line indented by two cells.
// Flush takes the indent away; Small sets it in 小四 off the grid.
// Follow keeps it on the page of what comes next.
type Paragraph struct {
	Spans  []Span
	Flush  bool
	Small  bool
	Follow bool
}

// A Closing is a line at the end of a report, its end four cells from the right
// edge: who made it, and on which day.
type Closing struct{ Text string }

// A Quote is words of a report in 楷体, with the line that says where they
// stand, which edition that is and what is asked.
type Quote struct {
	Text   string // with its quotation marks and number
	Source string
}

// A Table has ruled cells. Head rows are repeated where the table is
// continued on another page.
type Table struct {
	Columns  []float64 // widths in millimetres, together those of the area (156)
	Head     int       // how many of Rows are the head
	Together bool      // all on one page, if a page holds it
	Fine     bool      // 五号, for long lists
	Open     bool      // without rules: a chart
	Rows     []Row
}

// A Row is one row of a table; it grows with its text.
type Row struct {
	Cells  []Cell
	Height float64 // at least, in millimetres
}

// A Cell holds text, lines separated by "\n". A label is 黑体 and centred.
type Cell struct {
	Text   string
	Label  bool
	Centre bool    // centre across
	Top    bool    // keep to the top of the cell
	Span   int     // columns it takes; 0 is 1
	Spans  []Span  // instead of Text, for words in several roles
	Bar    float64 // instead of Text: a bar of a chart, a share of the cell from 0 to 1
}

// A Picture stands in the middle, as wide as its pixels at 96 to the inch or as
// the area, its caption in 小四 below it. It and its caption stay together.
type Picture struct {
	Image   image.Image
	Caption string // also what is read out where nobody sees the picture
}

// A Signature is a line for the pen: label, a ruled blank, and 年 月 日.
type Signature struct {
	Label string
	Dated bool
}

// A Head is the line under the form's title: number left open for the staff
// at the left, the draft's code at the right, and the code as a QR square.
type Head struct {
	Left, Right string
	Square      [][]bool // rows of the QR symbol, true is black; nil for none
}

// A Gap leaves blank lines, fewer at the top of a page.
type Gap struct{ Lines int }

// A Drop leaves so many points blank, also at the top of a page.
type Drop struct{ Points float64 }

// A Space leaves so many points blank, and nothing at the top of a page.
type Space struct{ Points float64 }

// A Break starts a new page.
type Break struct{}

func (Title) block()     {}
func (Heading) block()   {}
func (Paragraph) block() {}
func (Quote) block()     {}
func (Table) block()     {}
func (Signature) block() {}
func (Head) block()      {}
func (Gap) block()       {}
func (Space) block()     {}
func (Break) block()     {}
func (Drop) block()      {}
func (Closing) block()   {}
func (Picture) block()   {}

// Text returns a paragraph of plain 仿宋 text.
func Text(s string) Paragraph { return Paragraph{Spans: []Span{{Text: s}}} }
