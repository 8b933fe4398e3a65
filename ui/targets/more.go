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

// A more is three dots that open a menu. It is no higher than a line, unlike a
// button.
type more struct {
	widget.BaseWidget
	tapped func()
	ground *canvas.Rectangle
	dots   *canvas.Text
}

var (
	_ fyne.Tappable      = (*more)(nil)
	_ desktop.Hoverable  = (*more)(nil)
	_ desktop.Cursorable = (*more)(nil)
)

func newMore(tapped func()) *more {
	m := &more{tapped: tapped, ground: canvas.NewRectangle(nil), dots: canvas.NewText("⋯", nil)}
	m.ground.CornerRadius = 4
	m.dots.Alignment = fyne.TextAlignCenter
	m.ExtendBaseWidget(m)
	return m
}

// MinSize is called by Fyne.
func (m *more) MinSize() fyne.Size { return fyne.NewSize(30, 26) }

// Tapped opens the menu.
func (m *more) Tapped(*fyne.PointEvent) { m.tapped() }

// MouseIn is called by Fyne.
func (m *more) MouseIn(*desktop.MouseEvent) {
	m.ground.FillColor = theme.Color(theme.ColorNameHover)
	m.ground.Refresh()
}

// MouseMoved is called by Fyne.
func (m *more) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (m *more) MouseOut() {
	m.ground.FillColor = nil
	m.ground.Refresh()
}

// Cursor is called by Fyne.
func (m *more) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Refresh takes the colours of the look.
func (m *more) Refresh() {
	m.dots.Color = theme.Color(widgets.ColorSecondary)
	m.BaseWidget.Refresh()
}

// CreateRenderer is called by Fyne.
func (m *more) CreateRenderer() fyne.WidgetRenderer {
	m.dots.Color = theme.Color(widgets.ColorSecondary)
	return widget.NewSimpleRenderer(container.NewStack(m.ground, m.dots))
}
