package widgets

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// A Prose shows a long text for reading: one column of at most 42 characters a
// line in the middle of the pane, lines broken as in print. Only what is in
// view is drawn, so that a hundred thousand characters scroll like one page.
//
// It selects text by dragging; what a click means is decided by its owner. All
// callbacks may be nil, and run on the UI goroutine.
type Prose struct {
	widget.BaseWidget

	// OnTap is called for a click on a character, or nearest to it: at is before
	// that character. A second and third click in a row call OnDouble and
	// OnTriple instead. Clicking beside the text calls OnBeside, if set.
	OnTap    func(at Position, mod fyne.KeyModifier)
	OnDouble func(at Position)
	OnTriple func(at Position)
	OnBeside func()

	// OnMenu is called for a click with the other button; on is the place on the
	// canvas, for a menu.
	OnMenu func(at Position, on fyne.Position)

	// OnDrag is called when words have been selected: by dragging, on release, or
	// by keys, with every one.
	OnDrag func(from, to Position)

	// OnHover is called when the pointer comes to another character; ok is false
	// when it left the text.
	OnHover func(at Position, ok bool)

	// OnCopy is called when the selected words shall go to the clipboard; nil
	// copies them as they are.
	OnCopy func()

	// OnScrolled is called after every change of what is in view.
	OnScrolled func()

	// OnKey sees every key before the Prose does and says whether it took it.
	OnKey func(Key) bool

	blocks []Block
	flow   *flow
	marks  markBook
	wanted []Mark
	zoom   int     // percent
	top    float32 // pixels of the text above the view

	from, to Position // selection, from not after to
	backward bool     // a key would move from, not to
	goal     float32  // em across the column that lines are selected along; -1 for none
	keys     []Binding

	bar     *scrollBar
	focused bool
	ring    bool // the keyboard is here and came by keyboard
	quiet   bool // the keyboard is coming, and needs no ring
	press   press
	hovered Position
	over    bool

	now func() time.Time // tells clicks in a row from single ones
}

// Zooms are the steps of the text size people are offered, in percent.
var Zooms = []int{80, 90, 100, 115, 130, 150, 175, 200, 250}

// NewProse returns an empty pane.
func NewProse() *Prose {
	p := &Prose{zoom: 100, now: time.Now, goal: -1}
	p.flow = &flow{em: bodySize}
	p.marks = newMarkBook(nil, p.flow)
	p.bar = newScrollBar(p.scrollTo)
	p.keys = p.Bindings()
	p.ExtendBaseWidget(p)
	return p
}

// SetBlocks replaces the text. Marks and selection go, the view is at the top.
func (p *Prose) SetBlocks(blocks []Block) {
	p.blocks = append([]Block(nil), blocks...)
	p.flow = newFlow(p.blocks, p.Theme())
	p.wanted, p.top, p.from, p.to = nil, 0, Position{}, Position{}
	p.over = false
	p.marks = newMarkBook(nil, p.flow)
	p.relayout()
	p.scrolled()
}

// Blocks returns the text shown. Nobody may write into it.
func (p *Prose) Blocks() []Block { return p.blocks }

// SetMarks replaces all marks. What lies outside the text is dropped.
func (p *Prose) SetMarks(marks []Mark) {
	p.wanted = append([]Mark(nil), marks...)
	p.marks = newMarkBook(p.wanted, p.flow)
	p.Refresh()
}

// Marks returns the marks shown. Nobody may write into them.
func (p *Prose) Marks() []Mark { return p.wanted }

// SetSelection selects the text between two positions, in either order; equal
// ones select nothing. It calls no callback.
func (p *Prose) SetSelection(from, to Position) {
	from, to = p.flow.clamp(from), p.flow.clamp(to)
	if to.Before(from) {
		from, to = to, from
	}
	if from == p.from && to == p.to {
		return
	}
	p.from, p.to, p.backward, p.goal = from, to, false, -1
	p.Refresh()
}

// Selection returns what is selected; equal positions mean nothing is.
func (p *Prose) Selection() (from, to Position) { return p.from, p.to }

// SelectedText returns the selected text, blocks parted by a line feed.
func (p *Prose) SelectedText() string {
	if p.from == p.to {
		return ""
	}
	if p.from.Block == p.to.Block {
		return p.blocks[p.from.Block].Text[p.from.Offset:p.to.Offset]
	}
	var s strings.Builder
	s.WriteString(p.blocks[p.from.Block].Text[p.from.Offset:])
	for i := p.from.Block + 1; i < p.to.Block; i++ {
		s.WriteByte('\n')
		s.WriteString(p.blocks[i].Text)
	}
	s.WriteByte('\n')
	s.WriteString(p.blocks[p.to.Block].Text[:p.to.Offset])
	return s.String()
}

// SetZoom sets the size of the text in percent of 18 pixels, between 50 and
// 400; the place at the top stays.
func (p *Prose) SetZoom(percent int) {
	percent = min(max(percent, 50), 400)
	if percent == p.zoom {
		return
	}
	p.zoom = percent
	p.relayout()
	p.scrolled()
}

// Zoom returns the size of the text in percent.
func (p *Prose) Zoom() int { return p.zoom }

// TopPosition returns the start of the first line that is wholly in view.
func (p *Prose) TopPosition() Position {
	if len(p.flow.blocks) == 0 || p.flow.chars == 0 {
		return Position{}
	}
	bi, ln := p.flow.lineAt(p.top + 1)
	b := &p.flow.blocks[bi]
	if (b.top+float32(ln)*b.lineHeight())*p.flow.em < p.top-1 {
		if ln+1 < len(b.lines) {
			ln++
		} else if bi+1 < len(p.flow.blocks) {
			return Position{Block: bi + 1}
		}
	}
	return Position{bi, b.offset(int(b.lines[ln].start))}
}

// EndPosition returns the end of the last line that is wholly in view.
func (p *Prose) EndPosition() Position {
	if len(p.flow.blocks) == 0 || p.flow.chars == 0 {
		return Position{}
	}
	bottom := p.top + p.Size().Height
	bi, ln := p.flow.lineAt(bottom - 1)
	b := &p.flow.blocks[bi]
	if (b.top+float32(ln+1)*b.lineHeight())*p.flow.em > bottom+1 {
		switch {
		case ln > 0:
			ln--
		case bi > 0:
			bi--
			b = &p.flow.blocks[bi]
			ln = len(b.lines) - 1
		default:
			return Position{}
		}
	}
	return Position{bi, b.offset(int(b.lines[ln].end))}
}

// ScrollTo brings the line of a position to the top of the view, or as near as
// the end of the text lets it.
func (p *Prose) ScrollTo(at Position) {
	_, y, _, h := p.flow.cell(at)
	if at = p.flow.clamp(at); at == (Position{}) {
		y = 0
	}
	p.scrollTo(y - h/4)
}

// Reveal brings a position into view if it is not: a third down from the top,
// so that what comes before it is seen as well.
func (p *Prose) Reveal(at Position) {
	_, y, _, h := p.flow.cell(at)
	if view := p.Size().Height; y < p.top || y+h > p.top+view {
		p.scrollTo(y - view/3)
	}
}

// CellOf returns where the character at a position is, relative to p: for a
// menu beside it, or a click in a test. It may be out of view.
func (p *Prose) CellOf(at Position) (fyne.Position, fyne.Size) {
	x, y, w, h := p.flow.cell(at)
	return fyne.NewPos(x, y-p.top), fyne.NewSize(w, h)
}

// PositionAt returns the character at a point relative to p, and whether the
// point is on it rather than merely nearest to it.
func (p *Prose) PositionAt(at fyne.Position) (Position, bool) {
	return p.flow.under(at.X, at.Y+p.top)
}

// most is how far down the view may go.
func (p *Prose) most() float32 {
	return max(0, p.flow.height*p.flow.em-p.Size().Height)
}

// scrollTo puts pixel top of the text at the top of the view.
func (p *Prose) scrollTo(top float32) {
	top = min(max(top, 0), p.most())
	if top == p.top {
		return
	}
	p.top = top
	p.scrolled()
}

func (p *Prose) scrolled() {
	p.Refresh()
	if p.OnScrolled != nil {
		p.OnScrolled()
	}
}

// relayout fits the text to the size of p; the line at the top stays there.
func (p *Prose) relayout() {
	size := p.Size()
	if size.Width <= 0 {
		return
	}
	fit := func() { p.flow.layout(size.Width-barWidth, bodySize*float32(p.zoom)/100) }
	if p.top == 0 || p.flow.chars == 0 {
		fit()
		p.top = 0
		return
	}
	at := p.TopPosition()
	_, y, _, h := p.flow.cell(at)
	above := (y - p.top) / h // lines
	fit()
	_, y, _, h = p.flow.cell(at)
	p.top = min(max(y-above*h, 0), p.most())
}
