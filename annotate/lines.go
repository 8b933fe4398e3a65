package annotate

import (
	"strings"

	"deputydesk/seeds/report"
)

// linesOf is the whole text of r in order: its paragraphs, and above them the
// headings, each as a paragraph with the id of the one that follows. What one print sets
// as a heading another runs into the text, and a note must be found in either.
// heads are the indexes of the headings.
func linesOf(r *report.Report) (lines []report.Paragraph, heads map[int]bool) {
	heads = map[int]bool{}
	var above []string // headings that no paragraph has followed yet
	for _, s := range r.Sections {
		if s.Heading != "" && (len(s.Paragraphs) == 0 || !strings.HasPrefix(s.Paragraphs[0].Text, s.Heading)) {
			above = append(above, s.Heading)
		}
		if len(s.Paragraphs) == 0 {
			continue
		}
		for _, heading := range above {
			heads[len(lines)] = true
			lines = append(lines, report.Paragraph{ID: s.Paragraphs[0].ID, Section: s.Path, Text: heading})
		}
		above = nil
		lines = append(lines, s.Paragraphs...)
	}
	return lines, heads
}
