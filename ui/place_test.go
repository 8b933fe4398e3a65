package ui

import (
	"testing"

	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
)

// The window comes back with the line at the top that was there, the size of
// the text and the look it was left with.
func TestTheWindowComesBackAsItWasLeft(t *testing.T) {
	folder := t.TempDir()
	var at widgets.Position
	t.Run("first start", func(t *testing.T) {
		v := window(t, folder)
		v.setZoom(+1)
		v.setLook(widgets.HighContrast)
		v.reader.Stops()[0].(interface{ Select(int) }).Select(7)
		v.reader.Prose().TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
		at = v.reader.Prose().TopPosition()
		v.keepPlace()
	})
	t.Run("second start", func(t *testing.T) {
		v := window(t, folder)
		prose := v.reader.Prose()
		if now := prose.TopPosition(); now != at || at.Block < 10 {
			t.Errorf("at %v, it was left at %v", now, at)
		}
		if prose.Zoom() != 115 || v.look != widgets.HighContrast {
			t.Errorf("zoom %d, look %d", prose.Zoom(), v.look)
		}
	})
}
