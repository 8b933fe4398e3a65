package rules

import (
	"fmt"
	"sort"
	"strings"
)

// A Fault says where in a file something is wrong. The words for people stand
// in the catalogues under "rules.fault.<code>"; Reason is the log's.
type Fault struct {
	Name   string            `json:"file"`
	Sheet  string            `json:"sheet,omitempty"` // of a spreadsheet; "" in a text file
	Line   int               `json:"line"`            // or row, from 1; 0 if the fault has none
	Cell   string            `json:"cell,omitempty"`  // of a spreadsheet: "B7"; "" if it is a whole row
	Code   string            `json:"code"`            // "" for a Fault that is not a pack's
	Args   map[string]string `json:"args,omitempty"`  // values for the words
	Reason string            `json:"reason"`
}

// Error returns "luohe.toml: line 7: unknown key \"clases\"" or
// "规则包.xlsx: 承办单位: row 7: stands twice: \"市教育局\"".
func (f *Fault) Error() string {
	where := f.Name
	if f.Sheet != "" {
		where += ": " + f.Sheet
	}
	switch {
	case f.Cell != "":
		where += ": cell " + f.Cell
	case f.Line > 0 && f.Sheet != "":
		where += fmt.Sprintf(": row %d", f.Line)
	case f.Line > 0:
		where += fmt.Sprintf(": line %d", f.Line)
	}
	return where + ": " + f.Reason
}

// Faults are all that is wrong with a file, in the order of its lines.
type Faults []*Fault

// Error is every fault, one after the other.
func (f Faults) Error() string {
	all := make([]string, len(f))
	for i, one := range f {
		all[i] = one.Error()
	}
	return strings.Join(all, "; ")
}

// Unwrap gives every fault.
func (f Faults) Unwrap() []error {
	all := make([]error, len(f))
	for i, one := range f {
		all[i] = one
	}
	return all
}

// sorted puts the faults of each sheet in the order of its lines, those of no
// line last; sheets keep the order in which they were read.
func (f Faults) sorted() Faults {
	first := map[string]int{}
	for i, one := range f {
		if _, known := first[one.Sheet]; !known {
			first[one.Sheet] = i
		}
	}
	sort.SliceStable(f, func(i, j int) bool {
		if f[i].Sheet != f[j].Sheet {
			return first[f[i].Sheet] < first[f[j].Sheet]
		}
		return f[i].Line != f[j].Line && f[j].Line == 0 || f[i].Line != 0 && f[i].Line < f[j].Line
	})
	return f
}

// A spot is a place in a pack, by its TOML names: the key of the nth [[table]],
// from 1, or of [table], or of none.
type spot struct {
	table string
	nth   int // 0: not a list
	key   string
}

// A problem is a Fault before anybody knows on which line of what it stands.
type problem struct {
	spot spot
	code string
	args []string // names and values
}

// reasons are the words for the log; {key} is an argument.
var reasons = map[string]string{
	"syntax":         "{detail}",
	"unknown-key":    `unknown key "{key}"`,
	"schema":         "schema {schema}, this program reads {reads}",
	"no-name":        "name is missing",
	"nameless":       "an entry without a name: {table}",
	"twice":          `stands twice: "{name}"`,
	"pattern":        `no pattern: "{value}": {detail}`,
	"example":        `the example "{example}" does not fit "{value}"`,
	"moment":         `"{value}" is not a time like 2024-02-22 12:00`,
	"day":            `"{value}" is not a day like 08-31`,
	"share":          `"{value}" is not a share like 1/10`,
	"no-signers":     "neither a number of signers nor a share",
	"negative":       "{value} is less than nothing",
	"percent":        "{value} is not between 0 and 100",
	"level":          `no threshold for a 议案 at level "{level}"`,
	"unknown-kind":   `no such kind of proposal: "{value}"`,
	"unknown-field":  `no such field: "{value}"`,
	"unknown-system": `no such system: "{value}"`,
	"register":       `"{value}" has no {n} for the number`,
	"condition":      `"{value}" is not a condition like 公开意见=不同意公开`,
	"missing-sheet":  "the sheet is missing",
	"unknown-sheet":  "no such sheet in a rule pack",
	"missing-column": `column "{column}" is missing`,
	"unknown-column": `no such column: "{column}"`,
	"unknown-item":   `no such item: "{value}"`,
	"not-number":     `"{value}" is not a number`,
	"not-yes":        `"{value}" is neither 是 nor empty`,
}

// in says where a problem stands.
func (p problem) in(name, sheet string, line int) *Fault {
	f := &Fault{Name: name, Sheet: sheet, Line: line, Code: p.code, Reason: reasons[p.code]}
	for i := 0; i+1 < len(p.args); i += 2 {
		if f.Args == nil {
			f.Args = map[string]string{}
		}
		f.Args[p.args[i]] = p.args[i+1]
		f.Reason = strings.ReplaceAll(f.Reason, "{"+p.args[i]+"}", p.args[i+1])
	}
	return f
}
