package store

import (
	"errors"
	"os"
	"runtime"
	"syscall"
	"testing"
)

// An ordinary user opens a folder that belongs to somebody else. Where the test
// runs as root, its thread becomes an ordinary user for the files it opens.
func TestFolderOfSomebodyElse(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	must(t, s.SaveNote(note("a", "甲")))
	must(t, s.Close())
	must(t, os.Chmod(dir, 0o500))
	defer func() { must(t, os.Chmod(dir, 0o700)) }()

	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if os.Geteuid() == 0 {
		must(t, syscall.Setfsuid(65534))
		defer func() { must(t, syscall.Setfsuid(0)) }()
	}
	if _, _, err := Open(dir); !errors.Is(err, ErrReadOnly) {
		t.Errorf("error %v", err)
	}
}
