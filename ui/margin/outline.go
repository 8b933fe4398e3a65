package margin

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// An outline is the panel 发言提纲: what will be said, in order.
type outline struct {
	page    *Page
	title   *widgets.Field
	time    *widgets.Passage
	none    *widgets.Passage
	print   *widget.Button
	preview *widget.Button
	points  map[annotate.NoteID]*point
	rows    *fyne.Container
	order   []fyne.CanvasObject // of the rows while one is dragged over the others
	scroll  *container.Scroll
	all     fyne.CanvasObject
}

func newOutline(p *Page) *outline {
	o := &outline{page: p, points: map[annotate.NoteID]*point{}}
	o.title = widgets.NewField()
	o.title.SetPlaceHolder(p.w.Text("margin.outline.title"))
	o.title.OnChanged = func(text string) { p.d.JotTitle(text) }
	o.title.OnBlur = p.d.EndPoint
	secondary := widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true}
	o.time = widgets.NewPassage("", secondary)
	o.none = widgets.NewPassage(p.w.Text("margin.outline.empty"), widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true})
	o.rows = container.New(widgets.Column{Gap: 8})
	o.scroll = container.NewVScroll(container.New(widgets.Inset{X: 8, Y: 0}, o.rows)) // the bar stands beside the cards
	o.print = widget.NewButton(p.w.Text("margin.outline.print"), p.printOutline)
	o.print.Importance = widgets.Primary
	shut := widget.NewButton(p.w.Text("margin.outline.close"), func() { p.show(false) })
	shut.Importance = widget.LowImportance
	head := container.New(widgets.Column{Gap: 6}, o.title, container.New(widgets.Inset{X: 4, Y: 0}, o.time), o.none)
	o.preview = widget.NewButton(p.w.Text("margin.outline.preview"), func() { p.d.Press(p.d.PreviewOutline()) })
	feet := container.NewBorder(nil, nil, shut, container.NewHBox(o.preview, o.print))
	o.all = container.NewBorder(nil, nil, widget.NewSeparator(), nil, widgets.NewPane(widgets.ColorPane, container.New(widgets.FixedWidth(panelWidth),
		container.New(widgets.Inset{X: 8, Y: 12}, container.NewBorder(
			container.New(widgets.Inset{X: 8, Y: 4}, head), container.New(widgets.Inset{X: 8, Y: 4}, feet), nil, nil, o.scroll)))))
	return o
}

// redraw shows the points. The field that is being typed in keeps what it has.
func (o *outline) redraw() {
	rows := o.page.d.OutlineRows()
	kept := map[annotate.NoteID]*point{}
	o.rows.Objects, o.order = nil, nil
	for i, r := range rows {
		c, ok := o.points[r.Note]
		if !ok {
			c = newPoint(o, r.Note)
		}
		c.set(i, len(rows), r)
		kept[r.Note] = c
		o.rows.Add(c.box)
	}
	o.points = kept
	if title := o.page.d.OutlineTitle(); o.title.Text != title && o.page.focused() != fyne.Focusable(o.title) {
		o.title.SetText(title)
	}
	widgets.Shown(o.none, len(rows) == 0)
	widgets.Shown(o.time, len(rows) > 0)
	if len(rows) == 0 {
		o.print.Disable()
		o.preview.Disable()
	} else {
		o.print.Enable()
		o.preview.Enable()
	}
	o.clock()
	o.rows.Refresh()
	o.scroll.Refresh()
	o.all.Refresh()
}

// clock says how long it takes to say.
func (o *outline) clock() {
	minutes, characters := o.page.d.SpeakingTime()
	o.time.SetText(o.page.w.Text("margin.outline.time", "minutes", minutes, "characters", characters))
}

// A point is one thing to be said: its number, its line to be written in, and
// the words of the report that it is about.
type point struct {
	outline      *outline
	id           annotate.NoteID
	number       *widgets.Passage
	line         *widgets.Editor
	quote, where *widgets.Passage
	up, down     *widget.Button
	grip         *grip
	lifted       float32 // how far it has been dragged, in pixels
	box          fyne.CanvasObject
}

// leastLines and mostLines are how high the field of a point is: it grows with
// its text, and then scrolls.
const (
	leastLines = 2
	mostLines  = 8
)

func newPoint(o *outline, id annotate.NoteID) *point {
	d, w := o.page.d, o.page.w
	c := &point{outline: o, id: id}
	c.number = widgets.NewPassage("", widgets.Lettering{Bold: true})
	c.line = widgets.NewEditor(leastLines, mostLines)
	c.line.SetPlaceHolder(w.Text("margin.outline.line"))
	c.line.OnChanged = func(text string) {
		d.JotPoint(id, text)
		o.clock()
	}
	c.line.OnGrow = func() {
		o.rows.Refresh()
		o.scroll.Refresh()
	}
	c.line.OnBlur = d.EndPoint
	c.quote = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true})
	c.where = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true})
	c.up = widgets.Quiet("↑", func() { d.Press(d.MovePoint(id, -1)) })
	c.down = widgets.Quiet("↓", func() { d.Press(d.MovePoint(id, 1)) })
	drop := widgets.Quiet(w.Text("margin.outline.drop"), func() { d.Press(d.DropPoint(id)) })
	c.grip = newGrip(c.drag, c.drop, func(by int) {
		d.Press(d.MovePoint(id, by))
		c.outline.page.win.Canvas().Focus(c.grip)
	})
	head := container.NewBorder(nil, nil, container.NewHBox(c.grip, container.NewCenter(c.number)), container.NewHBox(c.up, c.down, drop))
	c.box = widgets.NewCard(container.New(widgets.Column{Gap: 4}, head, c.line, container.New(widgets.Inset{X: 4, Y: 2}, c.quote), container.New(widgets.Inset{X: 4, Y: 0}, c.where)))
	return c
}

func (c *point) set(i, n int, r desk.PointRow) {
	c.number.SetText(strconv.Itoa(i+1) + ".")
	c.line.SetText(r.Line)
	c.quote.SetText("“" + r.Anchor.Quote + "”")
	where := r.Locator
	if where == "" {
		where = c.outline.page.w.Text("margin.lost")
	}
	c.where.SetText(where)
	widgets.Able(c.up, i > 0)
	widgets.Able(c.down, i < n-1)
}
