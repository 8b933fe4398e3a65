// Package merging is the page 并案: what says the same and what wants opposite
// things, one group after the other, two texts side by side with the differences
// marked; beside them what to do about it, and what was merged already.
//
// It draws an office and calls its methods; it decides nothing.
package merging

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A Page is the page 并案.
type Page struct {
	// OnKey sees the keys that the page has no use for. May be nil.
	OnKey func(widgets.Key) bool

	o *staff.Office
	d *desk.Desk
	w assets.Words

	offers  []staff.Offer
	waiting int // how many of offers are still to be decided about
	list    *offerList
	count   *widgets.Passage

	kind    *widgets.Passage
	why     *widgets.Passage
	legend  *widgets.Passage // what the lines under words mean
	place   *widgets.Passage // 第 3 组，共 12 组
	columns *pair
	foot    *fyne.Container
	empty   *fyne.Container
	said    *widgets.Passage // what stands where there is nothing to see
	more    *widgets.Passage
	right   fyne.CanvasObject
	buttons buttons
	object  fyne.CanvasObject
}

// The buttons under the two texts.
type buttons struct {
	merge, both, swap, another, apart, one, split, next *widget.Button
}

// The letterings of the page.
var (
	heading = widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Cut: true}
	prose   = widgets.Lettering{Wrap: true}
	aside   = widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true}
	caption = widgets.Lettering{Colour: widgets.ColorSecondary, Cut: true, Size: theme.SizeNameCaptionText}
)

// listWidth is the width of the list of groups, in pixels.
const listWidth = 330

// New returns the page of o.
func New(o *staff.Office, w assets.Words) *Page {
	p := &Page{o: o, d: o.Desk(), w: w}
	p.list = newOfferList(p)
	p.count = widgets.NewPassage("", widgets.Lettering{Bold: true, Cut: true})
	p.kind, p.why, p.place = widgets.NewPassage("", heading), widgets.NewPassage("", prose), widgets.NewPassage("", caption)
	p.legend = widgets.NewPassage("", caption)
	p.columns = newPair(p)
	p.said, p.more = widgets.NewPassage("", heading), widgets.NewPassage("", aside)
	p.empty = container.New(widgets.Column{Most: 560, Side: 28, End: 28, Gap: 8}, p.said, p.more)
	p.buttons = p.newButtons()
	b := p.buttons
	p.foot = container.New(widgets.Column{Side: 24, End: 10, Gap: 4}, container.NewHBox(b.merge, b.swap, b.apart, b.split, b.next), container.NewHBox(b.both, b.one, b.another))
	head := container.New(widgets.Column{Side: 24, End: 14, Gap: 4}, p.place, p.kind, p.why, p.legend)
	p.right = container.NewBorder(widgets.NewPane(widgets.ColorPaper, head), container.NewVBox(widget.NewSeparator(), widgets.NewPane(widgets.ColorPane, p.foot)), nil, nil,
		widgets.NewPane(widgets.ColorPaper, p.columns.object))
	side := container.NewBorder(container.New(widgets.Column{Side: 10, End: 12}, p.count), nil, nil, nil, p.list)
	p.object = container.New(listAndPage(listWidth), widgets.NewPane(widgets.ColorPane, side),
		container.NewStack(widgets.NewPane(widgets.ColorPaper, p.empty), p.right))
	return p
}

// Object is what the window lays out.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Focus is what takes the keyboard when the page comes to the front.
func (p *Page) Focus() fyne.Focusable { return p.list }

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	if p.d.Page() != desk.Merging {
		return
	}
	switch t {
	case desk.Booked, desk.Pages, desk.Working, desk.Everything:
		p.draw()
	}
}

// draw shows the groups and the one in hand.
func (p *Page) draw() {
	fresh := false
	p.offers, p.waiting, fresh = p.o.Offers()
	if !fresh {
		p.o.CompareTexts()
		_, _, fresh = p.o.Offers() // done already where nothing runs beside
		p.offers, p.waiting, _ = p.o.Offers()
	}
	s, ok := p.o.Sight()
	p.count.SetText(p.w.Text("merging.count", "n", p.waiting, "merged", len(p.offers)-p.waiting))
	p.list.show(s.At)
	visible(p.empty, !ok)
	visible(p.right, ok)
	switch {
	case ok:
		p.drawSight(s)
	case !fresh:
		p.said.SetText(p.w.Text("merging.comparing"))
		p.more.SetText(p.w.Text("merging.comparing.more"))
	case len(p.o.Book().Entries) == 0:
		p.said.SetText(p.w.Text("merging.empty"))
		p.more.SetText(p.w.Text("merging.empty.more"))
	default:
		p.said.SetText(p.w.Text("merging.none", "n", len(p.o.Book().Entries)))
		p.more.SetText(p.w.Text("merging.none.more"))
	}
	p.right.Refresh() // the foot may be higher now
	p.object.Refresh()
}

// mostReasons is how many reasons stand above two texts.
const mostReasons = 2

func (p *Page) drawSight(s staff.Sight) {
	if s.Merged {
		p.kind.SetText(p.w.Text("merging.merged", "n", len(s.Entries)))
		p.why.SetText(p.w.Text("merging.merged.why"))
		p.place.SetText(p.w.Text("merging.place.merged", "n", s.At-p.waiting+1, "of", s.Of-p.waiting))
	} else {
		p.kind.SetText(p.w.Text("merging.kind."+string(s.Cluster.Kind)) + p.w.Text("merging.entries", "n", len(s.Entries)))
		p.why.SetText(p.reasons(s))
		p.place.SetText(p.w.Text("merging.place", "n", s.At+1, "of", p.waiting))
	}
	p.columns.show(s)
	p.showButtons(s)
}

// reasons are why the two in sight are offered together; of two that only others
// link, the reasons of the group.
func (p *Page) reasons(s staff.Sight) string {
	c := s.Cluster
	var mine []string
	for _, l := range c.Links {
		if l.A == s.Left && l.B == s.Right || l.A == s.Right && l.B == s.Left {
			if l.A == s.Right {
				l.AskA, l.AskB, l.ToA, l.ToB = l.AskB, l.AskA, l.ToB, l.ToA
			}
			mine = append(mine, staff.SayLink(p.w, l))
		}
	}
	more := 0
	if len(mine) == 0 {
		mine, more = staff.Told(p.w, c, mostReasons)
	}
	text := ""
	for _, m := range mine {
		text += m + "。"
	}
	if more > 0 {
		text += p.w.Text("merging.more", "n", more)
	}
	return text
}

func visible(o fyne.CanvasObject, yes bool) {
	if yes {
		o.Show()
		return
	}
	o.Hide()
}
