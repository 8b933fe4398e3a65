package export

import (
	"cmp"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// mostUnits is how many units the statistics name; the rest are one row.
const mostUnits = 20

// Statistics is what was handed in, counted, with bars, as of a moment.
func Statistics(entries []registry.Entry, o Staff) Book {
	w := o.words()
	var all []registry.Entry // that count
	motions, amends, back := 0, 0, 0
	for _, e := range entries {
		switch {
		case e.Motion():
			motions++
		case e.Proposal.Form == annotate.Revision:
			amends++
		}
		if e.Live() {
			all = append(all, e)
		} else {
			back++
		}
	}
	total := len(all)
	forms, classes, groups, units := newTally(), newTally(o.Categories...), newTally(), newTally()
	how, years, sign, open, states := newTally(), newTally(), newTally(), newTally(), newTally()
	for _, e := range all {
		p := e.Proposal
		forms.add(form(e))
		classes.add(e.Class())
		groups.add(cmp.Or(tidy(p.Deputy.Delegation), w.say(wordNoGroup)))
		host, _ := e.MainUnit()
		units.add(cmp.Or(tidy(host), w.say(wordNoUnit)))
		if len(p.Formed) == 0 {
			how.add(w.say(wordUnsaid))
		}
		for _, f := range p.Formed {
			how.add(f)
		}
		switch p.Repeated {
		case "否":
			years.add(w.say(wordRepeatedNo))
		case "":
			years.add(w.sayf(wordYears, w.say(wordUnsaid)))
		default:
			years.add(w.sayf(wordYears, p.Repeated))
		}
		switch {
		case p.AsDelegation:
			sign.add(w.say(wordByGroup))
		case len(p.Cosigners) > 0:
			sign.add(w.say(wordTogether))
		default:
			sign.add(w.say(wordAlone))
		}
		open.add(cmp.Or(p.Open, w.say(wordUnsaid)))
		states.add(string(cmp.Or(e.State, registry.Registered)))
	}
	title := w.say(wordStatistics)
	var blocks []Block
	if s := o.session(entries); s != "" {
		blocks = append(blocks, Title{Text: s, Small: true})
	}
	blocks = append(blocks, Title{Text: title}, Title{Text: w.sayf(wordUntil, moment(o.Until)), Small: true}, Gap{1},
		Text(w.sayf(wordStatLead, moment(o.Until), total+back, motions, total+back-motions-amends, amends)+backText(w, back)))
	blocks = append(blocks, Space{2}, Paragraph{Spans: []Span{{Text: w.say(wordStatNote)}}, Small: true, Flush: true})
	part := func(heading string, tables ...Table) {
		blocks = append(blocks, Heading{Level: 1, Text: w.say(heading)})
		for i, t := range tables {
			t.Together = len(t.Rows) <= 24
			if i > 0 {
				blocks = append(blocks, Space{8})
			}
			blocks = append(blocks, t)
		}
	}
	part(wordStatForm, forms.most().table(w, wordKind, total))
	part(wordStatClass, classes.table(w, wordCategory, total))
	part(wordStatGroup, groups.most().table(w, wordDelegation, total))
	part(wordStatUnit, units.first(w, mostUnits).table(w, wordAsHost, total))
	part(wordStatHow, how.most().table(w, wordFormed, total), years.table(w, wordRepeated, total))
	part(wordStatSign, sign.table(w, wordBy, total), open.most().table(w, wordOpen, total))
	part(wordStatState, states.table(w, wordStateHead, total))
	if len(o.Last.Entries) > 0 {
		blocks = append(blocks, Heading{Level: 1, Text: w.say(wordStatCompare)}, Text(w.sayf(wordCompareWith, tidy(o.Last.Session))))
		t := compared(w, all, o)
		t.Together = len(t.Rows) <= 24
		blocks = append(blocks, t)
	}
	return o.paper(title, all, blocks)
}

func backText(w *sheet, back int) string {
	if back == 0 {
		return ""
	}
	return w.sayf(wordStatBack, back)
}

// form is what an entry is counted as.
func form(e registry.Entry) string {
	if e.Proposal.Form == annotate.Motion && !e.Motion() {
		return string(annotate.Suggestion)
	}
	return string(e.Proposal.Form)
}

// first keeps the n most counted; the others are added up.
func (t *tally) first(w *sheet, n int) *tally {
	t.most()
	if len(t.names) <= n+1 {
		return t
	}
	rest := t.names[n:]
	sum := 0
	for _, r := range rest {
		sum += t.count[r]
		delete(t.count, r)
	}
	last := w.sayf(wordMoreUnits, len(rest))
	t.names = append(t.names[:n:n], last)
	t.count[last] = sum
	return t
}
