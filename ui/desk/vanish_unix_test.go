//go:build unix

package desk

import (
	"os"
	"testing"
)

// vanish takes the folder of d away, as if it were on a stick.
func vanish(t *testing.T, _ *Desk, folder string) {
	t.Helper()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
}
