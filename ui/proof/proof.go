// Package proof is the page on which an imported report is checked against its
// source (核对版式): left the source as it came, right what the program made of
// it. A click chooses a piece; buttons join it to the one above, divide it, make
// it a heading or text, leave it out and bring it back.
//
// It draws a desk and calls its methods; it decides nothing.
package proof

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"deputydesk/assets"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Page is the page 核对版式.
type Page struct {
	d *desk.Desk
	w assets.Words

	title, hint *widgets.Passage
	acts        []*act
	undo, reset *widget.Button
	left, right *widgets.Prose
	source      pages
	made        sheet
	object      fyne.CanvasObject

	proof *intake.Proof // what is drawn; nil before the page was opened
	of    report.Edition
	piece int // the chosen one, -1 for none
	at    int // its place, by which it is found again
	split int // byte of its text that was clicked
}

// zoom is the size of both texts, in percent: two columns side by side hold
// lines of thirty characters on a small screen.
const zoom = 90

// New returns the page.
func New(d *desk.Desk, w assets.Words) *Page {
	p := &Page{d: d, w: w, left: widgets.NewProse(), right: widgets.NewProse(), piece: -1}
	p.left.SetZoom(zoom)
	p.right.SetZoom(zoom)
	p.left.OnTap = func(at widgets.Position, _ fyne.KeyModifier) { p.tapSource(at) }
	p.right.OnTap = func(at widgets.Position, _ fyne.KeyModifier) { p.tap(at) }
	p.right.OnDouble, p.right.OnTriple = p.tap, p.tap
	p.right.OnDrag = func(from, _ widgets.Position) { p.tap(from) }
	p.right.OnMenu = p.menu
	p.right.OnKey = p.key
	p.title = widgets.NewPassage("", widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Cut: true})
	p.hint = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true})
	p.undo = widget.NewButton(w.Text("window.undo"), func() { d.Press(d.Undo()) })
	p.reset = widget.NewButton(w.Text("proof.reset"), func() { d.Press(d.AsPrinted()) })
	p.undo.Importance, p.reset.Importance = widget.LowImportance, widget.LowImportance
	done := widget.NewButton(w.Text("proof.done"), p.leave)
	done.Importance = widgets.Primary
	buttons := container.NewHBox()
	for _, a := range p.newActs() {
		buttons.Add(a.button)
	}
	head := widgets.NewPane(widgets.ColorPane, container.New(layout.NewCustomPaddedLayout(8, 8, 24, 24), container.NewVBox(
		container.NewBorder(nil, nil, done, container.NewHBox(p.undo, p.reset), // not where 核对版式 was clicked
			container.New(layout.NewCustomPaddedLayout(0, 0, 12, 0), container.NewVBox(layout.NewSpacer(), p.title, layout.NewSpacer()))),
		container.NewBorder(nil, nil, buttons, nil,
			container.New(hintRoom{}, p.hint)))))
	caption := func(key string) fyne.CanvasObject {
		return widgets.NewPane(widgets.ColorPane, container.New(layout.NewCustomPaddedLayout(4, 4, 24, 24),
			widgets.NewPassage(w.Text(key), widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Cut: true})))
	}
	p.object = container.NewBorder(container.NewVBox(head, widget.NewSeparator()), nil, nil, nil, container.New(halves{},
		container.NewBorder(container.NewVBox(caption("proof.source"), widget.NewSeparator()), nil, nil, nil, p.left), widget.NewSeparator(),
		container.NewBorder(container.NewVBox(caption("proof.made"), widget.NewSeparator()), nil, nil, nil, p.right)))
	return p
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Changed redraws what shows t while the page is in front.
func (p *Page) Changed(t desk.Topic) {
	if p.d.Page() != desk.Proofing {
		return
	}
	switch t {
	case desk.Pages, desk.Text, desk.Everything:
		p.draw()
	case desk.Steps:
		p.showSteps()
	}
}

// showSteps lets press what can be taken back.
func (p *Page) showSteps() {
	able(p.undo, p.d.Undo())
	able(p.reset, p.d.AsPrinted())
}

// draw shows the open report. Where the reader was, both sides stay.
func (p *Page) draw() {
	now, err := p.d.Proof()
	if err != nil { // a report without source was opened meanwhile
		p.d.Turn(desk.Reading)
		return
	}
	same := p.proof != nil && p.of == now.Report.Edition
	leftTop, rightTop := p.left.TopPosition(), p.right.TopPosition()
	rightAt := 0
	if same && len(p.made.of) > rightTop.Block && p.made.of[rightTop.Block] >= 0 {
		rightAt = p.proof.Pieces[p.made.of[rightTop.Block]].At
	}
	p.proof, p.of = now, now.Report.Edition
	p.source, p.made = laySource(now, p.w), layPieces(now, p.w)
	p.left.SetBlocks(p.source.blocks)
	p.right.SetBlocks(p.made.blocks)
	p.title.SetText(p.w.Text("proof.title", "title", desk.Name(now.Report)))
	if !same {
		p.piece, p.at, p.split = -1, -1, 0
	} else {
		p.left.ScrollTo(leftTop)
		if block, ok := p.made.block(p.pieceFrom(rightAt)); ok {
			p.right.ScrollTo(widgets.Position{Block: block, Offset: rightTop.Offset})
		}
		p.piece = p.pieceFrom(p.at)
	}
	p.show()
}

// pieceFrom is the piece that begins at a place or before it; -1 for none.
func (p *Page) pieceFrom(at int) int {
	found := -1
	for i, piece := range p.proof.Pieces {
		if piece.At > at {
			break
		}
		if piece.Kind != intake.PrintOnly {
			found = i
		}
	}
	return found
}

// choose makes a piece the one that the buttons are about.
func (p *Page) choose(i, split int) {
	if i < 0 || i >= len(p.proof.Pieces) {
		return
	}
	p.piece, p.at, p.split = i, p.proof.Pieces[i].At, split
	p.show()
}

// tap chooses what was clicked on the right.
func (p *Page) tap(at widgets.Position) {
	if at.Block >= len(p.made.of) || p.made.of[at.Block] < 0 {
		return
	}
	i := p.made.of[at.Block]
	p.choose(i, where(p.proof.Pieces[i].Text, at.Offset))
}

// where is the place at which a click on byte offset of text may begin a
// paragraph: before a number or Latin word rather than inside, behind a mark
// rather than before it. It is 0 where only marks are left.
func where(text string, offset int) int {
	for offset < len(text) {
		r, n := utf8.DecodeRuneInString(text[offset:])
		if !strings.ContainsRune("，。；：、！？”’）》】…%％", r) {
			break
		}
		offset += n
	}
	inside := func(r rune) bool {
		return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '.' || r == '-')
	}
	if r, _ := utf8.DecodeRuneInString(text[offset:]); inside(r) {
		offset = len(strings.TrimRightFunc(text[:offset], inside))
	}
	if !strings.ContainsFunc(text[offset:], unicode.IsLetter) {
		return 0
	}
	return offset
}

// tapSource chooses the piece whose source was clicked.
func (p *Page) tapSource(at widgets.Position) {
	n, offset := p.source.line(at)
	if i := p.proof.PieceAt(n, offset); i >= 0 {
		p.choose(i, 0)
		if block, ok := p.made.block(i); ok {
			p.right.Reveal(widgets.Position{Block: block})
		}
	}
}

// show marks the chosen piece on both sides and says what can be done to it.
func (p *Page) show() {
	marks := p.made.marks
	block, ok := p.made.block(p.piece)
	if ok {
		text := p.proof.Pieces[p.piece].Text
		p.right.SetSelection(widgets.Position{Block: block}, widgets.Position{Block: block, Offset: len(text)})
		if p.proof.Splits(p.piece, p.split) {
			marks = append(marks[:len(marks):len(marks)], widgets.Mark{Block: block, Start: p.split, End: len(text), Style: widgets.MarkYellow})
		}
	} else {
		p.right.SetSelection(widgets.Position{}, widgets.Position{})
	}
	p.right.SetMarks(marks)
	p.left.SetMarks(p.source.marks)
	p.showSource()
	for _, a := range p.acts {
		a.show(p)
	}
	p.showSteps()
	p.hint.SetText(p.say())
	p.object.Refresh()
}

// showSource marks the lines of the chosen piece.
func (p *Page) showSource() {
	first, last, ok := p.proof.LinesOf(p.piece)
	if !ok {
		p.left.SetSelection(widgets.Position{}, widgets.Position{})
		return
	}
	start := p.source.position(first, p.proof.OnLine(p.piece, first).Start)
	p.left.SetSelection(start, p.source.position(last, p.proof.OnLine(p.piece, last).End))
	p.left.Reveal(start)
}

// leave goes back to the text, to where the work was done.
func (p *Page) leave() {
	var id report.ParagraphID
	if p.piece >= 0 {
		id = p.proof.Pieces[p.piece].Paragraph
	}
	if id == "" {
		p.d.Turn(desk.Reading)
		return
	}
	p.d.Go(id, report.Span{})
}

// hintRoom keeps two lines for the hint, so that nothing moves when it changes.
type hintRoom struct{}

const hintHeight = 44

func (hintRoom) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, hintHeight) }

func (hintRoom) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width-12, 0))
	high := min(o[0].MinSize().Height, size.Height)
	o[0].Resize(fyne.NewSize(size.Width-12, high))
	o[0].Move(fyne.NewPos(12, (size.Height-high)/2))
}

// halves lays out two sides of one width, and the line between them.
type halves struct{}

func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 180) }

func (halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	half := float32(int(size.Width / 2))
	o[0].Resize(fyne.NewSize(half, size.Height))
	o[1].Move(fyne.NewPos(half, 0))
	o[1].Resize(fyne.NewSize(1, size.Height))
	o[2].Move(fyne.NewPos(half+1, 0))
	o[2].Resize(fyne.NewSize(size.Width-half-1, size.Height))
}
