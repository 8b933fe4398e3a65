package ui

import (
	"os"
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

// setScale magnifies everything; 0 leaves it to the surroundings. The theme has
// to be set afterwards.
func (v *Window) setScale(percent int) {
	v.scale = percent
	if percent > 0 {
		// The only error is a name that no variable can have.
		_ = os.Setenv(scaleVariable, strconv.FormatFloat(float64(percent)/100, 'f', -1, 64))
	}
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
