package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Another look takes the renderers away; a window that lays itself out while
// the strip's is made anew must not have it made again and again.
func TestStripGrowsWhileItIsMade(t *testing.T) {
	look(t, Light)
	s := NewStrip(ColorInfo)
	s.text.SetText("一条很长的消息，窄的窗口里要占两行甚至三行才放得下，所以它要长高。")
	told := 0
	s.OnGrow = func() {
		if told++; told > 10 {
			t.Fatal("told to grow without end")
		}
		s.Refresh()
	}
	s.Resize(fyne.NewSize(320, 20))
	if told == 0 {
		t.Error("a message of several lines did not ask for room")
	}
}
