package finder

import (
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A line of the list is a find, or the name above a group of them.
type line struct {
	group string // "" for a find
	row   int    // number of the find; under a name, of its first
}

// lines puts names above groups where the finds are in order of the report.
func lines(w assets.Words, f desk.Finds) []line {
	var all []line
	above := ""
	for i, row := range f.Rows {
		if g := group(w, row, f.Years); f.InOrder && g != above {
			above = g
			all = append(all, line{group: g, row: i})
		}
		all = append(all, line{row: i})
	}
	return all
}

// A list is the finds, one below the other. While it has the keyboard, Down
// and Up go from hit to hit as they do in the search box.
type list struct {
	widget.List

	words assets.Words
	desk  *desk.Desk
	finds desk.Finds
	lines []line
	tall  []float32 // of each line, as the list was told
}

func newList(d *desk.Desk, w assets.Words, opened func(int)) *list {
	l := &list{desk: d, words: w}
	l.HideSeparators = true
	l.Length = func() int { return len(l.lines) }
	l.CreateItem = func() fyne.CanvasObject { return newEntry() }
	l.UpdateItem = func(i int, o fyne.CanvasObject) { l.draw(o.(*entry), i) }
	l.OnSelected = func(i int) {
		l.Unselect(i)
		opened(l.lines[i].row)
	}
	l.ExtendBaseWidget(l)
	return l
}

// show replaces what is listed, and brings the current find into view, or the
// first if another question was answered.
func (l *list) show(f desk.Finds) {
	another := f.Answer.Query != l.finds.Answer.Query || f.Kind != l.finds.Kind || f.InOrder != l.finds.InOrder
	l.finds, l.lines = f, lines(l.words, f)
	for i, each := range l.lines {
		tall := entryHeight(l.Theme(), each.group != "")
		if i == len(l.tall) {
			l.tall = append(l.tall, 0)
		}
		if l.tall[i] != tall {
			l.tall[i] = tall
			l.SetItemHeight(i, tall)
		}
	}
	l.Refresh()
	switch {
	case f.Now >= 0:
		for i, each := range l.lines {
			if each.row == f.Now { // the name above it, if there is one, then itself
				l.ScrollTo(i)
			}
		}
	case another:
		l.ScrollToTop()
	}
}

// titleSide is the room beside the title of a row, in pixels.
const titleSide = 10

// usual is the width of the pane before it was laid out, in pixels.
const usual = 228

func (l *list) draw(e *entry, i int) {
	each := l.lines[i]
	if each.group != "" {
		e.set(each.group)
		return
	}
	f := l.finds.Rows[each.row]
	width := l.Size().Width - 2*titleSide
	if width <= 0 {
		width = usual
	}
	e.set("")
	text, spans := snippet(f.Hit)
	size := l.Theme().Size(theme.SizeNameCaptionText)
	e.row.Set(title(l.words, f, l.finds.InOrder, l.finds.Years, width, size), text, spans, each.row == l.finds.Now)
}

// TypedKey is called by Fyne.
func (l *list) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		l.desk.NextHit()
	case fyne.KeyUp:
		l.desk.PrevHit()
	default:
		passOn(l, key)
	}
}

// An entry draws one line of the list.
type entry struct {
	widget.BaseWidget
	row   *widgets.Row
	group *widgets.Passage
}

func newEntry() *entry {
	e := &entry{row: widgets.NewRow(), group: widgets.NewPassage("", widgets.Lettering{Bold: true, Cut: true, Size: theme.SizeNameCaptionText})}
	e.ExtendBaseWidget(e)
	return e
}

// set shows the name of a group, or the row if it is "".
func (e *entry) set(group string) {
	e.group.SetText(group)
	e.group.Hidden, e.row.Hidden = group == "", group != ""
	e.Refresh()
}

// groupAbove is the room above the name of a group, in pixels.
const groupAbove = 8

// entryHeight is the height of a name or of a row.
func entryHeight(th fyne.Theme, group bool) float32 {
	if group {
		return th.Size(theme.SizeNameCaptionText)*1.5 + groupAbove
	}
	return widgets.NewRow().MinSize().Height
}

// CreateRenderer is called by Fyne.
func (e *entry) CreateRenderer() fyne.WidgetRenderer { return &entryRenderer{e} }

type entryRenderer struct{ entry *entry }

func (r *entryRenderer) Destroy() {}

func (r *entryRenderer) MinSize() fyne.Size { return r.entry.row.MinSize() }

func (r *entryRenderer) Layout(size fyne.Size) {
	r.entry.row.Resize(size)
	r.entry.group.Move(fyne.NewPos(titleSide, groupAbove))
	r.entry.group.Resize(fyne.NewSize(size.Width-2*titleSide, size.Height-groupAbove))
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.entry.row, r.entry.group}
}

func (r *entryRenderer) Refresh() {
	r.Layout(r.entry.Size())
	r.entry.row.Refresh()
	r.entry.group.Refresh()
}
