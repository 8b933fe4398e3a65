package check

import (
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/rules"
)

// deadline compares the day and hour on the sheet with the time limits of the
// session. It asks no clock: what counts is when the sheet says it was filed.
func (c *checker) deadline() {
	if c.p.Form == annotate.Motion && c.p.When == "闭会期间" {
		c.add(Warning, "when", "between-sessions")
	}
	limit := c.pack.Deadlines.Suggestion
	if c.p.Form == annotate.Motion {
		limit = c.pack.Deadlines.Motion
	}
	end, err := time.Parse(rules.Moment, limit)
	if limit == "" || err != nil {
		return
	}
	day, err := time.Parse(time.DateOnly, c.p.Date)
	if err != nil {
		return // required or number-form says so
	}
	last := time.Date(end.Year(), end.Month(), end.Day(), 0, 0, 0, 0, time.UTC)
	late := day.After(last)
	if day.Equal(last) && c.p.Form == annotate.Motion {
		hour, err := time.Parse("15:04", narrow(c.p.Hour))
		if err != nil {
			c.add(Warning, "hour", "hour", "deadline", limit)
			return
		}
		late = hour.Hour()*60+hour.Minute() > end.Hour()*60+end.Minute()
	}
	switch {
	case late && c.p.Form == annotate.Motion:
		c.add(Error, "date", "late-motion", "deadline", limit)
	case late:
		c.add(Hint, "date", "late", "deadline", limit)
	}
}
