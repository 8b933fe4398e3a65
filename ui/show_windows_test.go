package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

// A file is opened whatever it is called, and one that is not there is an error.
func TestTheShellOpensAFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "完成 100%20 的#文件's.cmd")
	if err := os.WriteFile(path, []byte("@echo off\r\necho x> \"%~dp0opened.txt\"\r\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := show(path); err != nil {
		t.Fatal(err)
	}
	// It says so, and then the shell lets go of it.
	for _, done := range []func() error{
		func() error { _, err := os.Stat(filepath.Join(dir, "opened.txt")); return err },
		func() error { return os.RemoveAll(dir) },
	} {
		for tries := 0; ; tries++ {
			err := done()
			if err == nil {
				break
			}
			if tries == 100 {
				t.Fatal(err)
			}
			time.Sleep(100 * time.Millisecond)
		}
	}
	for _, do := range []func(string) error{show, printOut} {
		if err := do(filepath.Join(dir, "没有这个.pdf")); err == nil {
			t.Error("what is not there was opened")
		}
	}
}
