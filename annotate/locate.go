package annotate

import (
	"strings"

	"deputydesk/seeds/report"
)

// A Status says what became of the words an anchor is tied to.
type Status string

// The outcomes of Locate.
const (
	Attached      Status = "attached"
	Moved         Status = "moved"          // elsewhere: ask
	NumberChanged Status = "number-changed" // the alarm
	Reworded      Status = "reworded"       // the sentence is there, the words are not: ask
	Orphan        Status = "orphan"         // kept in a tray
)

// A Found is where an anchor's words stand now.
type Found struct {
	Status    Status
	Score     float64 // 0 to 1
	Paragraph report.ParagraphID
	Span      report.Span
}

// Locate returns where a's quote stands in r.
func (a Anchor) Locate(r *report.Report) Found {
	if p, ok := r.Paragraph(a.Paragraph); ok {
		span := report.Span{Start: a.Offset, End: a.Offset + len(a.Quote)}
		if span.Of(p.Text) == a.Quote && a.Quote != "" {
			return Found{Attached, 1, p.ID, span}
		}
		if at := strings.Index(p.Text, a.Quote); at >= 0 && a.Quote != "" {
			return Found{Attached, 1, p.ID, report.Span{Start: at, End: at + len(a.Quote)}}
		}
	}
	if p, span, ok := FindQuote(r, a.Quote); ok && a.Quote != "" {
		return Found{Moved, 1, p.ID, span}
	}
	return Found{Status: Orphan}
}
