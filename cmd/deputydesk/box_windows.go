package main

import (
	"syscall"
	"unsafe"
)

// Flags and answers of MessageBoxW.
const (
	boxYesNo         = 0x4
	boxIconError     = 0x10
	boxIconQuestion  = 0x20
	boxSetForeground = 0x10000
	boxYes           = 6
)

// messageBox is there on every Windows; user32.dll is among the DLLs that are
// loaded from the system's own folder only.
var messageBox = syscall.NewLazyDLL("user32.dll").NewProc("MessageBoxW")

// tellBox shows a sentence and waits until it was read; its button is the
// system's own.
func tellBox(title, text, _ string) { box(title, text, boxIconError) }

// askBox asks a question; its buttons are the system's own, 是 and 否.
func askBox(title, text, _, _ string) (yes, asked bool) {
	answer := box(title, text, boxYesNo|boxIconQuestion)
	return answer == boxYes, answer != 0
}

func box(title, text string, flags uintptr) uintptr {
	t, err := syscall.UTF16PtrFromString(text)
	if err != nil {
		return 0
	}
	n, err := syscall.UTF16PtrFromString(title)
	if err != nil {
		return 0
	}
	answer, _, _ := messageBox.Call(0, uintptr(unsafe.Pointer(t)), uintptr(unsafe.Pointer(n)), flags|boxSetForeground) // the error of a lazy call is never nil
	return answer
}
