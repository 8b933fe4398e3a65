package desk

import (
	"slices"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/seeds/report"
)

// Ordered is p with its amendments in the order of the report: as the office
// that rewrites it goes through the text. Those whose words are not found stay
// behind, in the order in which they were made.
func (d *Desk) Ordered(p annotate.Proposal) annotate.Proposal {
	if d.inOrder(p.Amends) {
		return p
	}
	p.Amends = slices.Clone(p.Amends)
	slices.SortStableFunc(p.Amends, d.amendsBefore)
	return p
}

func (d *Desk) inOrder(all []annotate.Amendment) bool {
	return slices.IsSortedFunc(all, d.amendsBefore)
}

// amendsBefore compares the places of two amendments.
func (d *Desk) amendsBefore(a, b annotate.Amendment) int {
	pa, oa := d.standsAt(a.Anchor)
	pb, ob := d.standsAt(b.Anchor)
	if pa != pb {
		return pa - pb
	}
	return oa - ob
}

// nowhere is after every paragraph there is.
const nowhere = 1 << 30

// standsAt is where an anchor's words stand: the number of the paragraph, and the
// offset in it.
func (d *Desk) standsAt(a annotate.Anchor) (paragraph, offset int) {
	r := d.Find(a.Report)
	if r == nil || a.Paragraph == "" {
		return nowhere, 0
	}
	at := slices.IndexFunc(r.Paragraphs(), func(p report.Paragraph) bool { return p.ID == a.Paragraph })
	if at < 0 {
		return nowhere, 0
	}
	return at, a.Offset
}

// Wording shows an amendment in one line as the paper does: what goes is struck
// through, what comes is underlined, so that it needs no colour.
func Wording(a annotate.Amendment) []Marked {
	was, becomes := export.Wordings(a)
	return export.Diff(was, becomes)
}

// SetCitePlace says where citation i of the open draft stands in the printed
// booklet: its page and line, 0 if not said.
func (d *Desk) SetCitePlace(i, page, line int) {
	if d.draft == nil || i < 0 || i >= len(d.draft.Cites) || d.draft.Cites[i].Page == page && d.draft.Cites[i].Line == line {
		return
	}
	d.Edit(func(p *annotate.Proposal) {
		p.Cites = slices.Clone(p.Cites)
		p.Cites[i].Page, p.Cites[i].Line = page, line
	})
}
