package manual

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// A link is a chapter in the list; a click goes there.
type link struct {
	widget.BaseWidget
	words  *widgets.Passage
	tapped func()
}

var (
	_ fyne.Tappable      = (*link)(nil)
	_ desktop.Cursorable = (*link)(nil)
)

func newLink(text string, tapped func()) *link {
	l := &link{words: widgets.NewPassage(text, widgets.Lettering{Wrap: true, Colour: widgets.ColorInfo}), tapped: tapped}
	l.ExtendBaseWidget(l)
	return l
}

// Tapped goes there.
func (l *link) Tapped(*fyne.PointEvent) { l.tapped() }

// Cursor is called by Fyne.
func (l *link) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (l *link) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(layout.NewCustomPaddedLayout(3, 3, 16, 0), l.words))
}
