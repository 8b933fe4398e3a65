package export

import (
	"fmt"
	"strconv"

	"deputydesk/annotate/registry"
	"deputydesk/seeds/report"
)

// Board is what proposals want of the targets of a report, on A4 across: the
// targets that most want something of with who asks what, those of which
// opposite things are wanted, and those of which nobody wants anything.
func Board(r *report.Report, b registry.Board, o Staff) Book {
	w := o.words()
	hot, cold, against := b.Hottest(), b.Uncovered(), b.Contrary()
	title := w.say(wordBoard)
	blocks := []Block{
		Title{Text: title},
		Paragraph{Spans: []Span{{Text: w.sayf(wordBoardOf, r.Title, len(b.Rows), len(hot), len(cold), len(b.Touched))}, {Text: "　" + w.sayf(wordEdition, r.Edition.Short())}}, Flush: true, Small: true},
		Space{4},
	}
	numbers := []string{"一", "二", "三"}
	next := func() (number string) {
		number, numbers = numbers[0], numbers[1:]
		return number
	}
	if len(hot) > 0 {
		blocks = append(blocks, Heading{Level: 1, Text: w.sayf(wordBoardHot, next())}, w.boardTable(b, hot))
	}
	if len(against) > 0 {
		blocks = append(blocks, Heading{Level: 1, Text: w.sayf(wordBoardAgainst, next())}, w.boardTable(b, against))
	}
	if len(cold) > 0 {
		rows := []Row{{Height: 7, Cells: []Cell{{Text: w.say(wordTargetNo)}, {Text: w.say(wordTargetWhat)}, {Text: w.say(wordTargetIn)}}}}
		for _, at := range cold {
			t := b.Rows[at].Target
			rows = append(rows, Row{Height: 6.5, Cells: []Cell{{Text: strconv.Itoa(at + 1), Centre: true}, {Text: tidy(t.Quote)}, {Text: tidy(r.Heading(t.Section))}}})
		}
		blocks = append(blocks, Heading{Level: 1, Text: w.sayf(wordBoardCold, next(), len(cold))}, Table{Columns: []float64{12, 163, 80}, Head: 1, Fine: true, Rows: rows})
	}
	book := o.paper(title, nil, blocks)
	book.Paper = Across
	return book
}

// Widths of the columns of the board in millimetres: the number, the sum, its bar,
// one ask; the target gets the rest of the width of A4 across.
const boardNo, boardSum, boardBar, boardAsk, boardWidth = 12, 14, 26, 12, 255

// boardTable is some rows of a board: how many ask what of each.
func (w *sheet) boardTable(b registry.Board, rows []int) Table {
	head := Row{Height: 8, Cells: []Cell{{Text: w.say(wordTargetNo)}, {Text: w.say(wordTargetWhat)}}}
	columns := []float64{boardNo, boardWidth - boardNo - boardSum - boardBar - boardAsk*float64(len(b.Asks))}
	for _, ask := range b.Asks {
		head.Cells = append(head.Cells, Cell{Text: string(ask), Centre: true})
		columns = append(columns, boardAsk)
	}
	head.Cells = append(head.Cells, Cell{Text: w.say(wordTotal), Centre: true}, Cell{})
	t := Table{Columns: append(columns, boardSum, boardBar), Head: 1, Fine: true, Rows: []Row{head}}
	most := 1
	for _, at := range rows {
		most = max(most, len(b.Rows[at].All))
	}
	for _, at := range rows {
		row := b.Rows[at]
		cells := []Cell{{Text: strconv.Itoa(at + 1), Centre: true}, {Text: tidy(row.Target.Quote)}}
		for _, ask := range b.Asks {
			text := ""
			if n := len(row.Asked[ask]); n > 0 {
				text = fmt.Sprint(n)
			}
			cells = append(cells, Cell{Text: text, Centre: true})
		}
		t.Rows = append(t.Rows, Row{Height: 6.5, Cells: append(cells, Cell{Text: fmt.Sprint(len(row.All)), Centre: true}, Cell{Bar: float64(len(row.All)) / float64(most)})})
	}
	return t
}
