package export

import (
	"cmp"
	"strconv"

	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// AimList is the targets of a report as a paper on A4 across; used says how many
// proposals rest on each, and may be nil.
func AimList(r *report.Report, aims []target.Target, used func(target.ID) int, o Staff) Book {
	w := o.words()
	rows := []Row{{Height: 8, Cells: []Cell{{Text: w.say(wordTargetNo)}, {Text: w.say(wordTargetWhat)}, {Text: w.say(wordTargetNum)},
		{Text: w.say(wordTargetDue)}, {Text: w.say(wordTargetIn)}, {Text: w.say(wordTargetUse)}}}}
	for i, a := range aims {
		n := 0
		if used != nil {
			n = used(a.ID)
		}
		times := ""
		if n > 0 {
			times = strconv.Itoa(n)
		}
		figure := ""
		if p, ok := r.Paragraph(a.Paragraph); ok && a.Figure.End > a.Figure.Start && a.Figure.End <= len(p.Text) {
			figure = p.Text[a.Figure.Start:a.Figure.End]
		}
		rows = append(rows, Row{Height: 7, Cells: []Cell{{Text: strconv.Itoa(i + 1), Centre: true}, {Text: tidy(a.Quote)}, {Text: figure, Centre: true},
			{Text: cmp.Or(a.Deadline, civil(a.Due)), Centre: true}, {Text: tidy(r.Heading(a.Section))}, {Text: times, Centre: true}}})
	}
	title := w.say(wordTargets)
	b := o.paper(title, nil, []Block{
		Title{Text: title},
		Paragraph{Spans: []Span{{Text: w.sayf(wordTargetsOf, r.Title, len(aims))}, {Text: "　" + w.sayf(wordEdition, r.Edition.Short())}}, Flush: true, Small: true}, Space{4},
		Table{Columns: []float64{12, 106, 27, 31, 60, 19}, Head: 1, Fine: true, Rows: rows},
	})
	b.Paper = Across
	return b
}
