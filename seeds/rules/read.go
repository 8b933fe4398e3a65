package rules

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/pelletier/go-toml/v2"
)

// Rule pack format, schema 1.
//
// One UTF-8 TOML file with the keys of Pack; henan-city.toml is the specimen.
// Refused, by line: an unknown key, a newer schema, a pattern that is no regular
// expression, an entry without its name, a name that occurs twice, a default
// level without threshold for a 议案.

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

// A Fault says where in a pack what is wrong; it is the error of Read.
type Fault struct {
	Name   string // of the file
	Line   int    // from 1; 0 if the fault has no line
	Reason string
}

// Error returns "luohe.toml: line 7: unknown key \"clases\"".
func (f *Fault) Error() string {
	if f.Line == 0 {
		return fmt.Sprintf("%s: %s", f.Name, f.Reason)
	}
	return fmt.Sprintf("%s: line %d: %s", f.Name, f.Line, f.Reason)
}

// Read reads a pack; name stands in its errors, which are *Fault.
func Read(name string, data []byte) (*Pack, error) {
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	p := new(Pack)
	if err := toml.NewDecoder(bytes.NewReader(data)).DisallowUnknownFields().Decode(p); err != nil {
		return nil, fault(name, err)
	}
	if line, err := p.prepare(data); err != nil {
		return nil, &Fault{Name: name, Line: line, Reason: err.Error()}
	}
	return p, nil
}

func fault(name string, err error) *Fault {
	var missing *toml.StrictMissingError
	if errors.As(err, &missing) && len(missing.Errors) > 0 {
		e := &missing.Errors[0]
		line, _ := e.Position()
		return &Fault{Name: name, Line: line, Reason: fmt.Sprintf("unknown key %q", strings.Join(e.Key(), "."))}
	}
	reason := strings.TrimPrefix(err.Error(), "toml: ")
	var syntax *toml.DecodeError
	if errors.As(err, &syntax) {
		line, _ := syntax.Position()
		return &Fault{Name: name, Line: line, Reason: reason}
	}
	return &Fault{Name: name, Reason: reason}
}

// prepare compiles the patterns and checks what types cannot say. It returns
// the line of the first fault.
func (p *Pack) prepare(data []byte) (int, error) {
	if p.Schema < 1 || p.Schema > schema {
		return lineOf(data, "schema", 1), fmt.Errorf("schema %d, this program reads %d", p.Schema, schema)
	}
	if p.Name == "" {
		return 0, errors.New("name is missing")
	}
	for i := range p.Titles {
		form, err := regexp.Compile(p.Titles[i].Pattern)
		if err != nil {
			return lineOf(data, "[[title]]", i+1), err
		}
		p.Titles[i].form = form
	}
	p.Forms.compiled = map[string]*regexp.Regexp{}
	for key, pattern := range map[string]string{
		"number": p.Forms.Number, "mobile": p.Forms.Mobile, "landline": p.Forms.Landline,
		"postcode": p.Forms.Postcode, "hour": p.Forms.Hour, "earlier": p.Forms.Earlier,
	} {
		if pattern == "" {
			continue
		}
		form, err := regexp.Compile(pattern)
		if err != nil {
			return lineOf(data, "[forms]", 1), fmt.Errorf("%s: %w", key, err)
		}
		p.Forms.compiled[key] = form
	}
	for key, when := range map[string]string{"motion": p.Deadlines.Motion, "suggestion": p.Deadlines.Suggestion} {
		if _, err := time.Parse(Moment, when); when != "" && err != nil {
			return lineOf(data, "[deadlines]", 1), fmt.Errorf("%s %q is not a time like 2024-02-22 12:00", key, when)
		}
	}
	if len(p.Thresholds) > 0 {
		if _, ok := p.Threshold("议案"); !ok {
			return lineOf(data, "level", 1), fmt.Errorf("no threshold for a 议案 at level %q", p.Level)
		}
	}
	return p.names(data)
}

// Moment is the layout of a local time in a pack.
const Moment = "2006-01-02 15:04"

// names refuses entries without a name and names that occur twice.
func (p *Pack) names(data []byte) (int, error) {
	lists := []struct {
		table string
		names []string
	}{
		{"[[category]]", nil}, {"[[unit]]", nil}, {"[[exclusion]]", nil}, {"[[scope]]", nil}, {"[[wording]]", nil},
	}
	for _, c := range p.Categories {
		lists[0].names = append(lists[0].names, c.Name)
	}
	for _, u := range p.Units {
		lists[1].names = append(lists[1].names, u.Name)
	}
	for _, h := range p.Exclusions {
		lists[2].names = append(lists[2].names, h.ID)
	}
	for _, h := range p.Scope {
		lists[3].names = append(lists[3].names, h.ID)
	}
	for _, w := range p.Wording {
		lists[4].names = append(lists[4].names, w.Write)
	}
	for _, l := range lists {
		seen := map[string]bool{}
		for i, name := range l.names {
			if strings.TrimSpace(name) == "" {
				return lineOf(data, l.table, i+1), fmt.Errorf("%s without a name", l.table)
			}
			if seen[name] {
				return lineOf(data, l.table, i+1), fmt.Errorf("%s %q stands twice", l.table, name)
			}
			seen[name] = true
		}
	}
	return 0, nil
}

// lineOf returns the line of the nth line that is the table head or the key
// named start, or 0.
func lineOf(data []byte, start string, nth int) int {
	for i, line := range strings.Split(string(data), "\n") {
		name, _, _ := strings.Cut(line, "=")
		name, _, _ = strings.Cut(name, "#")
		if strings.TrimSpace(name) != start {
			continue
		}
		if nth--; nth == 0 {
			return i + 1
		}
	}
	return 0
}
