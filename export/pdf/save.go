package pdf

import (
	"errors"
	"fmt"
	"path/filepath"

	"deputydesk/annotate/disk"
)

// Save puts data at path so that path never holds half a file; see disk.Write.
// What stood at path is replaced.
func Save(path string, data []byte) error {
	err := errors.New("nothing to write")
	if len(data) > 0 {
		err = disk.Write(path, data, 0o644)
	}
	if err != nil {
		return fmt.Errorf("save %s: %w", filepath.Base(path), err)
	}
	return nil
}
