//go:build unix

package main

import (
	"errors"
	"os"
	"syscall"
)

// running reports whether there is a process of that number.
func running(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}

// softly asks the graphics driver to draw without the graphics card. Only Mesa
// listens.
func softly() error { return os.Setenv("LIBGL_ALWAYS_SOFTWARE", "1") }
