package intake

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// From characters to lines. The order in which a program draws is mostly that
// of reading, but a bold title may be drawn twice and numbers after the words
// around them; so characters drawn side by side become pieces, and pieces on
// one baseline become a line by their places alone.

// A piece is characters side by side on one baseline.
type piece struct {
	glyphs     []glyph
	x0, x1, y  float64 // of the ink: blanks at the ends do not count
	size       float64 // the largest
	pagination bool
}

// A row is one line of text on the page.
type row struct {
	text       string
	x0, x1, y  float64
	size       float64 // of most of its characters
	pagination bool
	cells      bool // with gaps as between the cells of a table
}

// cellEm is the least gap, in em, between cells of a table.
const cellEm = 2.5

// gapEm is how far apart, in em, two characters of one piece may stand. Lines
// that are stretched to the edge have gaps of a third; columns lie two apart.
const gapEm = 1.2

// pieces cuts what was drawn into pieces. What is not upright is no text of the
// page: it is returned apart, for the record.
func pieces(glyphs []glyph) (all []piece, aslant string) {
	start := 0
	var b strings.Builder
	flush := func(end int) {
		if p, ok := pieceOf(glyphs[start:end]); ok {
			all = append(all, p)
		}
		start = end
	}
	for i, g := range glyphs {
		if g.aslant {
			b.WriteString(g.text)
		}
		if i == start {
			continue
		}
		last := glyphs[i-1]
		em := max(g.size, last.size)
		gap := g.x - last.x - last.w
		if g.aslant != last.aslant || g.pagination != last.pagination || math.Abs(g.y-last.y) > 0.05*em ||
			gap > gapEm*em || gap < -0.5*em || g.size*1.1 < last.size || last.size*1.1 < g.size {
			flush(i)
		}
	}
	flush(len(glyphs))
	return all, strings.TrimFunc(b.String(), blank)
}

// pieceOf measures the piece that glyphs make; blank and slanted ones are none.
func pieceOf(glyphs []glyph) (piece, bool) {
	p := piece{x0: math.Inf(1), x1: math.Inf(-1)}
	for _, g := range glyphs {
		if g.aslant {
			return p, false
		}
		if strings.TrimFunc(g.text, blank) == "" {
			continue
		}
		p.x0, p.x1 = min(p.x0, g.x), max(p.x1, g.x+g.w)
		p.size = max(p.size, g.size)
		p.y, p.pagination = g.y, g.pagination
	}
	p.glyphs = glyphs
	return p, p.x0 <= p.x1
}

// rows gathers pieces into lines, from the top down.
func rows(all []piece) []row {
	var out []row
	for _, same := range baselines(all) {
		out = append(out, rowOf(same))
	}
	return out
}

// baselines groups pieces by line, from the top down. A small raised figure
// belongs to the line it is raised from.
func baselines(all []piece) [][]piece {
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b piece) int { return cmp.Compare(b.y, a.y) })
	var groups [][]piece
	for _, p := range sorted {
		if n := len(groups); n > 0 {
			same := groups[n-1]
			big := slices.MaxFunc(same, func(a, b piece) int { return cmp.Compare(a.size, b.size) })
			if math.Abs(big.y-p.y) < 0.45*max(big.size, p.size) {
				groups[n-1] = append(same, p)
				continue
			}
		}
		groups = append(groups, []piece{p})
	}
	return groups
}

// rowOf writes the pieces of one line from left to right.
func rowOf(same []piece) row {
	r := row{x0: math.Inf(1), x1: math.Inf(-1), pagination: true}
	var glyphs []glyph
	sizes := map[float64]float64{}
	most := 0.0
	for _, p := range same {
		r.x0, r.x1 = min(r.x0, p.x0), max(r.x1, p.x1)
		r.pagination = r.pagination && p.pagination
		glyphs = append(glyphs, p.glyphs...)
		size := math.Round(p.size*2) / 2
		if sizes[size] += p.x1 - p.x0 + 0.01; sizes[size] > most {
			most, r.size, r.y = sizes[size], p.size, p.y
		}
	}
	slices.SortStableFunc(glyphs, func(a, b glyph) int { return cmp.Compare(a.x, b.x) })
	var b strings.Builder
	var last *glyph
	for i := range glyphs {
		g := &glyphs[i]
		if strings.TrimFunc(g.text, blank) == "" {
			if last != nil {
				b.WriteString(g.text)
			}
			continue
		}
		if last != nil {
			if g.text == last.text && g.x-last.x < 0.15*g.size {
				continue // the same character again, to make it bold
			}
			r.cells = r.cells || g.x-last.x-last.w > cellEm*max(g.size, last.size)
			b.WriteString(between(b.String(), *last, *g))
		}
		b.WriteString(g.text)
		last = g
	}
	r.text = strings.TrimFunc(b.String(), blank)
	return r
}

// between returns the blank that the gap between two characters stands for.
// Figures are never parted by less than an em: they are often set in a font
// of other widths.
func between(sofar string, last, next glyph) string {
	em := max(last.size, next.size)
	gap := next.x - last.x - last.w
	before, _ := utf8.DecodeLastRuneInString(sofar)
	after, _ := utf8.DecodeRuneInString(next.text)
	switch {
	case blank(before):
		return ""
	case gap > em:
		return " "
	case gap > 0.2*em && spaced(before) && spaced(after) && (latin(before) || latin(after)):
		return " "
	}
	return ""
}

// spaced reports whether r is of a script whose words stand apart.
func spaced(r rune) bool { return r < 0x250 && !unicode.IsSpace(r) }
