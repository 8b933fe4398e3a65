package ui

import (
	"os/exec"
	"strings"
)

// chooseFile shows the system's own dialog, through the scripting language that
// every Mac has. It exits with an error when the user cancels.
func chooseFile(v *Window, name string, done func(path string)) {
	quote := strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace
	script := `POSIX path of (choose file name with prompt "` + quote(v.words.Text("window.save.title")) +
		`" default name "` + quote(name) + `")`
	out, err := exec.Command("osascript", "-e", script).Output()
	if err != nil {
		return
	}
	done(strings.TrimRight(string(out), "\n"))
}
