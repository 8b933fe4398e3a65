package annotate

import "deputydesk/seeds/report"

// Standing returns where words that were folded (Fold) stand in r as it is
// printed: the first place whose characters that count are theirs. It never
// guesses at other words.
func Standing(r *report.Report, folded string) (report.Paragraph, report.Span, bool) {
	want := []rune(folded)
	if len(want) == 0 {
		return report.Paragraph{}, report.Span{}, false
	}
	for _, p := range r.Paragraphs() {
		var line page
		line.add(0, p.Text)
		for at := 0; at+len(want) <= len(line.cells); at++ {
			if !matches(line.cells[at:at+len(want)], want) || at > 0 && isDigit(line.cells[at-1].r) && isDigit(want[0]) {
				continue
			}
			if end := at + len(want); end < len(line.cells) && isDigit(line.cells[end].r) && isDigit(want[len(want)-1]) {
				continue
			}
			return p, report.Span{Start: line.cells[at].start, End: line.cells[at+len(want)-1].end}, true
		}
	}
	return report.Paragraph{}, report.Span{}, false
}

func matches(cells []cell, want []rune) bool {
	for i, c := range cells {
		if c.r != want[i] {
			return false
		}
	}
	return true
}
