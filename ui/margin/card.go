package margin

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A card shows one note: its colour, the words it is about, where they stand,
// and what was written about them.
type card struct {
	page *Page
	id   annotate.NoteID

	swatch       *canvas.Rectangle
	quote, about *widgets.Passage
	text         *widgets.Passage
	read         *area           // the text, a click on it begins to write
	field        *widgets.Editor // instead of it while it is written in; nil before
	pick         *widget.Hyperlink
	tick         *tick           // shown while notes are ticked
	traits       *widgets.Traits // kind, tags and sharing, folded away
	note         *fyne.Container
	box          fyne.CanvasObject
}

func newCard(p *Page, id annotate.NoteID) *card {
	c := &card{page: p, id: id, swatch: canvas.NewRectangle(nil)}
	c.quote = widgets.NewPassage("", widgets.Lettering{Wrap: true})
	c.about = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true})
	c.text = widgets.NewPassage("", widgets.Lettering{Wrap: true})
	c.read = newArea(container.New(widgets.Inset{X: 8, Y: 5}, c.text), func() { p.write(id) })
	c.note = container.NewStack(c.read)

	c.swatch.SetMinSize(fyne.NewSize(swatchWidth, 0))
	c.swatch.CornerRadius = 3
	words := newArea(container.New(widgets.Inset{X: 8, Y: 4}, container.New(widgets.Column{Gap: 2}, c.quote, c.about)), c.tapped)
	show := widget.NewHyperlink(p.w.Text("margin.goto"), nil)
	show.OnTapped = func() { p.d.GoToNote(id) }
	drop := widget.NewHyperlink(p.w.Text("margin.delete"), nil)
	drop.OnTapped = func() { p.remove(id) }
	c.pick = widget.NewHyperlink("", nil)
	c.pick.OnTapped = func() { p.choose(id) }
	c.traits = widgets.NewTraits(p.traitWords())
	c.traits.OnSort = func(i int) { p.d.Press(p.d.KindNotes([]annotate.NoteID{id}, desk.NoteKinds[i])) }
	c.traits.OnTags = func(text string) { p.d.Press(p.d.RetagNote(id, desk.ReadTags(text))) }
	c.traits.OnHold = func(yes bool) { p.d.Press(p.d.ShareNotes([]annotate.NoteID{id}, yes)) }
	c.traits.OnFold = p.relay
	c.traits.Add(container.NewHBox(drop))
	quote := widget.NewHyperlink(p.w.Text("margin.quote"), nil)
	quote.OnTapped = func() { p.quote(quote, []annotate.NoteID{id}) }
	c.tick = newTick(func(yes, shift bool) { p.bulk.tick(id, yes, shift) })
	c.tick.Hide()
	c.box = widgets.NewCard(container.NewBorder(nil, nil, container.NewVBox(c.tick), nil, container.New(beside{right: linksWidth},
		container.NewBorder(nil, nil, c.swatch, nil, container.New(widgets.Column{Gap: 4}, words, c.note, container.New(formWidth(traitsWidth), c.traits))),
		container.NewGridWithColumns(2, show, c.pick, quote, c.traits.Link()))))
	return c
}

// tapped leads to the words, or ticks the note while notes are ticked.
func (c *card) tapped() {
	if c.page.bulk.on {
		c.page.bulk.tick(c.id, !c.page.bulk.ticked[c.id], false)
		return
	}
	c.page.d.GoToNote(c.id)
}

// set shows a note. The field that is being typed in is left alone.
func (c *card) set(r desk.NoteRow) {
	n := r.Note
	i := max(0, slices.Index(annotate.Colours, n.Colour))
	c.swatch.FillColor = theme.Color(widgets.Highlights[i])
	c.swatch.StrokeColor, c.swatch.StrokeWidth = theme.Color(widgets.Underlines[i]), 1
	c.swatch.Refresh()
	c.quote.SetText(n.Anchor.Quote)
	where := r.Locator
	if where == "" {
		where = c.page.w.Text("margin.lost")
	}
	if key := "desk.notes." + string(r.Status); r.Locator != "" && r.Status != annotate.Attached {
		where += c.page.w.Text("margin.dot") + c.page.w.Text(key)
	}
	about := []string{where, c.page.when(n.Changed)}
	if r.Report != "" {
		about = slices.Insert(about, 0, r.Report)
	}
	if n.Kind != annotate.Remark && n.Kind != "" {
		about = append(about, c.page.w.Text("margin.kind."+string(n.Kind)))
	}
	for _, t := range n.Tags {
		about = append(about, "#"+t)
	}
	if n.ToShare {
		about = append(about, c.page.w.Text("margin.shared"))
	}
	c.pick.SetText(c.page.w.Text(either(c.page.d.InOutline(c.id), "margin.unchoose", "margin.choose")))
	c.traits.Set(slices.Index(desk.NoteKinds, n.Kind), strings.Join(n.Tags, " "), n.ToShare)
	c.tick.show(c.page.bulk.ticked[c.id])
	widgets.Shown(c.tick, c.page.bulk.on)
	c.about.SetText(strings.Join(about, c.page.w.Text("margin.dot")))
	if n.Text == "" {
		c.text.SetText(c.page.w.Text("margin.write"))
		c.text.SetLettering(widgets.Lettering{Colour: widgets.ColorInfo, Wrap: true})
		c.read.plain = ""
	} else {
		c.text.SetText(n.Text)
		c.text.SetLettering(widgets.Lettering{Wrap: true})
		c.read.plain = widgets.ColorPane // a slip of paper on the card
	}
	c.read.light(c.read.plain)
}

func either(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// open puts a field in the place of the text and the keyboard into it.
func (c *card) open() {
	n, _ := c.page.d.Note(c.id)
	c.field = widgets.NewEditor(2, mostLines)
	c.field.OnGrow = c.page.rows.Refresh
	c.field.SetText(n.Text)
	c.field.SetPlaceHolder(c.page.w.Text("margin.hint"))
	c.field.Select(len(n.Text), len(n.Text))
	c.field.OnChanged = func(text string) { c.page.jot(c.id, text) }
	c.field.OnBlur = c.left
	c.note.Objects = []fyne.CanvasObject{c.field}
	c.note.Refresh()
	c.page.rows.Refresh()
	c.page.win.Canvas().Focus(c.field)
}

// left is called when the keyboard leaves the field.
func (c *card) left() {
	if c.page.edit == c.id {
		c.page.done()
	}
}

// shut puts the text back in the place of the field.
func (c *card) shut() {
	if c.field == nil {
		return
	}
	c.field = nil
	c.note.Objects = []fyne.CanvasObject{c.read}
	c.note.Refresh()
}

// An area makes what it holds answer to a click.
type area struct {
	widget.BaseWidget
	content fyne.CanvasObject
	tapped  func()
	plain   fyne.ThemeColorName // the ground while the pointer is elsewhere; "" is none
	ground  *canvas.Rectangle
}

var (
	_ fyne.Tappable      = (*area)(nil)
	_ desktop.Hoverable  = (*area)(nil)
	_ desktop.Cursorable = (*area)(nil)
)

func newArea(content fyne.CanvasObject, tapped func()) *area {
	a := &area{content: content, tapped: tapped, ground: canvas.NewRectangle(nil)}
	a.ground.CornerRadius = 4
	a.ExtendBaseWidget(a)
	return a
}

// Tapped is called by Fyne.
func (a *area) Tapped(*fyne.PointEvent) { a.tapped() }

// MouseIn is called by Fyne.
func (a *area) MouseIn(*desktop.MouseEvent) { a.light(theme.ColorNameHover) }

// MouseMoved is called by Fyne.
func (a *area) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (a *area) MouseOut() { a.light(a.plain) }

func (a *area) light(colour fyne.ThemeColorName) {
	a.ground.FillColor = nil
	if colour != "" {
		a.ground.FillColor = theme.Color(colour)
	}
	a.ground.Refresh()
}

// Cursor is called by Fyne.
func (a *area) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (a *area) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(a.ground, a.content))
}
