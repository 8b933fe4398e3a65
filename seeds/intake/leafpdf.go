package intake

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"
)

// leafOfPDF reads the pages of a PDF file as forms: what stands between ruled
// lines is a cell, the rest is put together as in a report. A table that goes on
// at the top of the next page is one table.
func leafOfPDF(data []byte) (leaf Leaf, err error) {
	defer func() {
		if broken := recover(); broken != nil { // a reader of damaged objects may stumble
			leaf, err = Leaf{}, fmt.Errorf("pdf: %w: %v", ErrTruncated, broken)
		}
	}()
	file, err := openPDF(data)
	if err != nil {
		return Leaf{}, err
	}
	pages, err := file.pages()
	if err != nil {
		return Leaf{}, err
	}
	d := &drawing{file: file, fonts: map[string]*font{}, ruled: true}
	drawn := make([]ruledPage, len(pages))
	loose := make([][]piece, len(pages))
	for i, p := range pages {
		glyphs, err := d.draw(p)
		if err != nil {
			return Leaf{}, fmt.Errorf("page %d: %w", i+1, err)
		}
		if leaf.Scans, err = file.scans(leaf.Scans, p, d.pictures); err != nil {
			return Leaf{}, fmt.Errorf("page %d: %w", i+1, err)
		}
		drawn[i] = ruledPageOf(glyphs, d.rules)
		loose[i], _ = pieces(drawn[i].loose)
	}
	leaf.Pages = len(pages)
	left, taken := takeFurniture(loose)
	for _, page := range taken {
		for _, text := range page {
			if !slices.Contains(leaf.Margins, text) {
				leaf.Margins = append(leaf.Margins, text)
			}
		}
	}
	cells := leaf.lay(drawn, left)
	switch {
	case cells > MaxCells:
		return Leaf{}, fmt.Errorf("pdf: tables of %d cells: %w", cells, ErrTooLarge)
	case strings.TrimFunc(leaf.Text(), blank) == "":
		return leaf, fmt.Errorf("pdf: %d pages with %d pictures: %w", len(pages), d.images, ErrNoTextLayer)
	case d.lost*100 > d.total*unreadablePercent:
		return leaf, fmt.Errorf("pdf: %d of %d characters say not what they are: %w", d.lost, d.total, ErrNoTextLayer)
	}
	leaf.Undone = strings.Count(leaf.Text(), "\uFFFD")
	return leaf, nil
}

// A ruledPage is a page with its tables and what stands outside of them.
type ruledPage struct {
	grids []grid
	loose []glyph
}

func ruledPageOf(glyphs []glyph, rules []rule) ruledPage {
	p := ruledPage{grids: grids(rules)}
	inside := make([][][]glyph, len(p.grids))
	for i, g := range p.grids {
		inside[i] = make([][]glyph, len(g.cells))
	}
	for _, g := range glyphs {
		found := false
		for i := range p.grids {
			if c := p.grids[i].at(g.x+g.w/2, g.y+g.size/3); c >= 0 && !g.aslant {
				inside[i][c], found = append(inside[i][c], g), true
				break
			}
		}
		if !found {
			p.loose = append(p.loose, g)
		}
	}
	for i := range p.grids {
		g := &p.grids[i]
		for k := range g.cells {
			c := &g.cells[k]
			c.Text = cellText(inside[i][k], g.xs[c.Col], g.xs[c.Col+c.Across])
		}
	}
	// A box around text that is no table is as if it were not there.
	for i := len(p.grids) - 1; i >= 0; i-- {
		filled := 0
		for _, c := range p.grids[i].cells {
			if c.Text != "" {
				filled++
			}
		}
		if filled == 0 || filled == 1 && len(p.grids[i].cells) > 1 && len(inside[i]) < 4 {
			for _, c := range inside[i] {
				p.loose = append(p.loose, c...)
			}
			p.grids = slices.Delete(p.grids, i, i+1)
		}
	}
	return p
}

// cellText puts the lines of a cell together: one that reaches the edge goes on
// in the next.
func cellText(glyphs []glyph, left, right float64) string {
	if len(glyphs) == 0 {
		return ""
	}
	all, _ := pieces(glyphs)
	lines := rows(all)
	if len(lines) == 0 {
		return ""
	}
	begin := math.Inf(1)
	for _, r := range lines {
		begin = min(begin, r.x0)
	}
	var b strings.Builder
	for i, r := range lines {
		if i > 0 {
			last := lines[i-1]
			full := right-last.x1 < firstWord(r.text, r.size)+0.8*r.size || math.Abs((last.x0-left)-(right-last.x1)) < r.size/2 && right-last.x1 < 1.5*r.size
			switch {
			case !full || r.x0-begin > indentEm*r.size && last.x0-begin < indentEm*r.size || finished(last.text) && beginsItem.MatchString(r.text):
				b.WriteString("\n")
			case parted(last.text, r.text):
				b.WriteString(" ")
			}
		}
		b.WriteString(r.text)
	}
	return b.String()
}

// beginsItem is how a line begins that does not go on with the one before.
var beginsItem = regexp.MustCompile(`^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十0-9]{1,3}[）)]|[0-9]{1,2}[.．、][^0-9])`)

// lay puts tables and the text between them one after the other and returns how
// many cells there are.
func (leaf *Leaf) lay(pages []ruledPage, left [][]piece) int {
	type stretch struct {
		from, to int // of all
		table    *grid
		page     int
	}
	var all []column
	var order []stretch
	for i := range pages {
		rest := left[i]
		text := func(in []piece) {
			from := len(all)
			if len(in) > 0 { // a form has one column: what looks like a second is a signature
				all = append(all, column{rows: rows(in), page: i + 1})
				order = append(order, stretch{from: from, to: len(all), page: i})
			}
		}
		for k := range pages[i].grids {
			g := &pages[i].grids[k]
			var above, below []piece
			for _, p := range rest {
				if p.y > g.ys[0] {
					above = append(above, p)
				} else {
					below = append(below, p)
				}
			}
			text(above)
			rest = below
			order = append(order, stretch{table: g, page: i})
		}
		text(rest)
	}
	measure(all)
	pitch := usualPitch(slices.Clone(all))
	nothing, none := make([][]string, len(pages)), make([]string, len(pages))
	cells := 0
	f := flow{pitch: pitch, form: true}
	flush := func() {
		for text := range strings.SplitSeq(f.out.String(), "\n\n") {
			if text = strings.TrimFunc(text, blank); text != "" {
				leaf.Blocks = append(leaf.Blocks, Block{Text: text})
			}
		}
		f = flow{pitch: pitch, form: true}
	}
	var last *grid
	for i, s := range order {
		if s.table == nil {
			for _, c := range all[s.from:s.to] {
				f.read(c, nothing, none)
			}
			continue
		}
		flush()
		cells += len(s.table.cells)
		if i > 0 && order[i-1].table == last && last != nil && order[i-1].page+1 == s.page && goesOn(*last, *s.table) {
			table := leaf.Blocks[len(leaf.Blocks)-1].Table
			table.goOn(*last, *s.table)
		} else {
			leaf.Blocks = append(leaf.Blocks, Block{Table: &Table{Cells: s.table.cells}})
		}
		last = s.table
	}
	flush()
	return cells
}

// parts reports whether a line of a form begins a paragraph for what it says: behind
// a title, with a label or an ordinal, or behind a sentence that ends before the
// edge.
func (f *flow) parts(r row, c column) bool {
	ended := titleEnds.MatchString(f.last.text) || finished(f.last.text) && beginsItem.MatchString(r.text)
	short := f.from.right-f.last.x1 > 0.5*r.size || len(c.rows) < fewRows
	return ended || beginsLabel.MatchString(r.text) || sentenceEnds.MatchString(f.last.text) && short
}

var (
	titleEnds    = regexp.MustCompile(`^(关于|对).{2,60}的(建议|议案|意见|批评)$|(专用纸|建议表|登记表)$`)
	beginsLabel  = regexp.MustCompile(`^[\p{Han}（）() 　]{2,14}[：:]`)
	sentenceEnds = regexp.MustCompile(`[。！？][”）)]?$`)
)

// goesOn reports whether b is the rest of a, broken by the end of the page.
func goesOn(a, b grid) bool {
	return math.Abs(a.xs[0]-b.xs[0]) <= apart && math.Abs(a.xs[len(a.xs)-1]-b.xs[len(b.xs)-1]) <= apart
}

// goOn adds the rows of b, the rest of a, to the table made of a. A row that was
// broken by the end of the page has nothing in its first cell: its text goes on.
func (t *Table) goOn(a, b grid) {
	column := func(i int) int {
		for k, x := range a.xs {
			if math.Abs(x-b.xs[i]) <= apart {
				return k
			}
		}
		return i
	}
	rows := 0
	for _, c := range t.Cells {
		rows = max(rows, c.Row+c.Down)
	}
	var first []Cell
	for _, c := range b.cells {
		c.Across = max(1, column(c.Col+c.Across)-column(c.Col))
		c.Col = column(c.Col)
		if c.Row == 0 {
			first = append(first, c)
		}
	}
	broken := len(first) > 0 && first[0].Text == "" && slices.ContainsFunc(first, func(c Cell) bool { return c.Text != "" })
	for _, c := range b.cells {
		c.Across = max(1, column(c.Col+c.Across)-column(c.Col))
		c.Col = column(c.Col)
		if broken && c.Row == 0 {
			at := slices.IndexFunc(t.Cells, func(up Cell) bool {
				return up.Row+up.Down == rows && up.Col == c.Col && up.Across == c.Across
			})
			if at >= 0 {
				up := &t.Cells[at]
				between := ""
				if c.Text != "" && finished(up.Text) {
					between = "\n"
				}
				up.Text += between + c.Text
				continue
			}
		}
		c.Row += rows
		t.Cells = append(t.Cells, c)
	}
}
