package export

import (
	"slices"
	"strings"
)

// Rules are black: thin between cells, thick around the table.
const (
	thin   = 0.5
	thick  = 1.0
	marked = 0.7 // at words that go or come
)

// The blank inside a cell, on either side and above and below its text.
const (
	padSide = 4.0
	padTop  = 2.6
)

// tallRow is how many lines a row may have and still never be divided.
const tallRow = 12

// A table is what its slabs share.
type table struct {
	edges  []float64 // x of the column edges, one more than columns
	style  style     // of the text
	pitch  float64   // of its lines
	open   bool      // without rules
	head   int       // slabs in the head
	from   int       // index of its first slab
	repeat []slab    // the head as furniture
}

func (t *table) inHead(slab int) bool { return slab < t.from+t.head }

// frame draws the sides of a slab, and the top and bottom of the table on its
// page.
func (t *table) frame(p *Page, top, height float64, begins, ends bool) {
	if t.open {
		return
	}
	left, right := t.edges[0], t.edges[len(t.edges)-1]
	p.Rules = append(p.Rules, Rule{left, top, left, top + height, thick}, Rule{right, top, right, top + height, thick})
	if begins {
		p.Rules = append(p.Rules, Rule{left - thick/2, top, right + thick/2, top, thick})
	}
	if ends {
		p.Rules = append(p.Rules, Rule{left - thick/2, top + height, right + thick/2, top + height, thick})
	}
}

// A set cell is a cell broken into lines.
type setCell struct {
	Cell
	left, right float64
	lines       []line
	style       style
	head        bool
	tag         int
}

func (l *layout) table(b Table) {
	t := &table{edges: []float64{l.paper.Left}, from: len(l.slabs), style: smallStyle, pitch: smallPitch, open: b.Open}
	if b.Fine {
		t.style, t.pitch = codeStyle, finePitch
	}
	for _, w := range b.Columns {
		t.edges = append(t.edges, t.edges[len(t.edges)-1]+w*mm)
	}
	root := l.element("Table", -1)
	for i, row := range b.Rows {
		if i < b.Head {
			missing := slices.Clone(l.missing) // the copy is not missed twice
			t.repeat = append(t.repeat, l.row(t, row, Furniture, true)...)
			keep(t.repeat)
			l.missing = missing
		}
		slabs := l.row(t, row, root, i < b.Head)
		if i < b.Head {
			t.head += len(slabs)
			keep(slabs)
		}
		l.slabs = append(l.slabs, slabs...)
	}
	if n := len(l.slabs); n > t.from {
		l.slabs[t.from].above = 2
		for i := t.from; b.Together && i < n-1; i++ {
			l.slabs[i].keep = true
		}
	}
}

// row sets one row. A root of Furniture makes a copy outside the structure.
func (l *layout) row(t *table, row Row, root int, head bool) []slab {
	tr := root
	if root != Furniture {
		tr = l.element("TR", root)
	}
	var cells []setCell
	column, most := 0, 0
	for _, c := range row.Cells {
		span := max(1, c.Span)
		sc := setCell{Cell: c, left: t.edges[column], right: t.edges[min(column+span, len(t.edges)-1)], style: t.style, tag: Furniture, head: head}
		column += span
		if root != Furniture {
			kind, scope := "TD", ""
			switch {
			case head:
				kind, scope = "TH", "Column"
			case c.Label:
				kind, scope = "TH", "Row"
			}
			sc.tag = l.element(kind, tr)
			l.out.Elements[sc.tag].Scope, l.out.Elements[sc.tag].Columns = scope, span
		}
		if c.Label || head {
			sc.style, sc.Centre = t.style.in(Hei), true
		}
		room := sc.right - sc.left - 2*padSide
		texts := [][]Span{c.Spans}
		if len(c.Spans) == 0 {
			texts = nil
			for s := range strings.SplitSeq(c.Text, "\n") {
				texts = append(texts, []Span{{Text: s}})
			}
		}
		for _, spans := range texts {
			for _, ln := range breakLines(l.pieces(spans, sc.style, room), 0, room) {
				ln.spread = 0 // columns are too narrow to be filled
				sc.lines = append(sc.lines, ln)
			}
		}
		most = max(most, len(sc.lines))
		cells = append(cells, sc)
	}
	height := max(row.Height*mm, float64(most)*t.pitch+2*padTop)
	if most <= tallRow {
		return []slab{l.band(t, cells, tr, 0, most, height, true)}
	}
	// A tall row is divided line by line.
	var slabs []slab
	for at := range most {
		h := t.pitch
		if at == 0 || at == most-1 {
			h += padTop
		}
		slabs = append(slabs, l.band(t, cells, tr, at, at+1, h, at == 0))
	}
	slabs[0].keep, slabs[most-2].keep = true, true
	return slabs
}

// band draws lines [from, to) of cells. A whole row is one band.
func (l *layout) band(t *table, cells []setCell, tag, from, to int, height float64, begins bool) slab {
	whole := begins && to-from != 1 || len(cells) > 0 && maxLines(cells) == to-from
	start := Furniture
	if begins {
		start = tag
	}
	return slab{height: height, table: t, tag: start, draw: func(p *Page, top float64) {
		for i, c := range cells {
			if i > 0 && !t.open {
				p.Rules = append(p.Rules, Rule{c.left, top, c.left, top + height, thin})
			}
			y := top
			if from == 0 && c.head && !t.open {
				p.Rules = append(p.Rules, Rule{c.left, top + height, c.right, top + height, thin})
			}
			if begins && !t.open {
				p.Rules = append(p.Rules, Rule{c.left, top, c.right, top, thin})
			}
			if begins {
				y += padTop
			}
			if begins && c.Bar > 0 {
				p.Squares = append(p.Squares, Square{X: c.left + padSide, Y: top + height/2 - t.pitch*0.3,
					Width: max(1, min(1, c.Bar)*(c.right-c.left-2*padSide)), Height: t.pitch * 0.6, Grey: 0.45})
			}
			lines := c.lines[min(from, len(c.lines)):min(to, len(c.lines))]
			if whole && !c.Top {
				y = top + (height-float64(len(lines))*t.pitch)/2
			}
			for _, ln := range lines {
				x := c.left + padSide
				if c.Centre {
					x = (c.left + c.right - ln.width()) / 2
				}
				ln.place(p, x, y+t.pitch/2+lowered*c.style.size, c.tag)
				y += t.pitch
			}
		}
	}}
}

func maxLines(cells []setCell) int {
	most := 0
	for _, c := range cells {
		most = max(most, len(c.lines))
	}
	return most
}

// keep chains slabs to each other and to what follows.
func keep(slabs []slab) {
	for i := range slabs {
		slabs[i].keep = true
	}
}
