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
