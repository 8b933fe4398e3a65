// Package disk puts files in their place and says what a disk has against it.
//
// A file stands whole under its name or not at all, whatever happens on the way.
// What a system answers is told apart in the same words on every one: full, not
// to be written to, gone, held by another program. Nothing here knows what a file
// is for.
package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// Write puts data at path in the place of what stood there: written beside it,
// forced to the disk and renamed. If it fails, what stood there still does.
func Write(path string, data []byte, mode fs.FileMode) error {
	part, err := os.CreateTemp(filepath.Dir(path), ".save-*")
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	if err == nil {
		err = part.Sync()
	}
	if err == nil {
		err = part.Chmod(mode)
	}
	if err = errors.Join(err, part.Close()); err == nil {
		err = Rename(part.Name(), path)
	}
	if err != nil {
		// The half file is of no use to anybody; that it may stay behind is less
		// to say than why.
		_ = os.Remove(part.Name())
	}
	return err
}

// Rename is os.Rename with a little patience: on Windows a file cannot be moved
// or replaced while a scanner, an indexer or a copying program has it open, which
// most often is over in a moment. If it is not, the error is ErrHeld.
func Rename(from, to string) error {
	err := patiently(func() error { return rename(from, to) })
	if err != nil && passing(err) && replaceable(to) {
		err = fmt.Errorf("%w: %w", ErrHeld, err)
	}
	return err
}

// Remove is os.Remove with the same patience.
func Remove(path string) error {
	return patiently(func() error { return remove(path) })
}

// first and longest are how long is waited before something is tried again, and
// before it is given up: 10, 20, 40 … 640 ms, a second and a quarter in all. A
// scanner has looked at a new file by then; who waits for a window hardly notices.
const first, longest = 10 * time.Millisecond, 640 * time.Millisecond

// Tests look at how often is tried.
var (
	rename = os.Rename
	remove = os.Remove
	pause  = time.Sleep
)

func patiently(try func() error) error {
	err := try()
	for wait := first; err != nil && wait <= longest && passing(err); wait *= 2 {
		pause(wait)
		err = try()
	}
	return err
}

// replaceable says whether a file stands at path that nothing in itself keeps from
// being replaced.
func replaceable(path string) bool {
	info, err := os.Lstat(path)
	return err == nil && info.Mode().IsRegular() && info.Mode().Perm()&0o200 != 0
}
