//go:build cgo

package ime

/*
#cgo CFLAGS: -x objective-c
#cgo LDFLAGS: -framework Cocoa
void imeAttach(void);
*/
import "C"

import "fyne.io/fyne/v2"

// attach wraps the methods of the toolkit's view; see cocoa_darwin.m.
func attach(_ fyne.Window, show Composition) {
	composing = show
	C.imeAttach()
}

// composing shows what is composed; nil before attach.
var composing Composition

// imeCaret tells where the caret is, in points from the top left of the view.
//
//export imeCaret
func imeCaret(x, y, height *C.int) C.int {
	c, ok := asked()
	if !ok {
		return 0
	}
	*x, *y, *height = C.int(c.X), C.int(c.Y), C.int(c.Height)
	return 1
}

// imeCompose shows what is being composed; "" is nothing any more.
//
//export imeCompose
func imeCompose(text *C.char) {
	if composing != nil {
		composing(C.GoString(text))
	}
}
