package desk

import (
	"strings"
	"unicode/utf8"

	"deputydesk/search/hanzi"
	"deputydesk/seeds/report"
)

// longestWord is how many characters the longest word has that is looked for
// around a place: 工程建设项目审批制度改革.
const longestWord = 12

// SelectWord selects the word or number of paragraph id that holds byte offset
// at: the longest word known from reports that covers the place, else what
// report.WordAt takes for one.
func (d *Desk) SelectWord(id report.ParagraphID, at int) {
	if p, ok := d.open.Paragraph(id); ok {
		d.Select(id, wordAt(p.Text, at))
	}
}

func wordAt(text string, at int) report.Span {
	best := report.WordAt(text, at)
	if at < 0 || at >= len(text) {
		return best
	}
	if r, _ := utf8.DecodeRuneInString(text[at:]); !hanzi.IsHan(r) {
		return best
	}
	known := false
	for start, back := at, 0; back < longestWord; back++ {
		first, _ := utf8.DecodeRuneInString(text[start:])
		for _, w := range hanzi.WordsFrom(first) {
			end := start + len(w)
			if end > at && strings.HasPrefix(text[start:], w) && (!known || len(w) > best.Len()) {
				best, known = report.Span{Start: start, End: end}, true
			}
		}
		before, n := utf8.DecodeLastRuneInString(text[:start])
		if n == 0 || !hanzi.IsHan(before) {
			if s := report.WordAt(text, start-n); n > 0 && s.End > at && s.Start < start {
				return s // the unit behind a number belongs to it
			}
			break
		}
		start -= n
	}
	return best
}
