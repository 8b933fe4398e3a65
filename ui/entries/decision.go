package entries

import (
	"slices"
	"strings"

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

// A decision is the form of what is decided about the proposal at the cursor.
// Every field writes down at once.
type decision struct {
	page            *Page
	id              annotate.ProposalID
	category, state *widget.Select
	advice          *widget.Hyperlink
	host, cohosts   *unitBox
	wished, parts   *widgets.Passage
	divide          *widget.Button
	focus           *widget.Check
	leader, remark  *widgets.Field
	merged          *fyne.Container
	fold            *widget.Button
	rest            *fyne.Container // what is seldom needed: folded away while it says nothing
	unfolded        bool
	box             *fyne.Container
}

func newDecision(d *detail) *decision {
	p := d.page
	c := &decision{page: p, category: widget.NewSelect(nil, nil), state: widget.NewSelect(nil, nil), advice: widget.NewHyperlink("", nil)}
	c.host, c.cohosts = newUnitBox(p, false), newUnitBox(p, true)
	c.host.OnDone = func(text string) {
		p.decide(func() error { return p.o.AssignHost(p.o.Unit(text), c.id) })
	}
	c.cohosts.OnDone = func(text string) {
		p.decide(func() error {
			e, _ := p.o.Entry(c.id)
			return p.o.Assign(e.Host, p.o.Units(text), c.id)
		})
	}
	c.wished = widgets.NewPassage("", aside)
	c.parts = widgets.NewPassage("", plain)
	c.divide = quiet(p.w.Text("entries.divide"), func() { p.askParts(c.id) })
	c.focus = widget.NewCheck(p.w.Text("entries.focus"), nil)
	c.leader, c.remark = widgets.NewField(), widgets.NewField()
	c.leader.SetPlaceHolder(p.w.Text("entries.leader"))
	lead := func() {
		if e, ok := p.o.Entry(c.id); ok && e.Focus && strings.TrimSpace(c.leader.Text) != e.Leader {
			p.decide(func() error { return p.o.Supervise(true, c.leader.Text, c.id) })
		}
	}
	c.leader.OnBlur, c.leader.OnSubmitted = lead, func(string) { lead() }
	note := func() {
		if e, ok := p.o.Entry(c.id); ok && strings.TrimSpace(c.remark.Text) != e.Remark {
			p.decide(func() error { return p.o.Remark(c.remark.Text, c.id) })
		}
	}
	c.remark.OnBlur, c.remark.OnSubmitted = note, func(string) { note() }
	c.merged = container.New(stack{})
	c.fold = quiet(p.w.Text("entries.rest"), func() { c.unfolded = true; d.redraw() })
	c.fold.Icon, c.fold.IconPlacement = theme.MenuDropDownIcon(), widget.ButtonIconTrailingText
	c.rest = container.New(stack{6},
		p.row("entries.parts", container.NewBorder(nil, nil, nil, c.divide, container.New(middle{}, c.parts))),
		p.row("entries.supervision", container.NewBorder(nil, nil, c.focus, nil, c.leader)),
		p.row("entries.remark", c.remark))
	c.box = container.New(stack{6},
		container.New(shelf{[]float32{0, 0}, 16}, p.row("entries.category", c.category), p.row("entries.state", c.state)),
		container.New(labelled{}, widgets.NewPassage("", aside), c.advice),
		p.row("entries.host", c.host.box),
		p.row("entries.cohosts", c.cohosts.box),
		container.NewBorder(nil, nil, container.New(fixedWidth(labelWidth), widgets.NewPassage("", aside)), c.fold, container.New(middle{}, c.wished)),
		c.rest,
		c.merged)
	return c
}

// redraw shows what is decided about e. What is being typed is left alone.
func (c *decision) redraw(e registry.Entry) {
	p := c.page
	other := c.id != e.Proposal.ID
	if other {
		c.unfolded = false
	}
	full := c.unfolded || len(e.Parts) > 0 || e.Focus || e.Remark != ""
	shown(c.rest, full)
	shown(c.fold, !full)
	c.id = e.Proposal.ID
	advice := p.o.Advice(c.id)
	c.category.OnChanged, c.state.OnChanged, c.focus.OnChanged = nil, nil, nil
	options := p.o.Categories()
	if e.Category != "" && !slices.Contains(options, e.Category) {
		options = append(options, e.Category)
	}
	c.category.SetOptions(options)
	c.category.PlaceHolder = p.w.Text("entries.category.none")
	if own := e.Proposal.Category; own != "" {
		c.category.PlaceHolder = p.w.Text("entries.wished", "unit", own)
	}
	if e.Category == "" {
		c.category.ClearSelected()
	} else {
		c.category.SetSelected(e.Category)
	}
	c.category.OnChanged = func(name string) {
		p.decide(func() error { return p.o.Classify(name, c.id) })
	}
	c.advise(e, advice.Categories)

	var states []string
	for _, s := range staff.States {
		if s != registry.Merged || e.State == registry.Merged {
			states = append(states, string(s))
		}
	}
	c.state.SetOptions(states)
	c.state.SetSelected(string(e.State))
	c.state.OnChanged = func(name string) {
		if s := registry.State(name); s != e.State && s != registry.Merged {
			p.setState(s, []annotate.ProposalID{c.id})
			if now, ok := p.o.Entry(c.id); ok && now.State != s {
				c.redraw(now) // somebody is asked first, or nothing came of it
			}
		}
	}

	host, cohosts := e.Host, e.Cohosts
	if other || !focused(c.page, c.host.field) {
		c.host.set([]string{host}, p.units(c.id))
	}
	if other || !focused(c.page, c.cohosts.field) {
		c.cohosts.set(cohosts, e.Proposal.Cohosts)
	}
	c.host.field.SetPlaceHolder(e.Sheet().Host)
	var parts []string
	for _, part := range e.Parts {
		parts = append(parts, part.String())
	}
	c.parts.SetText(strings.Join(parts, "、"))
	wish := p.wish(e)
	c.wished.SetText(wish)
	c.focus.SetChecked(e.Focus)
	c.focus.OnChanged = func(on bool) { p.decide(func() error { return p.o.Supervise(on, e.Leader, c.id) }) }
	able(c.leader, e.Focus)
	if other || !focused(p, c.leader) {
		c.leader.SetText(e.Leader)
	}
	if other || !focused(p, c.remark) {
		c.remark.SetText(e.Remark)
	}
	c.merged.Objects = p.together(e)
	shown(c.merged, len(c.merged.Objects) > 0)
}

// advise puts the category forward that the words point to.
func (c *decision) advise(e registry.Entry, all []desk.Suggestion) {
	shown(c.advice, len(all) > 0 && all[0].Name != e.Category)
	if len(all) == 0 {
		return
	}
	best := all[0]
	c.advice.SetText(c.page.w.Text("entries.advice", "name", best.Name, "words", strings.Join(best.Words, c.page.w.Text("suggest.comma"))))
	c.advice.OnTapped = func() { c.page.decide(func() error { return c.page.o.Classify(best.Name, c.id) }) }
}

// wish is what the deputy wished for, beside what is decided.
func (p *Page) wish(e registry.Entry) string {
	s := e.Sheet()
	if s.Host == "" {
		return p.w.Text("entries.wish.none")
	}
	text := p.w.Text("entries.wish", "host", s.Host)
	if len(s.Cohosts) > 0 {
		text += p.w.Text("entries.wish.cohosts", "cohosts", strings.Join(s.Cohosts, "、"))
	}
	return text
}

// together are the entries that e is handled with, each with a way to it.
func (p *Page) together(e registry.Entry) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	link := func(key string, r staff.Row) {
		h := widget.NewHyperlink(p.w.Text(key, "number", r.Number, "title", r.Title), nil)
		h.Wrapping = fyne.TextWrapBreak
		h.OnTapped = func() { p.goTo(r.Entry.Proposal.ID) }
		all = append(all, h)
	}
	if lead, ok := p.o.Row(e.Into); ok && e.Into != "" {
		link("entries.into", lead)
	}
	for _, r := range p.o.All() {
		if r.Entry.Into == e.Proposal.ID {
			link("entries.lead", r)
		}
	}
	return all
}

// goTo puts the cursor on an entry; filters that leave it out are taken back.
func (p *Page) goTo(id annotate.ProposalID) {
	find := func() bool {
		for i := range p.rows {
			if p.rows[i].Entry.Proposal.ID == id {
				p.ledger.goTo(i, false)
				return true
			}
		}
		return false
	}
	if !find() {
		p.everything()
		find()
	}
}

// focused reports whether a field has the keyboard.
func focused(p *Page, f *widgets.Field) bool {
	return p.win.Canvas().Focused() == fyne.Focusable(f)
}
