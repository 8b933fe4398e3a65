//go:build !windows

package ui

import (
	"os/exec"
	"runtime"
)

// opener is the command with which this system opens a file or a folder as if
// it had been clicked.
func opener(path string) *exec.Cmd {
	if runtime.GOOS == "darwin" {
		return exec.Command("open", path)
	}
	return exec.Command("xdg-open", path)
}

// show opens a file or a folder as if it had been clicked.
func show(path string) error { return opener(path).Start() }

// printOut prints a file; where there is no printer, the viewer is opened, from
// where it can be printed.
func printOut(path string) error {
	if _, err := exec.LookPath("lp"); err == nil && exec.Command("lpstat", "-d").Run() == nil {
		return exec.Command("lp", "--", path).Start()
	}
	return show(path)
}
