package check

import (
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// figures finds numbers that the proposal ascribes to the report and that the
// report does not give: in a citation, between quotation marks, and in
// sentences that say what the report says of a target.
func (c *checker) figures() {
	for _, q := range c.quotations() {
		if q.report == nil || !hasFigure(q.quote) || c.stands(q.report, q.quote) {
			continue
		}
		found := c.masked(q.report, q.quote)
		switch {
		case found == "":
		case q.cited:
			c.add(Error, q.field, "cited", "quote", q.quote, "found", found)
		default:
			c.add(Error, q.field, "quoted", "quote", q.quote, "found", found)
		}
	}
	r := c.cited()
	if r == nil || c.targets == nil {
		return
	}
	for _, part := range c.parts() {
		for _, s := range report.Sentences(part.text) {
			if sentence := s.Of(part.text); speaksOfReport(sentence) {
				c.ascribed(part.field, sentence, c.targets(r.ID))
			}
		}
	}
}

// ascribed compares the figures that follow a target's subject in a sentence
// about the report with what the report gives for that subject.
func (c *checker) ascribed(field, sentence string, targets []target.Target) {
	sentence = outsideQuotes(sentence)
	for _, t := range targets {
		// What is said in the report's own words is right.
		sentence = strings.ReplaceAll(sentence, t.Quote, "，")
	}
	given := map[string][]target.Target{} // by subject and unit
	for _, t := range targets {
		if t.Kind == target.Quantified && utf8.RuneCountInString(t.Subject) >= 2 {
			key := t.Subject + "\x00" + t.Unit
			given[key] = append(given[key], t)
		}
	}
	seen := map[string]bool{}
	for _, t := range targets {
		key := t.Subject + "\x00" + t.Unit
		if seen[key] || given[key] == nil {
			continue
		}
		seen[key] = true
		said, ok := figureAfter(sentence, t.Subject, t.Unit)
		if !ok {
			continue
		}
		right := false
		for _, g := range given[key] {
			right = right || said.value == g.Value
		}
		if !right {
			c.add(Error, field, "ascribed", "subject", t.Subject, "said", said.text, "quote", t.Quote)
		}
	}
}

// A figure is a printed number with its unit.
type figure struct {
	text  string
	value float64 // in the base unit: 3万 is 30000
}

// nearSubject is how many characters may stand between a subject and its
// figure, as in 公共充电桩定为500个; beyond that it is another subject's.
const nearSubject = 6

// figureAfter returns the first figure in unit that follows subject within the
// clause.
func figureAfter(sentence, subject, unit string) (figure, bool) {
	at := strings.Index(sentence, subject)
	if at < 0 {
		return figure{}, false
	}
	clause := sentence[at+len(subject):]
	if end := strings.IndexAny(clause, "，。；！？、\n"); end >= 0 {
		clause = clause[:end]
	}
	start := strings.IndexFunc(clause, digit)
	if start < 0 || utf8.RuneCountInString(clause[:start]) > nearSubject || strings.Contains(sentence, "分别") {
		return figure{}, false
	}
	rest := clause[start:]
	end := 0
	for end < len(rest) && (digit(rune(rest[end])) || rest[end] == '.' && end+1 < len(rest) && digit(rune(rest[end+1]))) {
		end++
	}
	value := parse(rest[:end])
	rest = rest[end:]
	for _, m := range []struct {
		word  string
		times float64
	}{{"亿", 1e8}, {"万", 1e4}} {
		if strings.HasPrefix(rest, m.word) {
			value *= m.times
			rest = rest[len(m.word):]
			end += len(m.word)
			break
		}
	}
	if unit == "" || !strings.HasPrefix(rest, unit) {
		return figure{}, false
	}
	return figure{text: clause[start : start+end+len(unit)], value: value}, true
}

// parse reads a decimal number without sign; it is given digits and one point.
func parse(s string) float64 {
	whole, part, _ := strings.Cut(s, ".")
	value := 0.0
	for _, r := range whole {
		value = value*10 + float64(r-'0')
	}
	scale := 1.0
	fraction := 0.0
	for _, r := range part {
		fraction = fraction*10 + float64(r-'0')
		scale *= 10
	}
	return value + fraction/scale
}

// outsideQuotes is text less what stands between “ and ”: that is compared
// letter by letter elsewhere.
func outsideQuotes(text string) string {
	var b strings.Builder
	depth := 0
	for _, r := range text {
		switch {
		case r == '“':
			depth++
		case r == '”':
			depth = max(0, depth-1)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func hasFigure(s string) bool { return strings.IndexFunc(narrow(s), digit) >= 0 }

// mask puts one # for each number of folded text.
func mask(folded string) string {
	var b strings.Builder
	in := false
	for _, r := range folded {
		number := digit(r) || in && r == '.'
		if !number {
			b.WriteRune(r)
		} else if !in {
			b.WriteByte('#')
		}
		in = number
	}
	return b.String()
}

// unmask returns the part of folded that mask made into length bytes from at.
func unmask(folded string, at, length int) string {
	start, end, masked := -1, len(folded), 0
	in := false
	for i, r := range folded {
		number := digit(r) || in && r == '.'
		if !(number && in) {
			if masked == at {
				start = i
			}
			if masked == at+length {
				end = i
				break
			}
			if number {
				masked++
			} else {
				masked += utf8.RuneLen(r)
			}
		}
		in = number
	}
	if start < 0 {
		return ""
	}
	return folded[start:end]
}
