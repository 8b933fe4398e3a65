package export

import (
	"strconv"

	"deputydesk/annotate/registry"
)

// compared is this session beside the last one: how many there are of what the
// report on the session speaks of, and of each category.
func compared(w *sheet, now []registry.Entry, o Staff) Table {
	rows := []Row{{Height: 7, Cells: []Cell{{Text: w.say(wordCompareWhat)}, {Text: w.say(wordCompareNow)}, {Text: w.say(wordCompareLast)}, {Text: w.say(wordCompareMore)}}}}
	row := func(name string, counts func(registry.Entry) bool) {
		a, b := countOf(now, counts), countOf(o.Last.Entries, counts)
		if a+b > 0 {
			rows = append(rows, Row{Height: 6.5, Cells: []Cell{{Text: name}, {Text: strconv.Itoa(a), Centre: true}, {Text: strconv.Itoa(b), Centre: true}, {Text: more(a - b), Centre: true}}})
		}
	}
	row(w.say(wordTotal), func(registry.Entry) bool { return true })
	row(w.say(wordMotionNo), registry.Entry.Motion)
	row(w.say(wordTogether), func(e registry.Entry) bool { return len(e.Proposal.Cosigners) > 0 })
	row(w.say(wordCompareAgain), func(e registry.Entry) bool { return e.Proposal.Repeated != "" && e.Proposal.Repeated != "否" })
	classes := newTally(o.Categories...)
	for _, e := range now {
		classes.add(e.Class())
	}
	for _, e := range o.Last.Entries {
		classes.add(e.Class())
	}
	for _, name := range classes.names {
		row(name, func(e registry.Entry) bool { return e.Class() == name })
	}
	return Table{Columns: []float64{66, 30, 30, 30}, Head: 1, Fine: true, Rows: rows}
}

func countOf(entries []registry.Entry, counts func(registry.Entry) bool) (n int) {
	for _, e := range entries {
		if e.Live() && counts(e) {
			n++
		}
	}
	return n
}

// more is a difference with its sign.
func more(n int) string {
	switch {
	case n > 0:
		return "+" + strconv.Itoa(n)
	case n < 0:
		return "−" + strconv.Itoa(-n)
	}
	return "0"
}
