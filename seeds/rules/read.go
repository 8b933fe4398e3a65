package rules

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/pelletier/go-toml/v2"
)

// Rule pack format, schema 1.
//
// One UTF-8 TOML file with the keys of Pack; henan-city.toml is the specimen.
// Refused, by line and all at once: unknown keys, and what problems.go lists.
// Staff write the same as a spreadsheet; see sheet.go.

// schema is the newest pack format that this program reads.
const schema = 1

//go:embed henan-city.toml
var henanCity []byte

// Default returns the pack for a city in Henan that has not given its own.
// All callers share it.
func Default() *Pack { return standard() }

// The embedded pack is part of the program: one that cannot be read is a
// broken build, which TestDefaultPack keeps from happening.
var standard = sync.OnceValue(func() *Pack {
	p, err := Read("henan-city.toml", henanCity)
	if err != nil {
		panic(err)
	}
	return p
})

// mostText is how large a pack may be, in bytes; the one that is bundled has
// some 30 kB.
const mostText = 1 << 20

// Read reads a pack; name stands in its errors, which are Faults.
func Read(name string, data []byte) (*Pack, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if len(data) > mostText {
		return nil, Faults{problem{code: "syntax", args: []string{"detail", "larger than 1 MB"}}.in(name, "", 0)}
	}
	p := new(Pack)
	err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(p)
	faults := decoding(name, err)
	var unknown *toml.StrictMissingError
	if err != nil && !errors.As(err, &unknown) {
		return nil, faults // the rest of the file was not read
	}
	for _, f := range p.prepare() {
		faults = append(faults, f.in(name, "", lineOf(data, f.spot)))
	}
	if len(faults) > 0 {
		return nil, faults.sorted()
	}
	return p, nil
}

// decoding says what of a file is not the TOML of a pack.
func decoding(name string, err error) Faults {
	var unknown *toml.StrictMissingError
	var syntax *toml.DecodeError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &unknown):
		var all Faults
		for i := range unknown.Errors {
			line, _ := unknown.Errors[i].Position()
			key := strings.Join(unknown.Errors[i].Key(), ".")
			all = append(all, problem{code: "unknown-key", args: []string{"key", key}}.in(name, "", line))
		}
		return all
	}
	line := 0
	if errors.As(err, &syntax) {
		line, _ = syntax.Position()
	}
	return Faults{problem{code: "syntax", args: []string{"detail", strings.TrimPrefix(err.Error(), "toml: ")}}.in(name, "", line)}
}

// Write is p as a file that Read reads. Written again it is the same.
func Write(p *Pack) ([]byte, error) {
	var b bytes.Buffer
	if err := toml.NewEncoder(&b).Encode(p); err != nil {
		return nil, fmt.Errorf("rule pack %s: %w", p.Name, err)
	}
	return b.Bytes(), nil
}

// Moment is the layout of a local time in a pack.
const Moment = "2006-01-02 15:04"

// lineOf returns the line of a spot, or 0.
func lineOf(data []byte, at spot) int {
	table, nth, line := "", at.nth, 0
	for i, text := range strings.Split(string(data), "\n") {
		text, _, _ = strings.Cut(text, "#")
		name, _, _ := strings.Cut(text, "=")
		name = strings.TrimSpace(name)
		if strings.HasPrefix(name, "[") {
			table = strings.Trim(name, "[] \t\r")
			if line > 0 {
				return line // the entry has no such key
			}
			if table != at.table || at.table == "" {
				continue
			}
			if nth--; nth <= 0 {
				line = i + 1
			}
			continue
		}
		if name == at.key && (line > 0 || at.table == "" && table == "") {
			return i + 1
		}
	}
	return line
}
