package check

import (
	"strings"
	"unicode/utf8"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// A quotation is words that the proposal says stand in a report.
type quotation struct {
	field  string
	report *report.Report // nil if there is no such report
	id     report.ID
	quote  string
	cited  bool // in a citation or amendment, else in the running text
	told   bool // the running text says that the report says so
}

// quotations returns the quotes of citations and amendments, and what the text
// puts between “ ” in a sentence that speaks of the report.
func (c *checker) quotations() []quotation {
	if c.find == nil {
		return nil
	}
	var all []quotation
	for i, cite := range c.p.Cites {
		a := cite.Anchor
		all = append(all, quotation{index("cite", i, "quote"), c.report(a.Report), a.Report, a.Quote, true, true})
	}
	for i, amend := range c.p.Amends {
		a := amend.Anchor
		all = append(all, quotation{index("amendment", i, "quote"), c.report(a.Report), a.Report, a.Quote, true, true})
	}
	r := c.cited()
	if r == nil {
		return all
	}
	for _, part := range c.parts() {
		for _, s := range report.Sentences(part.text) {
			sentence := s.Of(part.text)
			if !speaksOfReport(sentence) {
				continue
			}
			for _, q := range inQuotes(sentence) {
				if utf8.RuneCountInString(q) >= leastQuote {
					all = append(all, quotation{part.field, r, r.ID, q, false, told(sentence, q)})
				}
			}
		}
	}
	return all
}

// leastQuote is how long words between quotation marks must be to be taken for
// a quotation rather than for the name of a programme, “万人助万企”.
const leastQuote = 6

// cited returns the report that the text speaks of: the first one cited.
func (c *checker) cited() *report.Report {
	for _, cite := range c.p.Cites {
		if r := c.report(cite.Anchor.Report); r != nil {
			return r
		}
	}
	for _, amend := range c.p.Amends {
		if r := c.report(amend.Anchor.Report); r != nil {
			return r
		}
	}
	return nil
}

// inQuotes returns what stands between “ and ” in text, the outermost pairs: a
// quotation may hold a name in quotation marks of its own.
func inQuotes(text string) []string {
	text = curly(text)
	var all []string
	depth, start := 0, 0
	for i, r := range text {
		switch {
		case r == '“':
			if depth == 0 {
				start = i + len("“")
			}
			depth++
		case r == '”' && depth > 0:
			if depth--; depth == 0 {
				all = append(all, strings.Trim(text[start:i], "，。；…"))
			}
		}
	}
	return all
}

// curly writes the quotation marks of typewriters, 「 and 」 as “ and ”.
func curly(text string) string {
	open := false
	return strings.Map(func(r rune) rune {
		switch r {
		case '「', '『':
			return '“'
		case '」', '』':
			return '”'
		case '"', '＂':
			if open = !open; open {
				return '“'
			}
			return '”'
		}
		return r
	}, text)
}

// quotes finds quotations that do not stand in their report, in any figure.
func (c *checker) quotes() {
	for _, q := range c.quotations() {
		switch {
		case q.report == nil:
			c.add(Error, strings.Replace(q.field, "quote", "report", 1), "no-report", "report", q.id)
		case strings.TrimSpace(q.quote) == "":
			c.add(Error, q.field, "empty")
		case c.stands(q.report, q.quote):
		case c.masked(q.report, q.quote) != "":
			// figure-differs says so
		case q.cited:
			c.add(Error, q.field, "absent", "quote", q.quote, "report", q.report.ID)
		case q.told:
			c.add(Warning, q.field, "absent-in-text", "quote", q.quote, "report", q.report.ID)
		}
	}
	if c.targets == nil {
		return
	}
	for i, cite := range c.p.Cites {
		if cite.Target == "" || c.report(cite.Anchor.Report) == nil {
			continue
		}
		if !c.hasTarget(cite) {
			c.add(Warning, index("cite", i, "target"), "no-target", "target", cite.Target)
		}
	}
}

func (c *checker) hasTarget(cite annotate.Citation) bool {
	for _, t := range c.targets(cite.Anchor.Report) {
		if t.ID == cite.Target {
			return true
		}
	}
	return false
}

// pages returns the paragraphs of r as they count in quotations.
func (c *checker) pages(r *report.Report) []string {
	if c.folded == nil {
		c.folded = map[*report.Report][]string{}
	}
	if c.folded[r] == nil {
		for _, p := range r.Paragraphs() {
			c.folded[r] = append(c.folded[r], annotate.Fold(p.Text))
		}
	}
	return c.folded[r]
}

// plainPages is pages with every number in plain digits: 三万 and 3万 are 30000.
func (c *checker) plainPages(r *report.Report) []string {
	if c.plain == nil {
		c.plain = map[*report.Report][]string{}
	}
	if c.plain[r] == nil {
		for _, p := range r.Paragraphs() {
			c.plain[r] = append(c.plain[r], annotate.Fold(target.Plain(p.Text)))
		}
	}
	return c.plain[r]
}

// stands reports whether quote stands in r, white space, width, punctuation and
// the way of writing numbers aside, and with whole numbers at its ends:
// 充电桩58 does not stand in 充电桩580.
func (c *checker) stands(r *report.Report, quote string) bool {
	return within(c.pages(r), annotate.Fold(quote)) || within(c.plainPages(r), annotate.Fold(target.Plain(quote)))
}

// within says whether want stands in one of the pages with whole numbers.
func within(pages []string, want string) bool {
	if want == "" {
		return false
	}
	for _, text := range pages {
		for at := 0; ; at++ {
			i := strings.Index(text[at:], want)
			if i < 0 {
				break
			}
			at += i
			if !cutsNumber(text, at) && !cutsNumber(text, at+len(want)) {
				return true
			}
		}
	}
	return false
}

// cutsNumber says whether there is a digit on both sides of a place in text.
func cutsNumber(text string, at int) bool {
	return at > 0 && at < len(text) && digit(rune(text[at-1])) && digit(rune(text[at]))
}

// masked returns the words of r that differ from quote in figures only, or "".
// Each number is one sign on both sides. Where only its plain digits make the
// two alike, the words are the whole sentence, as printed.
func (c *checker) masked(r *report.Report, quote string) string {
	if want := annotate.Fold(quote); hasFigure(want) {
		want = mask(want)
		for _, text := range c.pages(r) {
			if at := strings.Index(mask(text), want); at >= 0 {
				return unmask(text, at, len(want))
			}
		}
	}
	want := annotate.Fold(target.Plain(quote))
	if !hasFigure(want) {
		return ""
	}
	want = mask(want)
	for i, text := range c.plainPages(r) {
		if !strings.Contains(mask(text), want) {
			continue
		}
		printed := r.Paragraphs()[i].Text
		for _, s := range report.Sentences(printed) {
			if sentence := s.Of(printed); strings.Contains(mask(annotate.Fold(target.Plain(sentence))), want) {
				return strings.TrimSpace(sentence)
			}
		}
	}
	return ""
}
