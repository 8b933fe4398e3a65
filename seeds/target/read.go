package target

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"deputydesk/seeds/report"
)

// How a target is read.
//
// A paragraph is cut into clauses (clause.go), a clause into figures: number,
// unit, hedge (number.go, figure.go). A figure that no trap refuses (trap.go)
// becomes a quantified target with its own subject (quantity.go, subject.go);
// a clause without such a figure may state a milestone (milestone.go). What is
// a unit, a hedge, a verb, a state or a deadline stands in words/*.txt.

// Targets returns what r commits to for the coming year, in reading order.
func Targets(r *report.Report) []Target {
	var all []Target
	for _, t := range Of(r) {
		if !t.Past {
			all = append(all, t)
		}
	}
	return all
}

// Of returns the targets and the results of r in reading order. Results are
// read only where r looks back on the year that has passed.
func Of(r *report.Report) []Target {
	var all []Target
	seen := map[string]int{}
	for _, s := range r.Sections {
		past := r.Past(s.Path) || s.Path == "" && len(r.Sections) > 1
		for _, p := range s.Paragraphs {
			for _, t := range inParagraph(p, until(r, s.Path), past) {
				t.ID = idOf(t.Quote, seen[t.Quote])
				seen[t.Quote]++
				all = append(all, t)
			}
		}
	}
	return all
}

// until is the year by whose end the targets of the section at path are to be
// reached: the report's own, or the last of a five-year plan that its top
// heading names (“十四五”时期: 2025).
func until(r *report.Report, path report.Path) int {
	_, plan, ok := strings.Cut(r.Heading(path.Top()), "“十")
	number, _, closed := strings.Cut(plan, "五”")
	n := strings.Index("一二三四五六七八九", number)
	if !ok || !closed || n < 0 || number == "" {
		return r.Year
	}
	return 1955 + 5*(11+n/3)
}

// inParagraph reads one paragraph.
func inParagraph(p report.Paragraph, year int, past bool) []Target {
	var (
		all  []Target
		over *deadline // stands over the rest of the sentence
		text = p.Text
	)
	for _, c := range clausesOf(text, year, past) {
		c.when = whenIn(c)
		if c.before == nil {
			over = nil
		}
		if c.when != nil && c.when.heading(c) {
			over = c.when
			continue
		}
		if c.when == nil || !c.when.exact && over != nil {
			c.when = over
		}
		c.figures = figuresOf(text, c.start, c.end)
		c.tone = toneOf(c)
		found := quantities(c)
		if len(found) == 0 {
			found = milestones(c)
		}
		for _, t := range found {
			t.Paragraph, t.Section, t.Past, t.Tone = p.ID, p.Section, past, c.tone
			if past {
				t.Deadline, t.Due = "", ""
			} else if t.Due == "" && t.Deadline == "" {
				t.Deadline, t.Due = dueOf(c)
			}
			all = append(all, t)
		}
	}
	return all
}

// dueOf is the deadline of c as printed and its last day; the year's end where
// nothing is said.
func dueOf(c *clause) (printed, due string) {
	if c.when == nil {
		return "", yearEnd(c.year)
	}
	return c.when.printed, c.when.due
}

// toneOf is the tone of c, or of the clause before it in the sentence where c
// says nothing.
func toneOf(c *clause) Tone {
	text := c.is()
	for i := range text {
		if w, ok := openers.prefix(text[i:]); ok && w.field(0) != "" {
			return Tone(w.field(0))
		}
	}
	if c.before != nil {
		return c.before.tone
	}
	return Expected
}

// idOf names the target that is the n-th, from 0, with this quote.
func idOf(quote string, n int) ID {
	sum := sha256.Sum256([]byte(fmt.Sprintf("%s\n%d", strings.TrimSpace(quote), n)))
	return ID(hex.EncodeToString(sum[:])[:12])
}
