package reader

import (
	"strings"

	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// An outline lists the sections (目录) and shows which one is being read. Above
// them stands the choice of the report, if the library has more than one.
type outline struct {
	object fyne.CanvasObject
	choice *widget.Select
	list   *widget.List
	starts []start
	now    int
}

func newOutline(goTo, open func(int)) *outline {
	o := &outline{choice: widget.NewSelect(nil, nil)}
	o.choice.OnChanged = func(string) { open(o.choice.SelectedIndex()) }
	o.list = widget.NewList(
		func() int { return len(o.starts) },
		func() fyne.CanvasObject { return newOutlineRow() },
		func(i int, row fyne.CanvasObject) { row.(*outlineRow).set(o.starts[i], i == o.now) },
	)
	o.list.HideSeparators = true
	o.list.OnSelected = func(i int) {
		o.list.Unselect(i)
		goTo(i)
	}
	o.object = container.NewPadded(container.NewBorder(o.choice, nil, nil, nil, o.list))
	return o
}

// show lists the sections of the report called names[open].
func (o *outline) show(starts []start, names []string, open int) {
	o.choice.Options, o.choice.Hidden = names, len(names) < 2
	if o.choice.SelectedIndex() != open {
		o.choice.SetSelectedIndex(open)
	}
	o.choice.Refresh()
	o.starts, o.now = starts, 0
	o.list.Refresh()
}

// here marks the section that is being read.
func (o *outline) here(i int) {
	if i == o.now {
		return
	}
	was := o.now
	o.now = i
	o.list.RefreshItem(was)
	o.list.RefreshItem(i)
	o.list.ScrollTo(i)
}

// An outlineRow is one heading; the one being read is bold, with a bar in the
// colour of the seal.
type outlineRow struct {
	widget.BaseWidget
	bar   *canvas.Rectangle
	label *widget.Label
	depth int
}

func newOutlineRow() *outlineRow {
	r := &outlineRow{bar: canvas.NewRectangle(nil), label: widget.NewLabel("")}
	r.label.Truncation = fyne.TextTruncateEllipsis
	r.ExtendBaseWidget(r)
	return r
}

func (r *outlineRow) set(s start, here bool) {
	r.depth = s.depth
	r.label.TextStyle.Bold = here
	r.label.SetText(strings.TrimSpace(s.heading))
	r.bar.Hidden = !here
	r.Refresh()
}

// CreateRenderer is called by Fyne.
func (r *outlineRow) CreateRenderer() fyne.WidgetRenderer { return &outlineRowRenderer{r} }

type outlineRowRenderer struct{ row *outlineRow }

func (r *outlineRowRenderer) Destroy() {}
func (r *outlineRowRenderer) Layout(size fyne.Size) {
	indent := float32(4)
	if r.row.depth > 1 {
		indent = 16
	}
	r.row.bar.Move(fyne.NewPos(0, 6))
	r.row.bar.Resize(fyne.NewSize(3, size.Height-12))
	r.row.label.Move(fyne.NewPos(indent, 0))
	r.row.label.Resize(fyne.NewSize(size.Width-indent, size.Height))
}
func (r *outlineRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(80, r.row.label.MinSize().Height)
}
func (r *outlineRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.row.bar, r.row.label}
}
func (r *outlineRowRenderer) Refresh() {
	r.row.bar.FillColor = theme.Color(widgets.ColorSeal)
	r.row.bar.Refresh()
	r.Layout(r.row.Size())
}
