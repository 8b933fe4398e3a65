package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/assets"
)

// look starts a test application in one of our looks, with the fonts that ship.
func look(t testing.TB, l Look) *Theme {
	t.Helper()
	th := NewTheme(l, fyne.NewStaticResource("window-regular.ttf", assets.WindowRegular()),
		fyne.NewStaticResource("window-bold.ttf", assets.WindowBold()))
	test.NewTempApp(t).Settings().SetTheme(th)
	return th
}

// Fyne forgets the drawing of what was out of sight for a minute and makes it
// anew; a strip that asks for room meanwhile must not be drawn without end.
func TestStripDrawnAnewDoesNotAskForRoom(t *testing.T) {
	look(t, Light) // fonts that ship: the machine's own measure otherwise
	s := NewStrip(ColorInfo)
	s.SetText("漯河市2024有新文本：数字变了两处，受影响的批注和引用三处，其他改动三句。")
	s.Resize(fyne.NewSize(300, 10))
	asked := 0
	s.OnGrow = func() { asked++ }
	s.CreateRenderer()
	if asked > 0 {
		t.Errorf("asked %d times while it was being made", asked)
	}
	s.Resize(fyne.NewSize(180, 10))
	if asked == 0 {
		t.Error("a strip that is too low asks for no room")
	}
}
