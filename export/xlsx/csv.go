package xlsx

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
)

// CSV is t as comma-separated values: UTF-8 with a byte order mark, without
// which Excel and WPS would read the Chinese as GBK, and lines ended by CR LF.
// A text that a spreadsheet would take for a formula gets a quote before it.
func CSV(t Table) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\uFEFF")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	line := make([]string, len(t.Columns))
	for c, column := range t.Columns {
		line[c] = harmless(column.Head)
	}
	if err := w.Write(line); err != nil {
		return nil, fmt.Errorf("csv: %w", err)
	}
	for _, row := range t.Rows {
		for c := range line {
			line[c] = ""
			if c < len(row) {
				line[c] = plain(row[c])
			}
		}
		if err := w.Write(line); err != nil {
			return nil, fmt.Errorf("csv: %w", err)
		}
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return nil, fmt.Errorf("csv: %w", err)
	}
	return b.Bytes(), nil
}

// plain is a cell as text.
func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return harmless(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case Date:
		return string(v)
	}
	return fmt.Sprint(v)
}

// harmless is text that no spreadsheet takes for a formula.
func harmless(text string) string {
	if text != "" && strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return "'" + text
	}
	return text
}
