package reader

import "fyne.io/fyne/v2"

// level lays out one object at the height of the sentence it belongs to, as far
// as it fits: never above the top, and wholly in view where there is room.
type level struct {
	at   float32 // where the top should be
	done float32 // where it is
}

func (l *level) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func (l *level) Layout(o []fyne.CanvasObject, size fyne.Size) {
	high := o[0].MinSize().Height
	l.done = max(0, min(l.at, size.Height-high))
	o[0].Move(fyne.NewPos(0, l.done))
	o[0].Resize(fyne.NewSize(size.Width, max(high, size.Height-l.done)))
}

// follow brings the right pane level with the first line of what is selected,
// which is y pixels below the top of the text. Nothing is laid out if nothing
// moves.
func (s *side) follow(y float32) {
	s.level.at = y - sideAbove
	size := s.held.Size()
	high := s.held.Objects[0].MinSize().Height
	if to := max(0, min(s.level.at, size.Height-high)); to != s.level.done {
		s.level.Layout(s.held.Objects, size)
	}
}

// sideAbove is how far below the top of the right pane its first line stands.
const sideAbove = 16
