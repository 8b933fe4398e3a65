package desk

import (
	"regexp"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/seeds/report"
)

// mendCitedFigure puts the report's own words in the place of a quotation with
// another figure.
func mendCitedFigure(d *Desk, p annotate.Proposal, f check.Finding) (check.Remedy, bool) {
	i := entry(f.Field)
	cited := strings.HasPrefix(f.Field, "cite")
	if i < 0 || cited && i >= len(p.Cites) || !cited && i >= len(p.Amends) {
		return check.Remedy{}, false
	}
	old := &annotate.Anchor{}
	if cited {
		old = &p.Cites[i].Anchor
	} else {
		old = &p.Amends[i].Anchor
	}
	r := d.Find(old.Report)
	if r == nil {
		return check.Remedy{}, false
	}
	para, span, ok := annotate.Standing(r, f.Args["found"])
	if !ok {
		return check.Remedy{}, false
	}
	now := annotate.AnchorAt(r, para, span)
	remedy := check.Remedy{Code: "replace", From: old.Quote, To: now.Quote}
	if cited {
		p.Cites = slices.Clone(p.Cites)
		p.Cites[i].Anchor = now
	} else {
		p.Amends = slices.Clone(p.Amends)
		p.Amends[i].Anchor = now
	}
	remedy.Mended = p
	return remedy, true
}

// mendQuotedFigure writes a quotation in the text as the report has it.
func mendQuotedFigure(d *Desk, p annotate.Proposal, f check.Finding) (check.Remedy, bool) {
	text := partOf(&p, f.Field)
	if text == nil || !strings.Contains(*text, f.Args["quote"]) {
		return check.Remedy{}, false
	}
	for _, r := range citedReports(d, p) {
		para, span, ok := annotate.Standing(r, f.Args["found"])
		if !ok {
			continue
		}
		right := span.Of(para.Text)
		*text = strings.Replace(*text, f.Args["quote"], right, 1)
		return check.Remedy{Code: "replace", From: f.Args["quote"], To: right, Mended: p}, true
	}
	return check.Remedy{}, false
}

// figureForm is a printed number with its multiplier.
var figureForm = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?[万亿]?`)

// mendAscribedFigure puts the figure of the target in the place of the one that
// the text gives for it, in the sentence that speaks of the report.
func mendAscribedFigure(_ *Desk, p annotate.Proposal, f check.Finding) (check.Remedy, bool) {
	said, subject := f.Args["said"], f.Args["subject"]
	unit := said[len(figureForm.FindString(said)):]
	var right string
	for _, m := range figureForm.FindAllStringIndex(f.Args["quote"], -1) {
		if strings.HasPrefix(f.Args["quote"][m[1]:], unit) {
			if right != "" {
				return check.Remedy{}, false // two figures: which is meant only a person knows
			}
			right = f.Args["quote"][m[0]:m[1]] + unit
		}
	}
	text := partOf(&p, f.Field)
	if text == nil || right == "" || unit == "" {
		return check.Remedy{}, false
	}
	for _, s := range report.Sentences(*text) {
		sentence := s.Of(*text)
		at := strings.Index(sentence, subject)
		if at < 0 {
			continue
		}
		figure := strings.Index(sentence[at:], said)
		if figure < 0 {
			continue
		}
		start := s.Start + at + figure
		*text = (*text)[:start] + right + (*text)[start+len(said):]
		return check.Remedy{Code: "replace", From: said, To: right, Mended: p}, true
	}
	return check.Remedy{}, false
}

// partOf is the part of p's text that findings call field, nil if it is none.
func partOf(p *annotate.Proposal, field string) *string {
	for _, t := range Parts {
		if field == t.Key(p.Form) {
			return t.of(p)
		}
	}
	return nil
}

// citedReports are the reports that p quotes, each once.
func citedReports(d *Desk, p annotate.Proposal) []*report.Report {
	var all []*report.Report
	add := func(a annotate.Anchor) {
		if r := d.Find(a.Report); r != nil && !slices.Contains(all, r) {
			all = append(all, r)
		}
	}
	for _, c := range p.Cites {
		add(c.Anchor)
	}
	for _, a := range p.Amends {
		add(a.Anchor)
	}
	return all
}
