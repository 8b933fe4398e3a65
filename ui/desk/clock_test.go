package desk

import (
	"testing"
	"time"

	"deputydesk/annotate"
)

// A machine whose battery is empty believes it is 1970; later it is set right, or
// even back. What was written on any day is there on every other.
func TestClockThatIsWrong(t *testing.T) {
	folder := t.TempDir()
	days := []time.Time{
		time.Date(1970, 1, 1, 0, 0, 30, 0, annotate.Beijing),
		time.Date(2026, 3, 2, 9, 0, 0, 0, annotate.Beijing),
		time.Date(1970, 1, 1, 0, 5, 0, 0, annotate.Beijing),
		time.Date(2099, 12, 31, 23, 59, 59, 0, annotate.Beijing),
	}
	for i, now := range days {
		d := openAt(t, folder, now)
		if len(d.Drafts()) != i {
			t.Fatalf("%v: %d drafts, want %d", now, len(d.Drafts()), i)
		}
		d.Press(d.Write(annotate.Suggestion))
		if d.Notice() != nil && !GoodNews(d.Notice()) {
			t.Errorf("%v: %v", now, d.Notice())
		}
		if g := d.Diagnose(); !g.Made.Equal(now) {
			t.Errorf("%v: the report says %v", now, g.Made)
		}
		shut(t, d)
	}
}
