package export

import (
	"fmt"
	"slices"
)

// A tally counts things by name.
type tally struct {
	names []string
	count map[string]int
}

func newTally(first ...string) *tally {
	return &tally{names: slices.Clone(first), count: map[string]int{}}
}

func (t *tally) add(name string) {
	if !slices.Contains(t.names, name) {
		t.names = append(t.names, name)
	}
	t.count[name]++
}

// most puts what was counted most often first and leaves out what never was.
func (t *tally) most() *tally {
	slices.SortStableFunc(t.names, func(a, b string) int { return t.count[b] - t.count[a] })
	return t
}

// table is the tally with shares of total and a bar for each row.
func (t *tally) table(w *sheet, what string, total int) Table {
	table := Table{Columns: []float64{52, 18, 20, 66}, Head: 1, Fine: true, Rows: []Row{
		{Height: 7, Cells: []Cell{{Text: w.say(what)}, {Text: w.say(wordCountHead)}, {Text: w.say(wordShareHead)}, {}}}}}
	largest := 1
	for _, c := range t.count {
		largest = max(largest, c)
	}
	sum := 0
	for _, n := range t.names {
		c := t.count[n]
		if c == 0 {
			continue
		}
		sum += c
		table.Rows = append(table.Rows, Row{Height: 6.5, Cells: []Cell{{Text: n}, {Text: fmt.Sprint(c), Centre: true},
			{Text: share(c, total), Centre: true}, {Bar: float64(c) / float64(largest)}}})
	}
	table.Rows = append(table.Rows, Row{Height: 6.5, Cells: []Cell{{Spans: []Span{{Text: w.say(wordTotal), Role: Hei}}},
		{Spans: []Span{{Text: fmt.Sprint(sum), Role: Hei}}, Centre: true}, {Text: share(sum, total), Centre: true}, {}}})
	return table
}

// share is n of total in percent; "" if there is no total.
func share(n, total int) string {
	if total == 0 {
		return ""
	}
	return fmt.Sprintf("%.1f%%", 100*float64(n)/float64(total))
}
