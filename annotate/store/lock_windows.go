package store

import (
	"errors"
	"os"
	"syscall"
)

// Codes of the system that package syscall has no names for.
const (
	sharingViolation = syscall.Errno(32)
	handleDiskFull   = syscall.Errno(39)
	diskIsFull       = syscall.Errno(112)
)

// lockFile opens path so that others can read it but not open it for writing,
// or returns errHeld if another process has it open so.
func lockFile(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, syscall.FILE_SHARE_READ,
		nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	if errors.Is(err, sharingViolation) {
		return nil, errHeld
	}
	if err != nil {
		return nil, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	return os.NewFile(uintptr(h), path), nil
}

func diskFull(err error) bool {
	return errors.Is(err, handleDiskFull) || errors.Is(err, diskIsFull)
}
