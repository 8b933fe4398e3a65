package finder

import (
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// A recent lists what was looked for lately; it lies over the outline while
// the box is empty and has the keyboard.
type recent struct {
	desk   *desk.Desk
	object *fyne.Container
	picks  *Picks
}

func newRecent(d *desk.Desk, w assets.Words) *recent {
	r := &recent{desk: d, picks: NewPicks(Setting{Column: true}, nil)}
	forget := NewPicks(Setting{Link: true}, func(int) { d.ForgetRecent() })
	forget.Set([]string{w.Text("finder.recent.clear")}, -1)
	name := widgets.NewPassage(w.Text("finder.recent"), widgets.Lettering{Bold: true})
	r.object = container.NewBorder(
		container.New(layout.NewCustomPaddedLayout(10, 4, titleSide, 0), container.NewBorder(nil, nil, name, forget)),
		nil, nil, nil,
		container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 8, titleSide-pickSide, titleSide), r.picks)))
	return r
}

func (r *recent) show() {
	r.picks.Set(r.desk.Recent(), -1)
	r.object.Refresh()
}
