// Package finder shows what a search found (查找): how it was found, and the
// hits by section, with the matched words marked.
//
// It draws a desk and calls its methods; it decides nothing.
package finder

import (
	"deputydesk/assets"
	"deputydesk/search"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Page is the pane of results.
type Page struct {
	desk  *desk.Desk
	words assets.Words

	object fyne.CanvasObject
	stage  *widgets.Passage
	list   *widget.List
	answer search.Answer
	now    int
}

// New returns the pane of d.
func New(d *desk.Desk, w assets.Words) *Page {
	p := &Page{desk: d, words: w, stage: widgets.NewPassage("", widgets.Lettering{Wrap: true}), now: -1}
	p.list = widget.NewList(
		func() int { return len(p.answer.Hits) },
		func() fyne.CanvasObject { return widgets.NewRow() },
		func(i int, o fyne.CanvasObject) { p.draw(o.(*widgets.Row), i) },
	)
	p.list.HideSeparators = true
	p.list.OnSelected = p.open
	prev := widget.NewButtonWithIcon("", theme.MoveUpIcon(), d.PrevHit)
	next := widget.NewButtonWithIcon("", theme.MoveDownIcon(), d.NextHit)
	prev.Importance, next.Importance = widget.LowImportance, widget.LowImportance
	head := container.New(layout.NewCustomPaddedLayout(8, 4, rowSide, rowSide), container.NewVBox(p.stage,
		container.NewHBox(layout.NewSpacer(), prev, next)))
	p.object = container.NewBorder(head, nil, nil, nil, p.list)
	return p
}

// Object is what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	if t != desk.Answered && t != desk.Everything {
		return
	}
	was := p.answer
	p.answer, p.now = p.desk.Answer()
	p.stage.SetText(p.headline())
	p.list.Refresh()
	switch {
	case p.now >= 0:
		p.list.ScrollTo(p.now)
	case was.Query != p.answer.Query:
		p.list.ScrollToTop()
	}
}

// headline says how the answer was found, and what the report lacks if it may
// have stood there.
func (p *Page) headline() string {
	text := desk.Stage(p.words, p.answer)
	if r := p.desk.Report(); p.answer.Stage == search.None && r.Fragment.Missing() {
		text += "\n" + p.words.Text("finder.fragment", "before", r.Fragment.Before, "after", r.Fragment.After)
	}
	return text
}

func (p *Page) open(i int) {
	p.list.Unselect(i)
	p.desk.OpenHit(i)
}

// draw fills the row of hit i.
func (p *Page) draw(row *widgets.Row, i int) {
	h := p.answer.Hits[i]
	title := p.words.Text("finder.kind." + string(h.Kind))
	if h.Section != "" {
		title += " · " + h.Section
	}
	if h.Past {
		title += " · " + p.words.Text("finder.past")
	}
	text, spans := snippet(h)
	row.Set(title, text, spans, i == p.now)
}

// rowSide is where the text of a row begins, in pixels.
const rowSide = 10

// before is how many characters of a hit stand before its first match.
const before = 8

// snippet is the part of a hit worth showing, and its matches in it.
func snippet(h search.Hit) (string, []widgets.RowSpan) {
	start := 0
	if len(h.Spans) > 0 {
		start = back(h.Text, h.Spans[0].Start, before)
	}
	text := h.Text[start:]
	var spans []widgets.RowSpan
	for _, s := range h.Spans {
		spans = append(spans, widgets.RowSpan{Start: s.Start - start, End: s.End - start})
	}
	if start > 0 {
		const dots = "…"
		text = dots + text
		for i := range spans {
			spans[i].Start += len(dots)
			spans[i].End += len(dots)
		}
	}
	return text, spans
}

// back is the byte offset n runes before at.
func back(text string, at, n int) int {
	runes := []rune(text[:at])
	return at - len(string(runes[max(0, len(runes)-n):]))
}
