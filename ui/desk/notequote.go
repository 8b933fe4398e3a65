package desk

import (
	"slices"
	"strings"

	"deputydesk/annotate"
)

// QuoteNotes puts notes into a draft (引用到建议): the sentence of each as a
// citation, with the target that its words state, and what the note says as a
// paragraph of 情况. Into "" is a new draft. What the draft cites already is not
// cited twice.
func (d *Desk) QuoteNotes(ids []annotate.NoteID, into annotate.ProposalID) Action {
	if _, off := d.among(ids); off != nil {
		return Action{Off: off}
	}
	return Action{Do: func() {
		if err := d.endJotting(); err != nil {
			d.tell(err)
			return
		}
		notes, off := d.among(ids)
		if off != nil {
			return
		}
		var cites []annotate.Citation
		var words []string
		for _, n := range notes {
			cites = append(cites, d.citation(n.Anchor))
			if text := strings.TrimSpace(n.Text); text != "" {
				words = append(words, text)
			}
		}
		if into == "" {
			d.Press(d.start(annotate.Suggestion, nil))
		} else {
			d.OpenDraft(into)
		}
		if d.draft == nil || into != "" && d.draft.ID != into {
			return // told already
		}
		d.Edit(func(p *annotate.Proposal) {
			p.Cites = slices.Clone(p.Cites)
			for _, c := range cites {
				if !slices.ContainsFunc(p.Cites, func(h annotate.Citation) bool {
					return h.Anchor.Report == c.Anchor.Report && h.Anchor.Paragraph == c.Anchor.Paragraph && h.Anchor.Quote == c.Anchor.Quote
				}) {
					p.Cites = append(p.Cites, c)
				}
			}
			for _, w := range words {
				if !strings.Contains(p.Body.Situation, w) {
					p.Body.Situation = strings.TrimLeft(p.Body.Situation+"\n"+w, "\n")
				}
			}
		})
		d.changed(Edited) // the page has drawn the draft as it was
	}}
}

// citation quotes the words of a, and the target that they state.
func (d *Desk) citation(a annotate.Anchor) annotate.Citation {
	c := annotate.Citation{Anchor: a}
	r := d.Find(a.Report)
	if r == nil {
		return c
	}
	found := d.Where(a, r)
	for _, t := range d.Targets(r) {
		if found.Status != annotate.Orphan && t.Paragraph == found.Paragraph && t.Span.Overlaps(found.Span) {
			c.Target, c.Ask = t.ID, annotate.Asks[0]
			break
		}
	}
	return c
}
