package desk

import (
	"deputydesk/annotate"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/target"
)

// An Overlay is what lies over words of the open report.
type Overlay struct {
	Targets []target.Target
	Notes   []annotate.Annotation
	Cites   []Cited
	Doubts  []intake.Doubt
}

// Empty reports whether nothing lies there.
func (o Overlay) Empty() bool {
	return len(o.Targets)+len(o.Notes)+len(o.Cites)+len(o.Doubts) == 0
}

// A Cited is a proposal that cites some words.
type Cited struct {
	Proposal annotate.ProposalID
	Form     annotate.Form
	Title    string // "" as long as it has none
	Ask      annotate.Ask
}

// Over is what lies over the words of s.
func (d *Desk) Over(s Selection) Overlay {
	var o Overlay
	if s.Empty() {
		return o
	}
	for _, t := range d.TargetsIn(s.Paragraph) {
		if t.Span.Overlaps(s.Span) {
			o.Targets = append(o.Targets, t)
		}
	}
	for _, n := range d.NotesIn(s.Paragraph) {
		if d.Where(n.Anchor, d.open).Span.Overlaps(s.Span) {
			o.Notes = append(o.Notes, n)
		}
	}
	for _, p := range d.drafts {
		for _, c := range p.Cites {
			if c.Anchor.Report != d.open.ID {
				continue
			}
			if f := d.Where(c.Anchor, d.open); f.Paragraph == s.Paragraph && f.Span.Overlaps(s.Span) {
				o.Cites = append(o.Cites, Cited{p.ID, p.Form, p.Title, c.Ask})
			}
		}
	}
	o.Doubts = d.DoubtsIn(s)
	return o
}
