package ime

import (
	"runtime"
	"syscall"
	"testing"
	"unsafe"
)

// A window of no consequence is told that a composition begins; its input
// method must then know the caret.
func TestTheInputMethodIsToldTheCaret(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	name, err := syscall.UTF16PtrFromString("STATIC")
	if err != nil {
		t.Fatal(err)
	}
	const visible, overlapped = 0x10000000, 0x00CF0000
	window, _, err := user32.NewProc("CreateWindowExW").Call(0, uintptr(unsafe.Pointer(name)), 0,
		visible|overlapped, 10, 10, 800, 600, 0, 0, 0, 0)
	if window == 0 {
		t.Fatal("no window: ", err)
	}
	defer user32.NewProc("DestroyWindow").Call(window)
	where = func() (Caret, bool) { return Caret{X: 120, Y: 80, Height: 25}, true }
	defer func() { where = nil }()
	subclass(window)
	user32.NewProc("SendMessageW").Call(window, wmIMEStartComposition, 0, 0)

	context, _, _ := immGetContext.Call(window)
	if context == 0 {
		t.Fatal("the window has no input method")
	}
	defer immReleaseContext.Call(window, context)
	var letters compositionForm
	if ok, _, err := imm32.NewProc("ImmGetCompositionWindow").Call(context, uintptr(unsafe.Pointer(&letters))); ok == 0 {
		t.Fatal("where the letters stand is not known: ", err)
	}
	if letters.style != cfsForcePosition || letters.at != (point{120, 80}) {
		t.Errorf("the letters stand at %+v, want the caret at 120, 80", letters)
	}
	var candidates candidateForm
	if ok, _, err := imm32.NewProc("ImmGetCandidateWindow").Call(context, 0, uintptr(unsafe.Pointer(&candidates))); ok == 0 {
		t.Fatal("where the candidates stand is not known: ", err)
	}
	if candidates.style != cfsExclude || candidates.at != (point{120, 105}) || candidates.area != (rectangle{120, 80, 121, 105}) {
		t.Errorf("the candidates stand at %+v, want below the caret and not over it", candidates)
	}
}
