//go:build unix

package disk

import (
	"strings"
	"syscall"
)

// Where a file may be moved while others have it open there is nothing to wait
// for.
const patient = false

const heldHere = syscall.EBUSY

// noName is longer than a name may be.
var noName = strings.Repeat("很长", 200)
