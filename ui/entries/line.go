package entries

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A line shows one row of the register. The list uses it again and again.
type line struct {
	widget.BaseWidget
	ledger *ledger
	i      int

	ground, bar, rule *canvas.Rectangle
	tick              *widget.Icon
	number, title     *widgets.Passage
	names             *widgets.Passage
	category, unit    *widgets.Passage
	sides             *widgets.Passage
	state, marks      *widgets.Passage
}

var _ fyne.Tappable = (*line)(nil)

func newLine(l *ledger) *line {
	small := widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Cut: true}
	say := func(set widgets.Lettering) *widgets.Passage { return widgets.NewPassage("", set) }
	o := &line{
		ledger: l, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil),
		tick:   widget.NewIcon(theme.CheckButtonIcon()),
		number: say(widgets.Lettering{Cut: true}), title: say(widgets.Lettering{Cut: true}), names: say(small),
		category: say(widgets.Lettering{Cut: true}), unit: say(widgets.Lettering{Cut: true}), sides: say(small),
		state: say(widgets.Lettering{Cut: true}), marks: say(widgets.Lettering{Colour: widgets.ColorWarning, Size: theme.SizeNameCaptionText, Cut: true}),
	}
	o.ExtendBaseWidget(o)
	return o
}

// set shows row i.
func (o *line) set(i int) {
	o.i = i
	r, w := o.ledger.rows[i], o.ledger.page.w
	o.number.SetText(r.Number)
	o.title.SetText(r.Title)
	names := r.Deputy
	if r.Signed > 0 {
		names = w.Text("entries.signed", "name", r.Deputy, "n", r.Signed)
	}
	o.names.SetText(strings.TrimSpace(names + "　" + r.Delegation))
	decided := func(p *widgets.Passage, text string, yes bool) {
		colour := widgets.ColorSecondary
		if yes {
			colour = widgets.ColorInk
		}
		p.SetLettering(widgets.Lettering{Colour: colour, Cut: true})
		p.SetText(text)
	}
	decided(o.category, r.Category, !r.Own)
	unit := r.Unit
	if r.Wished {
		unit = w.Text("entries.wished", "unit", unit)
	}
	decided(o.unit, unit, !r.Wished)
	sides := append([]string{}, r.Sides...)
	for _, p := range r.Entry.Parts {
		sides = append(sides, w.Text("entries.part", "unit", p.Unit))
	}
	o.sides.SetText(strings.Join(sides, "、"))
	o.state.SetText(string(r.State))
	o.marks.SetText(markWords(o.ledger.page, r.Shown()))
	o.Refresh()
}

// markWords are marks in words.
func markWords(p *Page, marks []staff.Mark) string {
	var all []string
	for _, m := range marks {
		all = append(all, p.w.Text("entries.mark."+string(m)))
	}
	return strings.Join(all, " ")
}

// Tapped is called by Fyne.
func (o *line) Tapped(e *fyne.PointEvent) { o.ledger.tapped(o.i, e.Position.X) }

// CreateRenderer is called by Fyne.
func (o *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{o, []fyne.CanvasObject{o.ground, o.bar, o.tick, o.number, o.title, o.names, o.category, o.unit, o.sides, o.state, o.marks, o.rule}}
	r.paint()
	return r
}

type lineRenderer struct {
	o   *line
	all []fyne.CanvasObject
}

func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) MinSize() fyne.Size           { return fyne.NewSize(200, rowHeight) }
func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.all }

// Layout is called by Fyne.
func (r *lineRenderer) Layout(size fyne.Size) {
	o := r.o
	r.o.ground.Resize(size)
	o.bar.Move(fyne.NewPos(0, 0))
	o.bar.Resize(fyne.NewSize(4, size.Height-1))
	o.rule.Move(fyne.NewPos(0, size.Height-1))
	o.rule.Resize(fyne.NewSize(size.Width, 1))
	o.tick.Move(fyne.NewPos(14, 6))
	o.tick.Resize(fyne.NewSize(20, 20))
	at, wide := places(size.Width - 2*sideSpace)
	put := func(p *widgets.Passage, c int, second bool) {
		y := float32(5)
		if second {
			y = 28
		}
		seen(p, wide[c] > 0)
		p.Move(fyne.NewPos(sideSpace+at[c], y))
		p.Resize(fyne.NewSize(wide[c], p.MinSize().Height))
	}
	put(o.number, 0, false)
	put(o.title, 1, false)
	put(o.names, 1, true)
	put(o.category, 2, false)
	put(o.unit, 3, false)
	put(o.sides, 3, true)
	put(o.state, 4, false)
	put(o.marks, 4, true)
	if wide[1] < 140 {
		o.names.Resize(fyne.NewSize(wide[1]+wide[2], o.names.MinSize().Height))
	}
}

// sideSpace is the space at either side of a row, in pixels.
const sideSpace = 16

func (r *lineRenderer) paint() {
	o, th := r.o, r.o.Theme()
	colour := func(name fyne.ThemeColorName) { o.ground.FillColor = th.Color(name, 0) }
	o.ground.FillColor = nil
	cursor, chosen := false, false
	if l := o.ledger; o.i < len(l.rows) {
		cursor, chosen = o.i == l.at, l.chosen[l.rows[o.i].Entry.Proposal.ID]
	}
	switch {
	case chosen:
		colour(widgets.ColorSelected)
	case cursor:
		colour(theme.ColorNameHover)
	}
	o.bar.FillColor = th.Color(widgets.ColorSeal, 0)
	if !o.ledger.focused {
		o.bar.FillColor = th.Color(widgets.ColorHairline, 0)
	}
	o.bar.Hidden = !cursor
	o.rule.FillColor = th.Color(widgets.ColorHairline, 0)
	icon := theme.CheckButtonIcon()
	if chosen {
		icon = theme.CheckButtonCheckedIcon()
	}
	if o.tick.Resource.Name() != icon.Name() {
		o.tick.SetResource(icon)
	}
}

func (r *lineRenderer) Refresh() {
	r.paint()
	for _, o := range []*canvas.Rectangle{r.o.ground, r.o.bar, r.o.rule} {
		o.Refresh()
	}
	r.Layout(r.o.Size())
}
