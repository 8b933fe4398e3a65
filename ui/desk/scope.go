package desk

import (
	"cmp"
	"slices"
	"strings"

	"deputydesk/seeds/report"
)

// A Scope says which reports are searched: all, one, those of a year, or those
// of one body (机关). The zero Scope is all of them, notes and drafts included.
type Scope struct {
	Report report.ID
	Year   int
	Body   string
}

// Scopes are the choices while the library has several reports: all, each
// report, each year and each body that more than one of them shares.
func (d *Desk) Scopes() []Scope {
	if len(d.reports) < 2 {
		return nil
	}
	all := []Scope{{}}
	years, bodies := map[int]int{}, map[string]int{}
	for _, r := range d.reports {
		all = append(all, Scope{Report: r.ID})
		years[r.Year]++
		bodies[r.Body]++
	}
	var more []Scope
	for year, n := range years {
		if n > 1 && year > 0 {
			more = append(more, Scope{Year: year})
		}
	}
	for body, n := range bodies {
		if n > 1 && body != "" {
			more = append(more, Scope{Body: body})
		}
	}
	slices.SortFunc(more, func(a, b Scope) int {
		return cmp.Or(cmp.Compare(b.Year, a.Year), strings.Compare(a.Body, b.Body))
	})
	return append(all, more...)
}

// Scope is the choice in force.
func (d *Desk) Scope() Scope { return d.inquiry.scope }

// SearchIn chooses which reports are searched, and asks again.
func (d *Desk) SearchIn(s Scope) {
	if d.inquiry.scope == s {
		return
	}
	d.inquiry.scope = s
	if strings.TrimSpace(d.inquiry.text) != "" {
		d.askWhole()
	}
}

// inScope are the ids of the reports to search, nil for all.
func (d *Desk) inScope() []string {
	s := d.inquiry.scope
	if s == (Scope{}) {
		return nil
	}
	in := []string{}
	for _, r := range d.reports {
		if r.ID == s.Report || s.Year > 0 && r.Year == s.Year || s.Body != "" && r.Body == s.Body {
			in = append(in, string(r.ID))
		}
	}
	if len(in) == 0 {
		return nil // the report chosen is not there any more
	}
	return in
}
