package desk

import (
	"testing"

	"deputydesk/search"
)

func TestSearchKeepsToTheReportsChosen(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	if len(d.Scopes()) != 0 {
		t.Errorf("one report, and %d choices", len(d.Scopes()))
	}
	take(t, d, county)
	d.Search("道路")
	where := func() map[string]bool {
		seen := map[string]bool{}
		for _, f := range d.Finds().Rows {
			if f.Kind == search.Reports {
				seen[f.Report] = true
			}
		}
		return seen
	}
	if seen := where(); !seen["luohe-2024"] || !seen["county-2024"] {
		t.Fatalf("all reports: found in %v", seen)
	}
	for _, s := range d.Scopes() {
		d.SearchIn(s)
		seen := where()
		switch {
		case s.Report != "" && (len(seen) != 1 || !seen[string(s.Report)]):
			t.Errorf("only %s: found in %v", s.Report, seen)
		case s.Year == 2024 && len(seen) != 2:
			t.Errorf("2024: found in %v", seen)
		}
	}
	if n := len(d.Scopes()); n != 4 { // all, two reports, their year
		t.Errorf("%d choices: %+v", n, d.Scopes())
	}
}
