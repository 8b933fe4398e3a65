package desk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"deputydesk/seeds"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
	"deputydesk/seeds/rules"
	"deputydesk/seeds/target"
)

// ErrNoReport is wrapped when a name is neither a report of the library nor a
// file.
var ErrNoReport = errors.New("no such report")

func (d *Desk) openLibrary() {
	for _, r := range seeds.Bundled() {
		d.shelve(r)
	}
	d.open = d.reports[0]
	d.pack = rules.Default()
}

// Reports lists the library, bundled ones first.
func (d *Desk) Reports() []*report.Report { return d.reports }

// Report is the one that is open.
func (d *Desk) Report() *report.Report { return d.open }

// Pack is the rule pack in force.
func (d *Desk) Pack() *rules.Pack { return d.pack }

// Find returns the report of the library called id, or nil.
func (d *Desk) Find(id report.ID) *report.Report {
	for _, r := range d.reports {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Resolve returns the report that name means: an id of the library or the path
// of a text file.
func (d *Desk) Resolve(name string) (*report.Report, error) {
	if r := d.Find(report.ID(name)); r != nil {
		return r, nil
	}
	data, err := readSource(name)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", name, ErrNoReport)
	}
	if err != nil {
		return nil, err
	}
	base := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
	r, _, err := readReport(intake.Meta{ID: report.ID(base), Source: filepath.Base(name)}, filepath.Base(name), data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// Targets returns what r commits to, in reading order, as a person has
// corrected it. It is worked out once.
func (d *Desk) Targets(r *report.Report) []target.Target {
	if r == nil {
		return nil
	}
	if _, known := d.targets[r.ID]; !known {
		d.targets[r.ID] = d.ruled(r).Targets
	}
	return d.targets[r.ID]
}

// TargetsIn returns the targets of the open report stated in paragraph id.
func (d *Desk) TargetsIn(id report.ParagraphID) []target.Target {
	var in []target.Target
	for _, t := range d.Targets(d.open) {
		if t.Paragraph == id {
			in = append(in, t)
		}
	}
	return in
}

// Target returns the target called id and the report it stands in.
func (d *Desk) Target(id target.ID) (target.Target, *report.Report, bool) {
	for _, r := range append([]*report.Report{d.open}, d.reports...) { // an equal sentence has an equal id
		for _, t := range d.Targets(r) {
			if t.ID == id {
				return t, r, true
			}
		}
	}
	return target.Target{}, nil, false
}
