package intake

import (
	"cmp"
	"math"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A form is ruled: what stands between the same lines belongs together, however
// its own lines are broken. Programs draw those lines as strokes or as thin
// filled boxes.

// The limits of the lines of one page.
const (
	maxRules    = 20_000
	maxPictures = 200
	maxGrid     = 40_000 // places of the grid of one table
)

// The measures of lines, in points.
const (
	thin     = 3.0 // how thick a line is at most
	apart    = 3.0 // how far apart lines may be that are meant to meet
	shortest = 6.0 // what is shorter is no side of a cell
)

// A rule is a line on the page, along an axis.
type rule struct {
	at       float64 // x of an upright one, y of a level one
	from, to float64 // along it, from < to
	upright  bool
}

// A picture is one that is drawn: what it is and where.
type picture struct {
	object types.Object
	ctm    matrix // its unit square
}

// area is how much of the page the picture covers, in square points.
func (p picture) area() float64 { return math.Abs(p.ctm[0]*p.ctm[3] - p.ctm[1]*p.ctm[2]) }

// A trail is the lines drawn since the last were painted.
type trail struct {
	x, y, startX, startY float64
	lines                [][4]float64
	boxes                [][4]float64
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// trace follows the operators of a path.
func (c *canvas) trace(op string, args []token) {
	p := &c.trail
	to := func(x, y float64) {
		if len(p.lines) < maxRules {
			p.lines = append(p.lines, [4]float64{p.x, p.y, x, y})
		}
		p.x, p.y = x, y
	}
	switch op {
	case "m":
		p.x, p.y = c.pen.ctm.point(num(args, 0), num(args, 1))
		p.startX, p.startY = p.x, p.y
	case "l":
		to(c.pen.ctm.point(num(args, 0), num(args, 1)))
	case "c":
		p.x, p.y = c.pen.ctm.point(num(args, 4), num(args, 5))
	case "v", "y":
		p.x, p.y = c.pen.ctm.point(num(args, 2), num(args, 3))
	case "h":
		to(p.startX, p.startY)
	case "re":
		x0, y0 := c.pen.ctm.point(num(args, 0), num(args, 1))
		x1, y1 := c.pen.ctm.point(num(args, 0)+num(args, 2), num(args, 1)+num(args, 3))
		if len(p.boxes) < maxRules {
			p.boxes = append(p.boxes, [4]float64{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)})
		}
	case "S", "s", "B", "B*", "b", "b*":
		if op == "s" || op == "b" || op == "b*" {
			to(p.startX, p.startY)
		}
		for _, l := range p.lines {
			c.rule(l)
		}
		for _, b := range p.boxes {
			c.frame(b, true)
		}
		c.trail = trail{}
	case "f", "F", "f*":
		for _, b := range append(p.boxes, around(p.lines)...) {
			c.frame(b, false)
		}
		c.trail = trail{}
	case "n":
		c.trail = trail{}
	}
}

// around is the box of a filled shape of a few straight sides.
func around(lines [][4]float64) [][4]float64 {
	if len(lines) < 3 || len(lines) > 5 {
		return nil
	}
	b := [4]float64{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, l := range lines {
		b = [4]float64{min(b[0], l[0], l[2]), min(b[1], l[1], l[3]), max(b[2], l[0], l[2]), max(b[3], l[1], l[3])}
	}
	return [][4]float64{b}
}

// frame records the sides of a box that was stroked, or a filled box that is as
// thin as a line.
func (c *canvas) frame(b [4]float64, stroked bool) {
	w, h := b[2]-b[0], b[3]-b[1]
	switch {
	case h <= thin && w > h:
		c.rule([4]float64{b[0], (b[1] + b[3]) / 2, b[2], (b[1] + b[3]) / 2})
	case w <= thin && h > w:
		c.rule([4]float64{(b[0] + b[2]) / 2, b[1], (b[0] + b[2]) / 2, b[3]})
	case stroked:
		for _, l := range [][4]float64{{b[0], b[1], b[2], b[1]}, {b[0], b[3], b[2], b[3]}, {b[0], b[1], b[0], b[3]}, {b[2], b[1], b[2], b[3]}} {
			c.rule(l)
		}
	}
}

// rule records a line if it is level or upright.
func (c *canvas) rule(l [4]float64) {
	for _, v := range l {
		if math.IsNaN(v) || math.Abs(v) > 1e6 {
			return
		}
	}
	w, h := math.Abs(l[2]-l[0]), math.Abs(l[3]-l[1])
	if len(c.rules) >= maxRules {
		return
	}
	switch {
	case h <= 0.5 && w > 1:
		c.rules = append(c.rules, rule{at: (l[1] + l[3]) / 2, from: min(l[0], l[2]), to: max(l[0], l[2])})
	case w <= 0.5 && h > 1:
		c.rules = append(c.rules, rule{at: (l[0] + l[2]) / 2, from: min(l[1], l[3]), to: max(l[1], l[3]), upright: true})
	}
}

// joined puts lines together that lie on each other or go on where another
// ends, so that a side drawn cell by cell is one line; what is short after that
// goes.
func joined(all []rule) []rule {
	slices.SortFunc(all, func(a, b rule) int {
		if a.upright != b.upright {
			if a.upright {
				return 1
			}
			return -1
		}
		return cmp.Or(cmp.Compare(math.Round(a.at/apart), math.Round(b.at/apart)), cmp.Compare(a.from, b.from))
	})
	var out []rule
	for _, r := range all {
		met := false
		for i := len(out) - 1; i >= 0 && !met && out[i].upright == r.upright && r.at-out[i].at < 2*apart; i-- {
			if o := &out[i]; math.Abs(o.at-r.at) <= apart/2 && r.from <= o.to+apart && o.from <= r.to+apart {
				o.from, o.to, met = min(o.from, r.from), max(o.to, r.to), true
			}
		}
		if !met {
			out = append(out, r)
		}
	}
	return slices.DeleteFunc(out, func(r rule) bool { return r.to-r.from < shortest })
}

// A grid is a ruled table on a page.
type grid struct {
	xs, ys []float64 // of its lines; ys from the top down
	cells  []Cell
	place  []int // cell of each place of the grid, row by row; -1 for none
}

// grids finds the ruled tables of a page, from the top down.
func grids(rules []rule) []grid {
	lines := joined(rules)
	group := make([]int, len(lines))
	for i := range group {
		group[i] = i
	}
	find := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	if len(lines) > 3000 {
		return nil // a drawing, not a form
	}
	for i, a := range lines {
		for j, b := range lines[:i] {
			if a.upright != b.upright && b.from-apart <= a.at && a.at <= b.to+apart && a.from-apart <= b.at && b.at <= a.to+apart {
				group[find(i)] = find(j)
			}
		}
	}
	members := map[int][]rule{}
	for i, l := range lines {
		members[find(i)] = append(members[find(i)], l)
	}
	var all []grid
	for _, m := range members {
		if g, ok := gridOf(m); ok {
			all = append(all, g)
		}
	}
	slices.SortFunc(all, func(a, b grid) int { return cmp.Or(cmp.Compare(b.ys[0], a.ys[0]), cmp.Compare(a.xs[0], b.xs[0])) })
	return all
}

// gridOf makes cells of lines that meet.
func gridOf(lines []rule) (grid, bool) {
	var g grid
	for _, l := range lines {
		if l.upright {
			g.xs = append(g.xs, l.at)
		} else {
			g.ys = append(g.ys, l.at)
		}
	}
	g.xs, g.ys = distinct(g.xs), distinct(g.ys)
	slices.Reverse(g.ys)
	across, down := len(g.xs)-1, len(g.ys)-1
	if across < 1 || down < 1 || across*down > maxGrid || across == 1 && down == 1 {
		return g, false
	}
	parted := func(upright bool, at, by float64) bool {
		return slices.ContainsFunc(lines, func(l rule) bool {
			return l.upright == upright && math.Abs(l.at-at) <= apart && l.from-apart <= by && by <= l.to+apart
		})
	}
	g.place = slices.Repeat([]int{-1}, across*down)
	for row := range down {
		for col := range across {
			if g.place[row*across+col] >= 0 {
				continue
			}
			c := Cell{Row: row, Col: col, Down: 1, Across: 1}
			for c.Col+c.Across < across && g.place[row*across+col+c.Across] < 0 &&
				!parted(true, g.xs[col+c.Across], (g.ys[row]+g.ys[row+1])/2) {
				c.Across++
			}
			for c.Row+c.Down < down && !parted(false, g.ys[row+c.Down], (g.xs[col]+g.xs[col+1])/2) {
				c.Down++
			}
			for y := row; y < row+c.Down; y++ {
				for x := col; x < col+c.Across; x++ {
					g.place[y*across+x] = len(g.cells)
				}
			}
			g.cells = append(g.cells, c)
		}
	}
	return g, true
}

// distinct sorts places and makes one of those that are meant to be one.
func distinct(all []float64) []float64 {
	slices.Sort(all)
	return slices.CompactFunc(all, func(a, b float64) bool { return math.Abs(b-a) <= apart })
}

// at is the cell in which a point lies, -1 if it lies outside.
func (g grid) at(x, y float64) int {
	col := slices.IndexFunc(g.xs, func(v float64) bool { return v > x }) - 1
	row := slices.IndexFunc(g.ys, func(v float64) bool { return v < y }) - 1
	if col < 0 || row < 0 {
		return -1
	}
	return g.place[row*(len(g.xs)-1)+col]
}
