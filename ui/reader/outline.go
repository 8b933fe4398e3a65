package reader

import (
	"maps"
	"strings"

	"deputydesk/assets"
	"deputydesk/seeds/report"
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
	list   *sections
	starts []start
	now    int
	read   map[report.Path]int // percent
	words  assets.Words
}

// sections are the list of an outline; it hands the keys it has no use for on to
// the window.
type sections struct {
	widget.List
	hand func(widgets.Key) bool
}

// TypedKey is called by Fyne.
func (s *sections) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		s.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown:
		s.List.TypedKey(e)
	default:
		s.hand(widgets.Key{Name: e.Name, Mod: widgets.Held()})
	}
}

func newOutline(w assets.Words, goTo, open func(int), hand func(widgets.Key) bool) *outline {
	o := &outline{words: w, choice: widget.NewSelect(nil, nil), list: &sections{hand: hand}}
	o.choice.OnChanged = func(string) { open(o.choice.SelectedIndex()) }
	o.list.Length = func() int { return len(o.starts) }
	o.list.CreateItem = func() fyne.CanvasObject { return newOutlineRow() }
	o.list.UpdateItem = func(i int, row fyne.CanvasObject) {
		row.(*outlineRow).set(o.starts[i], o.share(o.starts[i].path), i == o.now)
	}
	o.list.HideSeparators = true
	o.list.ExtendBaseWidget(o.list)
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

// share says how much of a section has been read; "" before the first sentence.
func (o *outline) share(path report.Path) string {
	switch n := o.read[path]; {
	case n >= readThrough:
		return o.words.Text("reader.read.all")
	case n > 0:
		return o.words.Text("reader.read.some", "n", n)
	}
	return ""
}

// readThrough is the share, in percent, from which a section counts as read: a
// last half line below the edge should not keep it open.
const readThrough = 97

// seen shows how much has been read.
func (o *outline) seen(read map[report.Path]int) {
	if maps.Equal(o.read, read) {
		return
	}
	o.read = read
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

// An outlineRow is one heading and how much of its text has been read; the one
// being read is bold, with a bar in the colour of the seal.
type outlineRow struct {
	widget.BaseWidget
	bar   *canvas.Rectangle
	label *widgets.Passage
	read  *widgets.Passage
	depth int
}

func newOutlineRow() *outlineRow {
	r := &outlineRow{bar: canvas.NewRectangle(nil), label: widgets.NewPassage("", widgets.Lettering{Cut: true}),
		read: widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText})}
	r.ExtendBaseWidget(r)
	return r
}

func (r *outlineRow) set(s start, read string, here bool) {
	r.depth = s.depth
	r.label.SetLettering(widgets.Lettering{Cut: true, Bold: here})
	r.label.SetText(strings.TrimSpace(s.heading))
	r.read.SetText(read)
	r.bar.Hidden = !here
	r.Refresh()
}

// CreateRenderer is called by Fyne.
func (r *outlineRow) CreateRenderer() fyne.WidgetRenderer { return &outlineRowRenderer{r} }

// outlineSpace is the space above and below a heading, in pixels: all of a
// report's headings stand on a small screen at once.
const outlineSpace = 5

type outlineRowRenderer struct{ row *outlineRow }

func (r *outlineRowRenderer) Destroy() {}
func (r *outlineRowRenderer) Layout(size fyne.Size) {
	indent := float32(12)
	if r.row.depth > 1 {
		indent = 24
	}
	r.row.bar.Move(fyne.NewPos(0, 4))
	r.row.bar.Resize(fyne.NewSize(3, size.Height-8))
	right := size.Width - 8
	if read := r.row.read.MinSize(); r.row.read.Text() != "" {
		r.row.read.Resize(read)
		r.row.read.Move(fyne.NewPos(right-read.Width, (size.Height-read.Height)/2))
		right -= read.Width + 8
	}
	high := r.row.label.MinSize().Height
	r.row.label.Move(fyne.NewPos(indent, (size.Height-high)/2))
	r.row.label.Resize(fyne.NewSize(right-indent, high))
}
func (r *outlineRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(80, r.row.label.MinSize().Height+2*outlineSpace)
}
func (r *outlineRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.row.bar, r.row.label, r.row.read}
}
func (r *outlineRowRenderer) Refresh() {
	r.row.bar.FillColor = theme.Color(widgets.ColorSeal)
	r.row.bar.Refresh()
	r.Layout(r.row.Size())
}
