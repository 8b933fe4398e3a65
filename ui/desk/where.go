package desk

import (
	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// Where says where the words of an anchor stand in r. Pages ask on every
// redraw, so answers are kept: an anchor and an edition never change, unless a
// person changes the layout (see relaid).
func (d *Desk) Where(a annotate.Anchor, r *report.Report) annotate.Found {
	if d.sameLayout(a, r) {
		p, ok := r.Paragraph(a.Paragraph)
		span := report.Span{Start: a.Offset, End: a.Offset + len(a.Quote)}
		if ok && a.Quote != "" && span.Of(p.Text) == a.Quote {
			return annotate.Found{Status: annotate.Attached, Score: 1, Paragraph: p.ID, Span: span, Text: a.Quote}
		}
	}
	key := placed{a, r.Edition}
	if f, known := d.where[key]; known {
		return f
	}
	finder := d.finder(r)
	for _, old := range d.editions[r.ID] {
		if old.Edition == a.Edition && old != r {
			finder.Knows(d.finder(old))
		}
	}
	f := finder.Locate(a)
	d.where[key] = f
	return f
}

// finder is the one of r, kept for the next time.
func (d *Desk) finder(r *report.Report) *annotate.Finder {
	if d.finders[r.Edition] == nil {
		d.finders[r.Edition] = annotate.NewFinder(r)
	}
	return d.finders[r.Edition]
}

// placed is a question that Where has answered.
type placed struct {
	anchor  annotate.Anchor
	edition report.Edition
}
