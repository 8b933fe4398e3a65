package manual

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// A roll is the words with the keyboard: arrows, pages, beginning and end roll
// them, Escape goes back.
type roll struct {
	widget.BaseWidget
	scroll *container.Scroll
	leave  func()
	hand   func(widgets.Key) bool // what is not for the words
}

var _ fyne.Focusable = (*roll)(nil)

func newRoll(scroll *container.Scroll, leave func()) *roll {
	r := &roll{scroll: scroll, leave: leave}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer is called by Fyne.
func (r *roll) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(r.scroll) }

// FocusGained is called by Fyne.
func (r *roll) FocusGained() {}

// FocusLost is called by Fyne.
func (r *roll) FocusLost() {}

// step is how far an arrow rolls, in pixels: two lines; a page leaves as much of
// the one before in sight.
const step = 48

// TypedKey is called by Fyne.
func (r *roll) TypedKey(e *fyne.KeyEvent) {
	page := max(step, r.scroll.Size().Height-step)
	switch e.Name {
	case fyne.KeyDown:
		r.by(step)
	case fyne.KeyUp:
		r.by(-step)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.by(page)
	case fyne.KeyPageUp:
		r.by(-page)
	case fyne.KeyHome:
		r.scroll.ScrollToTop()
	case fyne.KeyEnd:
		r.scroll.ScrollToBottom()
	case fyne.KeyEscape:
		r.leave()
	default:
		if r.hand != nil {
			r.hand(widgets.Key{Name: e.Name, Mod: widgets.Held()})
		}
	}
}

// TypedRune is called by Fyne.
func (r *roll) TypedRune(c rune) {
	if r.hand != nil {
		r.hand(widgets.Key{Rune: c})
	}
}

func (r *roll) by(pixels float32) {
	most := max(0, r.scroll.Content.MinSize().Height-r.scroll.Size().Height)
	r.scroll.ScrollToOffset(fyne.NewPos(0, min(most, max(0, r.scroll.Offset.Y+pixels))))
}
