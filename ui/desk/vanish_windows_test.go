package desk

import (
	"os"
	"path/filepath"
	"testing"

	"deputydesk/annotate/store"
)

// vanish takes the database of d away, as if it were on a stick. Windows removes
// no file that is open, so d lets go of it first, and does not know.
func vanish(t *testing.T, d *Desk, folder string) {
	t.Helper()
	if err := d.store.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(folder, store.FileName)); err != nil {
		t.Fatal(err)
	}
}
