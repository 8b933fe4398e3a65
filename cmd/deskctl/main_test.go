package main

import (
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"deskctl": main})
}

// Each file of testdata is a story: what is typed, and what comes back.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			e.Setenv("LANG", "en_US.UTF-8")
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("LOCALAPPDATA", e.WorkDir)
			return os.MkdirAll(e.WorkDir+"/tmp", 0o755)
		},
	})
}
