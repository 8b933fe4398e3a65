package desk

import (
	"context"
	"errors"
	"strings"
	"time"
	"unicode"

	"deputydesk/search"
	"deputydesk/seeds/report"
)

// An inquiry is what is asked in the search box, and what is shown of the
// answer.
type inquiry struct {
	text    string // in the box
	inOrder bool   // hits in order of the report
	scope   Scope  // which reports are searched
	kind    search.Kind

	serial int    // of the last question; older answers are dropped
	cancel func() // of the question under way; nil if none
	wait   func() // cancels the pause before the whole answer; nil if none
	due    bool   // the whole answer is not here yet
	enter  bool   // when it comes, its first hit is opened

	answer search.Answer      // what is shown was found so
	wrong  *search.QueryError // why the text cannot be understood
	all    int                // finds of every kind, a target counted with its paragraph
	kinds  map[search.Kind]int
	finds  []Find
	now    int // index into finds, -1 for none
}

// pause is how long the keys must rest before a question is answered in whole;
// a hand that types on is faster.
const pause = 120 * time.Millisecond

// Bounds of what the window lists. Nobody reads further, and the answer says
// how many there were.
const (
	maxHits  = 1000
	maxQuick = 200 // while typing
)

// Ask answers a query at once; the command line asks this way.
func (d *Desk) Ask(q search.Query) (search.Answer, error) {
	return d.index.Find(context.Background(), q)
}

// Search looks for what is typed in the box: at once for what can be had
// quickly, and in whole when the keys rest. Answers to older questions are
// dropped when they come late.
func (d *Desk) Search(text string) {
	d.stopAsking()
	in := &d.inquiry
	in.text = text
	if strings.TrimSpace(text) == "" {
		*in = inquiry{serial: in.serial, inOrder: in.inOrder, scope: in.scope, text: text, now: -1}
		d.changed(Answered)
		return
	}
	in.due = true
	in.wait = d.set.After(pause, d.askWhole)
	if telling(text) {
		d.ask(true)
	}
}

// telling reports whether text is more than one letter: nearly everything
// holds one letter, so that the question is surely not finished.
func telling(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsNumber(r) {
			n++
		}
	}
	return n > 1
}

// stopAsking gives up the question under way.
func (d *Desk) stopAsking() {
	in := &d.inquiry
	in.serial++
	in.due, in.enter = false, false
	for _, stop := range []*func(){&in.wait, &in.cancel} {
		if *stop != nil {
			(*stop)()
			*stop = nil
		}
	}
}

// askWhole asks for the whole answer to what is in the box, now.
func (d *Desk) askWhole() {
	enter := d.inquiry.enter
	d.stopAsking()
	d.inquiry.due, d.inquiry.enter = true, enter
	d.ask(false)
}

// askAgain asks once more what was answered, now that there is more to find.
func (d *Desk) askAgain() {
	if in := &d.inquiry; in.answer.Query != "" && !in.due {
		d.askWhole()
	}
}

func (d *Desk) ask(quick bool) {
	in := &d.inquiry
	q := search.Query{Text: in.text, Limit: maxHits, InOrder: in.inOrder, Quick: quick, Reports: d.inScope()}
	if quick {
		q.Limit = maxQuick
	}
	ctx, cancel := context.WithCancel(context.Background())
	in.cancel = cancel
	index, serial := d.index, in.serial
	d.set.Background(func() {
		answer, err := index.Find(ctx, q)
		d.set.Post(func() {
			cancel()
			if serial == d.inquiry.serial {
				d.arrive(answer, err, quick)
			}
		})
	})
}

// arrive shows an answer. While typing only good news is shown: that nothing
// was found, or that the text cannot be understood, may be true of half a
// question only.
func (d *Desk) arrive(answer search.Answer, err error, quick bool) {
	in := &d.inquiry
	if quick && (err != nil || len(answer.Hits) == 0) {
		return
	}
	var wrong *search.QueryError
	if err != nil && !errors.As(err, &wrong) {
		d.tell(err)
	}
	in.wrong = wrong
	if answer.Query != in.answer.Query {
		in.now = -1
	}
	in.answer = answer
	enter := in.enter
	if !quick {
		in.due, in.enter, in.cancel = false, false, nil
	}
	d.arrange()
	d.changed(Answered)
	if !quick && enter {
		d.NextHit()
	}
}

// Submit answers to Enter: the question is asked now and its first hit opened,
// or, if it was, the next one.
func (d *Desk) Submit() {
	in := &d.inquiry
	if strings.TrimSpace(in.text) == "" {
		return
	}
	d.remember(in.text)
	if !in.due {
		d.NextHit()
		return
	}
	in.enter = true
	d.askWhole()
}

// Query is what was last typed in the box.
func (d *Desk) Query() string { return d.inquiry.text }

// Answer is what the last search found as it stands in the reports, a target
// being words of its paragraph, and the place of the current hit in it, -1 if
// none was opened. Its hits are those of Finds.
func (d *Desk) Answer() (search.Answer, int) {
	in := &d.inquiry
	answer := in.answer
	answer.Hits = make([]search.Hit, len(in.finds))
	for i, f := range in.finds {
		answer.Hits[i] = f.Hit
		if f.Kind == search.Targets && f.paragraph != "" {
			answer.Hits[i].Kind, answer.Hits[i].ID = search.Reports, string(f.paragraph)
			answer.Hits[i].Spans = f.there
		}
	}
	return answer, in.now
}

// OpenHit turns to find i.
func (d *Desk) OpenHit(i int) {
	in := &d.inquiry
	if i < 0 || i >= len(in.finds) {
		return
	}
	in.now = i
	d.remember(in.answer.Query)
	f := in.finds[i]
	switch f.Kind {
	case search.Reports, search.Targets:
		from := d.stand()
		d.openReport(report.ID(f.Report))
		span := report.Span{}
		if len(f.there) > 0 {
			span = report.Span(f.there[0])
		}
		d.land(from, Destination{Paragraph: f.paragraph, Span: span})
	case search.Notes:
		d.goToNote(f.ID)
	case search.Proposals:
		d.openDraftOf(f.ID)
	}
	d.changed(Answered)
}

// NextHit turns to the hit after the current one, PrevHit to the one before;
// both go round.
func (d *Desk) NextHit() { d.step(1) }

// PrevHit is described at NextHit.
func (d *Desk) PrevHit() { d.step(-1) }

func (d *Desk) step(by int) {
	n, now := len(d.inquiry.finds), d.inquiry.now
	if n == 0 {
		return
	}
	if now < 0 && by < 0 {
		now = 0
	}
	d.OpenHit(((now+by)%n + n) % n)
}

// openReport opens another report of the library.
func (d *Desk) openReport(id report.ID) {
	r := d.Find(id)
	if r == nil || r == d.open {
		return
	}
	if d.open != nil { // else it has just got a new edition
		d.Look(nil)
	}
	d.open = r
	d.selection = Selection{}
	d.changed(Text)
}
