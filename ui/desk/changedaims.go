package desk

import (
	"strings"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// A TextChange is what became of a report from one edition to another: its
// sentences, and the targets that they no longer state, or state now. It is what
// the window shows and `deskctl report diff` prints.
type TextChange struct {
	annotate.Changes
	TargetsRemoved []target.Target // of the old edition
	TargetsAdded   []target.Target // of the new one
}

// CompareTexts compares two editions of a report.
func (d *Desk) CompareTexts(old, now *report.Report) TextChange {
	c := TextChange{Changes: annotate.Diff(old, now)}
	gone, come := map[passage]bool{}, map[passage]bool{}
	for _, s := range c.Removed {
		gone[passage{s.Paragraph, s.Text}] = true
	}
	for _, s := range c.Added {
		come[passage{s.Paragraph, s.Text}] = true
	}
	// A figure without its like on the other side is a target that was taken out
	// of its sentence, or put in.
	lost, found := map[passage][]string{}, map[passage][]string{}
	for _, n := range c.Numbers {
		if n.New == "" {
			at := passage{n.OldPlace, n.OldText}
			lost[at] = append(lost[at], n.Old)
		}
		if n.Old == "" {
			at := passage{n.NewPlace, n.NewText}
			found[at] = append(found[at], n.New)
		}
	}
	c.TargetsRemoved = stating(old, d.asRead(old), gone, lost)
	c.TargetsAdded = stating(now, d.asRead(now), come, found)
	return c
}

// A passage is a sentence of one paragraph.
type passage struct {
	paragraph report.ParagraphID
	text      string
}

// stating are the targets of whole sentences, and those of others with one of
// their figures.
func stating(r *report.Report, all []target.Target, whole map[passage]bool, figures map[passage][]string) []target.Target {
	in := []target.Target{}
	for _, t := range all {
		p, ok := r.Paragraph(t.Paragraph)
		if !ok {
			continue
		}
		s, _ := report.SentenceAt(p.Text, t.Span.Start)
		at := passage{t.Paragraph, strings.TrimSpace(s.Of(p.Text))}
		hit := whole[at]
		for _, f := range figures[at] {
			hit = hit || t.Figure.Len() > 0 && annotate.Fold(t.Figure.Of(p.Text)) == annotate.Fold(f)
		}
		if hit {
			in = append(in, t)
		}
	}
	return in
}

// Against is one wording against another: what went is Struck, what came Under.
func Against(was, now string) []Marked { return export.Diff(was, now) }
