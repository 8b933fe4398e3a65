package xlsx

import (
	"bytes"
	"testing"
)

// Whatever is called a workbook, reading it ends with sheets or an error.
func FuzzRead(f *testing.F) {
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte(""))
	f.Add(bytes.Repeat([]byte{0}, 1000))
	f.Fuzz(func(t *testing.T, data []byte) {
		if sheets, err := Read(data); err == nil && len(sheets) == 0 && len(data) > 0 {
			t.Errorf("%d bytes are a workbook without a sheet", len(data))
		}
	})
}
