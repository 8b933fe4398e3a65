package annotate

import (
	"errors"
	"runtime"
	"strings"
	"testing"
)

// Files that are meant to bring the reader down end with a sentence, soon and
// without taking the machine's memory.
func TestHostileProposalFiles(t *testing.T) {
	for _, tt := range []struct{ name, text string }{
		{"lists inside lists", "attachments = " + strings.Repeat("[", 3_000_000) + strings.Repeat("]", 3_000_000)},
		{"tables inside tables", "deputy = " + strings.Repeat("{a=", 1_000_000)},
		{"a key of many parts", strings.Repeat("a.", 1_000_000) + "b = 1"},
		{"a million tables", strings.Repeat("[[cosigner]]\n", 1_000_000)},
		{"as many tables as fit", strings.Repeat("[[cosigner]]\n", 70_000)},
		{"as deep as fits", "attachments = " + strings.Repeat("[", 1<<19)},
		{"unknown keys", strings.Repeat("x = 1\n", 1) + "[z]\n" + strings.Repeat("\"长键\".a = 1\n", 1)},
		{"one line of 10 MB", `title = "` + strings.Repeat("长", 10<<20/3) + `"`},
		{"no letters", strings.Repeat("\x00", 1<<20)},
		{"invalid UTF-8", "title = \"\xff\xfe\""},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := ReadFile("x.toml", []byte(tt.text))
		runtime.ReadMemStats(&after)
		if err == nil {
			t.Errorf("%s: read as if it were sound", tt.name)
		}
		var told *FileError
		if !errors.As(err, &told) {
			t.Errorf("%s: %v is not said with a place", tt.name, err)
		}
		if took := (after.TotalAlloc - before.TotalAlloc) >> 20; took > 256 {
			t.Errorf("%s: took %d MB", tt.name, took)
		}
		if len(err.Error()) > 500 {
			t.Errorf("%s: a message of %d bytes", tt.name, len(err.Error()))
		}
	}
}
