package intakes

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// Measures of a row, in pixels: two lines of words, and its columns.
const (
	rowHeight  = 54
	rowSide    = 16
	tickWidth  = 30
	stateWidth = 62
	whoWidth   = 168
	columnGap  = 10
)

// stateColours give each verdict a colour; beside it stands its word.
var stateColours = map[registry.Verdict]fyne.ThemeColorName{
	registry.New: widgets.ColorDone, registry.Revised: widgets.ColorInfo, registry.Duplicate: widgets.ColorSecondary,
	registry.Conflict: theme.ColorNameError, registry.Incomplete: widgets.ColorWarning, registry.Review: widgets.ColorWarning,
	registry.Damaged: theme.ColorNameError,
}

// A line shows one row of what was handed in. The list uses it again and again.
type line struct {
	widget.BaseWidget
	tray *tray
	i    int // in the tray

	ground, bar, rule, dot          *canvas.Rectangle
	tick                            *widget.Icon
	state, title, why, deputy, file *widgets.Passage
}

var _ fyne.Tappable = (*line)(nil)

func newLine(t *tray) *line {
	l := &line{tray: t, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil),
		dot: canvas.NewRectangle(nil), tick: widget.NewIcon(theme.CheckButtonIcon()),
		state: say("", widgets.Lettering{Bold: true, Cut: true}), title: say("", one), why: say("", grey), deputy: say("", one), file: say("", grey)}
	l.dot.CornerRadius = 2
	l.ExtendBaseWidget(l)
	return l
}

// set shows row i of the tray.
func (l *line) set(i int) {
	l.i = i
	p := l.tray.page
	r := p.in.Rows()[l.tray.rows[i]]
	l.state.SetText(p.w.Text("staff.verdict." + string(r.Verdict)))
	title := r.Proposal.Title
	if title == "" {
		title = r.File
	}
	l.title.SetText(title)
	l.why.SetText(p.why(r))
	l.deputy.SetText(strings.TrimSpace(r.Proposal.Deputy.Name + "　" + r.Proposal.Deputy.Delegation))
	l.file.SetText(r.File)
	l.Refresh()
}

// why says in one sentence why a row has its state and, of a conflict, what was
// decided.
func (p *Page) why(r registry.Row) string {
	if r.Choice != registry.Undecided {
		return p.w.Text("intakes.decided." + string(r.Choice))
	}
	return desk.SayRow(p.w, r)
}

// Tapped is called by Fyne.
func (l *line) Tapped(e *fyne.PointEvent) { l.tray.tapped(l.i, e.Position.X) }

// CreateRenderer is called by Fyne.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{l: l, objects: []fyne.CanvasObject{l.ground, l.rule, l.bar, l.tick, l.dot, l.state, l.title, l.why, l.deputy, l.file}}
	r.paint()
	return r
}

type lineRenderer struct {
	l       *line
	objects []fyne.CanvasObject
}

func (r *lineRenderer) Destroy()                     {}
func (r *lineRenderer) MinSize() fyne.Size           { return fyne.NewSize(320, rowHeight) }
func (r *lineRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *lineRenderer) Layout(size fyne.Size) {
	l := r.l
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(l.ground, 0, 0, size.Width, size.Height-1)
	put(l.bar, 0, 0, 3, size.Height-1)
	put(l.rule, 0, size.Height-1, size.Width, 1)
	put(l.tick, rowSide-2, 16, 20, 20)
	x := float32(rowSide + tickWidth)
	put(l.dot, x, 11, 9, 9)
	high := l.title.MinSize().Height
	put(l.state, x+15, 4, stateWidth-15, high)
	x += stateWidth + columnGap
	rest := size.Width - x - rowSide
	who := float32(whoWidth)
	if rest < 2*whoWidth {
		who = rest * 0.4
	}
	wide := rest - who - columnGap
	put(l.title, x, 4, wide, high)
	put(l.why, x, 27, wide, high)
	put(l.deputy, x+wide+columnGap, 4, who, high)
	put(l.file, x+wide+columnGap, 27, who, high)
}

func (r *lineRenderer) paint() {
	l, th := r.l, r.l.Theme()
	l.ground.FillColor, l.bar.Hidden = nil, true
	l.rule.FillColor = th.Color(widgets.ColorHairline, 0)
	in := l.tray.page.in
	if l.i >= len(l.tray.rows) || l.tray.rows[l.i] >= len(in.Rows()) {
		return // what was there has been taken in
	}
	i := l.tray.rows[l.i]
	if l.i == l.tray.at {
		l.ground.FillColor = th.Color(theme.ColorNameHover, 0)
		l.bar.Hidden = false
		l.bar.FillColor = th.Color(widgets.ColorHairline, 0)
		if l.tray.focused {
			l.bar.FillColor = th.Color(widgets.ColorSeal, 0)
		}
	}
	l.dot.FillColor = th.Color(stateColours[in.Rows()[i].Verdict], 0)
	l.tick.Hidden = !in.Can(i)
	icon := theme.CheckButtonIcon()
	if in.Ticked(i) {
		icon = theme.CheckButtonCheckedIcon()
	}
	if l.tick.Resource.Name() != icon.Name() {
		l.tick.SetResource(icon)
	}
}

func (r *lineRenderer) Refresh() {
	r.paint()
	for _, o := range []*canvas.Rectangle{r.l.ground, r.l.bar, r.l.rule, r.l.dot} {
		o.Refresh()
	}
	r.l.tick.Refresh()
	r.Layout(r.l.Size())
}
