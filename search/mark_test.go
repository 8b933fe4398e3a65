package search

import "strings"

// unmark takes the marks «so» out of text and returns where they were.
func unmark(text string) (plain string, spans []Span) {
	var b strings.Builder
	start := 0
	for _, r := range text {
		switch r {
		case '«':
			start = b.Len()
		case '»':
			spans = append(spans, Span{start, b.Len()})
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), spans
}

// mark is the reverse of unmark.
func mark(text string, spans []Span) string {
	var b strings.Builder
	at := 0
	for _, s := range spans {
		b.WriteString(text[at:s.Start] + "«" + text[s.Start:s.End] + "»")
		at = s.End
	}
	return b.String() + text[at:]
}
