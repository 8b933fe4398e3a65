package desk

import (
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/rules"
)

// meetingDefaults fills in what the session package says of a new draft: the
// session, and the date. Before the session it is the first day, on which the
// draft can be handed in; after it the draft is one between sessions.
func (d *Desk) meetingDefaults(p *annotate.Proposal) {
	if d.meeting == nil {
		return
	}
	s, today := d.meeting.Session, d.set.Now().Format(time.DateOnly)
	p.Session = s.Name
	switch {
	case s.Begins != "" && today < s.Begins:
		p.Date = s.Begins
	case s.Ends != "" && today > s.Ends:
		p.When = "闭会期间"
	}
}

// overShown is how long "closed" is said after a deadline when nobody gave the
// last day of the session; no session of a city lasts longer.
const overShown = 5 * 24 * time.Hour

// Deadline is what to say of the time that is left at now, as a key of the
// catalogue and values for its gaps; "" if there is nothing to say.
//
// It speaks of the next deadline: that of 议案, after it that of 建议. Hours are
// whole ones, so that it never promises more than there is.
func (d *Desk) Deadline(now time.Time) (key string, args []any) {
	motion, isMotion := deadline(d.pack.Deadlines.Motion)
	suggestion, isSuggestion := deadline(d.pack.Deadlines.Suggestion)
	switch {
	case isMotion && now.Before(motion):
		return countdown("desk.deadline.motion", motion, now)
	case isSuggestion && now.Before(suggestion):
		if isMotion {
			return countdown("desk.deadline.then", suggestion, now)
		}
		return countdown("desk.deadline.suggestion", suggestion, now)
	}
	last, name := motion, "desk.deadline.motion.over"
	if isSuggestion && (!isMotion || suggestion.After(motion)) {
		last, name = suggestion, "desk.deadline.suggestion.over"
	}
	if !isMotion && !isSuggestion || now.After(d.overUntil(last)) {
		return "", nil
	}
	return name, at(last)
}

// overUntil is until when it is said that the deadline last is over.
func (d *Desk) overUntil(last time.Time) time.Time {
	if d.meeting != nil {
		if day, err := time.ParseInLocation(time.DateOnly, d.meeting.Session.Ends, annotate.Beijing); err == nil {
			return day.AddDate(0, 0, 1)
		}
	}
	return last.Add(overShown)
}

// deadline reads a time of a rule pack; packs are checked when they are read.
func deadline(text string) (time.Time, bool) {
	t, err := time.ParseInLocation(rules.Moment, text, annotate.Beijing)
	return t, err == nil
}

// Below two hours people count minutes, above three days they count days.
const (
	minutesBelow = 2 * time.Hour
	daysFrom     = 72 * time.Hour
)

func countdown(name string, end, now time.Time) (string, []any) {
	left := end.Sub(now)
	unit, n := ".hours", int(left/time.Hour)
	switch {
	case left < minutesBelow:
		unit, n = ".minutes", max(1, int(left/time.Minute))
	case left >= daysFrom:
		unit, n = ".days", int(left/(24*time.Hour))
	}
	return name + unit, append(at(end), "n", n)
}

func at(t time.Time) []any {
	return []any{"month", int(t.Month()), "day", t.Day(), "clock", t.Format("15:04")}
}

// tick says Ticked at the end of every minute while there is a deadline to show.
func (d *Desk) tick() {
	d.stopTicking()
	now := d.set.Now()
	if key, _ := d.Deadline(now); key == "" {
		return
	}
	d.ticking = d.set.After(now.Truncate(time.Minute).Add(time.Minute).Sub(now), func() {
		d.ticking = nil
		d.changed(Ticked)
		d.tick()
	})
}

func (d *Desk) stopTicking() {
	if d.ticking != nil {
		d.ticking()
		d.ticking = nil
	}
}
