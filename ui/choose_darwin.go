package ui

import (
	"os/exec"
	"strings"
)

// chooseFile shows the system's own dialog for saving.
func chooseFile(v *Window, name string, done func(path string)) {
	ask(`choose file name with prompt "`+quote(v.words.Text("window.save.title"))+`" default name "`+quote(name)+`"`, done)
}

// chooseOpen shows the system's own dialog for opening.
func chooseOpen(v *Window, done func(path string)) {
	ask(`choose file with prompt "`+quote(v.words.Text("window.import.title"))+`"`, done)
}

// chooseMany shows the system's own dialog for opening several files.
func chooseMany(v *Window, done func(paths []string)) {
	const each = `set out to ""
repeat with f in (choose file with prompt "PROMPT" with multiple selections allowed)
set out to out & POSIX path of f & linefeed
end repeat
return out`
	script := strings.Replace(each, "PROMPT", quote(v.words.Text("window.import.title")), 1)
	out, err := exec.Command("osascript", "-e", script).Output()
	if paths := strings.FieldsFunc(string(out), func(r rune) bool { return r == '\n' }); err == nil && len(paths) > 0 {
		done(paths)
	}
}

// chooseFolder shows the system's own dialog for a folder.
func chooseFolder(v *Window, done func(path string)) {
	ask(`choose folder with prompt "`+quote(v.words.Text("window.folder.title"))+`"`, done)
}

var quote = strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace

// ask runs a line of the scripting language that every Mac has. It exits with
// an error when the user cancels.
func ask(choose string, done func(path string)) {
	out, err := exec.Command("osascript", "-e", "POSIX path of ("+choose+")").Output()
	if err != nil {
		return
	}
	done(strings.TrimRight(string(out), "\n"))
}
