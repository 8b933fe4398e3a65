// Package screen asks the machine what the window is drawn with and on which
// screens. Its law: it only asks, on the goroutine of the window, and only when
// somebody wants to know: asking opens a window of its own that nobody sees.
package screen

import (
	"fmt"

	"github.com/go-gl/glfw/v3.3/glfw"
)

// Drawing is what the graphics driver says of itself; empty where it says
// nothing.
type Drawing struct {
	Vendor   string // "Mesa"
	Renderer string // "llvmpipe (LLVM 15.0.6, 256 bits)": a name like this draws without the graphics card
	Version  string // "4.5 (Compatibility Profile) Mesa 22.3.6"
}

// A Monitor is one screen.
type Monitor struct {
	Width, Height int     // pixels
	Rate          int     // pictures a second
	Scale         float32 // what the system magnifies by; 1 is not at all
	Millimetres   int     // width; 0 if it does not say
}

// String returns "1366×768, 60 Hz, 125 %, 310 mm".
func (m Monitor) String() string {
	text := fmt.Sprintf("%d×%d, %d Hz, %.0f %%", m.Width, m.Height, m.Rate, m.Scale*100)
	if m.Millimetres > 0 {
		text += fmt.Sprintf(", %d mm", m.Millimetres)
	}
	return text
}

// Monitors lists the screens, the first one first.
func Monitors() []Monitor {
	var all []Monitor
	for _, g := range glfw.GetMonitors() {
		m := Monitor{}
		if mode := g.GetVideoMode(); mode != nil {
			m.Width, m.Height, m.Rate = mode.Width, mode.Height, mode.RefreshRate
		}
		m.Scale, _ = g.GetContentScale()
		m.Millimetres, _ = g.GetPhysicalSize()
		all = append(all, m)
	}
	return all
}

// Ask returns what the driver says. The toolkit has its context in hand only
// while it draws, so a context of the same kind is made and thrown away.
func Ask() (Drawing, error) {
	was := glfw.GetCurrentContext()
	glfw.WindowHint(glfw.Visible, glfw.False)
	w, err := glfw.CreateWindow(1, 1, "", nil, nil)
	if err != nil {
		return Drawing{}, fmt.Errorf("screen: %w", err)
	}
	defer func() {
		w.Destroy()
		if was != nil {
			was.MakeContextCurrent()
		}
	}()
	w.MakeContextCurrent()
	d, err := ask()
	glfw.DetachCurrentContext()
	return d, err
}

// titleBar is the room for the title of a window, in pixels before magnifying:
// the system does not say before there is one.
const titleBar = 32

// Room is how large a window on the first screen may be, in pixels: what the
// bars of the desktop leave, less a title. It is not ok without a screen.
func Room() (width, height int, ok bool) {
	m := glfw.GetPrimaryMonitor()
	if m == nil {
		return 0, 0, false
	}
	_, _, width, height = m.GetWorkarea()
	scale, _ := m.GetContentScale()
	return width, height - int(titleBar*max(scale, 1)), width > 0 && height > titleBar
}

// plainPoints is how many points to the inch the toolkit draws plainly; more of
// them it magnifies, on Linux.
const plainPoints = 120

// Magnified is by how much the desktop asks programs to magnify on the first
// screen, and by how much the toolkit does on Linux of itself, from the width of the
// screen; 1 is not at all, also without a screen.
func Magnified() (asked, done float32) {
	m := glfw.GetPrimaryMonitor()
	if m == nil || m.GetVideoMode() == nil {
		return 1, 1
	}
	asked, _ = m.GetContentScale()
	millimetres, _ := m.GetPhysicalSize()
	return max(asked, 1), drawn(m.GetVideoMode().Width, millimetres)
}

// drawn is by how much the toolkit magnifies on a screen so many pixels and
// millimetres wide. Widths that no screen has are not believed.
func drawn(pixels, millimetres int) float32 {
	if millimetres <= 0 {
		return 1
	}
	points := float32(pixels) / (float32(millimetres) / 25.4)
	if points < 10 || points > 1000 {
		return 1
	}
	return max(points/plainPoints, 1)
}
