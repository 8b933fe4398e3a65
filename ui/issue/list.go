package issue

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A jobList is the list of jobs under their headings. The arrow keys go from one
// to the next.
type jobList struct {
	widget.BaseWidget
	page    *Page
	scroll  *container.Scroll // what it stands in
	rows    []*pick
	focused bool
}

func newJobList(p *Page) *jobList {
	l := &jobList{page: p}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is called by Fyne.
func (l *jobList) CreateRenderer() fyne.WidgetRenderer {
	all := container.New(widgets.Column{End: 10, Gap: 0})
	for _, g := range staff.JobGroups {
		all.Add(container.New(layout.NewCustomPaddedLayout(10, 2, 24, 16), widgets.NewPassage(l.page.w.Text("issue.group."+g.Name),
			widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText})))
		for _, j := range g.Jobs {
			row := newPick(l, j)
			l.rows = append(l.rows, row)
			all.Add(row)
		}
	}
	l.draw()
	return widget.NewSimpleRenderer(all)
}

// draw marks the job in hand.
func (l *jobList) draw() {
	for _, r := range l.rows {
		r.draw(r.job == l.page.o.Job(), l.focused)
	}
}

// move takes up the next job, or the one before.
func (l *jobList) move(by int) {
	for i, r := range l.rows {
		if r.job == l.page.o.Job() && i+by >= 0 && i+by < len(l.rows) {
			l.page.o.TakeUp(l.rows[i+by].job)
			l.reveal(l.rows[i+by])
			return
		}
	}
}

// reveal scrolls a row into view.
func (l *jobList) reveal(r *pick) {
	top, high := r.Position().Y, r.Size().Height
	at := l.scroll.Offset
	at.Y = max(min(at.Y, top), top+high-l.scroll.Size().Height)
	l.scroll.ScrollToOffset(at)
}

// FocusGained is called by Fyne.
func (l *jobList) FocusGained() { l.focused = true; l.draw() }

// FocusLost is called by Fyne.
func (l *jobList) FocusLost() { l.focused = false; l.draw() }

// TypedRune is called by Fyne.
func (l *jobList) TypedRune(r rune) { l.page.handOn(widgets.Key{Rune: r}) }

// TypedKey is called by Fyne.
func (l *jobList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		l.move(-1)
	case fyne.KeyDown:
		l.move(+1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.page.look()
	default:
		l.page.handOn(widgets.Key{Name: e.Name, Mod: widgets.Held()})
	}
}

// A pick is one job of the list: its name, and what it is for.
type pick struct {
	widget.BaseWidget
	list   *jobList
	job    staff.Job
	ground *widgets.Pane
	bar    *canvas.Rectangle
	ring   *canvas.Rectangle
}

func newPick(l *jobList, j staff.Job) *pick {
	r := &pick{list: l, job: j, bar: canvas.NewRectangle(nil), ring: canvas.NewRectangle(nil)}
	r.bar.SetMinSize(fyne.NewSize(3, 0))
	w := l.page.w
	words := container.New(widgets.Column{Gap: 1}, widgets.NewPassage(w.Text("issue.job."+key(j)), widgets.Lettering{Bold: true, Cut: true}),
		widgets.NewPassage(w.Text("issue.for."+key(j)), widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true}))
	r.ground = widgets.NewPane(widgets.ColorPane, container.NewStack(r.ring, container.NewBorder(nil, nil, r.bar, nil,
		container.New(layout.NewCustomPaddedLayout(4, 5, 17, 12), words))))
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by Fyne.
func (r *pick) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.ground) }

func (r *pick) draw(now, focused bool) {
	r.ground.Colour = widgets.ColorPane
	if now {
		r.ground.Colour = widgets.ColorField
	}
	r.bar.FillColor = color.Transparent
	if now {
		r.bar.FillColor = theme.Color(widgets.ColorSeal)
	}
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.Hidden = theme.Color(widgets.ColorRing), 2, !(now && focused)
	r.ground.Refresh()
}

// Tapped is called by Fyne.
func (r *pick) Tapped(*fyne.PointEvent) {
	r.list.page.o.TakeUp(r.job)
	if c := fyne.CurrentApp().Driver().CanvasForObject(r); c != nil {
		c.Focus(r.list)
	}
}
