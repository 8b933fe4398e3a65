package ui

import (
	"fmt"
	"syscall"
	"unsafe"
)

var shellExecute = shell.NewProc("ShellExecuteW")

// showNormal is SW_SHOWNORMAL; the shell answers with more than mostFault, or with
// the number of a fault.
const showNormal, mostFault = 1, 32

// askShell has the shell do with a file what a click or a word of its menu does. No
// program stands between: rundll32 takes a name with a percent sign for an
// address, and a hidden PowerShell is what scanners stop.
func askShell(verb, path string) error {
	file, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	var word *uint16 // the usual one
	if verb != "" {
		if word, err = syscall.UTF16PtrFromString(verb); err != nil {
			return err
		}
	}
	said, _, _ := shellExecute.Call(0, uintptr(unsafe.Pointer(word)), uintptr(unsafe.Pointer(file)), 0, 0, showNormal)
	if said <= mostFault {
		return fmt.Errorf("open %s: the shell answers %d", path, said)
	}
	return nil
}

// show opens a file or a folder as if it had been clicked.
func show(path string) error { return askShell("", path) }

// printOut prints a file; where the program for it has no such word, it is opened,
// from where it can be printed.
func printOut(path string) error {
	if askShell("print", path) == nil {
		return nil
	}
	return show(path)
}
