package main

import (
	"os/exec"
	"strings"
)

// The words come in as arguments, so that nothing in them is read as a script.
const (
	tellScript = `on run a
display dialog (item 2 of a) with title (item 1 of a) buttons {item 3 of a} default button 1 with icon stop
end run`
	askScript = `on run a
button returned of (display dialog (item 2 of a) with title (item 1 of a) buttons {item 4 of a, item 3 of a} default button 2 with icon caution)
end run`
)

// tellBox shows a sentence and waits until it was read.
func tellBox(title, text, read string) {
	_ = exec.Command("osascript", "-e", tellScript, title, text, read).Run() // stderr has said it as well
}

// askBox asks a question with two buttons.
func askBox(title, text, yes, no string) (answer, asked bool) {
	out, err := exec.Command("osascript", "-e", askScript, title, text, yes, no).Output()
	return strings.TrimSpace(string(out)) == yes, err == nil
}
