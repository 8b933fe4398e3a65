//go:build unix

package store

import (
	"errors"
	"os"
	"syscall"
)

// lockFile opens path and locks it for this process, or returns errHeld.
func lockFile(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		if errors.Is(err, syscall.EWOULDBLOCK) {
			err = errHeld
		}
		return nil, firstOf(err, f.Close())
	}
	return f, nil
}
