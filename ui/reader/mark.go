package reader

import (
	"strings"

	"deputydesk/annotate"
	"deputydesk/search"
	"deputydesk/seeds/report"
	"deputydesk/ui/widgets"
)

// highlights say how each colour of a note is drawn.
var highlights = map[annotate.Colour]widgets.MarkStyle{
	annotate.Yellow: widgets.MarkYellow,
	annotate.Green:  widgets.MarkGreen,
	annotate.Blue:   widgets.MarkBlue,
	annotate.Pink:   widgets.MarkPink,
	annotate.Violet: widgets.MarkViolet,
}

// mark lays notes, targets, citations and search hits over the text.
func (p *Page) mark() {
	var marks []widgets.Mark
	add := func(id report.ParagraphID, s report.Span, style widgets.MarkStyle) {
		if block, ok := p.blocks[id]; ok && s.Len() > 0 {
			marks = append(marks, widgets.Mark{Block: block, Start: s.Start, End: s.End, Style: style})
		}
	}
	r := p.desk.Report()
	for _, n := range p.desk.Notes() {
		f := p.desk.Where(n.Anchor, r)
		add(f.Paragraph, f.Span, highlights[n.Colour])
	}
	for _, t := range p.desk.Targets(r) {
		add(t.Paragraph, t.Figure, widgets.MarkTarget)
	}
	for _, draft := range p.desk.Drafts() {
		for _, c := range draft.Cites {
			if c.Anchor.Report == r.ID {
				f := p.desk.Where(c.Anchor, r)
				add(f.Paragraph, f.Span, widgets.MarkCited)
			}
		}
	}
	if p.doubts {
		for _, d := range p.desk.Doubts() {
			if at := strings.Index(r.Heading(d.Heading), d.Text); d.Heading != "" && at >= 0 {
				if block, ok := p.headings[d.Heading]; ok {
					marks = append(marks, widgets.Mark{Block: block, Start: at, End: at + len(d.Text), Style: widgets.MarkDoubt})
				}
				continue
			}
			add(d.Paragraph, d.Span, widgets.MarkDoubt)
		}
	}
	answer, current := p.desk.Answer()
	for i, h := range answer.Hits {
		if h.Kind != search.Reports || h.Report != string(r.ID) {
			continue
		}
		for j, s := range h.Spans {
			style := widgets.MarkHit
			if i == current && j == 0 {
				style = widgets.MarkHitNow
			}
			add(report.ParagraphID(h.ID), report.Span(s), style)
		}
	}
	p.prose.SetMarks(marks)
}
