//go:build cgo

package ime

/*
#cgo LDFLAGS: -lX11 -ldl
*/
import "C"

import "fyne.io/fyne/v2"

// attach has nothing to do: x11_linux.c stands between Xlib and the toolkit
// from the start of the program.
func attach(fyne.Window, Composition) {}

// imeCaret is asked when a key or a button was let go. It tells the foot of
// the caret, so that the window with the candidates does not cover the line.
//
//export imeCaret
func imeCaret(x, y *C.int) C.int {
	c, ok := asked()
	if !ok {
		return 0
	}
	*x, *y = C.int(c.X), C.int(c.Y+c.Height)
	return 1
}
