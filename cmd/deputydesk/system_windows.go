package main

import (
	"errors"
	"syscall"
)

// stillActive is STILL_ACTIVE, queryLimited PROCESS_QUERY_LIMITED_INFORMATION.
const (
	stillActive  = 259
	queryLimited = 0x1000
)

// running reports whether there is a process of that number.
func running(pid int) bool {
	p, err := syscall.OpenProcess(queryLimited, false, uint32(pid))
	if err != nil {
		return errors.Is(err, syscall.ERROR_ACCESS_DENIED) // somebody else's
	}
	defer func() { _ = syscall.CloseHandle(p) }() // it was only asked
	var code uint32
	return syscall.GetExitCodeProcess(p, &code) == nil && code == stillActive
}

// softly does nothing here: the drawing library finds by itself what it can
// draw with.
func softly() error { return nil }
