package drafts

import (
	"fmt"
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
const offeredRunes = 18

// quotes are the words of the report the draft rests on, a card each: cited in
// a 建议, reworded in a 修改意见.
type quotes struct {
	page  *Page
	title *widgets.Passage
	hint  *widgets.Passage
	add   *widget.Button
	cards *fyne.Container
	box   fyne.CanvasObject
}

func newQuotes(p *Page) *quotes {
	q := &quotes{page: p, title: say("", strong), hint: say("", aside), cards: container.New(column{gap: 8})}
	q.add = quiet("", func() { p.do(p.d.CiteSelection()) })
	q.box = container.New(column{gap: 6},
		container.NewBorder(nil, nil, container.NewCenter(q.title), container.NewHBox(q.add), nil),
		q.hint, q.cards)
	return q
}

func (q *quotes) redraw() {
	p := q.page
	draft := p.d.Draft()
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
	shown(q.hint, n == 0)
	shown(q.cards, n > 0)
	q.cards.Refresh()
	q.offer()
}

// offer shows the words selected in the report, to be quoted as well.
func (q *quotes) offer() {
	words := []rune(q.page.d.Words())
	if q.page.d.CiteSelection().Off != nil || q.page.d.Cited() {
		q.add.Hide()
		return
	}
	if len(words) > offeredRunes {
		words = append(words[:offeredRunes:offeredRunes], '…')
	}
	q.add.SetText(q.page.w.Text("drafts.cite", "words", string(words)))
	q.add.Show()
}

// citation is the card of a quote and what is asked about it.
func (q *quotes) citation(i int, c annotate.Citation) fyne.CanvasObject {
	p := q.page
	var asks []string
	for _, a := range annotate.Asks {
		asks = append(asks, string(a))
	}
	ask := widget.NewSelect(asks, func(a string) { p.d.SetAsk(i, annotate.Ask(a)) })
	ask.PlaceHolder = p.w.Text("drafts.ask.none")
	if c.Ask != "" {
		ask.SetSelected(string(c.Ask))
	}
	return q.card(c.Anchor, func() { p.d.Uncite(i) },
		[]fyne.CanvasObject{say(p.w.Text("drafts.ask"), secondary), container.New(fixedWidth(112), ask)})
}

// amendment is the card of a quote and how it should read.
func (q *quotes) amendment(i int, a annotate.Amendment) fyne.CanvasObject {
	p := q.page
	to, reason := widgets.NewTextField(2), widgets.NewTextField(2)
	to.SetText(a.To)
	reason.SetText(a.Reason)
	to.OnChanged = func(s string) { p.d.Amend(i, func(a *annotate.Amendment) { a.To = s }) }
	reason.OnChanged = func(s string) { p.d.Amend(i, func(a *annotate.Amendment) { a.Reason = s }) }
	to.OnBlur, reason.OnBlur = p.left, p.left
	reason.SetPlaceHolder(p.w.Text("drafts.amend.reason"))

	ops := []annotate.Op{annotate.Replace, annotate.Insert, annotate.Delete}
	var names []string
	for _, op := range ops {
		names = append(names, p.w.Text("drafts.op."+string(op)))
	}
	op := widget.NewRadioGroup(names, nil)
	op.Horizontal, op.Required = true, true
	choose := func(name string) {
		for j, n := range names {
			if n != name {
				continue
			}
			p.d.Amend(i, func(a *annotate.Amendment) { a.Op = ops[j] })
			to.SetPlaceHolder(p.w.Text("drafts.amend.to." + string(ops[j])))
			shown(to, ops[j] != annotate.Delete)
			q.cards.Refresh()
			p.refit()
		}
	}
	op.SetSelected(p.w.Text("drafts.op." + string(a.Op)))
	op.OnChanged = choose
	choose(op.Selected)
	return q.card(a.Anchor, func() { p.d.Unamend(i) }, []fyne.CanvasObject{op}, to, reason)
}

// card lays out a quote with where it stands, what is chosen about it in a row
// below, and what is written about it below that.
func (q *quotes) card(a annotate.Anchor, remove func(), more []fyne.CanvasObject, written ...fyne.CanvasObject) fyne.CanvasObject {
	p := q.page
	where := p.d.Locator(a)
	if where == "" {
		where = p.w.Text("drafts.lost")
	}
	row := container.NewHBox(more...)
	row.Add(layout.NewSpacer())
	row.Add(quiet(p.w.Text("drafts.goto"), func() { p.d.GoToQuote(a) }))
	row.Add(quiet(p.w.Text("drafts.uncite"), remove))
	for i, o := range row.Objects[:len(more)] {
		row.Objects[i] = container.New(layout.NewCustomPaddedVBoxLayout(0), layout.NewSpacer(), o, layout.NewSpacer())
	}
	bar := canvas.NewRectangle(theme.Color(widgets.ColorInfo))
	bar.SetMinSize(fyne.NewSize(3, 0))
	return widgets.NewPane(widgets.ColorField, container.NewBorder(nil, nil, bar, nil,
		container.New(column{side: 12, end: 8, gap: 4}, append([]fyne.CanvasObject{say(a.Quote, prose), say(where, aside), row}, written...)...)))
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
