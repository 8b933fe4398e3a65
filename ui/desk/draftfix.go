package desk

import (
	"strconv"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
)

// RemedyOf is the change that takes a finding of p away, and whether there is
// one that needs no thought: what the desk knows beside the rules comes first,
// such as the report's own words, the deputy's card and the day.
func (d *Desk) RemedyOf(p annotate.Proposal, f check.Finding) (check.Remedy, bool) {
	if own, ok := remedies[f.Key()]; ok {
		if r, ok := own(d, p, f); ok {
			return r, true
		}
	}
	return check.Mend(p, f, d.pack)
}

// FixAll does for p everything that can be done about what the rules say of it,
// and returns the findings that were settled. Each is looked at anew, since one
// change may settle another finding or bring it about. What is a decision is
// left to the deputy.
func (d *Desk) FixAll(p annotate.Proposal) (annotate.Proposal, []check.Finding) {
	var settled []check.Finding
	tried := map[string]bool{}
	for range mostFixes {
		again := false
		for _, f := range d.Check(p) {
			id := f.Key() + f.Field + f.Args["value"] + f.Args["write"]
			r, ok := d.RemedyOf(p, f)
			if !ok || tried[id] || r.Code == "form" || r.Code == "number" || f.Field == "category" {
				continue
			}
			tried[id] = true
			p, settled, again = r.Mended, append(settled, f), true
			break
		}
		if !again {
			break
		}
	}
	return p, settled
}

// mostFixes bounds FixAll; a sheet has no hundred faults of this sort.
const mostFixes = 100

// A remedier makes the remedy for a finding of p; it changes no slice that p
// holds.
type remedier func(d *Desk, p annotate.Proposal, f check.Finding) (check.Remedy, bool)

// remedies are by the key of the finding.
var remedies = map[string]remedier{
	"check.title-form.form":           mendTitle,
	"check.phone-form.form":           mendPhone,
	"check.number-form.hour":          mendHour,
	"check.figure-differs.cited":      mendCitedFigure,
	"check.figure-differs.quoted":     mendQuotedFigure,
	"check.figure-differs.ascribed":   mendAscribedFigure,
	"check.required.empty":            fillIn,
	"check.measures-share.unnumbered": numberMeasures,
}

// entry is the number that a field of a list carries, from 0: 2 in
// "cosigner[2].name".
func entry(field string) int {
	_, rest, _ := strings.Cut(field, "[")
	digits, _, _ := strings.Cut(rest, "]")
	n, err := strconv.Atoi(digits)
	if err != nil {
		return -1
	}
	return n
}

// fillIn fills an empty field with the one value that can be meant.
func fillIn(d *Desk, p annotate.Proposal, f check.Finding) (check.Remedy, bool) {
	row, ok := rowOf(f.Field)
	if !ok {
		return check.Remedy{}, false
	}
	value, known := "", d.Card()
	switch f.Field {
	case "date":
		value = d.set.Now().Format(time.DateOnly)
	case "session":
		if value = d.open.Session; d.meeting != nil {
			value = d.meeting.Session.Name
		}
	case "deputy.name", "deputy.number", "deputy.delegation", "deputy.post", "deputy.phone", "deputy.address", "deputy.postcode":
		if p.Deputy.Name == "" || p.Deputy.Name == known.Name {
			if v := row.get(&annotate.Proposal{Deputy: known}); len(v) > 0 {
				value = v[0]
			}
		}
	case "when", "open", "repeated", "reply":
		if offered := d.offered(f.Field); len(offered) > 0 {
			value = offered[0]
		}
	}
	if value == "" {
		return check.Remedy{}, false
	}
	row.set(&p, []string{value})
	return check.Remedy{Code: "fill", To: value, Mended: p}, true
}

// numberMeasures counts the paragraphs of the third part.
func numberMeasures(_ *Desk, p annotate.Proposal, _ check.Finding) (check.Remedy, bool) {
	if len(strings.FieldsFunc(p.Body.Proposal, func(r rune) bool { return r == '\n' })) < 2 {
		return check.Remedy{}, false // one paragraph: only its writer knows where it falls apart
	}
	p.Body.Proposal = annotate.Numbered(p.Body.Proposal, annotate.Ordinals)
	return check.Remedy{Code: "number", Mended: p}, true
}
