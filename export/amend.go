package export

import (
	"strings"

	"deputydesk/annotate"
)

// amendments sets a 修改意见 as one table for each place: where it stands, what
// stands there, what should stand there, the two in one line, and why.
func (s *sheet) amendments() {
	body := Prose(strings.Join([]string{s.p.Body.Situation, s.p.Body.Analysis, s.p.Body.Proposal}, "\n"))
	s.add(body...)
	for i, a := range s.p.Amends {
		rows := []Row{
			{Height: rowHeight, Cells: []Cell{{Text: s.sayf(wordPlaceNo, i+1), Label: true}, {Text: s.place(a)}}},
			s.under(wordOp, s.choose(opChoices, opNames[a.Op])),
		}
		was := Row{Height: rowHeight, Cells: []Cell{{Text: s.say(wordWas), Label: true}, {Spans: []Span{{Text: original(a), Role: Kai}}}}}
		becomes := s.under(wordBecomes, changed(a))
		diff := Row{Height: rowHeight, Cells: []Cell{{Text: s.say(wordDiff), Label: true}, {Spans: Diff(original(a), changed(a))}}}
		rows = append(rows, was, becomes, diff, s.under(wordWhy, tidy(a.Reason)))
		s.add(Table{Columns: []float64{25, 131}, Rows: rows, Together: true}, Space{6})
	}
	if len(s.p.Amends) > 0 {
		s.add(Paragraph{Spans: []Span{{Text: s.say(wordLegend)}}, Small: true, Flush: true})
	}
}

var opNames = map[annotate.Op]string{annotate.Insert: "增加", annotate.Delete: "删除", annotate.Replace: "修改"}

// under is a row of an amendment.
func (s *sheet) under(label, value string) Row {
	return Row{Height: rowHeight, Cells: []Cell{{Text: s.say(label), Label: true}, {Text: value}}}
}

// original is the sentence that an amendment is about.
func original(a annotate.Amendment) string {
	if strings.Contains(a.Anchor.Sentence, a.Anchor.Quote) {
		return tidy(a.Anchor.Sentence)
	}
	return tidy(a.Anchor.Quote)
}

// changed is that sentence as it would read.
func changed(a annotate.Amendment) string {
	was, quote, to := original(a), tidy(a.Anchor.Quote), tidy(a.To)
	at := strings.Index(was, quote)
	if at < 0 {
		return to
	}
	before, after := was[:at], was[at+len(quote):]
	switch a.Op {
	case annotate.Insert:
		return before + quote + to + after
	case annotate.Delete:
		return before + after
	}
	return before + to + after
}

// place is where the words stand.
func (s *sheet) place(a annotate.Amendment) string {
	var parts []string
	r := s.report(a.Anchor.Report)
	if r != nil {
		if w := a.Anchor.Locator(r); w != "" {
			parts = append(parts, w)
		}
	}
	if w := s.booklet(a.Page, a.Line); w != "" {
		parts = append(parts, w)
	}
	if e := a.Anchor.Edition.Short(); e != "" {
		parts = append(parts, s.sayf(wordEdition, e))
	}
	if w := s.reserve(r); w != "" {
		parts = append(parts, w)
	}
	return strings.Join(parts, "；")
}
