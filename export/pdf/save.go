package pdf

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Save puts data at path so that path never holds half a file: it is written
// beside it, forced to the disk and renamed. What stood at path is replaced.
func Save(path string, data []byte) error {
	if len(data) == 0 {
		return fmt.Errorf("save %s: %w", filepath.Base(path), errors.New("nothing to write"))
	}
	tmp, err := os.CreateTemp(filepath.Dir(path), ".save-*")
	if err != nil {
		return fmt.Errorf("save %s: %w", filepath.Base(path), err)
	}
	err = fill(tmp, data)
	if err == nil {
		err = os.Rename(tmp.Name(), path)
	}
	if err != nil {
		// The half file is of no use to anybody; that it may stay behind is
		// less to say than why.
		return fmt.Errorf("save %s: %w", filepath.Base(path), errors.Join(err, os.Remove(tmp.Name())))
	}
	return nil
}

func fill(tmp *os.File, data []byte) error {
	_, err := tmp.Write(data)
	if err == nil {
		err = tmp.Sync()
	}
	if err == nil {
		err = tmp.Chmod(0o644)
	}
	return errors.Join(err, tmp.Close())
}
