package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"deputydesk/assets"
	"deputydesk/ui/desk"
)

// A failure is how the program says that it cannot go on: a sentence in a box of
// the system, on stderr, and its code in the data folder. It is never silent.
type failure struct {
	words  assets.Words
	folder string
	opened bool   // the first frame has been drawn
	heard  string // what the toolkit logged since the start
	save   func() // saves the last words; nil while there are none

	tell func(title, text, read string) // shows a box; tests keep what it would say
	exit func(status int)
}

// fatal are the words with which the toolkit says that it has no window and
// will end the program, or wait without one for ever; see its log.go.
var fatal = []string{
	"window creation error",
	"failed to initialise GLFW",
	"failed to initialise OpenGL",
}

// Write takes what the toolkit logs. It ends the program where the toolkit would
// go on without a window: its line of where it happened is the last of three.
func (f *failure) Write(line []byte) (int, error) {
	_, _ = os.Stderr.Write(line) // a program without a console has none
	if f.heard += string(line); len(f.heard) > 4096 {
		f.heard = f.heard[len(f.heard)-4096:]
	}
	if strings.Contains(string(line), "  At: ") {
		heard := f.heard
		f.heard = ""
		if slices.ContainsFunc(fatal, func(words string) bool { return strings.Contains(heard, words) }) {
			f.end(startCode(heard), cause(heard), 1)
		}
	}
	return len(line), nil
}

// caught ends the program after a panic: at the start, nearly always the toolkit
// that found no screen; later, a fault of ours.
func (f *failure) caught() {
	r := recover()
	if r == nil {
		return
	}
	said := fmt.Sprint(r)
	if !f.opened {
		if code := startCode(f.heard + said); code != "crash" {
			f.end(code, cause(f.heard+said), 1)
			return
		}
	}
	stack := string(debug.Stack())
	_, _ = os.Stderr.WriteString("deputydesk: " + said + "\n" + stack)
	if !f.opened {
		f.end("crash:"+ours(stack), said, 1)
		return
	}
	f.saveLast()
	f.end("crash:"+ours(stack), ours(stack), 2)
}

// saveLast saves the last words, if what is broken lets it.
func (f *failure) saveLast() {
	defer func() { _ = recover() }() // the first fault is the one that is told
	if f.save != nil {
		f.save()
	}
}

// end tells and exits. Detail goes to whoever helps.
func (f *failure) end(code, detail string, status int) {
	key, _, _ := strings.Cut(code, ":")
	if f.opened && key == "crash" {
		key = "stopped"
	}
	text := f.words.Text("start." + key)
	more := f.words.Text("start.detail", "detail", strings.Join(strings.Fields(detail), " "))
	fmt.Fprintln(os.Stderr, "deputydesk: "+text+" "+more)
	desk.KeepIncident(f.folder, code, time.Now())
	f.tell(f.words.Text("start.title"), text+"\n\n"+more, f.words.Text("start.read"))
	f.exit(status)
}

// startCode reads off what was logged why no window could be made: a key of the
// catalogue's room "start".
func startCode(said string) string {
	has := func(words ...string) bool {
		for _, w := range words {
			if strings.Contains(said, w) {
				return true
			}
		}
		return false
	}
	switch {
	case has("DISPLAY", "open display", "Wayland"):
		return "nodisplay"
	case has("Library not found", "could not be found", "Failed to load"):
		return "library"
	case has("D3D shaders", "D3D Compiler"): // what ANGLE says without d3dcompiler_47.dll
		return "direct3d"
	case has("OpenGL", "GLX", "WGL", "NSGL", "EGL", "VersionUnavailable", "APIUnavailable", "FormatUnavailable", "shader"):
		return "nographics"
	case has("NotInitialized"):
		return "nodisplay"
	}
	return "crash"
}

// cause is the line of what was logged that says why.
func cause(said string) string {
	_, why, found := strings.Cut(said, "Cause:")
	if !found {
		return said
	}
	line, _, _ := strings.Cut(why, "\n")
	return strings.TrimSpace(line)
}

// ours is the first function of this program in a stack trace below the panic:
// where it happened, without a path.
func ours(stack string) string {
	_, below, found := strings.Cut(stack, "panic(")
	if !found {
		below = stack
	}
	for line := range strings.Lines(below) {
		if name, _, _ := strings.Cut(strings.TrimSpace(line), "("); strings.HasPrefix(line, "deputydesk/") || strings.HasPrefix(line, "main.") {
			if strings.HasSuffix(name, ".") { // a method: deputydesk/ui.(*Window).turn(…
				rest := strings.TrimSpace(line)
				if end := strings.LastIndex(rest, "("); end > 0 {
					name = rest[:end]
				}
			}
			return name
		}
	}
	return runtime.GOOS
}

// kindOf is how a trace says what ended the program: "panic", "fatal" or the
// name of a signal, "SIGSEGV". What follows that word may have content.
func kindOf(trace string) string {
	word, _, _ := strings.Cut(trace, ":")
	switch {
	case strings.HasPrefix(word, "SIG") && !strings.ContainsAny(word, " \n"):
		return word
	case word == "fatal error":
		return "fatal"
	}
	return "panic"
}

// crashFile takes the trace of a crash that nobody can catch: in a goroutine or
// in a driver. The next start reads where it was and removes the file.
const crashFile = "crash.txt"

// watchCrashes remembers a crash of the last time and has the next one written.
func (f *failure) watchCrashes() {
	if f.folder == "" || os.MkdirAll(f.folder, 0o700) != nil {
		return // the desk will say what is wrong with the folder
	}
	path := filepath.Join(f.folder, crashFile)
	if data, err := os.ReadFile(path); err == nil && len(data) > 0 {
		desk.KeepIncident(f.folder, "crash:"+kindOf(string(data))+":"+ours(string(data)), time.Now())
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return
	}
	_ = debug.SetCrashOutput(file, debug.CrashOptions{}) // without it there is still stderr
	_ = file.Close()                                     // the runtime has its own copy
}
