package xlsx

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/xuri/excelize/v2"
)

// ErrNotBook is wrapped by the errors of Read.
var ErrNotBook = errors.New("not a spreadsheet of the kind .xlsx")

// A Grid is one sheet of a book: its cells as they are shown, row by row.
type Grid struct {
	Name string
	Rows [][]string
}

// mostBytes is how large a book may be when unpacked; what people type is a
// thousandth of it.
const mostBytes = 64 << 20

// Read returns the sheets of a book in their order. Blank cells at the end of a
// row are left out, blank rows before others are not.
func Read(data []byte) (sheets []Grid, err error) {
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: mostBytes, UnzipXMLSizeLimit: mostBytes})
	if err != nil {
		return nil, fmt.Errorf("xlsx: %w: %w", ErrNotBook, err)
	}
	defer func() {
		if closed := f.Close(); err == nil && closed != nil {
			sheets, err = nil, fmt.Errorf("xlsx: %w", closed)
		}
	}()
	for _, name := range f.GetSheetList() {
		if name == listSheet {
			continue
		}
		rows, err := f.GetRows(name)
		if err != nil {
			return nil, fmt.Errorf("xlsx: sheet %s: %w: %w", name, ErrNotBook, err)
		}
		sheets = append(sheets, Grid{name, rows})
	}
	return sheets, nil
}
