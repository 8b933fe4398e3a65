package export

import (
	"regexp"
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// A Withholding is why the public does not see all of a proposal.
type Withholding string

// The reasons, the strictest first.
const (
	Refused   Withholding = "refused"   // 不同意公开
	Unsaid    Withholding = "unsaid"    // nobody said whether it may be published
	TitleOnly Withholding = "titleonly" // 仅同意公开标题
	Nameless  Withholding = "nameless"  // the text may be read, but not who wrote it
)

// Withholdings lists them in the order they are reported.
var Withholdings = []Withholding{Refused, Unsaid, TitleOnly, Nameless}

// Withheld says why the public does not see all of e; "" if it does.
func Withheld(e registry.Entry) Withholding {
	switch p := e.Proposal; {
	case p.Open == openAll && p.Confidential:
		return Nameless
	case p.Open == openAll:
		return ""
	case p.Open == openTitle:
		return TitleOnly
	case p.Open == "":
		return Unsaid
	}
	return Refused
}

// Forms in which people write numbers that lead to a person: a mobile
// telephone, one with an area code, an identity card. The figures around them
// tell them from amounts.
var traces = []*regexp.Regexp{
	regexp.MustCompile(`\b1[3-9]\d(?:[ -]?\d{4}){2}\b`),
	regexp.MustCompile(`\b0\d{2,3}[-－—]\d{7,8}\b`),
	regexp.MustCompile(`\b[1-8]\d{16}[\dXx]\b`),
}

// Traces are the words in what p says that look like a telephone number or the
// number of an identity card: a deputy who agreed to have the text published
// hardly meant these.
func Traces(p annotate.Proposal) []string {
	texts := []string{p.Title, p.Body.Situation, p.Body.Analysis, p.Body.Proposal}
	for _, a := range p.Amends {
		texts = append(texts, a.To, a.Reason)
	}
	var found []string
	for _, text := range texts {
		for _, m := range tracesIn(text) {
			if !slices.Contains(found, m) {
				found = append(found, m)
			}
		}
	}
	return found
}

func tracesIn(text string) (found []string) {
	if !manyDigits(text) {
		return nil
	}
	for _, form := range traces {
		found = append(found, form.FindAllString(text, -1)...)
	}
	return found
}

// manyDigits reports whether text has seven digits in a row, blanks and dashes
// aside: without them it holds no such number, and this is known at once.
func manyDigits(text string) bool {
	n := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			if n++; n == 7 {
				return true
			}
		case c == ' ' || c == '-' || c >= 0x80 && n > 0 && n < 5: // a wide dash after an area code
		default:
			n = 0
		}
	}
	return false
}

// Hidden is text with what Traces finds masked.
func Hidden(text string) string { return registry.Masked(text, tracesIn(text)) }
