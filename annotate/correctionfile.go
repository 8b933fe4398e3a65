package annotate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// Corrections as a file, version 1.
//
// One UTF-8 JSON object, so that staff can give their corrections to everybody:
//
//	"format"       "deputydesk-corrections/1"
//	"corrections"  list of Correction
//
// Readers refuse an unknown format and a correction that says nothing that can
// be applied; they pass over fields they do not know. A mark of one's own is
// never in it.

// correctionFormat is the first line of such a file.
const correctionFormat = "deputydesk-corrections/1"

// ErrCorrections is wrapped by every error of ReadCorrections.
var ErrCorrections = errors.New("not a file of corrections")

type correctionFile struct {
	Format      string       `json:"format"`
	Corrections []Correction `json:"corrections"`
}

// WriteCorrections is the file that holds all; the same corrections give the
// same bytes.
func WriteCorrections(all []Correction) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if all == nil {
		all = []Correction{}
	}
	if err := enc.Encode(correctionFile{correctionFormat, all}); err != nil {
		return nil, fmt.Errorf("corrections: %w", err)
	}
	return b.Bytes(), nil
}

// ReadCorrections reads such a file; name stands in its errors.
func ReadCorrections(name string, data []byte) ([]Correction, error) {
	var f correctionFile
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &f); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", name, ErrCorrections, err)
	}
	if f.Format != correctionFormat {
		return nil, fmt.Errorf("%s: format %q: %w", name, f.Format, ErrCorrections)
	}
	for i, c := range f.Corrections {
		if !c.valid() {
			return nil, fmt.Errorf("%s: correction %d of %q: %w", name, i+1, c.Anchor.Quote, ErrCorrections)
		}
		for j, a := range c.Aims {
			tidy, err := a.Tidy()
			if err != nil {
				return nil, fmt.Errorf("%s: correction %d: %w: %w", name, i+1, ErrCorrections, err)
			}
			c.Aims[j] = tidy
		}
	}
	return f.Corrections, nil
}
