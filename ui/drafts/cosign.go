package drafts

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// offeredPeople is how many people of the roster are offered for what is typed.
const offeredPeople = 5

// A cosign is the list of those who sign with the author: who has signed, who
// must be told of a change, and how many are still missing.
type cosign struct {
	page  *Page
	title *widgets.Passage
	count *widgets.Passage
	tell  *widgets.Passage // who signed before the last change
	rows  *fyne.Container
	gone  *fyne.Container // who has withdrawn
	add   *widgets.Field
	offer *fyne.Container
	line  fyne.CanvasObject // the field and its buttons
	box   *fyne.Container
}

func newCosign(p *Page) *cosign {
	c := &cosign{page: p, title: say(p.w.Text("drafts.cosign"), strong), count: say("", one),
		tell: say("", widgets.Lettering{Wrap: true, Colour: widgets.ColorWarning}),
		rows: container.New(widgets.Column{Gap: 2}), gone: container.New(widgets.Column{Gap: 2}), add: widgets.NewField(),
		offer: container.New(layout.NewRowWrapLayout())}
	c.add.SetPlaceHolder(p.w.Text("drafts.cosign.hint"))
	c.add.OnChanged = func(string) { c.suggest() }
	c.add.OnSubmitted = func(string) { c.take() }
	c.line = container.NewBorder(nil, nil, nil, container.NewHBox(
		widget.NewButton(p.w.Text("drafts.cosign.add"), c.take),
		widget.NewButton(p.w.Text("drafts.cosign.sheet"), p.printSigners)), p.rolling(c.add))
	c.box = container.New(widgets.Column{Gap: 6},
		container.NewBorder(nil, nil, container.NewHBox(c.title, fixedSpace(4)), nil, container.New(widgets.Middle{}, c.count)),
		c.tell, c.rows, c.gone, c.line, c.offer)
	c.offer.Hide()
	return c
}

func (c *cosign) redraw(fresh bool) {
	p := c.page
	if p.d.Draft() == nil {
		return
	}
	if fresh {
		c.add.SetText("")
	}
	n := p.d.Count()
	key := "drafts.cosign.count"
	switch {
	case n.Need > 0 && n.Listed < n.Need:
		key += ".few"
	case n.Need > 0:
		key += ".enough"
	}
	c.count.SetText(p.w.Text(key, "listed", n.Listed, "signed", n.Signed, "need", n.Need, "missing", n.Need-n.Listed))
	names := p.d.SignersToTell()
	c.tell.SetText(p.w.Text("drafts.cosign.tell", "names", names))
	widgets.Shown(c.tell, names != "")
	c.rows.Objects = nil
	for i, who := range p.d.Cosigners() {
		c.rows.Add(c.row(i, who))
	}
	widgets.Shown(c.rows, len(c.rows.Objects) > 0)
	c.gone.Objects = nil
	for _, s := range p.d.Withdrawn() {
		c.gone.Add(container.NewHBox(container.NewCenter(say(p.w.Text("drafts.cosign.withdrawn", "name", s.Who.Name, "date", s.Withdrawn), secondary)),
			widgets.Quiet(p.w.Text("drafts.cosign.rejoin"), func() { p.d.Rejoin(s.Who) })))
	}
	widgets.Shown(c.gone, len(c.gone.Objects) > 0)
	c.rows.Refresh()
	c.gone.Refresh()
}

// row is one who signs: who they are, whether they have, and what may be noted.
func (c *cosign) row(i int, who desk.Cosigner) fyne.CanvasObject {
	p := c.page
	about := strings.Join(strings.Fields(who.Number+" "+who.Delegation+" "+who.Post), "　")
	key := "drafts.cosign.unsigned"
	switch {
	case who.Stale:
		key = "drafts.cosign.stale"
	case who.Signed != "":
		key = "drafts.cosign.signed"
	}
	state := one
	if who.Stale {
		state.Colour = widgets.ColorWarning
	}
	buttons := container.NewHBox()
	if who.Signed == "" || who.Stale {
		buttons.Add(widgets.Quiet(p.w.Text("drafts.cosign.sign"), func() { p.d.Sign(i) }))
	}
	if who.Signed != "" {
		buttons.Add(widgets.Quiet(p.w.Text("drafts.cosign.withdraw"), func() { p.d.Withdraw(i) }))
		buttons.Add(widgets.Quiet(p.w.Text("drafts.cosign.unsign"), func() { p.d.Unsign(i) }))
	}
	remove := widgets.Quiet(p.w.Text("drafts.uncite"), func() { p.d.RemoveCosigner(i) })
	enabled(remove, !p.d.Frozen())
	buttons.Add(remove)
	name := plain
	name.Cut = true
	number := container.New(widgets.FixedWidth(24), container.New(widgets.Middle{}, say(strconv.Itoa(i+2), secondary)))
	return container.NewBorder(nil, nil, container.NewHBox(number, container.New(widgets.FixedWidth(96), container.New(widgets.Middle{}, say(who.Name, name)))), buttons,
		container.NewGridWithColumns(2, container.New(widgets.Middle{}, say(about, one)),
			container.New(widgets.Middle{}, say(p.w.Text(key, "date", who.Signed), state))))
}

// suggest offers people of the roster for what is typed.
func (c *cosign) suggest() {
	c.offer.Objects = nil
	for _, who := range c.page.d.People(c.add.Text, offeredPeople) {
		link := widget.NewHyperlink(strings.Join(strings.Fields(who.Name+" "+who.Number+" "+who.Delegation), " "), nil)
		link.OnTapped = func() { c.choose(who) }
		c.offer.Add(link)
	}
	widgets.Shown(c.offer, len(c.offer.Objects) > 0)
	c.offer.Refresh()
	c.page.refit()
}

func (c *cosign) choose(who annotate.Deputy) {
	c.page.d.Press(c.page.d.Cosign(who))
	c.add.SetText("")
	c.page.win.Canvas().Focus(c.add)
}

// take adds who was typed.
func (c *cosign) take() {
	if strings.TrimSpace(c.add.Text) == "" {
		c.page.win.Canvas().Focus(c.add)
		return
	}
	c.page.d.AddCosigner(c.add.Text)
	c.add.SetText("")
	c.page.win.Canvas().Focus(c.add)
}

// find returns the place of what findings call cosigner.
func (c *cosign) find(key string) (fyne.CanvasObject, fyne.Focusable) {
	if !strings.HasPrefix(key, "cosigner") {
		return nil, nil
	}
	c.page.form.unfoldFor(c.box)
	return c.box, c.add
}
