package entries

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A bulk is the bar below the list: what is decided about all that are chosen.
type bulk struct {
	page  *Page
	count *widgets.Passage
	box   *fyne.Container
}

func newBulk(p *Page) *bulk {
	b := &bulk{page: p, count: widgets.NewPassage("", widgets.Lettering{Bold: true})}
	row := container.NewHBox(container.NewCenter(b.count))
	tool := func(key string, items func() []*fyne.MenuItem) {
		var t *widget.Button
		t = widget.NewButtonWithIcon(p.w.Text(key), theme.MenuDropUpIcon(), func() { p.above(t, items()) })
		t.IconPlacement = widget.ButtonIconTrailingText
		row.Add(t)
	}
	tool("entries.bulk.category", func() []*fyne.MenuItem { return p.categoryItems(p.ledger.subjects()) })
	row.Add(widget.NewButton(p.w.Text("entries.bulk.unit"), func() { p.askUnits(p.ledger.subjects()) }))
	tool("entries.bulk.state", func() []*fyne.MenuItem { return p.stateItems(p.ledger.subjects()) })
	tool("entries.bulk.more", func() []*fyne.MenuItem { return p.moreItems(p.ledger.subjects()) })
	row.Add(quiet(p.w.Text("entries.bulk.none"), p.ledger.chooseNone))
	b.box = container.NewVBox(widget.NewSeparator(), widgets.NewPane(widgets.ColorPane, container.New(inset{sideSpace, 4}, row)))
	return b
}

// redraw shows the bar while something is chosen.
func (b *bulk) redraw() {
	n := b.page.ledger.count()
	b.count.SetText(b.page.w.Text("entries.bulk.n", "n", n))
	if was := b.box.Visible(); was != (n > 0) {
		shown(b.box, n > 0)
		if b.page.body != nil {
			b.page.list.Refresh()
		}
	}
}

// item is a line of a menu that decides something.
func (p *Page) item(label string, do func() error) *fyne.MenuItem {
	return fyne.NewMenuItem(label, func() { p.decide(do) })
}

func (p *Page) categoryItems(ids []annotate.ProposalID) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, c := range p.o.Categories() {
		items = append(items, p.item(c, func() error { return p.o.Classify(c, ids...) }))
	}
	return append(items, fyne.NewMenuItemSeparator(),
		p.item(p.w.Text("entries.category.own"), func() error { return p.o.Classify("", ids...) }))
}

func (p *Page) stateItems(ids []annotate.ProposalID) []*fyne.MenuItem {
	var items []*fyne.MenuItem
	for _, s := range staff.States {
		if s == registry.Merged {
			continue // that is done where one sees with what
		}
		items = append(items, fyne.NewMenuItem(string(s), func() { p.setState(s, ids) }))
	}
	return items
}

// setState asks first where it takes entries out of the session's business.
func (p *Page) setState(s registry.State, ids []annotate.ProposalID) {
	do := func() { p.decide(func() error { return p.o.SetState(s, ids...) }) }
	if !staff.Final(s) {
		do()
		return
	}
	what := p.w.Text("entries.state.ask.many", "n", len(ids), "state", s)
	if r, ok := p.o.Row(ids[0]); ok && len(ids) == 1 {
		what = p.w.Text("entries.state.ask.one", "title", r.Title, "state", s)
	}
	p.ask("entries.state.title", "entries.state.yes", nil, widgets.NewPassage(what, widgets.Lettering{Wrap: true}), fyne.NewSize(460, 0),
		func() bool { do(); return true })
}

func (p *Page) moreItems(ids []annotate.ProposalID) []*fyne.MenuItem {
	return []*fyne.MenuItem{
		p.item(p.w.Text("entries.bulk.settle"), func() error { return p.o.Settle(ids...) }),
		p.item(p.w.Text("entries.bulk.number"), func() error { return p.number(ids) }),
		p.item(p.w.Text("entries.bulk.wished"), func() error { return p.assignWished(ids) }),
		fyne.NewMenuItemSeparator(),
		p.item(p.w.Text("entries.bulk.focus"), func() error { return p.o.Supervise(true, "", ids...) }),
		p.item(p.w.Text("entries.bulk.unfocus"), func() error { return p.o.Supervise(false, "", ids...) }),
	}
}

// number gives numbers and says how many.
func (p *Page) number(ids []annotate.ProposalID) error {
	n, err := p.o.Number(ids...)
	if err != nil {
		return err
	}
	return &desk.Outcome{Key: "entries.numbered", Args: []any{"n", n}}
}

// assignWished assigns as wished and says how many.
func (p *Page) assignWished(ids []annotate.ProposalID) error {
	n, err := p.o.AssignAsWished(ids...)
	if err != nil {
		return err
	}
	return &desk.Outcome{Key: "entries.assigned", Args: []any{"n", n}}
}

// askUnits asks who answers several entries and who helps.
func (p *Page) askUnits(ids []annotate.ProposalID) {
	if len(ids) == 0 {
		return
	}
	host, sides := newUnitBox(p, false), newUnitBox(p, true)
	var unit, helpers []string
	for i, id := range ids {
		e, _ := p.o.Entry(id)
		now, _ := e.MainUnit()
		if i == 0 {
			unit, helpers = []string{now}, e.SideUnits()
		}
		if now != unit[0] || !slices.Equal(helpers, e.SideUnits()) {
			unit, helpers = []string{""}, nil
		}
	}
	host.set(unit, p.units(ids[0]))
	sides.set(helpers, nil)
	form := container.New(stack{8}, p.row("entries.host", host.box), p.row("entries.cohosts", sides.box))
	p.ask("entries.units.title", "entries.units.yes", host.field, form, fyne.NewSize(520, 0), func() bool {
		if host.field.Text == "" {
			return false
		}
		p.decide(func() error { return p.o.Assign(p.o.Unit(host.field.Text), p.o.Units(sides.field.Text), ids...) })
		return true
	})
}
