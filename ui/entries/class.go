package entries

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A classing is the mode 分类: one proposal large, the categories with their
// digits, and what was decided about it. Everything has a key.
type classing struct {
	page  *Page
	on    bool
	work  *staff.Classing
	keys  []widgets.Binding
	board *board // has the keyboard

	progress, title, names *widgets.Passage
	text                   *widgets.Passage
	advice, decided, hint  *widgets.Passage
	unit                   *unitBox
	bar                    *gauge
	choices                *fyne.Container
	body                   *container.Scroll
	box                    fyne.CanvasObject
}

// How the proposal in front is set: larger than anything else.
var (
	large  = widgets.Lettering{Size: theme.SizeNameHeadingText, Bold: true, Wrap: true}
	body   = widgets.Lettering{Size: theme.SizeNameSubHeadingText, Wrap: true}
	second = widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true}
)

// sideWidth is how wide the column of categories is, in pixels.
const sideWidth = 340

func newClassing(p *Page) *classing {
	c := &classing{page: p}
	c.keys = c.bindings()
	c.board = newBoard(c)
	say := func(set widgets.Lettering) *widgets.Passage { return widgets.NewPassage("", set) }
	c.progress, c.title, c.names = say(widgets.Lettering{Bold: true, Cut: true}), say(large), say(second)
	c.text, c.advice, c.decided = say(body), say(plain), say(widgets.Lettering{Bold: true, Wrap: true})
	c.hint = widgets.NewPassage(p.w.Text("entries.class.keys"), aside)
	c.unit = newUnitBox(p, false)
	c.unit.field.SetPlaceHolder(p.w.Text("entries.class.unit"))
	c.unit.OnDone = func(text string) {
		p.decide(func() error { return c.work.Assign(text) })
		p.win.Canvas().Focus(c.board)
	}
	c.unit.field.OnKey = func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			c.redraw()
			p.win.Canvas().Focus(c.board)
			return true
		}
		return false
	}
	c.bar = newGauge()
	c.choices = container.New(stack{})
	c.body = container.NewVScroll(container.New(inset{28, 20}, container.New(stack{10}, c.title, c.names, widget.NewSeparator(), c.text)))
	head := widgets.NewPane(widgets.ColorPane, container.New(inset{28, 8}, container.NewBorder(nil, nil, nil,
		container.NewHBox(quiet(p.w.Text("entries.class.back"), func() { c.move(-1) }), quiet(p.w.Text("entries.class.next"), func() { c.move(1) }),
			widget.NewButton(p.w.Text("entries.class.close"), c.close)),
		container.New(shelf{[]float32{300, 0}, 24}, c.progress, c.bar))))
	side := widgets.NewPane(widgets.ColorPane, container.NewVScroll(container.New(inset{20, 16}, container.New(stack{10}, c.decided, c.advice, c.choices,
		widget.NewSeparator(), p.row("entries.host", c.unit.box)))))
	reading := container.NewBorder(nil, container.New(inset{28, 8}, c.hint), nil, nil, c.body)
	c.box = container.NewStack(c.board, container.NewBorder(container.NewVBox(head, widget.NewSeparator()), nil, nil,
		container.New(fixedWidth(sideWidth), side), widgets.NewPane(widgets.ColorPaper, reading)))
	return c
}

// bindings are the keys of the mode.
func (c *classing) bindings() []widgets.Binding {
	key := func(does string, do func(), keys ...widgets.Key) widgets.Binding {
		return widgets.Binding{Keys: keys, Does: "entries.class." + does, Do: do}
	}
	p := c.page
	var digits []widgets.Binding
	for _, r := range "1234567890" {
		digits = append(digits, key("digit", func() { p.decide(func() error { return c.work.Digit(int(r - '0')) }); c.redraw() }, widgets.Key{Rune: r}))
	}
	return append(digits,
		key("accept", func() { p.decide(c.work.Accept); c.redraw() }, widgets.Key{Rune: 's'}),
		key("next", func() { c.move(1) }, widgets.Key{Rune: 'j'}, widgets.Key{Name: fyne.KeyRight}),
		key("back", func() { c.move(-1) }, widgets.Key{Rune: 'k'}, widgets.Key{Name: fyne.KeyLeft}),
		key("unit", func() { p.win.Canvas().Focus(c.unit.field) }, widgets.Key{Rune: 'u'}),
		key("undo", func() { p.d.Press(c.work.Undo()); c.redraw() }, widgets.Key{Rune: 'z'}),
		key("down", func() { c.scroll(1) }, widgets.Key{Name: fyne.KeySpace}, widgets.Key{Name: fyne.KeyDown}, widgets.Key{Name: fyne.KeyPageDown}),
		key("up", func() { c.scroll(-1) }, widgets.Key{Name: fyne.KeyUp}, widgets.Key{Name: fyne.KeyPageUp}),
		key("close", c.close, widgets.Key{Name: fyne.KeyEscape}),
	)
}

// classify begins the mode with what is chosen, or with what nobody has filed.
func (p *Page) classify() {
	if len(p.rows) == 0 {
		return
	}
	p.named(func() {
		ids := p.ledger.subjects()
		if p.ledger.count() == 0 {
			ids = nil
		}
		c := p.class
		c.work, c.on = p.o.Classing(p.order, ids...), true
		p.body.Objects = []fyne.CanvasObject{c.box}
		p.body.Refresh()
		c.redraw()
		p.win.Canvas().Focus(c.board)
	})
}

// close goes back to the list, to where one was.
func (c *classing) close() {
	p := c.page
	r, ok := c.work.Now()
	c.on, c.work = false, nil
	p.body.Objects = []fyne.CanvasObject{p.list}
	p.body.Refresh()
	p.redraw()
	if ok {
		p.goTo(r.Entry.Proposal.ID)
	}
	p.win.Canvas().Focus(p.ledger)
}

func (c *classing) move(by int) {
	c.work.Move(by)
	c.redraw()
}

// scroll shows more of the text.
func (c *classing) scroll(by float32) {
	c.body.Offset.Y = min(max(0, c.body.Offset.Y+by*c.body.Size().Height*0.8), max(0, c.body.Content.MinSize().Height-c.body.Size().Height))
	c.body.Refresh()
}

// redraw shows the proposal in front.
func (c *classing) redraw() {
	p := c.page
	if !c.on {
		return
	}
	r, ok := c.work.Now()
	if !ok {
		return
	}
	n, all, filed := c.work.Place()
	c.progress.SetText(p.w.Text("entries.class.progress", "n", n, "all", all, "filed", filed))
	c.bar.set(float32(filed) / float32(all))
	if c.title.Text() != r.Title {
		c.body.Offset = fyne.Position{}
	}
	c.title.SetText(r.Title)
	c.names.SetText(p.signers(r))
	c.text.SetText(bodyText(r))
	c.decided.SetText(p.w.Text("entries.class.open"))
	if !r.Own {
		c.decided.SetText(p.w.Text("entries.class.filed", "category", r.Category))
	}
	advice := c.work.Advice()
	best := ""
	if shown(c.advice, len(advice.Categories) > 0); len(advice.Categories) > 0 {
		best = advice.Categories[0].Name
		c.advice.SetText(p.w.Text("entries.class.advice", "name", best, "words", strings.Join(advice.Categories[0].Words, p.w.Text("suggest.comma"))))
	}
	c.offer(r, best)
	host := ""
	if !r.Wished {
		host = r.Unit
	}
	if !focused(p, c.unit.field) {
		c.unit.set([]string{host}, p.units(r.Entry.Proposal.ID))
	}
	c.box.Refresh()
}

// offer lists the categories with what is typed for them.
func (c *classing) offer(r staff.Row, best string) {
	c.choices.Objects = nil
	for i, name := range c.page.o.Categories() {
		label := c.page.w.Text("entries.class.choice", "key", c.work.Label(i), "name", name)
		b := widget.NewButton(label, func() {
			c.page.decide(func() error { return c.work.Choose(i) })
			c.redraw()
			c.page.win.Canvas().Focus(c.board)
		})
		b.Alignment = widget.ButtonAlignLeading
		switch {
		case !r.Own && r.Category == name:
			b.Importance = widgets.Primary
		case name != best:
			b.Importance = widget.LowImportance
		}
		if typed := c.work.Typed(); typed != "" && !strings.HasPrefix(c.work.Label(i), typed) {
			b.Disable()
		}
		c.choices.Add(b)
	}
}

// bodyText is what a proposal says.
func bodyText(r staff.Row) string {
	var all []string
	for _, part := range desk.Parts {
		if text := strings.TrimSpace(part.In(r.Entry.Proposal)); text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, "\n")
}

// A board takes the keyboard while proposals are filed; it shows nothing.
type board struct {
	widget.BaseWidget
	class *classing
}

func newBoard(c *classing) *board {
	b := &board{class: c}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is called by Fyne.
func (b *board) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(layout.NewSpacer())
}

// TypedKey is called by Fyne.
func (b *board) TypedKey(e *fyne.KeyEvent) {
	if !widgets.Press(b.class.keys, widgets.Key{Name: e.Name}) {
		if c := b.class.page.win.Canvas(); c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// TypedRune is called by Fyne.
func (b *board) TypedRune(r rune) {
	if !widgets.Press(b.class.keys, widgets.Key{Rune: unicode.ToLower(r)}) {
		if c := b.class.page.win.Canvas(); c.OnTypedRune() != nil {
			c.OnTypedRune()(r)
		}
	}
}

// FocusGained is called by Fyne.
func (b *board) FocusGained() {}

// FocusLost is called by Fyne.
func (b *board) FocusLost() {}

// fixedWidth is as wide as said.
type fixedWidth float32

// MinSize is called by Fyne.
func (f fixedWidth) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(float32(f), o[0].MinSize().Height)
}

// Layout is called by Fyne.
func (f fixedWidth) Layout(o []fyne.CanvasObject, size fyne.Size) { o[0].Resize(size) }
