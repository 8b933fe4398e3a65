package widgets

import (
	"math"
	"sort"

	"fyne.io/fyne/v2"
)

// A Style is what a block of text is.
type Style int

// The styles of a block.
const (
	Body     Style = iota
	Title          // the name of the whole text, in the middle
	Heading1       // 一、
	Heading2       // （一）
	Note           // a grey line: where a text is cut, what is not part of it
)

// A Block is one paragraph handed to a Prose.
type Block struct {
	ID     string // the owner's name for it
	Text   string
	Style  Style
	Indent bool // the first line starts two characters further right
	Lead   int  // bytes from the start that are set bold: a run-in heading
}

// A Position is a place in the text of a Prose: before the byte Offset of the
// text of block number Block.
type Position struct{ Block, Offset int }

// Before says whether p comes earlier in the text than q.
func (p Position) Before(q Position) bool {
	return p.Block < q.Block || p.Block == q.Block && p.Offset < q.Offset
}

// A setting is how a style is set, in em of the body's size.
type setting struct {
	size          float32 // of the characters
	leading       float32 // line height, in em of its own size
	before, after float32 // space; of two neighbours the larger counts
	bold, grey    bool
	centre        bool
}

// settings: headings stand out by weight and space rather than size.
var settings = [...]setting{
	Body:     {size: 1, leading: 1.75, after: 0.5},
	Title:    {size: 1.4, leading: 1.5, before: 0.8, after: 0.9, bold: true, centre: true},
	Heading1: {size: 1.2, leading: 1.6, before: 1.5, after: 0.5, bold: true},
	Heading2: {size: 1.05, leading: 1.6, before: 1.1, after: 0.35, bold: true},
	Note:     {size: 0.83, leading: 1.7, before: 0.3, after: 0.5, grey: true},
}

const (
	// bodySize is the size of body text at 100 %, in pixels.
	bodySize = 18
	// maxMeasure is the longest line, in characters: an eye that goes back to
	// the left edge finds the next line again.
	maxMeasure = 42
	// sideSpace is the least space left and right of the column, in pixels. It
	// is at least one character, which a hanging comma needs.
	sideSpace = 24
	// edgeSpace is the space above the first and below the last block, in em.
	edgeSpace = 1.6
)

// A flow is a text laid out in one column. Heights are in em of the body.
type flow struct {
	blocks []flowBlock
	em     float32 // pixels
	chars  float32 // em of the column's width
	left   float32 // pixels from the pane's left edge to the column
	height float32 // em

	regular, bold *face // the text was measured in
}

type flowBlock struct {
	para
	set         setting
	lead        int     // runes that are bold
	size        float32 // em of the characters, so that they are whole pixels
	top, height float32
}

// newFlow measures blocks; layout must follow.
func newFlow(blocks []Block, th fyne.Theme) *flow {
	regular, bold := faceOf(th, false), faceOf(th, true)
	f := &flow{blocks: make([]flowBlock, len(blocks)), em: bodySize, regular: regular, bold: bold}
	for i, b := range blocks {
		fb := &f.blocks[i]
		fb.set = settings[Body]
		if b.Style > Body && int(b.Style) < len(settings) {
			fb.set = settings[b.Style]
		}
		fb.centre = fb.set.centre
		if b.Indent && !fb.centre {
			fb.indent = 2
		}
		lead := b.Lead
		if fb.set.bold {
			lead = len(b.Text)
		}
		fb.para.set(b.Text, lead, regular, bold)
		for fb.lead < len(fb.adv) && int(fb.offs[fb.lead]) < lead {
			fb.lead++
		}
	}
	return f
}

// layout cuts the text for a pane of width pixels at em pixels a character. It
// costs almost nothing when as many characters as before fit a line.
//
// Sizes are whole pixels: Fyne sets the characters of a text of 23.4 pixels as
// far apart as those of 24, and marks would not lie under their words.
func (f *flow) layout(width, em float32) {
	em = whole(em)
	space := max(sideSpace, em+4)
	chars := float32(math.Floor(float64((width - 2*space) / em)))
	chars = min(max(chars, 4), maxMeasure)
	f.left = whole((width - chars*em) / 2)
	if chars == f.chars && em == f.em {
		return
	}
	f.chars, f.em = chars, em
	y := float32(edgeSpace)
	gap := float32(0)
	for i := range f.blocks {
		b := &f.blocks[i]
		if i > 0 {
			y += max(gap, b.set.before)
		}
		b.size = whole(em*b.set.size) / em
		b.flow(float32(math.Floor(float64(chars/b.size*4)))/4, true)
		b.top = y
		b.height = float32(len(b.lines)) * b.size * b.set.leading
		y += b.height
		gap = b.set.after
	}
	f.height = y + edgeSpace
}

// whole rounds to whole pixels.
func whole(v float32) float32 { return float32(math.Round(float64(v))) }

// lineHeight returns the em one line of b takes.
func (b *flowBlock) lineHeight() float32 { return b.size * b.set.leading }

// blockAt returns the last block that starts at or above y (em).
func (f *flow) blockAt(y float32) int {
	i := sort.Search(len(f.blocks), func(i int) bool { return f.blocks[i].top > y })
	return max(i-1, 0)
}

// lineAt returns the block and line nearest to pixel y of the text. The flow
// must not be empty.
func (f *flow) lineAt(y float32) (block, ln int) {
	em := y / f.em
	block = f.blockAt(em)
	b := &f.blocks[block]
	ln = int((em - b.top) / b.lineHeight())
	if ln >= len(b.lines) && block+1 < len(f.blocks) && f.blocks[block+1].top-em < em-b.top-b.height {
		return block + 1, 0
	}
	return block, min(max(ln, 0), len(b.lines)-1)
}

// em2x returns the em, in characters of b, at pixel x of the pane.
func (f *flow) em2x(b *flowBlock, x float32) float32 { return (x - f.left) / (f.em * b.size) }

// under returns the character at pixel (x, y) of the text, and whether the
// point really is on it rather than merely nearest to it.
func (f *flow) under(x, y float32) (Position, bool) {
	if len(f.blocks) == 0 || f.chars == 0 {
		return Position{}, false
	}
	bi, ln := f.lineAt(y)
	b := &f.blocks[bi]
	at := f.em2x(b, x)
	i, _ := b.under(ln, at)
	if i >= len(b.adv) {
		i = max(len(b.adv)-1, 0)
	}
	end := b.x(ln, int(b.lines[ln].end))
	top := (b.top + float32(ln)*b.lineHeight()) * f.em
	on := at >= b.left(ln) && at < end && y >= top && y < top+b.lineHeight()*f.em
	return Position{bi, b.offset(i)}, on
}

// caret returns the place between two characters nearest to pixel (x, y).
func (f *flow) caret(x, y float32) Position {
	if len(f.blocks) == 0 || f.chars == 0 {
		return Position{}
	}
	bi, ln := f.lineAt(y)
	b := &f.blocks[bi]
	return Position{bi, b.offset(b.caret(ln, f.em2x(b, x)))}
}

// clamp returns the nearest position there is.
func (f *flow) clamp(p Position) Position {
	if len(f.blocks) == 0 || p.Block < 0 {
		return Position{}
	}
	if p.Block >= len(f.blocks) {
		last := len(f.blocks) - 1
		return Position{last, len(f.blocks[last].text)}
	}
	b := &f.blocks[p.Block]
	return Position{p.Block, b.offset(b.rune(p.Offset))}
}

// cell returns the pixels of the character at p, in the text: its line from top
// to bottom, and its own width.
func (f *flow) cell(p Position) (x, y, w, h float32) {
	p = f.clamp(p)
	if len(f.blocks) == 0 || f.chars == 0 {
		return f.left, 0, 0, f.em
	}
	b := &f.blocks[p.Block]
	i := b.rune(p.Offset)
	ln := b.lineOf(i)
	em := f.em * b.size
	x = f.left + b.x(ln, i)*em
	if i < len(b.adv) {
		w = b.adv[i] * em
	}
	h = b.lineHeight() * f.em
	return x, b.top*f.em + float32(ln)*h, w, h
}
