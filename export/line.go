package export

import "strings"

// A style is how a stretch of text is set.
type style struct {
	role Role
	size float64
	cell float64 // width of a wide character; size is its natural width
}

// The styles of the paper. 28 cells fill 156 mm, which is a little less than
// 28 characters of 16 points: the cells are drawn together by 0.207 points.
var (
	bodyStyle  = style{Fang, 16, areaWidth / 28}
	titleStyle = style{Song, 22, 22}
	topStyle   = style{Fang, 16, 16}
	smallStyle = style{Fang, 12, 12}
	codeStyle  = style{Fang, 10.5, 10.5}
	pageStyle  = style{Num, 14, 14}
)

func (s style) in(role Role) style {
	if role != "" {
		s.role = role
	}
	return s
}

// A glyph is one character on its way to the page.
type glyph struct {
	r       rune // as printed: 〓 for a missing one
	face    Face
	size    float64
	natural float64 // advance of the font
	advance float64 // advance of the layout
	shift   float64 // of the drawn glyph from the left end of its place
	before  float64 // how much blank may be squeezed out on the left,
	after   float64 // and on the right
	mark    Mark
}

// A piece is what no line break may tear.
type piece struct {
	glyphs []glyph
	loose  bool // a blank: vanishes at the end of a line
}

func (p piece) width() float64 {
	w := 0.0
	for _, g := range p.glyphs {
		w += g.advance
	}
	return w
}

func (p piece) give() float64 {
	w := 0.0
	for _, g := range p.glyphs {
		w += g.before + g.after
	}
	return w
}

func (p piece) first() rune { return p.glyphs[0].r }
func (p piece) last() rune  { return p.glyphs[len(p.glyphs)-1].r }

// pieces sets spans in st and cuts them where lines may end. A piece longer
// than limit is cut into single characters.
func (l *layout) pieces(spans []Span, st style, limit float64) []piece {
	var runes []rune
	var from []Span // that each of runes comes from
	for _, s := range spans {
		for _, r := range s.Text {
			if invisible(r) {
				continue
			}
			if r == '\t' || r == '\n' {
				r = ' '
			}
			runes = append(runes, r)
			from = append(from, s)
		}
	}
	var all []piece
	at := 0
	for _, n := range clusters(runes) {
		var p piece
		for i := at; i < at+n; i++ {
			g := l.glyph(runes, i, st.in(from[i].Role).as(from[i].Mark))
			g.mark = from[i].Mark
			p.glyphs = append(p.glyphs, g)
		}
		p.loose = n == 1 && isSpace(runes[at])
		at += n
		if last := len(all) - 1; p.glyphs[0].mark == Raised && last >= 0 {
			all[last].glyphs = append(all[last].glyphs, p.glyphs...) // it belongs to what it follows
			continue
		}
		if p.width() <= limit {
			all = append(all, p)
			continue
		}
		all = append(all, p.tear(limit)...)
	}
	return all
}

// tear cuts a piece too long for a line: an address, after its slashes and
// dots, and what is still too long anywhere.
func (p piece) tear(limit float64) []piece {
	var all []piece
	start := 0
	for i, g := range p.glyphs {
		if !strings.ContainsRune("/.?&=-_,;", g.r) && i+1 < len(p.glyphs) {
			continue
		}
		part := piece{glyphs: p.glyphs[start : i+1 : i+1]}
		start = i + 1
		if part.width() <= limit {
			all = append(all, part)
			continue
		}
		for _, g := range part.glyphs {
			all = append(all, piece{glyphs: []glyph{g}})
		}
	}
	return all
}

// glyph sets character i of text, or 〓 for one that no face has.
func (l *layout) glyph(text []rune, i int, st style) glyph {
	r := text[i]
	face, units, ok := l.faces.Glyph(st.role, r)
	if !ok && isSpace(r) {
		units = 500
		face, _, ok = l.faces.Glyph(st.role, ' ')
	}
	if !ok {
		l.miss(text, i)
		r = geta
		if face, units, ok = l.faces.Glyph(st.role, r); !ok {
			r = '?'
			face, units, _ = l.faces.Glyph(st.role, r)
		}
	}
	g := glyph{r: r, face: face, size: st.size, natural: units * st.size / 1000}
	apostrophe := r == '’' && i > 0 && narrow(text[i-1]) && i+1 < len(text) && narrow(text[i+1])
	switch {
	case !wide(r) && r != 0x3000 || apostrophe:
		g.advance = g.natural + (st.cell-st.size)/2
	default:
		g.advance = st.cell
		slack := max(0, st.size-g.natural)
		switch {
		case strings.ContainsRune(opening, r):
			g.before, g.shift = st.size/2, slack
		case strings.ContainsRune(closing, r):
			g.after = st.size / 2
		case r == '—' || r == '…':
			g.shift = slack / 2
		default:
			g.shift = slack / 2
		}
	}
	return g
}

// A line is a stretch of pieces and what must be added to each gap between
// them (spread) or taken from their blanks (squeeze, a share from 0 to 1).
type line struct {
	pieces  []piece
	spread  float64
	squeeze float64
	last    bool // of its paragraph: not filled
}

// breakLines fills lines of the given width, the first one shorter by indent.
// Forbidden beginnings are first pulled in by squeezing marks, by at most half
// a cell each, then pushed out with the line spread.
func breakLines(all []piece, indent, width float64) []line {
	var lines []line
	room := width - indent
	for start := 0; start < len(all); {
		for len(lines) > 0 && start < len(all) && all[start].loose {
			// A blank at a line's end hangs there.
			prev := &lines[len(lines)-1]
			prev.pieces = append(prev.pieces, all[start])
			prev.hang()
			start++
		}
		if start == len(all) {
			break
		}
		end := fill(all, start, room)
		ln := line{pieces: all[start:end:end], last: end == len(all)}
		ln.hang()
		ln.fit(room)
		lines = append(lines, ln)
		start = end
		room = width
	}
	return lines
}

// hang takes the width from blanks at the end of ln.
func (ln *line) hang() {
	for i := len(ln.pieces) - 1; i >= 0 && ln.pieces[i].loose; i-- {
		ln.pieces[i].glyphs[0].advance = 0
	}
}

// slop is what may stand past the edge because numbers are not exact.
const slop = 0.01

// fill returns where the line that begins at start ends.
func fill(all []piece, start int, room float64) int {
	parts := func(at int) bool { return mayPart(all[at-1].last(), all[at].first()) }
	w, k := 0.0, start
	for k < len(all) && (w+all[k].width() <= room+slop || all[k].loose && k > start) {
		w += all[k].width()
		k++
	}
	if k == len(all) {
		return k
	}
	if k == start {
		return k + 1
	}
	if parts(k) && room-w < all[start].glyphs[0].size/2 {
		return k
	}
	give, over := 0.0, w
	for _, p := range all[start:k] {
		give += p.give()
	}
	for end := k + 1; end <= len(all) && end <= k+4; end++ {
		over += all[end-1].width()
		give += all[end-1].give()
		if over-room > give {
			break
		}
		if end == len(all) || parts(end) {
			return end
		}
	}
	for end := k; end > start; end-- {
		if parts(end) {
			return end
		}
	}
	return k
}

// fit works out how ln fills room.
func (ln *line) fit(room float64) {
	w, give, gaps, seen := 0.0, 0.0, 0, false
	for i := len(ln.pieces) - 1; i >= 0; i-- {
		p := ln.pieces[i]
		if p.loose && !seen {
			continue
		}
		if seen {
			gaps++
		}
		seen = true
		w += p.width()
		give += p.give()
	}
	switch {
	case w > room && give > 0:
		ln.squeeze = min(1, (w-room)/give)
	case w < room && !ln.last && gaps > 0:
		ln.spread = (room - w) / float64(gaps)
	}
}

// width is how wide ln is as fitted, without blanks at its end.
func (ln line) width() float64 {
	w, end := 0.0, 0.0
	for _, p := range ln.pieces {
		w += p.width() - ln.squeeze*p.give()
		if !p.loose {
			end = w
		}
		w += ln.spread
	}
	return end
}

// place draws ln on p from x on the given baseline, in as few runs as the
// fonts' own advances plus one Tc allow.
func (ln line) place(p *Page, x, y float64, tag int) {
	var runs []Run
	var open struct{ x, natural float64 } // of the run being built
	for _, piece := range ln.pieces {
		for _, g := range piece.glyphs {
			at := x + g.shift - ln.squeeze*g.before
			runs = join(runs, &open.x, &open.natural, g, at, y-g.rise(), tag)
			advance := g.advance - ln.squeeze*(g.before+g.after)
			switch g.mark {
			case Struck:
				p.rule(x, y-lowered*g.size, advance)
			case Under:
				p.rule(x, y+0.2*g.size, advance)
			default:
				p.pattern(g.mark, x, y+0.22*g.size, advance)
			}
			x += advance
		}
		if !piece.loose || piece.glyphs[0].advance > 0 {
			x += ln.spread
		}
	}
	p.Runs = append(p.Runs, runs...)
}

// rule draws a thin line from (x, y), or makes the last one longer.
func (p *Page) rule(x, y, length float64) {
	if n := len(p.Rules); n > 0 {
		last := &p.Rules[n-1]
		if last.Y1 == y && last.Y2 == y && last.Width == marked && last.X2 > x-1 && last.X2 < x+1 {
			last.X2 = x + length
			return
		}
	}
	p.Rules = append(p.Rules, Rule{x, y, x + length, y, marked})
}

// tolerance is how far, in points, a glyph may stand from its place so as not
// to begin a new run: less than a printer's dot.
const tolerance = 0.05

// join adds g at (x, y) to the last of runs, or begins another. last and
// natural are where the glyph before it stands and how wide its font makes it.
func join(runs []Run, last, natural *float64, g glyph, x, y float64, tag int) []Run {
	fits := false
	if n := len(runs); n > 0 {
		r := &runs[n-1]
		tc := x - *last - *natural
		if r.Face == g.face && r.Size == g.size {
			if r.count == 1 {
				fits = tc > -g.size/2 && tc < g.size/2
				if fits {
					r.Tc = tc
				}
			} else {
				fits = tc-r.Tc < tolerance && r.Tc-tc < tolerance
			}
		}
		if fits {
			at := *last + *natural + r.Tc
			r.Text += string(g.r)
			r.count++
			*last, *natural = at, g.natural
			return runs
		}
	}
	*last, *natural = x, g.natural
	return append(runs, Run{X: x, Y: y, Face: g.face, Size: g.size, Text: string(g.r), Tag: tag, count: 1})
}
