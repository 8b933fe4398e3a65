// Package reader is the page on which a report is read (报告): outline, text,
// and a pane about the selected words that opens only when there are some.
//
// It draws a desk and calls its methods; it decides nothing.
package reader

import (
	"time"

	"deputydesk/assets"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A Page is the reading page.
type Page struct {
	desk  *desk.Desk
	words assets.Words

	outline *outline
	prose   *widgets.Prose
	side    *side
	left    *fyne.Container
	object  *fyne.Container
	panes   *panes

	blocks   map[report.ParagraphID]int // block number of a paragraph
	headings map[report.Path]int        // and of a heading on a line of its own
	ids      []report.ParagraphID       // of each block; "" where there is no paragraph
	starts   []start                    // where sections begin, in order
	doubts   bool                       // doubtful places are marked
	went     int                        // serial of the last jump that was made
	keys     []widgets.Binding

	glances []desk.Glance // what is in view
	hover   *hover
	shown   *report.Report

	// returned is where the page was opened; it stays at the top through the
	// sizes a window goes through, until the reader scrolls.
	returned *widgets.Position

	// After calls f when the pointer has rested for d; the returned function
	// cancels. Nil calls it at once.
	After func(d time.Duration, f func()) (cancel func())

	// OnKey is offered every key that the page does not know, while the text has
	// the keyboard, and says whether it took it. May be nil.
	OnKey func(widgets.Key) bool
}

// New returns the page of d.
func New(d *desk.Desk, w assets.Words) *Page {
	p := &Page{desk: d, words: w, prose: widgets.NewProse()}
	p.outline = newOutline(w, p.goToSection, p.openReport, p.pressed)
	p.side = newSide(d, w)
	p.hover = newHover(p)
	p.side.cited = p.cited
	p.left = container.NewStack(p.outline.object)
	p.panes = &panes{settle: p.settle}
	p.object = container.New(p.panes,
		widgets.NewPane(widgets.ColorPane, p.left),
		widgets.NewPane(widgets.ColorPaper, container.NewStack(p.prose, p.hover.layer)),
		widgets.NewPane(widgets.ColorPane, p.side.object),
		widget.NewSeparator(), widget.NewSeparator())
	p.prose.OnTap = p.tap
	p.prose.OnDouble = p.double
	p.prose.OnDrag = p.drag
	p.prose.OnBeside = d.Unselect
	p.prose.OnScrolled = p.scrolled
	p.prose.OnMenu = p.menu
	p.prose.OnTriple = p.triple
	p.prose.OnHover = p.hover.over
	p.prose.OnKey = p.pressed
	p.keys = p.Keys()
	p.show()
	return p
}

// Object is what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Prose has the keyboard while the page is read.
func (p *Page) Prose() *widgets.Prose { return p.prose }

// Cover lays o over the outline; nil shows the outline again.
func (p *Page) Cover(o fyne.CanvasObject) {
	p.left.Objects = []fyne.CanvasObject{p.outline.object}
	if o != nil {
		p.left.Objects = []fyne.CanvasObject{o}
	}
	p.left.Refresh()
}

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	switch t {
	case desk.Text:
		p.show()
	case desk.Pages:
		p.look()
	case desk.Read:
		p.outline.seen(p.desk.Progress())
	case desk.Place:
		p.goToPlace()
	case desk.Selected:
		p.showSelection()
	case desk.Answered:
		p.mark()
	case desk.Drafted:
		p.mark()
		if p.panes.open {
			p.side.showTargets()
		}
	case desk.Noted:
		p.mark()
		p.side.show()
	case desk.Everything:
		p.show()
		p.showSelection()
		p.goToPlace()
	}
}

// show puts the open report on the page. If it is there already, the place
// stays.
func (p *Page) show() {
	r := p.desk.Report()
	at, again := p.prose.TopPosition(), p.shown == r
	p.shown = r
	blocks, ids, starts := lay(r, p.words)
	p.ids, p.starts = ids, starts
	p.blocks = make(map[report.ParagraphID]int, len(ids))
	p.headings = map[report.Path]int{}
	for i, b := range blocks {
		if b.Style == widgets.Heading1 || b.Style == widgets.Heading2 {
			p.headings[report.Path(b.ID)] = i
		}
	}
	for i, id := range ids {
		if id != "" {
			p.blocks[id] = i
		}
	}
	p.panes.busy = true
	p.prose.SetBlocks(blocks)
	if again {
		p.prose.ScrollTo(at)
	}
	p.panes.busy = false
	names, open := p.library()
	p.outline.show(starts, names, open)
	p.outline.seen(p.desk.Progress())
	p.mark()
	p.scrolled()
}

// library is what the reports are called, and which of them is open.
func (p *Page) library() (names []string, open int) {
	for i, r := range p.desk.Reports() {
		names = append(names, desk.Name(r))
		if r == p.desk.Report() {
			open = i
		}
	}
	return names, open
}

func (p *Page) openReport(i int) {
	if all := p.desk.Reports(); i >= 0 && i < len(all) && all[i] != p.desk.Report() {
		p.desk.OpenReport(all[i].ID)
	}
}

func (p *Page) showSelection() {
	s := p.desk.Selection()
	block, ok := p.blocks[s.Paragraph]
	if !ok || s.Empty() {
		p.prose.SetSelection(widgets.Position{}, widgets.Position{})
	} else {
		p.prose.SetSelection(widgets.Position{Block: block, Offset: s.Span.Start},
			widgets.Position{Block: block, Offset: s.Span.End})
	}
	p.side.show()
	if p.panes.open != !s.Empty() {
		p.panes.open = !s.Empty()
		p.object.Refresh()
		if p.panes.open {
			p.prose.Reveal(widgets.Position{Block: block, Offset: s.Span.Start})
		}
	}
	p.follow()
}

// goToPlace brings the place the desk asks for into view.
func (p *Page) goToPlace() {
	place := p.desk.Place()
	block, ok := p.blocks[place.Paragraph]
	if !ok && place.Paragraph != "" || place.Serial == p.went {
		return
	}
	p.went = place.Serial
	at := widgets.Position{Block: block, Offset: place.Span.Start}
	switch {
	case !place.Top:
		p.prose.Reveal(at)
		p.prose.BeginAt(at)
	case place.Section != "":
		for _, s := range p.starts {
			if s.path == place.Section {
				p.prose.ScrollTo(widgets.Position{Block: s.block})
			}
		}
	case at.Offset == 0:
		p.prose.ScrollTo(p.head(at))
	default:
		p.prose.ScrollTo(at)
	}
	p.mark()
}

// head is the first line of what stands directly above a paragraph and belongs
// to it: its heading, or the lines above the first one.
func (p *Page) head(at widgets.Position) widgets.Position {
	for at.Block > 0 && p.ids[at.Block-1] == "" {
		at.Block--
	}
	return at
}

// goToSection jumps to the beginning of a section.
func (p *Page) goToSection(i int) {
	p.desk.GoToSection(p.starts[i].path)
	p.prose.Attend()
}

// follow keeps the right pane level with the sentence it is about.
func (p *Page) follow() {
	if from, to := p.prose.Selection(); p.panes.open && from != to {
		at, _ := p.prose.CellOf(from)
		p.side.follow(at.Y)
	}
}

// scrolled shows in the outline where the reader is.
func (p *Page) scrolled() {
	p.hover.hide()
	p.follow()
	p.stay()
	if p.prose.Size().Height > 0 {
		p.desk.Stood(p.At())
		p.look()
	}
	at := p.prose.TopPosition().Block
	here := 0
	for i, s := range p.starts {
		if s.block <= at+1 {
			here = i
		}
	}
	p.outline.here(here)
}

// settle brings the page back to where it was opened.
func (p *Page) settle() {
	if p.returned != nil {
		p.prose.ScrollTo(*p.returned)
	}
}

// stay gives up the place where the page was opened once the reader has left it.
func (p *Page) stay() {
	if p.returned == nil || p.panes.busy || p.prose.Size().Height == 0 {
		return
	}
	if cell, size := p.prose.CellOf(*p.returned); cell.Y < -2 || cell.Y > size.Height {
		p.returned = nil
	}
}

// look tells the desk what can be read now.
func (p *Page) look() {
	if p.desk.Page() != desk.Reading {
		p.desk.Look(nil)
		return
	}
	from, to := p.prose.TopPosition(), p.prose.EndPosition()
	p.glances = p.glances[:0]
	for i := from.Block; i <= to.Block && i < len(p.ids); i++ {
		g := desk.Glance{Paragraph: p.ids[i], Span: report.Span{End: len(p.prose.Blocks()[i].Text)}}
		if i == from.Block {
			g.Span.Start = from.Offset
		}
		if i == to.Block {
			g.Span.End = to.Offset
		}
		if g.Paragraph != "" {
			p.glances = append(p.glances, g)
		}
	}
	p.desk.Look(p.glances)
}

// At is the paragraph at the top of the view and the byte of it that the view
// starts with.
func (p *Page) At() (report.ParagraphID, int) {
	at := p.prose.TopPosition()
	for i := at.Block; i < len(p.ids); i++ {
		if p.ids[i] != "" {
			if i > at.Block {
				return p.ids[i], 0
			}
			return p.ids[i], at.Offset
		}
	}
	return "", 0
}

// Return brings a paragraph back to the top of the view, as soon as the page
// has a size.
func (p *Page) Return(id report.ParagraphID, offset int) {
	block, ok := p.blocks[id]
	if !ok {
		return
	}
	p.returned = &widgets.Position{Block: block, Offset: offset}
}

// Note is the field of the note on the selected words.
func (p *Page) Note() *widgets.Editor { return p.side.note }

// ShowDoubts marks the doubtful places of the print, or leaves them unmarked.
func (p *Page) ShowDoubts(on bool) {
	p.doubts = on
	p.side.doubts = on
	p.mark()
}
