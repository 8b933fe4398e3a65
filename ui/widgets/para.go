package widgets

import (
	"sort"
	"unicode/utf8"
)

// A para is one paragraph laid out: its runes measured and cut into lines. It
// knows no pixels: widths are in em of its own size, so that a zoom which keeps
// the number of characters a line costs nothing.
type para struct {
	text  string
	offs  []int32   // byte offset of each rune, and of the end
	adv   []float32 // em of each rune
	kinds []kind
	lines []line

	indent float32 // em the first line starts further right
	centre bool    // lines stand in the middle of the column
	width  float32 // em of the column the lines were cut for; 0: not yet
}

// set measures text; runes before byte lead take their advances from bold.
func (p *para) set(text string, lead int, regular, bold *face) {
	p.text, p.width = text, 0
	n := utf8.RuneCountInString(text)
	if cap(p.offs) < n+1 {
		p.offs = make([]int32, 0, n+1+n/8)
		p.adv = make([]float32, 0, n+n/8)
		p.kinds = make([]kind, 0, n+n/8)
	}
	p.offs, p.adv, p.kinds = p.offs[:0], p.adv[:0], p.kinds[:0]
	last := rune(0)
	for i, r := range text {
		f := regular
		if i < lead {
			f = bold
		}
		p.offs = append(p.offs, int32(i))
		p.adv = append(p.adv, f.advance(r))
		k := kindOf(r)
		p.kinds = append(p.kinds, k)
		if n := len(p.adv) - 2; n >= 0 && k&(word|pair) != 0 && p.kinds[n]&(word|pair) != 0 {
			p.adv[n] += f.kern(last, r)
		}
		last = r
	}
	p.offs = append(p.offs, int32(len(text)))
}

// flow cuts p into lines for a column of width em, unless it is so already.
func (p *para) flow(width float32, hang bool) {
	if p.width == width {
		return
	}
	p.width = width
	p.lines = breakLines(p.lines[:0], p.adv, p.kinds, width-p.indent, width, hang)
}

// rune returns the index of the rune that starts at or covers byte offset.
func (p *para) rune(offset int) int {
	i := sort.Search(len(p.offs), func(i int) bool { return int(p.offs[i]) > offset })
	return max(i-1, 0)
}

// offset returns the byte offset of rune i.
func (p *para) offset(i int) int { return int(p.offs[min(max(i, 0), len(p.offs)-1)]) }

// lineOf returns the line rune i stands in. The place between two lines belongs
// to the later one.
func (p *para) lineOf(i int) int {
	l := sort.Search(len(p.lines), func(l int) bool { return int(p.lines[l].start) > i })
	return max(l-1, 0)
}

// left returns the em at which line l starts.
func (p *para) left(l int) float32 {
	if p.centre {
		w := float32(0)
		for i := p.lines[l].start; i < p.lines[l].end; i++ {
			w += p.adv[i]
		}
		return max(0, (p.width-w)/2)
	}
	if l == 0 {
		return p.indent
	}
	return 0
}

// x returns the em of the left edge of rune i in line l, or of the line's end.
func (p *para) x(l, i int) float32 {
	x := p.left(l)
	for j := int(p.lines[l].start); j < i && j < int(p.lines[l].end); j++ {
		x += p.adv[j]
	}
	return x
}

// under returns the rune of line l that x (em) falls on, and whether x is on
// its right half. Left of the line it is the first, right of it the last.
func (p *para) under(l int, x float32) (i int, right bool) {
	ln := p.lines[l]
	at := p.left(l)
	for i = int(ln.start); i < int(ln.end); i++ {
		if x < at+p.adv[i] {
			return i, x >= at+p.adv[i]/2
		}
		at += p.adv[i]
	}
	if ln.end > ln.start {
		return int(ln.end) - 1, true
	}
	return int(ln.start), false
}

// caret returns the place between two runes of line l that is nearest to x. In
// a line that is not the last it is never behind the line's last rune: that
// place belongs to the next line.
func (p *para) caret(l int, x float32) int {
	i, right := p.under(l, x)
	if right && i < int(p.lines[l].end) && p.kinds[i]&newline == 0 {
		if i+1 < int(p.lines[l].end) || l == len(p.lines)-1 {
			i++
		}
	}
	for i < len(p.adv) && i > int(p.lines[l].start) && p.adv[i] == 0 && p.kinds[i]&newline == 0 {
		i-- // never between a letter and its accent
	}
	return i
}
