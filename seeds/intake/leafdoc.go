package intake

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
)

// The marks in the text of a .doc.
const (
	docCell    = 0x07
	docLine    = 0x0B
	docBreak   = 0x0C
	docEnd     = 0x0D
	docField   = 0x13 // a field: what it is told, then what it shows
	docShows   = 0x14
	docFieldTo = 0x15
	docSymbol  = 0x28
)

// A docRow is one row of a table as it is read: its cells, and where their edges
// are, in twentieths of a point.
type docRow struct {
	cells []string
	edges []int
	joins []int // of each cell, TCGRF: how it is joined with its neighbours
}

// leafOfDoc reads a .doc or .wps.
func leafOfDoc(data []byte) (leaf Leaf, err error) {
	defer func() {
		if broken := recover(); broken != nil { // a reader of damaged files may stumble
			leaf, err = Leaf{}, fmt.Errorf("doc: %w: %v", ErrTruncated, broken)
		}
	}()
	w, err := openDoc(data)
	if err != nil {
		return Leaf{}, err
	}
	var rows []docRow
	var row docRow
	var cell []string
	var now []rune
	cells := 0
	table := func() {
		if t := tableOf(rows); t != nil {
			leaf.Blocks = append(leaf.Blocks, Block{Table: t})
		}
		rows = nil
	}
	depth, telling := 0, 0
	for i, r := range w.text {
		switch r {
		case docField:
			depth++
			telling = depth
			continue
		case docShows:
			if telling == depth {
				telling = 0
			}
			continue
		case docFieldTo:
			if telling == depth {
				telling = 0
			}
			depth = max(0, depth-1)
			continue
		}
		if telling > 0 && r != docCell && r != docEnd {
			continue
		}
		switch r {
		case docCell, docEnd, docBreak:
			text := strings.TrimFunc(joinSurrogates(now), blank)
			now = nil
			props := run(w.paras, w.at[i])
			switch {
			case r == docCell && has(props, sprmRowEnd):
				row.edges, row.joins = edgesOfRow(sprm(props, sprmTableDef))
				rows = append(rows, row)
				if cells += len(row.cells); cells > MaxCells {
					return Leaf{}, fmt.Errorf("doc: tables of more than %d cells: %w", MaxCells, ErrTooLarge)
				}
				row, cell = docRow{}, nil
			case r == docCell:
				if text != "" {
					cell = append(cell, text)
				}
				row.cells = append(row.cells, strings.Join(cell, "\n"))
				cell = nil
			case has(props, sprmInTable):
				if text != "" {
					cell = append(cell, text)
				}
			default:
				table()
				if text != "" {
					leaf.Blocks = append(leaf.Blocks, Block{Text: text})
				}
			}
		default:
			props := run(w.chars, w.at[i])
			if has(props, sprmHidden) || has(props, sprmDeleted) {
				continue
			}
			if c := shownInDoc(r, props); c != 0 {
				now = append(now, c)
			}
		}
	}
	table()
	if text := strings.TrimFunc(joinSurrogates(now), blank); text != "" {
		leaf.Blocks = append(leaf.Blocks, Block{Text: text})
	}
	if strings.TrimFunc(leaf.Text(), blank) == "" {
		return Leaf{}, fmt.Errorf("doc: no text: %w", ErrEmpty)
	}
	leaf.Undone = strings.Count(leaf.Text(), "\uFFFD")
	return leaf, nil
}

// textOfDoc is the text of a .doc as readDocx gives it: paragraphs and cells with a
// blank line between them.
func textOfDoc(data []byte) (string, error) {
	leaf, err := leafOfDoc(data)
	return strings.ReplaceAll(strings.TrimRight(leaf.Text(), "\n"), "\n", "\n\n"), err
}

// shownInDoc is what a character of the text shows; 0 for marks and pictures.
func shownInDoc(r rune, props []byte) rune {
	switch {
	case r == docSymbol || r >= 0xF000 && r < 0xF100:
		code := r
		if v := sprm(props, sprmSymbol); len(v) == 4 {
			code = rune(binary.LittleEndian.Uint16(v[2:]))
		} else if r == docSymbol {
			return '('
		}
		for _, font := range []string{"Wingdings", "Wingdings 2"} {
			if sign, known := signFonts[font][code&0xFF]; known {
				return sign
			}
		}
		return '\uFFFD'
	case r == docLine:
		return '\n'
	case r == '\t':
		return r
	case r == 0x1E:
		return '-'
	case r < 0x20:
		return 0
	}
	return r
}

// edgesOfRow reads the definition of a row: where the edges of its cells are, and
// how each is joined with others.
func edgesOfRow(def []byte) (edges, joins []int) {
	if len(def) < 3 {
		return nil, nil
	}
	n := int(def[0])
	if 1+2*(n+1) > len(def) {
		return nil, nil
	}
	for i := range n + 1 {
		edges = append(edges, int(int16(binary.LittleEndian.Uint16(def[1+2*i:]))))
	}
	for i := range n {
		join := 0
		if at := 1 + 2*(n+1) + 20*i; at+2 <= len(def) {
			join = int(binary.LittleEndian.Uint16(def[at:]))
		}
		joins = append(joins, join)
	}
	return edges, joins
}

// edgeSlack is how far apart edges may be that are meant to be one.
const edgeSlack = 40

// tableOf puts rows on one grid.
func tableOf(rows []docRow) *Table {
	if len(rows) == 0 {
		return nil
	}
	var xs []int
	for _, r := range rows {
		xs = append(xs, r.edges...)
	}
	slices.Sort(xs)
	xs = slices.CompactFunc(xs, func(a, b int) bool { return math.Abs(float64(a-b)) <= edgeSlack })
	column := func(x int) int {
		best := 0
		for i, v := range xs {
			if math.Abs(float64(v-x)) < math.Abs(float64(xs[best]-x)) {
				best = i
			}
		}
		return best
	}
	t := &Table{}
	for y, r := range rows {
		last := -1 // of t.Cells, in this row
		for i, text := range r.cells {
			c := Cell{Row: y, Col: i, Down: 1, Across: 1, Text: text}
			join := 0
			if i+1 < len(r.edges) {
				c.Col = column(r.edges[i])
				c.Across = max(1, column(r.edges[i+1])-c.Col)
				join = r.joins[i]
			}
			across, down := join&3, join>>5&3
			if across == 1 && last >= 0 {
				t.Cells[last].Across += c.Across
				continue
			}
			if down == 1 {
				if up := t.above(c); up >= 0 {
					t.Cells[up].Down++
					t.Cells[up].Text = strings.TrimFunc(t.Cells[up].Text+"\n"+text, blank)
					last = -1
					continue
				}
			}
			t.Cells = append(t.Cells, c)
			last = len(t.Cells) - 1
		}
	}
	return t
}

// above is the cell that ends right above c, -1 if there is none. A row has fewer
// than lookBack cells.
func (t *Table) above(c Cell) int {
	const lookBack = 2000
	for i := len(t.Cells) - 1; i >= max(0, len(t.Cells)-lookBack); i-- {
		if u := t.Cells[i]; u.Col == c.Col && u.Row+u.Down == c.Row {
			return i
		}
	}
	return -1
}
