//go:build unix

package store

import "os"

// syncFolder waits until a new name in dir is on the disk.
func syncFolder(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return firstOf(f.Sync(), f.Close())
}
