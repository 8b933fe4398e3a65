package desk

import (
	"testing"
	"time"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// reading is a desk with a clock that is set by hand; every wait that is asked
// for ends when the test says so.
func reading(t *testing.T, folder string) (d *Desk, pass func(time.Duration)) {
	t.Helper()
	now := time.Date(2024, 2, 22, 9, 0, 0, 0, time.FixedZone("+08:00", 8*3600))
	var due []func()
	d = Open(Settings{Folder: folder, Now: func() time.Time { return now }, After: func(_ time.Duration, f func()) func() {
		due = append(due, f)
		return func() {}
	}})
	return d, func(wait time.Duration) {
		now = now.Add(wait)
		waiting := due
		due = nil
		for _, f := range waiting {
			f()
		}
	}
}

// What stands on the screen long enough is read, from its top; what is merely
// scrolled past is not. It is kept over a restart.
func TestReadIsWhatStoodOnTheScreen(t *testing.T) {
	folder := t.TempDir()
	d, pass := reading(t, folder)
	first := d.Report().Sections[0].Path
	var whole []Glance
	length := 0
	for _, p := range d.Report().Sections[0].Paragraphs {
		whole = append(whole, Glance{p.ID, report.Span{End: len(p.Text)}})
		length += utf8.RuneCountInString(p.Text)
	}
	seconds := func(n int) time.Duration { return time.Duration(n) * time.Second }

	told := 0
	d.Changed = func(topic Topic) {
		if topic == Read {
			told++
		}
	}
	for _, tt := range []struct {
		name      string
		wait      time.Duration
		from, to  int // percent of the section
		mustTell  bool
		lookFirst bool
	}{
		{"a second is too short for the first sentence", seconds(1), 0, 0, false, true},
		{"half of the time it takes", seconds(length / readingSpeed / 2), 30, 65, true, false},
		{"an hour away from the desk", time.Hour, 100, 100, true, false},
		{"and an hour more", time.Hour, 100, 100, false, false},
	} {
		told = 0
		if tt.lookFirst {
			d.Look(whole)
		}
		pass(tt.wait)
		if n := d.Progress()[first]; n < tt.from || n > tt.to {
			t.Errorf("%s: %d %% are read, want %d to %d", tt.name, n, tt.from, tt.to)
		}
		if (told > 0) != tt.mustTell {
			t.Errorf("%s: told %d times", tt.name, told)
		}
	}
	next := d.Report().Paragraphs()[len(whole)]
	d.Look([]Glance{{next.ID, report.Span{End: len(next.Text)}}})
	d.Look(nil) // scrolled past at once, although an hour was left over before
	if marks := d.progress.read[next.ID]; marks != "" {
		t.Errorf("what was scrolled past is read: %s", marks)
	}
	shut(t, d)

	d, _ = reading(t, folder)
	defer shut(t, d)
	if n := d.Progress()[first]; n != 100 {
		t.Errorf("after a restart %d %% are read", n)
	}
}

// A sentence whose end is below the edge is not read yet.
func TestACutSentenceIsNotRead(t *testing.T) {
	d, pass := reading(t, t.TempDir())
	defer shut(t, d)
	p := d.Report().Paragraphs()[0]
	s := p.Sentences()
	d.Look([]Glance{{p.ID, report.Span{Start: s[1].Start, End: s[3].End - len("。")}}})
	pass(time.Hour)
	if marks := d.progress.read[p.ID]; marks[:4] != "0110" {
		t.Errorf("sentences read: %s", marks)
	}
}
