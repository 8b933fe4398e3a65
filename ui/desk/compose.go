package desk

import (
	"fmt"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"

	"github.com/google/uuid"
)

// Compose makes a proposal that cites the targets or paragraphs called by
// their ids. It is not kept; FILE.toml is where it goes.
func (d *Desk) Compose(form annotate.Form, ids []string) (annotate.Proposal, error) {
	p := annotate.New(annotate.ProposalID(uuid.NewString()), form)
	p.Session = d.open.Session
	p.Date = d.set.Now().Format("2006-01-02")
	for _, id := range ids {
		cite, err := d.cite(id)
		if err != nil {
			return p, err
		}
		p.Cites = append(p.Cites, cite)
	}
	return p, nil
}

// cite is a citation of a target, a paragraph or a note, by its id.
func (d *Desk) cite(id string) (annotate.Citation, error) {
	if t, r, ok := d.Target(target.ID(id)); ok {
		if a, ok := anchorOf(r, t); ok {
			return annotate.Citation{Anchor: a, Target: t.ID, Ask: annotate.Asks[0]}, nil
		}
	}
	pid := report.ParagraphID(id)
	if r := d.Find(pid.Report()); r != nil {
		if p, ok := r.Paragraph(pid); ok {
			return annotate.Citation{Anchor: annotate.AnchorAt(r, p, report.Span{Start: 0, End: len(p.Text)})}, nil
		}
	}
	if n, ok := d.Note(annotate.NoteID(id)); ok {
		return annotate.Citation{Anchor: n.Anchor}, nil
	}
	return annotate.Citation{}, fmt.Errorf("cite %s: neither a target nor a paragraph", id)
}

// Bind finds the quotes of a proposal read from text, and the targets they
// state. Quotes that are not found stay unbound; the check says so.
func (d *Desk) Bind(p *annotate.Proposal) {
	p.Bind(func(id report.ID) *report.Report {
		if id == "" {
			return d.open
		}
		return d.Find(id)
	})
	for i := range p.Cites {
		c := &p.Cites[i]
		for _, t := range d.Targets(d.Find(c.Anchor.Report)) {
			if c.Target == "" && t.Paragraph == c.Anchor.Paragraph && t.Quote == c.Anchor.Quote {
				c.Target = t.ID
			}
		}
	}
	*p = d.Ordered(*p)
}
