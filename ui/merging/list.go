package merging

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// An offerList is the groups, those to be decided about before those that were
// merged. It has the keyboard of the page.
type offerList struct {
	widget.List
	page *Page
	at   int // the one in hand
}

func newOfferList(p *Page) *offerList {
	l := &offerList{page: p}
	l.HideSeparators = true
	l.Length = func() int { return len(p.offers) }
	l.CreateItem = func() fyne.CanvasObject { return widgets.NewRow() }
	l.UpdateItem = func(i int, o fyne.CanvasObject) { l.draw(o.(*widgets.Row), i) }
	l.OnSelected = func(i int) {
		l.Unselect(i)
		p.o.TakeOffer(i)
		p.focus()
	}
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained is called by Fyne. The group in hand is marked whether or not the
// list has the keyboard, and no other.
func (l *offerList) FocusGained() {}

// FocusLost is called by Fyne.
func (l *offerList) FocusLost() {}

// show brings the group at number at into view.
func (l *offerList) show(at int) {
	moved := at != l.at
	l.at = at
	l.Refresh()
	if moved && at < len(l.page.offers) {
		l.ScrollTo(at)
	}
}

// mostNames is how many deputies a row names.
const mostNames = 2

func (l *offerList) draw(r *widgets.Row, i int) {
	if i >= len(l.page.offers) {
		return
	}
	p, offer := l.page, l.page.offers[i]
	key := "merging.row.merged"
	kind := ""
	if !offer.Merged {
		key, kind = "merging.row", p.w.Text("merging.kind."+string(offer.Cluster.Kind))
	}
	lead := offer.Entries[0]
	if !offer.Merged {
		lead = offer.Cluster.Lead
	}
	text := ""
	if e, ok := p.o.Entry(lead); ok {
		text = e.Sheet().Title
	}
	r.Set(p.w.Text(key, "kind", kind, "n", len(offer.Entries), "names", p.names(offer)), text, nil, i == l.at)
}

// names are the deputies of the first entries of an offer.
func (p *Page) names(offer staff.Offer) string {
	text := ""
	for i, id := range offer.Entries {
		if i == mostNames {
			return text + "…"
		}
		if e, ok := p.o.Entry(id); ok {
			if text != "" {
				text += p.w.Text("merging.comma")
			}
			text += e.Sheet().Deputy.Name
		}
	}
	return text
}

// TypedKey is called by Fyne.
func (l *offerList) TypedKey(e *fyne.KeyEvent) {
	l.page.press(widgets.Key{Name: e.Name, Mod: widgets.Held()})
}

// TypedRune is called by Fyne. Letters are handled as keys, so that an input
// method that is on does not matter; signs go to the window.
func (l *offerList) TypedRune(r rune) {
	if r == '?' || r == '？' {
		l.page.handOn(widgets.Key{Rune: r})
	}
}

// entryLine is what stands above a text: number, deputy, delegation.
func (p *Page) entryLine(id annotate.ProposalID) (string, bool) {
	e, ok := p.o.Entry(id)
	if !ok {
		return "", false
	}
	sheet := e.Sheet()
	number := e.NumberText()
	if number == "" {
		number = staff.Code(&e)
	}
	text := p.w.Text("merging.entry", "number", number, "deputy", sheet.Deputy.Name, "delegation", sheet.Deputy.Delegation)
	if n := len(sheet.Cosigners); n > 0 {
		text += p.w.Text("merging.entry.with", "n", n)
	}
	return text, true
}

// captionSize is the size of captions.
const captionSize = theme.SizeNameCaptionText
