//go:build unix

package store

import (
	"os"
	"syscall"
	"testing"
)

// vanish takes the open database away, as if it were on a stick.
func vanish(t *testing.T, s *Store) {
	t.Helper()
	must(t, os.Rename(s.path(), s.path()+".elsewhere"))
}

// oddFolder is a name with everything that means something in an address.
const oddFolder = "数据 100%?#&"

// What the system says of a full disk, one that may only be read, and one that is
// gone.
const codeFull, codeReadOnly, codeGone = syscall.ENOSPC, syscall.EROFS, syscall.EIO
