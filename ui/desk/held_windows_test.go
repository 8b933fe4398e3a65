package desk

import (
	"os"
	"path/filepath"
	"testing"
)

// A reader has the last paper open, and may be written beside but not replaced:
// the new paper gets a name of its own.
func TestPaperThatAReaderHasOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "建议.pdf")
	if _, err := save(path, []byte("一稿")); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	got, err := save(path, []byte("二稿"))
	if want := filepath.Join(filepath.Dir(path), "建议 (2).pdf"); err != nil || got != want {
		t.Errorf("saved as %s, %v, want %s", got, err, want)
	}
	if old, err := os.ReadFile(path); err != nil || string(old) != "一稿" {
		t.Errorf("the one that is open holds %q, %v", old, err)
	}
}
