package target

import "deputydesk/seeds/report"

// Targets returns what r commits to for the coming year, in reading order.
func Targets(r *report.Report) []Target {
	var all []Target
	for _, t := range Of(r) {
		if !t.Past {
			all = append(all, t)
		}
	}
	return all
}

// Of returns the targets and the results of r in reading order. Results are
// read only where r looks back on the year that has passed.
func Of(r *report.Report) []Target {
	return nil
}
