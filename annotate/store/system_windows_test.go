package store

import (
	"os"
	"syscall"
	"testing"
)

// vanish takes the database away, as if it were on a stick. Windows renames no
// file that is open, so s lets go of it first, and does not know.
func vanish(t *testing.T, s *Store) {
	t.Helper()
	must(t, s.db.Close())
	must(t, os.Rename(s.path(), s.path()+".elsewhere"))
}

// oddFolder is a name with everything that means something in an address and
// that Windows takes.
const oddFolder = "数据 100%20#&"

// What the system says of a full disk, one that may only be read, and one that is
// gone.
const codeFull, codeReadOnly, codeGone = syscall.Errno(112), syscall.Errno(19), syscall.Errno(21)
