package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"image"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// A Leaf is a file as it lies on the table: its paragraphs and tables in the
// order of reading, nothing mended and nothing taken for a heading. Forms are
// read from it; reports are read by File.
type Leaf struct {
	Blocks  []Block
	Margins []string      // headers and footers, each once
	Pages   int           // 0 where the format has none
	Scans   []image.Image // of pages that are a picture, the first few
	Undone  int           // characters that could not be read
}

// A Block is a paragraph or a table.
type Block struct {
	Text  string // of a paragraph; "\n" and "\t" as they stand there
	Table *Table // nil for a paragraph
}

// A Table is cells on a grid.
type Table struct{ Cells []Cell }

// A Cell covers one or more places of a table's grid, counted from 0.
type Cell struct {
	Row, Col     int
	Down, Across int // how many rows and columns it covers, at least 1
	Text         string
	Inner        []*Table // tables inside it
}

// MaxCells is how many cells the tables of one file have at most; a list of all
// deputies of a province has 10,000.
const MaxCells = 50_000

// Text is all that stands on the leaf, a paragraph or cell a line.
func (l Leaf) Text() string {
	var b strings.Builder
	var table func(t *Table)
	table = func(t *Table) {
		for _, c := range t.Cells {
			b.WriteString(c.Text + "\n")
			for _, in := range c.Inner {
				table(in)
			}
		}
	}
	for _, it := range l.Blocks {
		if it.Table != nil {
			table(it.Table)
			continue
		}
		b.WriteString(it.Text + "\n")
	}
	return b.String()
}

// Open reads the leaf of a file: plain text, .docx, .doc, .pdf. What it is is
// told from the bytes. A file of pictures has Scans and no text; its error is
// ErrNoTextLayer, and the leaf is returned beside it.
func Open(name string, data []byte) (Leaf, error) {
	base := filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	if len(data) > MaxFile {
		return Leaf{}, fmt.Errorf("intake: %s: %d bytes: %w", base, len(data), ErrTooLarge)
	}
	var leaf Leaf
	var err error
	switch kindOf(data) {
	case kindZip:
		leaf, err = leafOfDocx(data)
	case kindPDF:
		leaf, err = leafOfPDF(data)
	case kindOLE:
		if err = refuseOLE(data); errors.Is(err, ErrOldWord) {
			leaf, err = leafOfDoc(data)
		}
	case kindRTF:
		err = fmt.Errorf("rich text: %w", ErrOldWord)
	case kindWeb:
		err = fmt.Errorf("a web page, not its text: %w", ErrBinary)
	default:
		leaf, err = leafOfText(data)
	}
	if err != nil {
		return leaf, fmt.Errorf("intake: %s: %w", base, err)
	}
	return leaf, nil
}

// leafOfText takes every line for a paragraph, lines with tabs for rows.
func leafOfText(data []byte) (Leaf, error) {
	text, warnings, err := Decode(data)
	if err != nil {
		return Leaf{}, err
	}
	if len(text) > MaxText {
		return Leaf{}, fmt.Errorf("%d bytes of text: %w", len(text), ErrTooLarge)
	}
	var leaf Leaf
	for _, w := range warnings {
		if w.Kind == Undecodable {
			leaf.Undone += w.Count
		}
	}
	var table *Table
	row := 0
	for line := range strings.Lines(text) {
		line = strings.Trim(line, "\t\r\n ")
		if !strings.Contains(line, "\t") {
			table = nil
			if strings.TrimFunc(line, blank) != "" {
				leaf.Blocks = append(leaf.Blocks, Block{Text: line})
			}
			continue
		}
		if table == nil {
			table, row = &Table{}, 0
			leaf.Blocks = append(leaf.Blocks, Block{Table: table})
		}
		for col, c := range strings.Split(line, "\t") {
			table.Cells = append(table.Cells, Cell{Row: row, Col: col, Down: 1, Across: 1, Text: strings.TrimFunc(c, blank)})
		}
		row++
	}
	return leaf, nil
}

// leafOfDocx reads an office file.
func leafOfDocx(data []byte) (Leaf, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return Leaf{}, fmt.Errorf("docx: %w: %w", ErrTruncated, err)
	}
	if len(z.File) > maxParts {
		return Leaf{}, fmt.Errorf("docx: %d parts: %w", len(z.File), ErrTooLarge)
	}
	p := parts{}
	for _, f := range z.File {
		if _, twice := p[f.Name]; !twice {
			p[f.Name] = f
		}
	}
	name, err := p.document()
	if err != nil {
		return Leaf{}, err
	}
	numbers, err := readNumbering(p, path.Dir(name))
	if err != nil {
		return Leaf{}, err
	}
	d := &docx{numbers: numbers, laid: &laying{}}
	part, err := p.read(name)
	if err == nil {
		err = d.walk(part)
	}
	if err != nil {
		return Leaf{}, fmt.Errorf("docx: %s: %w", name, err)
	}
	leaf := Leaf{Blocks: d.laid.blocks, Undone: d.unreadable}
	var edges []string
	for name := range p {
		if base := path.Base(name); strings.HasSuffix(base, ".xml") && (strings.HasPrefix(base, "header") || strings.HasPrefix(base, "footer")) {
			edges = append(edges, name)
		}
	}
	slices.Sort(edges)
	for _, name := range edges {
		part, err := p.read(name)
		if err != nil {
			return Leaf{}, err
		}
		edge := &docx{numbers: &numbering{}}
		if err := edge.walk(part); err != nil {
			return Leaf{}, fmt.Errorf("docx: %s: %w", name, err)
		}
		for text := range strings.SplitSeq(edge.out.String(), "\n\n") {
			if text != "" && !slices.Contains(leaf.Margins, text) {
				leaf.Margins = append(leaf.Margins, text)
			}
		}
	}
	if strings.TrimFunc(leaf.Text(), blank) == "" {
		return Leaf{}, fmt.Errorf("docx: no text: %w", ErrEmpty)
	}
	return leaf, nil
}

// A laying puts the paragraphs of an office file into the tables they stand in.
type laying struct {
	blocks []Block
	open   []*gathering
	cells  int
}

// A gathering is a table while it is read.
type gathering struct {
	table    *Table
	row, col int
	cell     *Cell // nil between cells
	above    bool  // cell goes on the one above it
}

// inCell is the gathering whose cell is being read; nil outside of tables.
func (l *laying) inCell() *gathering {
	if n := len(l.open); n > 0 && l.open[n-1].cell != nil {
		return l.open[n-1]
	}
	return nil
}

// put adds a paragraph.
func (l *laying) put(text string) {
	if g := l.inCell(); g != nil {
		if g.cell.Text != "" {
			g.cell.Text += "\n"
		}
		g.cell.Text += text
		return
	}
	l.blocks = append(l.blocks, Block{Text: text})
}

// start and end follow the elements of a table; settings reads what a cell says
// of itself.
func (l *laying) start(name string) {
	switch name {
	case "tbl":
		l.open = append(l.open, &gathering{table: &Table{}, row: -1})
	case "tr":
		if n := len(l.open); n > 0 {
			l.open[n-1].row++
			l.open[n-1].col = 0
		}
	case "tc":
		if n := len(l.open); n > 0 {
			g := l.open[n-1]
			g.cell, g.above = &Cell{Row: max(0, g.row), Col: g.col, Down: 1, Across: 1}, false
		}
	}
}

func (l *laying) settings(name, value string) {
	g := l.inCell()
	switch {
	case g == nil:
	case name == "gridSpan":
		if n := atoi(value); n > 0 && n <= 200 {
			g.cell.Across = n
		}
	case name == "vMerge":
		g.above = value != "restart"
	}
}

// skipped moves to a later column: a row may leave out its first ones.
func (l *laying) skipped(value string) {
	if n := len(l.open); n > 0 {
		if k := atoi(value); k > 0 && k <= 200 {
			l.open[n-1].col += k
		}
	}
}

func (l *laying) end(name string) error {
	n := len(l.open)
	if n == 0 {
		return nil
	}
	g := l.open[n-1]
	switch name {
	case "tc":
		if g.cell == nil {
			return nil
		}
		c := *g.cell
		g.cell = nil
		g.col = c.Col + c.Across
		if g.above {
			for i := len(g.table.Cells) - 1; i >= 0; i-- {
				up := &g.table.Cells[i]
				if up.Col == c.Col && up.Row+up.Down == c.Row {
					up.Down++
					up.Text = strings.TrimFunc(up.Text+"\n"+c.Text, blank)
					up.Inner = append(up.Inner, c.Inner...)
					return nil
				}
			}
		}
		if l.cells++; l.cells > MaxCells {
			return fmt.Errorf("tables of more than %d cells: %w", MaxCells, ErrTooLarge)
		}
		g.table.Cells = append(g.table.Cells, c)
	case "tbl":
		l.open = l.open[:n-1]
		if up := l.inCell(); up != nil {
			up.cell.Inner = append(up.cell.Inner, g.table)
		} else if len(g.table.Cells) > 0 {
			l.blocks = append(l.blocks, Block{Table: g.table})
		}
	}
	return nil
}
