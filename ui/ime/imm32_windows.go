package ime

import (
	"syscall"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// The toolkit drops the keys of a composition by itself (VK_PROCESSKEY), so that
// here only the place is told: when a composition begins and at each of its
// steps, before the default procedure opens a window for it.

var (
	user32 = syscall.NewLazyDLL("user32.dll") // both are among the DLLs that
	imm32  = syscall.NewLazyDLL("imm32.dll")  // Windows loads from its own folder only

	callWindowProc          = user32.NewProc("CallWindowProcW")
	getWindowLongPtr        = user32.NewProc("GetWindowLongPtrW") // both are there
	setWindowLongPtr        = user32.NewProc("SetWindowLongPtrW") // on 64 bits only
	immGetContext           = imm32.NewProc("ImmGetContext")
	immReleaseContext       = imm32.NewProc("ImmReleaseContext")
	immSetCompositionWindow = imm32.NewProc("ImmSetCompositionWindow")
	immSetCandidateWindow   = imm32.NewProc("ImmSetCandidateWindow")
)

const (
	gwlpWndProc = ^uintptr(3) // -4

	wmIMEStartComposition = 0x010D
	wmIMEComposition      = 0x010F
	wmIMENotify           = 0x0282
	imnChangeCandidate    = 3
	imnOpenCandidate      = 5

	cfsForcePosition = 0x0020
	cfsExclude       = 0x0080
)

type point struct{ x, y int32 }

type rectangle struct{ left, top, right, bottom int32 }

// A compositionForm is a COMPOSITIONFORM: where the letters stand.
type compositionForm struct {
	style uint32
	at    point
	area  rectangle
}

// A candidateForm is a CANDIDATEFORM: where the candidates stand, and what they
// must not cover.
type candidateForm struct {
	index, style uint32
	at           point
	area         rectangle
}

// wndProc is the toolkit's own procedure, and ours as Windows calls it; Windows
// keeps no reference that the garbage collector sees.
var wndProc, ours uintptr

// attach puts our procedure before the toolkit's.
func attach(w fyne.Window, _ Composition) {
	native, ok := w.(driver.NativeWindow)
	if !ok || wndProc != 0 {
		return
	}
	native.RunNative(func(context any) {
		if c, ok := context.(driver.WindowsWindowContext); ok && c.HWND != 0 {
			subclass(c.HWND)
		}
	})
}

func subclass(window uintptr) {
	ours = syscall.NewCallback(func(window, message, w, l uintptr) uintptr {
		switch {
		case message == wmIMEStartComposition, message == wmIMEComposition,
			message == wmIMENotify && (w == imnOpenCandidate || w == imnChangeCandidate):
			place(window)
		}
		r, _, _ := callWindowProc.Call(wndProc, window, message, w, l)
		return r
	})
	wndProc, _, _ = getWindowLongPtr.Call(window, gwlpWndProc)
	if wndProc != 0 {
		setWindowLongPtr.Call(window, gwlpWndProc, ours) // if it is refused, the toolkit's stays
	}
}

// place tells the input method of a window where the caret is. It does nothing
// if there is no input method, or nothing is written in.
func place(window uintptr) {
	c, ok := asked()
	if !ok {
		return
	}
	context, _, _ := immGetContext.Call(window)
	if context == 0 {
		return
	}
	x, y, foot := int32(c.X), int32(c.Y), int32(c.Y+c.Height)
	letters := compositionForm{style: cfsForcePosition, at: point{x, y}}
	immSetCompositionWindow.Call(context, uintptr(unsafe.Pointer(&letters)))
	line := candidateForm{style: cfsExclude, at: point{x, foot}, area: rectangle{x, y, x + 1, foot}}
	immSetCandidateWindow.Call(context, uintptr(unsafe.Pointer(&line)))
	immReleaseContext.Call(window, context)
}
