package export

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// tidy puts text that was typed or pasted into the form that is printed: valid
// UTF-8 in NFC, without blanks at its ends.
func tidy(s string) string {
	return strings.TrimSpace(norm.NFC.String(strings.ToValidUTF8(s, string(utf8.RuneError))))
}

// Prose returns typed text as paragraphs. A line that begins with "（一）" is a
// heading of the second level, or a paragraph that begins with one if its text
// follows on the same line.
func Prose(text string) []Block {
	var all []Block
	for s := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		s = tidy(s)
		if s == "" {
			continue
		}
		lead := leadOf(s)
		switch {
		case lead == "":
			all = append(all, Text(s))
		case lead == s:
			all = append(all, Heading{Level: 2, Text: s})
		default:
			all = append(all, Paragraph{Spans: []Span{{Text: lead, Role: Kai}, {Text: s[len(lead):]}}})
		}
	}
	return all
}

// longLead is how long a run-in heading may be, in characters: a line and a
// half. What is longer is text.
const longLead = 42

// leadOf returns the heading that s begins with, "（一）加快建设。", or "".
func leadOf(s string) string {
	rest, full := strings.CutPrefix(s, "（")
	if !full {
		var half bool
		if rest, half = strings.CutPrefix(s, "("); !half {
			return ""
		}
	}
	n := 0
	for _, r := range rest {
		if !strings.ContainsRune("一二三四五六七八九十", r) {
			break
		}
		n += utf8.RuneLen(r)
	}
	if n == 0 || !strings.HasPrefix(rest[n:], "）") && !strings.HasPrefix(rest[n:], ")") {
		return ""
	}
	lead := s
	if at := strings.IndexAny(s, "。：！？"); at >= 0 {
		_, size := utf8.DecodeRuneInString(s[at:])
		lead = s[:at+size]
	}
	if utf8.RuneCountInString(lead) > longLead {
		return ""
	}
	return lead
}
