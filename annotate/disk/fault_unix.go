//go:build unix

package disk

import "syscall"

// faults are the codes of the system that somebody can do something about.
var faults = map[syscall.Errno]error{
	syscall.ENOSPC:       ErrFull,
	syscall.EDQUOT:       ErrFull,
	syscall.EROFS:        ErrReadOnly,
	syscall.EIO:          ErrGone,
	syscall.ENODEV:       ErrGone,
	syscall.ENXIO:        ErrGone,
	syscall.ESTALE:       ErrGone, // a share that went away
	syscall.ETXTBSY:      ErrHeld,
	syscall.ENAMETOOLONG: ErrName,
}

// passing says whether err may be over in a moment; here a file can be moved
// while others have it open.
func passing(error) bool { return false }
