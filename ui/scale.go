package ui

import (
	"os"
	"runtime"
	"strconv"

	"deputydesk/ui/screen"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// scales are the sizes of everything (界面大小) that can be chosen, in percent of
// what the system asks for.
var scales = []int{100, 125, 150, 175, 200}

// scaleVariable is how the toolkit is told; it asks whenever the theme is set,
// and rounds to tenths.
const scaleVariable = "FYNE_SCALE"

// toldScale is what this program told the toolkit last, as against what it was
// started with; a window after the first finds it in the variable.
var toldScale string

// setScale magnifies everything; 0 leaves it to the surroundings. The theme has
// to be set afterwards.
func (v *Window) setScale(percent int) {
	v.scale = percent
	if percent == 0 && v.desktop > 0 {
		percent = 100
	}
	if percent > 0 {
		factor := float64(percent) / 100 * float64(max(v.desktop, 1))
		toldScale = strconv.FormatFloat(factor, 'f', -1, 64)
		_ = os.Setenv(scaleVariable, toldScale) // the only error is a name that no variable can have
	}
}

// magnify has the window follow a desktop that magnifies everything, as UOS and
// Kylin do at 125 or 150 %: it says so in a resource of the screen, Xft.dpi, where
// the toolkit does not look; that goes by the size of the screen. Elsewhere, and
// where somebody has set the variable, the toolkit has it right. To be called before
// the window is shown, when the toolkit asks.
func (v *Window) magnify() {
	if _, real := fyne.CurrentApp().Driver().(desktop.Driver); !real || runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return
	}
	if given := os.Getenv(scaleVariable); v.scale == 0 && given != "" && given != toldScale {
		return
	}
	if v.desktop = beyond(screen.Magnified()); v.desktop > 0 {
		v.setScale(v.scale)
	}
}

// beyond is by how much a desktop that asks for wanted magnifies more than the
// toolkit does; 0 if it does not.
func beyond(wanted, now float32) float32 {
	if now <= 0 || wanted < now+0.1 { // the toolkit rounds to tenths
		return 0
	}
	return wanted / now
}

// chooseScale is setScale at once and from now on.
func (v *Window) chooseScale(percent int) {
	v.setScale(percent)
	v.setLook(v.look)
	v.fit()
	v.keepPlace()
}

func (v *Window) scaleMenu() *fyne.MenuItem {
	now := v.scale
	if now == 0 {
		now = 100
	}
	menu := fyne.NewMenuItem(v.words.Text("window.scale"), nil)
	menu.ChildMenu = fyne.NewMenu("")
	for _, percent := range scales {
		item := fyne.NewMenuItem(v.words.Text("window.scale.percent", "n", percent), func() { v.chooseScale(percent) })
		item.Checked = percent == now
		menu.ChildMenu.Items = append(menu.ChildMenu.Items, item)
	}
	return menu
}

// leastWindow is how small the window may get, in pixels before magnifying: a
// screen of 1366 × 768 at 200 %. Where a page needs more, the window rolls.
var leastWindow = fyne.NewSize(640, 320)

// roomy lets what it holds be larger than the window.
func roomy(all fyne.CanvasObject) fyne.CanvasObject {
	roll := container.NewScroll(all)
	roll.SetMinSize(leastWindow)
	return roll
}

// fit makes the window no larger than its screen.
func (v *Window) fit() {
	if _, real := fyne.CurrentApp().Driver().(desktop.Driver); !real {
		return // a test has no screen
	}
	width, height, ok := screen.Room()
	if !ok {
		return
	}
	scale := v.win.Canvas().Scale()
	size := v.win.Canvas().Size()
	fits := fyne.NewSize(min(size.Width, float32(width)/scale), min(size.Height, float32(height)/scale))
	if fits != size {
		v.win.Resize(fits)
		v.win.CenterOnScreen()
	}
}
