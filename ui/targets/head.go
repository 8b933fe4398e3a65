package targets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// A head is the head of a column; a click sorts by it.
type head struct {
	widget.BaseWidget
	label  string
	tapped func()
	words  *widgets.Passage
	ground *canvas.Rectangle
	over   bool
}

var (
	_ fyne.Tappable      = (*head)(nil)
	_ desktop.Hoverable  = (*head)(nil)
	_ desktop.Cursorable = (*head)(nil)
)

func newHead(label string, tapped func()) *head {
	h := &head{label: label, tapped: tapped, ground: canvas.NewRectangle(nil)}
	h.words = widgets.NewPassage(label, widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText})
	h.ExtendBaseWidget(h)
	return h
}

// set says whether the table is sorted by this column, and which way.
func (h *head) set(sorted, down bool) {
	set := widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText}
	label := h.label
	if sorted {
		set.Colour, set.Bold = widgets.ColorInk, true
		label += " ↑"
		if down {
			label = h.label + " ↓"
		}
	}
	h.words.SetLettering(set)
	h.words.SetText(label)
}

// Tapped sorts.
func (h *head) Tapped(*fyne.PointEvent) { h.tapped() }

// MouseIn is called by Fyne.
func (h *head) MouseIn(*desktop.MouseEvent) { h.over = true; h.light() }

// MouseMoved is called by Fyne.
func (h *head) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (h *head) MouseOut() { h.over = false; h.light() }

// Cursor is called by Fyne.
func (h *head) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (h *head) light() {
	h.ground.FillColor = nil
	if h.over {
		h.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	h.ground.Refresh()
}

// CreateRenderer is called by Fyne.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(h.ground, container.New(widgets.Inset{X: 0, Y: 4}, h.words)))
}
