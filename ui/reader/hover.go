package reader

import (
	"strings"
	"time"
	"unicode/utf8"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// hoverRest is how long the pointer rests on a mark before it is explained: a
// card at every crossing of the text would shout.
const hoverRest = 350 * time.Millisecond

// A hover explains the mark under the pointer on a small card below it. The
// right pane says the same of the selected words.
type hover struct {
	page   *Page
	layer  *fyne.Container // over the text; it takes no clicks
	card   *widgets.Card
	lines  *fyne.Container
	cancel func()
	shown  string
}

func newHover(p *Page) *hover {
	h := &hover{page: p, lines: container.New(layout.NewCustomPaddedVBoxLayout(4))}
	h.card = widgets.NewCard(h.lines)
	h.card.Hide()
	h.layer = container.NewWithoutLayout(h.card)
	return h
}

// over is called when the pointer comes to another character.
func (h *hover) over(at widgets.Position, ok bool) {
	if h.cancel != nil {
		h.cancel()
		h.cancel = nil
	}
	lines := []string(nil)
	if ok && at.Block < len(h.page.ids) {
		lines = h.page.told(at)
	}
	switch {
	case len(lines) == 0:
		h.hide()
	case strings.Join(lines, "\n") == h.shown: // along the same words
	case h.page.After == nil:
		h.show(at, lines)
	default:
		h.hide()
		h.cancel = h.page.After(hoverRest, func() { h.show(at, lines) })
	}
}

func (h *hover) hide() {
	if h.shown != "" {
		h.shown = ""
		h.card.Hide()
	}
}

// hoverWidth is how wide a card gets, in pixels.
const hoverWidth = 340

// show lays the card below the words, or above them where there is no room.
func (h *hover) show(at widgets.Position, lines []string) {
	h.cancel = nil
	h.shown = strings.Join(lines, "\n")
	h.lines.RemoveAll()
	wide, high := float32(0), float32(0)
	for _, l := range lines {
		wide = max(wide, widgets.NewPassage(l, widgets.Lettering{}).MinSize().Width+1)
	}
	wide = min(wide, hoverWidth-2*widgets.CardSpace)
	for i, l := range lines {
		p := widgets.NewPassage(l, widgets.Lettering{Wrap: true})
		p.Resize(fyne.NewSize(wide, 0))
		if i > 0 {
			high += 4
		}
		high += p.MinSize().Height
		h.lines.Add(p)
	}
	cell, size := h.page.prose.CellOf(at)
	pane := h.page.prose.Size()
	card := fyne.NewSize(wide+2*widgets.CardSpace, high+2*widgets.CardSpace)
	x := min(max(cell.X-20, 8), max(8, pane.Width-card.Width-20))
	y := cell.Y + size.Height + 2
	if y+card.Height > pane.Height-8 {
		y = max(8, cell.Y-card.Height-2)
	}
	h.card.Move(fyne.NewPos(x, y))
	h.card.Resize(card)
	h.card.Show()
	h.layer.Refresh() // the card itself has never been on a screen, and cannot ask for it
}

// commitment is what a target commits to: what, how much, and until when if it
// says so, one a line.
func commitment(w assets.Words, t target.Target) []string {
	value := ""
	if t.Kind == target.Quantified {
		value = desk.Amount(t.Value, t.Unit)
	}
	all := []string{strings.TrimSpace(w.Text("reader.over.target", "subject", t.Subject, "must", desk.Must(w, t), "value", value))}
	if t.Deadline != "" {
		all = append(all, w.Text("reader.over.deadline", "deadline", t.Deadline))
	}
	return all
}

// told is what the marks on a character mean, one a line.
func (p *Page) told(at widgets.Position) []string {
	text := p.prose.Blocks()[at.Block].Text
	_, n := utf8.DecodeRuneInString(text[min(at.Offset, len(text)):])
	o := p.desk.Over(desk.Selection{Paragraph: p.ids[at.Block], Span: report.Span{Start: at.Offset, End: at.Offset + n}})
	var all []string
	for _, t := range o.Targets {
		if t.Figure.Start <= at.Offset && at.Offset < t.Figure.End {
			all = append(all, commitment(p.words, t)...)
		}
	}
	for _, note := range o.Notes {
		if s := noteLine(note); s != "" {
			all = append(all, p.words.Text("reader.over.note", "kind", note.Kind, "text", s))
		}
	}
	for _, c := range o.Cites {
		all = append(all, p.cited(c))
	}
	if p.doubts {
		for _, d := range o.Doubts {
			all = append(all, p.side.doubt(d))
		}
	}
	return all
}

// longestNote is how many characters of a note a card shows.
const longestNote = 90

// noteLine is the beginning of a note, and its tags.
func noteLine(n annotate.Annotation) string {
	s := strings.Join(strings.Fields(n.Text), " ")
	if r := []rune(s); len(r) > longestNote {
		s = string(r[:longestNote-1]) + "…"
	}
	if len(n.Tags) > 0 {
		s = strings.TrimSpace(s + " #" + strings.Join(n.Tags, " #"))
	}
	return s
}

// cited says which proposal cites words.
func (p *Page) cited(c desk.Cited) string {
	title := c.Title
	if title == "" {
		title = p.words.Text("reader.over.untitled")
	}
	return p.words.Text("reader.over.cited", "form", c.Form, "title", title, "ask", c.Ask)
}
