package export

import (
	"strconv"
	"strings"

	"deputydesk/annotate"
)

// amendments is the table of a 修改意见: where, what stands there, what should
// stand there, why.
func (s *sheet) amendments() {
	if body := Prose(strings.Join([]string{s.p.Body.Situation, s.p.Body.Analysis, s.p.Body.Proposal}, "\n")); len(body) > 0 {
		s.add(body...)
		s.add(Gap{1})
	}
	rows := []Row{{Height: rowHeight, Cells: []Cell{
		{Text: s.say(wordSerial)}, {Text: s.say(wordPlace)}, {Text: s.say(wordWas)}, {Text: s.say(wordBecomes)}, {Text: s.say(wordWhy)},
	}}}
	for i, a := range s.p.Amends {
		rows = append(rows, Row{Height: 12, Cells: []Cell{
			{Text: strconv.Itoa(i + 1), Centre: true},
			{Text: s.place(a)},
			{Spans: []Span{{Text: tidy(a.Anchor.Quote), Role: Kai}}},
			{Spans: s.becomes(a)},
			{Text: tidy(a.Reason)},
		}})
	}
	s.add(Table{Columns: []float64{10, 33, 42, 42, 29}, Head: 1, Rows: rows})
}

// place is where the words stand.
func (s *sheet) place(a annotate.Amendment) string {
	var lines []string
	r := s.report(a.Anchor.Report)
	if r != nil {
		if w := a.Anchor.Locator(r); w != "" {
			lines = append(lines, w)
		}
	}
	if w := s.booklet(a.Page, a.Line); w != "" {
		lines = append(lines, w)
	}
	if e := a.Anchor.Edition.Short(); e != "" {
		lines = append(lines, s.sayf(wordEdition, e))
	}
	if w := s.reserve(r); w != "" {
		lines = append(lines, w)
	}
	return strings.Join(lines, "\n")
}

// becomes says the change in a way that survives a black and white copier:
// 【增】, 【删】 or 【改】 and the words, new ones in 黑体.
func (s *sheet) becomes(a annotate.Amendment) []Span {
	to := tidy(a.To)
	switch a.Op {
	case annotate.Insert:
		return []Span{{Text: "【增】", Role: Hei}, {Text: to, Role: Hei}}
	case annotate.Delete:
		return []Span{{Text: "【删】", Role: Hei}, {Text: "删去原文所引文字"}}
	}
	return []Span{{Text: "【改】", Role: Hei}, {Text: to}}
}
