//go:build !windows && !darwin

package main

import (
	"errors"
	"os"
	"os/exec"
)

// boxes are the programs that show a box, the best first; a desktop has one of
// them. Each shows a sentence or asks a question.
var boxes = []struct {
	program   string
	tell, ask func(title, text, yes, no string) []string
}{
	{"zenity",
		func(title, text, yes, _ string) []string {
			return []string{"--error", "--no-markup", "--width=420", "--title", title, "--text", text, "--ok-label", yes}
		},
		func(title, text, yes, no string) []string {
			return []string{"--question", "--no-markup", "--width=420", "--title", title, "--text", text, "--ok-label", yes, "--cancel-label", no}
		}},
	{"kdialog",
		func(title, text, yes, _ string) []string {
			return []string{"--title", title, "--error", text, "--ok-label", yes}
		},
		func(title, text, yes, no string) []string {
			return []string{"--title", title, "--yesno", text, "--yes-label", yes, "--no-label", no}
		}},
	{"xmessage",
		func(title, text, yes, _ string) []string {
			return []string{"-center", "-title", title, "-buttons", yes + ":0", "-xrm", "*international: true", text}
		},
		func(title, text, yes, no string) []string {
			return []string{"-center", "-title", title, "-buttons", yes + ":0," + no + ":1", "-xrm", "*international: true", text}
		}},
}

// tellBox shows a sentence and waits until it was read.
func tellBox(title, text, read string) {
	for _, b := range boxes {
		if _, shown := box(b.program, b.tell(title, text, read, "")); shown {
			return
		}
	}
}

// askBox asks a question with two buttons; asked is false if there is nothing to
// ask it with.
func askBox(title, text, yes, no string) (answer, asked bool) {
	for _, b := range boxes {
		if status, shown := box(b.program, b.ask(title, text, yes, no)); shown {
			return status == 0, true
		}
	}
	return false, false
}

// box runs a program that shows a box and returns how it ended: 0 for yes, 1 for
// no or closed. Anything else is a box that was not shown.
func box(program string, args []string) (status int, shown bool) {
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return 0, false
	}
	// Where the locale that is asked for is not installed, these programs take
	// no Chinese; in the other one they do.
	for _, locale := range []string{"", "LC_ALL=C.UTF-8"} {
		c := exec.Command(program, args...)
		c.Env = append(os.Environ(), locale)
		err := c.Run()
		var ended *exec.ExitError
		switch {
		case err == nil:
			return 0, true
		case errors.As(err, &ended) && ended.ExitCode() == 1 && displayAnswers():
			return 1, true
		}
	}
	return 0, false
}

// displayAnswers tells a closed box from one that found no screen: both end with
// 1. A screen that can be asked is one that shows a box.
func displayAnswers() bool {
	err := exec.Command("xset", "q").Run()
	return err == nil || errors.Is(err, exec.ErrNotFound)
}
