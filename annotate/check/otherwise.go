package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// leastWords is how many characters beside its figure a clause of a citation
// must have to be known again in the text.
const leastWords = 5

// citedOtherwise finds the very words of a citation in the text with another
// figure. In a sentence about the report that is a slip; elsewhere, and above all
// in the measures, the writer may mean a figure of their own.
func (c *checker) citedOtherwise() {
	for _, cite := range c.p.Cites {
		r := c.report(cite.Anchor.Report)
		if r == nil {
			continue
		}
		for _, clause := range clauses(cite.Anchor.Quote) {
			plain := annotate.Fold(target.Plain(clause))
			if !hasFigure(plain) || utf8.RuneCountInString(strings.ReplaceAll(mask(plain), "#", "")) < leastWords {
				continue
			}
			for i, part := range c.parts() {
				c.clauseOtherwise(r, part, i == 2, clause, mask(plain))
			}
		}
	}
}

func (c *checker) clauseOtherwise(r *report.Report, part part, measures bool, quoted, masked string) {
	for _, s := range report.Sentences(part.text) {
		sentence := s.Of(part.text)
		if hasAny(sentence, ownFigures) {
			continue
		}
		for _, clause := range clauses(sentence) {
			if hasAny(clause, elsewhere) || hasAny(clause, changed) {
				continue
			}
			plain := annotate.Fold(target.Plain(clause))
			at := strings.Index(mask(plain), masked)
			if at < 0 {
				continue
			}
			said := unmask(plain, at, len(masked))
			if within(c.plainPages(r), said) || c.differs(part.field) {
				continue
			}
			severity := Warning
			if measures {
				severity = Hint
			}
			c.add(severity, part.field, "otherwise", "said", said, "quote", quoted)
		}
	}
}

// ownFigures are words of sentences in which another figure is meant.
var ownFigures = []string{"建议将", "建议把", "提高到", "增加到", "调整为", "降到", "邻市", "外地", "外市", "兄弟", "去年", "上年", "以往"}

// differs says whether a figure of the field was found to differ already.
func (c *checker) differs(field string) bool {
	return slices.ContainsFunc(c.found, func(f Finding) bool { return f.Rule == FigureDiffers && f.Field == field })
}

// clauses cuts a text at its punctuation, quotation marks as well.
func clauses(text string) []string {
	return strings.FieldsFunc(curly(text), func(r rune) bool { return strings.ContainsRune(clauseEnds+"“”：（）()", r) })
}
