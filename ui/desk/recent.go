package desk

import (
	"slices"
	"strings"
)

const (
	// recentQueries is the setting that keeps what was looked for.
	recentQueries = "recent-queries"

	// mostRecent is how many are kept: as many as can be read at a glance.
	mostRecent = 12
)

// Recent are the queries that led somewhere, the newest first.
func (d *Desk) Recent() []string {
	if d.recent == nil {
		d.recent = []string{}
		if d.store != nil {
			if _, err := d.store.Setting(recentQueries, &d.recent); err != nil {
				d.tell(err)
			}
		}
	}
	return d.recent
}

// remember puts a query before the others.
func (d *Desk) remember(query string) {
	query = strings.TrimSpace(query)
	was := d.Recent()
	if query == "" || len(was) > 0 && was[0] == query {
		return
	}
	now := []string{query}
	for _, q := range was {
		if q != query && len(now) < mostRecent {
			now = append(now, q)
		}
	}
	d.keepRecent(now)
}

// ForgetRecent forgets what was looked for.
func (d *Desk) ForgetRecent() {
	d.keepRecent([]string{})
	d.changed(Answered)
}

func (d *Desk) keepRecent(now []string) {
	d.recent = slices.Clip(now)
	if d.store != nil {
		d.tell(d.store.SetSetting(recentQueries, now))
	}
}
