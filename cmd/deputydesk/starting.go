package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// startingFile stands in the data folder from the start until the first frame is
// drawn, and holds the number of the process. One that is left behind by a
// process that is gone says that a start did not come to its end.
const startingFile = "starting"

// A starting is one start that has not come to its end.
type starting struct{ path string }

// begin marks the start in folder and reports whether the one before it did not
// come to its end. A folder that cannot be written marks nothing.
func begin(folder string) (s starting, unfinished bool) {
	if folder == "" {
		return starting{}, false
	}
	path := filepath.Join(folder, startingFile)
	if data, err := os.ReadFile(path); err == nil {
		pid, err := strconv.Atoi(strings.TrimSpace(string(data)))
		if err == nil && pid != os.Getpid() && running(pid) {
			return starting{}, false // a double click made two of us; the mark is the other's
		}
		unfinished = true
	}
	if os.WriteFile(path, []byte(strconv.Itoa(os.Getpid())+"\n"), 0o600) != nil {
		return starting{}, unfinished
	}
	return starting{path}, unfinished
}

// finish takes the mark away.
func (s starting) finish() {
	if s.path != "" {
		_ = os.Remove(s.path) // at worst the next start asks a question
	}
}
