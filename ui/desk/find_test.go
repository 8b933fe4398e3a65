package desk

import (
	"slices"
	"testing"
	"time"

	"deputydesk/search"
)

// A waiter collects what a desk puts off, so that a test chooses the order in
// which it is done.
type waiter struct {
	work   []func() // away from the owner's goroutine, in the order asked
	pauses []*pausing
}

type pausing struct {
	f         func()
	cancelled bool
}

func (w *waiter) background(f func()) { w.work = append(w.work, f) }

func (w *waiter) after(_ time.Duration, f func()) func() {
	p := &pausing{f: f}
	w.pauses = append(w.pauses, p)
	return func() { p.cancelled = true }
}

// rest lets the pauses pass that were not cancelled.
func (w *waiter) rest() {
	pauses := w.pauses
	w.pauses = nil
	for _, p := range pauses {
		if !p.cancelled {
			p.f()
		}
	}
}

// do does the work put off, in the order given; all of it without one.
func (w *waiter) do(order ...int) {
	work := w.work
	w.work = nil
	if len(order) == 0 {
		for i := range work {
			order = append(order, i)
		}
	}
	for _, i := range order {
		work[i]()
	}
}

func shown(d *Desk) []string {
	var ids []string
	for _, row := range d.Finds().Rows {
		ids = append(ids, row.ID)
	}
	return ids
}

// patient is a desk whose pauses and answers are let through by w, and that
// keeps nothing.
func patient() (*Desk, *waiter) {
	w := &waiter{}
	return Open(Settings{Background: w.background, After: w.after}), w
}

func TestTypingAsksAtOnceAndThenInWhole(t *testing.T) {
	d, w := patient()
	d.Search("充")
	if len(w.work) != 0 {
		t.Errorf("one letter was asked at once")
	}
	d.Search("充电")
	if len(w.work) != 1 {
		t.Fatalf("two letters: %d questions at once", len(w.work))
	}
	w.do()
	if len(d.Finds().Rows) == 0 {
		t.Errorf("nothing is listed before the pause")
	}
	w.rest()
	if len(w.work) != 1 {
		t.Fatalf("after the pause: %d questions, want the last one only", len(w.work))
	}
	w.do()
	if f := d.Finds(); f.Answer.Query != "充电" || len(f.Rows) == 0 {
		t.Errorf("whole answer to %q: %d rows", f.Answer.Query, len(f.Rows))
	}
}

func TestOneLetterIsAskedAfterThePause(t *testing.T) {
	d, w := patient()
	d.Search("水")
	w.rest()
	w.do()
	if len(d.Finds().Rows) == 0 {
		t.Errorf("nothing is listed")
	}
}

// Whatever the order in which answers come, the last question's is shown.
func TestLateAnswersAreDropped(t *testing.T) {
	for name, order := range map[string][]int{"in turn": {0, 1, 2}, "backwards": {2, 1, 0}, "mixed": {1, 2, 0}} {
		d, w := patient()
		d.Search("就业")
		d.Search("双汇")
		w.rest() // the whole of 双汇
		w.do(order...)
		if f := d.Finds(); f.Answer.Query != "双汇" || len(f.Rows) != 2 {
			t.Errorf("%s: %q with %d rows is shown", name, f.Answer.Query, len(f.Rows))
		}
		d.Search("")
		if f := d.Finds(); f.Answer.Query != "" || len(f.Rows) != 0 || f.Facets != nil {
			t.Errorf("%s: an empty box shows %+v", name, f)
		}
	}
}

// While typing nothing is said that half a question may be blamed for.
func TestBadNewsWaitsForThePause(t *testing.T) {
	for _, query := range []string{"航空母舰", "(充电桩", "充电桩 /a"} {
		d, w := patient()
		d.Search("充电桩")
		w.do()
		before := shown(d)
		d.Search(query)
		w.do()
		if f := d.Finds(); !slices.Equal(before, shown(d)) || f.Wrong != nil {
			t.Errorf("%s: at once %d rows, wrong %v", query, len(f.Rows), f.Wrong)
		}
		w.rest()
		w.do()
		if f := d.Finds(); len(f.Rows) != 0 || f.Answer.Query != query || d.Notice() != nil {
			t.Errorf("%s: then %d rows of %q, notice %v", query, len(f.Rows), f.Answer.Query, d.Notice())
		}
	}
}

func TestAMalformedQueryIsExplainedByItsCharacter(t *testing.T) {
	d, w := patient()
	d.Search("充电桩 (停车")
	w.rest()
	w.do()
	f := d.Finds()
	if f.Wrong == nil || f.Wrong.Why != search.BadBracket || d.Notice() != nil {
		t.Fatalf("wrong %v, notice %v", f.Wrong, d.Notice())
	}
	if at := f.Wrong.Character; at != 5 {
		t.Errorf("at character %d, want 5", at)
	}
	d.Search("充电桩 (停车)")
	w.rest()
	w.do()
	if f := d.Finds(); f.Wrong != nil {
		t.Errorf("put right: still %v", f.Wrong)
	}
}

// Enter does not wait for the pause; the first hit is opened when it comes.
func TestEnterAsksNow(t *testing.T) {
	d, w := patient()
	d.Search("双汇")
	d.Submit()
	if _, now := d.Answer(); now != -1 {
		t.Fatalf("a hit is open before there is an answer: %d", now)
	}
	w.rest()
	w.do(1, 0)
	if _, now := d.Answer(); now != 0 {
		t.Errorf("first Enter: at %d", now)
	}
	if len(w.work) > 0 {
		t.Errorf("asked once more after Enter")
	}
	d.Submit()
	if _, now := d.Answer(); now != 1 {
		t.Errorf("second Enter: at %d", now)
	}
}
