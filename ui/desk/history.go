package desk

import (
	"errors"

	"deputydesk/seeds/report"
)

// Why nobody can go back or forward.
var (
	ErrNothingBehind = errors.New("no place to go back to")
	ErrNothingAhead  = errors.New("no place to go forward to")
)

// A Stand is where the reader stands: the page in front, and what is at the top
// of the report's text.
type Stand struct {
	Page      Page
	Report    report.ID
	Paragraph report.ParagraphID // "" at the very beginning
	Offset    int                // byte of the paragraph
}

// stands is how many places are kept on either side, as long as an evening.
const stands = 200

// travels are the places the reader came from and went back from, the nearest
// last. They are not kept between starts: View is.
type travels struct {
	at           report.ParagraphID // at the top of the text now
	offset       int
	past, future []Stand
}

// Stood tells the desk what is at the top of the text; it costs nothing, and
// tells nobody.
func (d *Desk) Stood(id report.ParagraphID, offset int) { d.travels.at, d.travels.offset = id, offset }

func (d *Desk) stand() Stand {
	return Stand{Page: d.page, Report: d.open.ID, Paragraph: d.travels.at, Offset: d.travels.offset}
}

// departed remembers that the reader jumped away from a place.
func (d *Desk) departed(from Stand) {
	if from.Page == Reading && from.Paragraph == "" {
		return // the text has never been on the screen
	}
	t := &d.travels
	t.future = nil
	if n := len(t.past); n > 0 && t.past[n-1] == from {
		return
	}
	t.past = append(t.past, from)
	if len(t.past) > stands {
		t.past = t.past[1:]
	}
}

// Back goes to where the last jump began: to the page it was made on and, in
// the report, to the line that was at the top.
func (d *Desk) Back() Action {
	return d.walk(&d.travels.past, &d.travels.future, ErrNothingBehind)
}

// Forward goes to where Back came from.
func (d *Desk) Forward() Action {
	return d.walk(&d.travels.future, &d.travels.past, ErrNothingAhead)
}

func (d *Desk) walk(from, to *[]Stand, none error) Action {
	here := d.stand()
	for n := len(*from); n > 0 && ((*from)[n-1] == here || d.Find((*from)[n-1].Report) == nil); n-- {
		*from = (*from)[:n-1]
	}
	if len(*from) == 0 {
		return Action{Off: none}
	}
	return Action{Do: func() {
		last := len(*from) - 1
		s := (*from)[last]
		*from, *to = (*from)[:last], append(*to, here)
		d.openReport(s.Report)
		d.Turn(s.Page)
		d.place = Destination{Paragraph: s.Paragraph, Span: report.Span{Start: s.Offset, End: s.Offset}, Top: true, Serial: d.place.Serial + 1}
		d.changed(Place)
	}}
}
