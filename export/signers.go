package export

import (
	"strconv"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// leastSigners is how many rows the list of a motion has: ten deputies with
// the one who leads may move one.
const leastSigners = 10

// signers is the list on its own page, with rows left open for those who sign
// without having been typed in.
func (s *sheet) signers() {
	p := s.p
	s.add(Break{}, Title{Text: s.say(wordSigners)}, Gap{1})
	s.add(Paragraph{Spans: []Span{{Text: s.doc.Title}}, Small: true, Flush: true})
	s.add(Paragraph{Spans: []Span{{Text: s.say(wordRead)}}, Small: true, Flush: true})
	rows := []Row{{Height: rowHeight, Cells: []Cell{
		{Text: s.say(wordSerial)}, {Text: s.say(wordName)}, {Text: s.say(wordNo)}, {Text: s.say(wordDelegation)}, {Text: s.say(wordOwnHand)},
	}}}
	all := append([]annotate.Deputy{p.Deputy}, p.Cosigners...)
	for len(all) < leastSigners {
		all = append(all, annotate.Deputy{})
	}
	for i, d := range all {
		rows = append(rows, Row{Height: 12, Cells: []Cell{
			{Text: strconv.Itoa(i + 1), Centre: true}, {Text: tidy(d.Name), Centre: true}, {Text: tidy(d.Number), Centre: true},
			{Text: tidy(d.Delegation), Centre: true}, {},
		}})
	}
	s.add(Table{Columns: []float64{13, 30, 28, 40, 45}, Head: 1, Rows: rows})
}

// SignatureSheet returns the list for signatures on its own, to be carried round
// before the proposal itself is printed: title, code and digest of the text that
// is signed, and at least ten rows.
func SignatureSheet(p annotate.Proposal, find func(report.ID) *report.Report, words func(key string, args ...any) string) Document {
	s := &sheet{p: p, find: find, words: words}
	s.doc = Document{Title: tidy(p.Title), Author: tidy(p.Deputy.Name), Subject: s.say(wordSigners), Date: p.Date, Code: Code(p), Hash: Digest(p)}
	s.signers()
	s.doc.Blocks = s.doc.Blocks[1:] // the page begins with it
	s.add(Space{6}, Paragraph{Spans: []Span{{Text: s.sayf(wordCode, s.doc.Code, s.doc.Hash[:12])}}, Small: true, Flush: true})
	return s.doc
}
