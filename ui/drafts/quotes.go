package drafts

import (
	"fmt"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/widgets"
)

// offeredRunes is how much of the selected words a button repeats.
const offeredRunes = 12

// quotes are the words of the report the draft rests on, a card each: cited in
// a 建议, where they stand at the left of the sheet; reworded in a 修改意见,
// where they are the sheet.
type quotes struct {
	page  *Page
	title *widgets.Passage
	hint  *widgets.Passage
	add   *widget.Button
	cards *fyne.Container
	box   *fyne.Container
}

func newQuotes(p *Page) *quotes {
	q := &quotes{page: p, title: say("", strong), hint: say("", aside), cards: container.New(widgets.Column{Gap: 8})}
	q.add = widgets.Quiet("", func() { p.do(p.d.CiteSelection()) })
	q.box = container.New(widgets.Column{Gap: 6}, container.New(widgets.Inset{Y: 4}, q.title), q.hint,
		container.New(widgets.Inset{X: -8}, container.NewHBox(q.add)), q.cards)
	return q
}

func (q *quotes) redraw() {
	p := q.page
	draft := p.d.Draft()
	if draft == nil {
		return
	}
	q.cards.Objects = nil
	key := "drafts.cites"
	if draft.Form == annotate.Revision {
		key = "drafts.amends"
		for i, a := range draft.Amends {
			q.cards.Add(q.amendment(i, a))
		}
	} else {
		for i, c := range draft.Cites {
			q.cards.Add(q.citation(i, c))
		}
	}
	n := len(q.cards.Objects)
	q.title.SetText(p.w.Text(key, "n", n))
	q.hint.SetText(p.w.Text(key + ".none"))
	widgets.Shown(q.hint, n == 0)
	widgets.Shown(q.cards, n > 0)
	q.cards.Refresh()
	q.offer()
}

// offer shows the words selected in the report, to be quoted as well.
func (q *quotes) offer() {
	words := []rune(q.page.d.Words())
	if q.page.d.CiteSelection().Off != nil || q.page.d.Cited() || q.page.d.Frozen() {
		q.add.Hide()
		return
	}
	if len(words) > offeredRunes {
		words = append(words[:offeredRunes:offeredRunes], '…')
	}
	q.add.SetText(q.page.w.Text("drafts.cite", "words", string(words)))
	q.add.Show()
}

// citation is the card of a quote, what is asked about it, and where it stands
// in the printed booklet.
func (q *quotes) citation(i int, c annotate.Citation) fyne.CanvasObject {
	p := q.page
	var asks []string
	for _, a := range annotate.Asks {
		asks = append(asks, string(a))
	}
	ask := widget.NewSelect(asks, nil)
	ask.PlaceHolder = p.w.Text("drafts.ask.none")
	if c.Ask != "" {
		ask.SetSelected(string(c.Ask))
	}
	ask.OnChanged = func(a string) { p.d.SetAsk(i, annotate.Ask(a)) }
	enabled(ask, !p.d.Frozen())
	asked := container.NewBorder(nil, nil, container.NewCenter(say(p.w.Text("drafts.ask"), secondary)), nil, ask)
	booklet := q.booklet(c.Page, c.Line, func(page, line int) { p.d.SetCitePlace(i, page, line) })
	return q.card(c.Anchor, func() { p.d.Uncite(i) }, asked, booklet)
}

// booklet asks for the page and the line of the printed booklet: on paper it is
// the only place that everybody can turn to.
func (q *quotes) booklet(page, line int, set func(page, line int)) fyne.CanvasObject {
	field := func(n int) *widgets.Field {
		f := widgets.NewField()
		if n > 0 {
			f.SetText(strconv.Itoa(n))
		}
		f.OnBlur = q.page.left
		enabled(f, !q.page.d.Frozen())
		return f
	}
	onPage, onLine := field(page), field(line)
	changed := func(string) { set(positive(onPage.Text), positive(onLine.Text)) }
	onPage.OnChanged, onLine.OnChanged = changed, changed
	word := func(key string) fyne.CanvasObject { return container.NewCenter(say(q.page.w.Text(key), secondary)) }
	return container.NewHBox(word("drafts.booklet"), container.New(widgets.FixedWidth(46), onPage), word("drafts.booklet.page"),
		container.New(widgets.FixedWidth(46), onLine), word("drafts.booklet.line"))
}

// positive reads a number as it was typed, 0 if it is none.
func positive(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 0 {
		return 0
	}
	return n
}

// card lays out a quote with where it stands, and below that what is chosen and
// written about it.
func (q *quotes) card(a annotate.Anchor, remove func(), more ...fyne.CanvasObject) fyne.CanvasObject {
	p := q.page
	where := p.d.Locator(a)
	if where == "" {
		where = p.w.Text("drafts.lost")
	}
	drop := widgets.Quiet(p.w.Text("drafts.uncite"), remove)
	enabled(drop, !p.d.Frozen())
	row := container.New(widgets.Inset{X: -8}, container.NewHBox(widgets.Quiet(p.w.Text("drafts.goto"), func() { p.d.GoToQuote(a) }), layout.NewSpacer(), drop))
	bar := canvas.NewRectangle(theme.Color(widgets.ColorInfo))
	bar.SetMinSize(fyne.NewSize(3, 0))
	all := append([]fyne.CanvasObject{say(a.Quote, prose), say(where, aside)}, more...)
	return widgets.NewPane(widgets.ColorField, container.NewBorder(nil, nil, bar, nil,
		container.New(widgets.Column{Side: 10, End: 8, Gap: 4}, append(all, row)...)))
}

// find returns the card that a finding about "cite[0].quote" or
// "amendment[0].to" speaks of.
func (q *quotes) find(key string) (fyne.CanvasObject, fyne.Focusable) {
	for _, list := range []string{"cite", "amendment"} {
		rest, is := strings.CutPrefix(key, list)
		if !is {
			continue
		}
		var i int
		if _, err := fmt.Sscanf(rest, "[%d]", &i); err == nil && i >= 0 && i < len(q.cards.Objects) {
			return q.cards.Objects[i], nil
		}
		return q.box, nil
	}
	return nil, nil
}
