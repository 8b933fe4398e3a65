package desk

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// furnished is the index of a desk on which nothing was done yet, built once
// for all tests: to build it takes longer than most of them.
var furnished = sync.OnceValues(func() (string, error) {
	dir, err := os.MkdirTemp("", "desk-test-")
	if err != nil {
		return "", err
	}
	return dir, Open(Settings{Folder: dir}).Close()
})

func TestMain(m *testing.M) {
	code := m.Run()
	if dir, err := furnished(); err != nil || os.RemoveAll(dir) != nil {
		code = max(code, 1)
	}
	os.Exit(code)
}

// furnish puts the index into a folder that has none. The desk takes it only if
// it is the one it would build.
func furnish(t testing.TB, folder string) string {
	t.Helper()
	to := filepath.Join(folder, "index")
	if _, err := os.Stat(to); folder == "" || err == nil {
		return folder
	}
	from, err := furnished()
	if err == nil {
		err = os.CopyFS(to, os.DirFS(filepath.Join(from, "index")))
	}
	if err != nil {
		t.Fatal(err)
	}
	return folder
}
