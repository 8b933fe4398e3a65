package widgets

import (
	"sort"

	"fyne.io/fyne/v2"
)

// A MarkStyle is how a Mark shows. No style moves the text.
type MarkStyle int

// The styles of a mark, from the lowest layer to the highest.
const (
	MarkYellow MarkStyle = iota // the five highlights, each with a line of its own pattern
	MarkGreen
	MarkBlue
	MarkPink
	MarkViolet
	MarkHit    // words a search found
	MarkHitNow // the hit the reader is at
	MarkTarget // a number of a target: bold, thin line
	MarkCited  // cited in a draft: blue line, and a bar in the margin
	MarkDoubt  // perhaps misprinted: amber dots
	MarkOut    // left out: struck through
	MarkMine   // a person changed it: a green bar in the margin
	markStyles
)

// A Mark lays a style over bytes [Start, End) of the text of a block.
type Mark struct {
	Block, Start, End int
	Style             MarkStyle
}

// behind returns the colour behind words of style s, or "" for none.
func (s MarkStyle) behind() fyne.ThemeColorName {
	switch {
	case s <= MarkViolet:
		return Highlights[s]
	case s == MarkHit:
		return ColorHit
	case s == MarkHitNow:
		return ColorHitNow
	}
	return ""
}

// layer is which of two marks on the same words is drawn first; the highlights
// are one layer.
func (m Mark) layer() MarkStyle { return max(m.Style, MarkViolet) }

// runeMark is a mark of one block in runes.
type runeMark struct {
	start, end int32
	style      MarkStyle
}

// markBook holds the marks of a text by block.
type markBook struct {
	marks []runeMark
	first []int32 // first[b] is where the marks of block b start; one more at the end
}

// newMarkBook sorts marks by block, layer and place, and drops what lies
// outside the text.
func newMarkBook(marks []Mark, f *flow) markBook {
	sorted := make([]Mark, 0, len(marks))
	for _, m := range marks {
		if m.Block >= 0 && m.Block < len(f.blocks) && m.Style >= 0 && m.Style < markStyles && m.Start < m.End {
			sorted = append(sorted, m)
		}
	}
	sort.SliceStable(sorted, func(i, j int) bool {
		a, b := sorted[i], sorted[j]
		if a.Block != b.Block {
			return a.Block < b.Block
		}
		if a.layer() != b.layer() {
			return a.layer() < b.layer()
		}
		if a.layer() == MarkViolet && a.End-a.Start != b.End-b.Start {
			return a.End-a.Start > b.End-b.Start // a short highlight is seen upon a long one
		}
		return a.Start < b.Start
	})
	book := markBook{first: make([]int32, 1, len(f.blocks)+1)}
	for _, m := range sorted {
		for len(book.first) <= m.Block {
			book.first = append(book.first, int32(len(book.marks)))
		}
		p := &f.blocks[m.Block].para
		start, end := p.rune(m.Start), p.rune(m.End)
		if p.offset(end) < m.End && end < len(p.adv) {
			end++ // an end inside a rune takes the whole of it
		}
		if start < end {
			book.marks = append(book.marks, runeMark{int32(start), int32(end), m.Style})
		}
	}
	for len(book.first) <= len(f.blocks) {
		book.first = append(book.first, int32(len(book.marks)))
	}
	return book
}

// of returns the marks of a block, lowest layer first.
func (b *markBook) of(block int) []runeMark {
	if block+1 >= len(b.first) {
		return nil
	}
	return b.marks[b.first[block]:b.first[block+1]]
}

// A run is a part of a line drawn in one weight.
type run struct {
	start, end int // runes
	x          float32
	bold       bool
}

// runs cuts line ln of b where the weight changes. Bold characters that are
// wider or narrower than the room the regular weight gave them stand alone, in
// the middle of that room, so that a mark never moves the text.
func runs(out []run, b *flowBlock, ln int, marks []runeMark, bold *face) []run {
	l := b.lines[ln]
	x := b.left(ln)
	alone := false
	for i := int(l.start); i < int(l.end); i++ {
		if b.kinds[i]&newline != 0 || b.kinds[i]&blank != 0 && b.adv[i] > 1.5 {
			x += b.adv[i] // a tab is not drawn
			alone = true
			continue
		}
		heavy, shift := i < b.lead, float32(0)
		if !heavy && targeted(marks, int32(i)) {
			heavy = true
			a := bold.advance(rune0(b.text[b.offs[i]:]))
			if d := b.adv[i] - a; d > 0.004 || d < -0.004 {
				shift = d / 2
			}
		}
		if n := len(out); n > 0 && !alone && shift == 0 && out[n-1].bold == heavy && out[n-1].end == i {
			out[n-1].end = i + 1
		} else {
			out = append(out, run{i, i + 1, x + shift, heavy})
		}
		alone = shift != 0
		x += b.adv[i]
	}
	return out
}

func rune0(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// targeted says whether rune i is part of a target.
func targeted(marks []runeMark, i int32) bool {
	for _, m := range marks {
		if m.style == MarkTarget && m.start <= i && i < m.end {
			return true
		}
	}
	return false
}
