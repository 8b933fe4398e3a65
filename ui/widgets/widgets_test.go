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

// shown puts o into a window of w×h pixels without padding.
func shown(t testing.TB, o fyne.CanvasObject, w, h float32) fyne.Window {
	t.Helper()
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}
