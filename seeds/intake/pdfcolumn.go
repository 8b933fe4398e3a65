package intake

import (
	"cmp"
	"math"
	"slices"
)

// A column is a part of a page that is read from top to bottom before the next.
type column struct {
	rows  []row
	page  int     // from 1
	place string  // columns of one place on different pages have the same edges
	left  float64 // where its lines begin
	right float64 // where they end
	wide  bool    // above or below others: its edges are those of the page
}

// The measures of columns, in em of the page's text.
const (
	gutterEm = 0.8 // the least space between two columns
	narrowEm = 6.0 // the least mean width of their pieces: cells of tables are narrower
	crossing = 0.3 // how many lines may run across, of all: titles, headings
	leastRow = 4   // how many pieces make a column
	fewRows  = 8   // with fewer lines, the edges of a column are not sure
)

// columns cuts a page into columns in the order of reading. A piece that runs
// across a gutter, such as a title, ends the columns above it.
func columns(all []piece, page int) []column {
	gutters := guttersOf(all)
	if len(gutters) == 0 {
		return []column{{rows: rows(all), page: page}}
	}
	var out []column
	band := make([][]piece, len(gutters)+1)
	flush := func() {
		for i, in := range band {
			if len(in) > 0 {
				out = append(out, column{rows: rows(in), page: page, place: string(rune('1' + i))})
			}
			band[i] = nil
		}
	}
	for _, same := range baselines(all) {
		across := slices.ContainsFunc(same, func(p piece) bool { return crosses(p, gutters) })
		if !across {
			for _, p := range same {
				i := 0
				for i < len(gutters) && gutters[i] < p.x0 {
					i++
				}
				band[i] = append(band[i], p)
			}
			continue
		}
		flush()
		if n := len(out); n > 0 && out[n-1].place == "" {
			out[n-1].rows = append(out[n-1].rows, rowOf(same))
		} else {
			left, right := extent(all)
			out = append(out, column{rows: []row{rowOf(same)}, page: page, left: left, right: right, wide: true})
		}
	}
	flush()
	return out
}

// extent returns how far the pieces of a page reach.
func extent(all []piece) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, p := range all {
		left, right = min(left, p.x0), max(right, p.x1)
	}
	return left, right
}

func crosses(p piece, gutters []float64) bool {
	return slices.ContainsFunc(gutters, func(x float64) bool { return p.x0 < x && x < p.x1 })
}

// guttersOf returns the end of each gutter of a page, from left to right.
func guttersOf(all []piece) []float64 {
	if len(all) < 2*leastRow {
		return nil
	}
	sizes := make([]float64, 0, len(all))
	left, right := extent(all)
	for _, p := range all {
		sizes = append(sizes, p.size)
	}
	slices.Sort(sizes)
	em := sizes[len(sizes)/2]
	step := max(em/4, (right-left)/2000)
	if em <= 0 || step <= 0 {
		return nil
	}
	cover := make([]int, int((right-left)/step)+2)
	for _, p := range all {
		for i := int((p.x0 - left) / step); i <= int((p.x1-left)/step) && i < len(cover); i++ {
			cover[i]++
		}
	}
	limit := int(crossing * float64(len(baselines(all))))
	var gutters []float64
	for i := 0; i < len(cover); {
		j := i
		for j < len(cover) && cover[j] <= limit {
			j++
		}
		if x := gutterAt(all, left+float64(i)*step, em); float64(j-i)*step >= gutterEm*em && j < len(cover) && i > 0 &&
			filled(all, x, em, func(p piece) bool { return p.x1 <= x }) && filled(all, x, em, func(p piece) bool { return p.x0 >= x }) {
			gutters = append(gutters, x)
		}
		i = max(j, i+1)
	}
	return gutters
}

// gutterAt returns where the gutter that begins at start ends: close before the
// lines of the next column, so that a mark hanging over the edge of a line
// stays with it.
func gutterAt(all []piece, start, em float64) float64 {
	x := math.Inf(1)
	for _, p := range all {
		if p.x0 >= start && p.x1-p.x0 > 2*em {
			x = min(x, p.x0)
		}
	}
	return x - em/100
}

// filled reports whether the pieces on one side of x are lines of text.
func filled(all []piece, x, em float64, here func(piece) bool) bool {
	n, width := 0, 0.0
	for _, p := range all {
		if here(p) {
			n++
			width += p.x1 - p.x0
		}
	}
	return n >= leastRow && width >= float64(n)*narrowEm*em
}

// measure finds the edges of every column. A column of few lines has those of
// the columns at the same place of other pages.
func measure(all []column) {
	type edges struct{ left, right []float64 }
	known := map[string]*edges{}
	for i := range all {
		c := &all[i]
		if c.wide {
			continue
		}
		c.left, c.right = edge(c.rows, -1), edge(c.rows, 1)
		if known[c.place] == nil {
			known[c.place] = &edges{}
		}
		if len(c.rows) >= fewRows {
			known[c.place].left = append(known[c.place].left, c.left)
			known[c.place].right = append(known[c.place].right, c.right)
		}
	}
	for _, e := range known {
		slices.Sort(e.left)
		slices.Sort(e.right)
	}
	for i := range all {
		c := &all[i]
		if e := known[c.place]; !c.wide && len(c.rows) < fewRows && len(e.left) > 0 {
			c.left = min(c.left, e.left[len(e.left)/2])
			c.right = max(c.right, e.right[len(e.right)/2])
		}
	}
}

// edge returns where most lines begin (side -1) or end (side 1): the outermost
// place that a seventh of them come near.
func edge(all []row, side float64) float64 {
	if len(all) == 0 {
		return 0
	}
	at := func(r row) float64 {
		if side < 0 {
			return -r.x0
		}
		return r.x1
	}
	sorted := slices.Clone(all)
	slices.SortFunc(sorted, func(a, b row) int { return cmp.Compare(at(b), at(a)) })
	for i, r := range sorted {
		near := 0
		for _, s := range sorted[i:] {
			if at(r)-at(s) <= r.size {
				near++
			}
		}
		if near >= max(2, len(all)/7) || len(all) < fewRows {
			return side * at(r)
		}
	}
	return side * at(sorted[0])
}
