package desk

import (
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/assets"
)

func TestCountdown(t *testing.T) {
	words := assets.Language(assets.Chinese)
	both := func(motion, suggestion, ends string) *Desk {
		d := openAt(t, t.TempDir(), beforeTheMeeting)
		t.Cleanup(func() { shut(t, d) })
		s := meeting()
		s.Motion, s.Suggestion, s.Ends = motion, suggestion, ends
		d.OpenSession(issue(t, s))
		return d
	}
	all := both("2024-02-22 12:00", "2024-02-23 12:00", "2024-02-23")
	motion := both("2024-02-22 12:00", "", "")
	suggestion := both("", "2024-02-23 09:30", "2024-02-23")
	none := both("", "", "2024-02-23")
	for _, tt := range []struct {
		d         *Desk
		now, want string
	}{
		{all, "02-17 12:00:00", "议案截止2月22日12:00，还有5天"},
		{all, "02-19 12:00:00", "议案截止2月22日12:00，还有3天"},
		{all, "02-19 12:00:01", "议案截止2月22日12:00，还有71小时"},
		{all, "02-21 11:00:00", "议案截止2月22日12:00，还有25小时"},
		{all, "02-22 10:00:00", "议案截止2月22日12:00，还有2小时"},
		{all, "02-22 10:00:01", "议案截止2月22日12:00，还有119分钟"},
		{all, "02-22 11:20:00", "议案截止2月22日12:00，还有40分钟"},
		{all, "02-22 11:59:59", "议案截止2月22日12:00，还有1分钟"},
		{all, "02-22 12:00:00", "议案已截止；建议截止2月23日12:00，还有24小时"},
		{all, "02-23 12:00:00", "建议截止2月23日12:00，已截止"},
		{all, "02-24 00:00:01", ""},
		{motion, "02-22 12:00:00", "议案截止2月22日12:00，已截止"},
		{motion, "02-28 12:00:00", ""},
		{suggestion, "02-23 09:00:00", "建议截止2月23日09:30，还有30分钟"},
		{none, "02-22 12:00:00", ""},
	} {
		now, err := time.ParseInLocation("2006-01-02 15:04:05", "2024-"+tt.now, annotate.Beijing)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		// A machine whose clock is set to another zone counts the same.
		if key, args := tt.d.Deadline(now.UTC()); key != "" {
			got = words.Text(key, args...)
		}
		if got != tt.want {
			t.Errorf("%s: %s, want %s", tt.now, got, tt.want)
		}
	}
	if key, _ := open(t, t.TempDir()).Deadline(beforeTheMeeting); key != "" {
		t.Errorf("without a session: %s", key)
	}
}

// The status line is told at the full minute, until there is nothing to say.
func TestCountdownTicksEveryMinute(t *testing.T) {
	now := time.Date(2024, 2, 22, 11, 58, 20, 0, annotate.Beijing)
	var waits []time.Duration
	var next func()
	ticks := 0
	d := Open(Settings{Folder: furnish(t, t.TempDir()), Now: func() time.Time { return now },
		After: func(wait time.Duration, f func()) func() {
			waits, next = append(waits, wait), f
			return func() { next = nil }
		}})
	d.Changed = func(topic Topic) {
		if topic == Ticked {
			ticks++
		}
	}
	s := meeting()
	s.Suggestion, s.Ends = "", "2024-02-22"
	d.OpenSession(issue(t, s))
	if len(waits) != 1 || waits[0] != 40*time.Second {
		t.Fatalf("waits %v", waits)
	}
	now = now.Add(waits[0])
	next()
	if ticks != 1 || len(waits) != 2 || waits[1] != time.Minute {
		t.Errorf("%d ticks, waits %v", ticks, waits)
	}
	now, waits = now.AddDate(0, 0, 1), nil
	next()
	if ticks != 2 || len(waits) != 0 {
		t.Errorf("the clock goes on: %d ticks, waits %v", ticks, waits)
	}
	shut(t, d)
}

func TestDraftsAfterTheSessionAreBetweenSessions(t *testing.T) {
	for _, tt := range []struct{ day, date, when string }{
		{"2024-02-20", "2024-02-21", "大会期间"},
		{"2024-02-22", "2024-02-22", "大会期间"},
		{"2024-03-01", "2024-03-01", "闭会期间"},
	} {
		now, err := time.ParseInLocation(time.DateOnly, tt.day, annotate.Beijing)
		if err != nil {
			t.Fatal(err)
		}
		d := openAt(t, t.TempDir(), now)
		d.OpenSession(issue(t, meeting()))
		d.Dismiss()
		press(t, d, d.Write(annotate.Suggestion))
		if p := d.Draft(); p.Date != tt.date || p.When != tt.when || p.Session != shili {
			t.Errorf("%s: %s %s %s", tt.day, p.Date, p.When, p.Session)
		}
		shut(t, d)
	}
}
