package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// A wish is what a proposal wants of one place of a report.
type wish struct {
	field  string // "cite[0].ask"
	report report.ID
	target target.ID // "" if none is named
	quote  string
	folded string
	ask    annotate.Ask // of a citation, or what an amendment amounts to; "" if neither
	to     string       // what an amendment would have stand there; "" for a citation
}

// deleted is what an amendment asks that strikes words out.
const deleted annotate.Ask = "删"

// opposites are asks that nobody can grant together. Of what one wants struck
// out one cannot want more.
var opposites = [][2]annotate.Ask{
	{"提高", "降低"}, {"提前", "推迟"},
	{deleted, "提高"}, {deleted, "降低"}, {deleted, "明确"}, {deleted, "补充"}, {deleted, "提前"}, {deleted, "保障"},
}

func opposed(a, b annotate.Ask) bool {
	return slices.Contains(opposites, [2]annotate.Ask{a, b}) || slices.Contains(opposites, [2]annotate.Ask{b, a})
}

// wishes lists what p wants, citations first.
func wishes(p annotate.Proposal) []wish {
	var all []wish
	if p.Form != annotate.Revision {
		for i, c := range p.Cites {
			all = append(all, wish{index("cite", i, "ask"), c.Anchor.Report, c.Target, c.Anchor.Quote, annotate.Fold(c.Anchor.Quote), c.Ask, ""})
		}
		return all
	}
	for i, a := range p.Amends {
		w := wish{index("amendment", i, "op"), a.Anchor.Report, "", a.Anchor.Quote, annotate.Fold(a.Anchor.Quote), "", strings.TrimSpace(a.To)}
		switch a.Op {
		case annotate.Delete:
			w.ask, w.to = deleted, ""
		case annotate.Replace:
			w.ask = direction(a.Anchor.Quote, a.To)
		case annotate.Insert:
			w.to = "" // two things can be put in at one place
		}
		all = append(all, w)
	}
	return all
}

// direction says whether a new wording raises or lowers the one number that it
// changes; "" if it changes none or several.
func direction(from, to string) annotate.Ask {
	a, b := number.FindAllString(narrow(from), -1), number.FindAllString(narrow(to), -1)
	if len(a) != len(b) {
		return ""
	}
	var ask annotate.Ask
	for i := range a {
		x, errX := strconv.ParseFloat(a[i], 64)
		y, errY := strconv.ParseFloat(b[i], 64)
		switch {
		case errX != nil || errY != nil || x == y:
			continue
		case ask != "":
			return ""
		case y > x:
			ask = "提高"
		default:
			ask = "降低"
		}
	}
	return ask
}

// leastShared is how much of a quotation must stand in the other one for both
// to speak of the same place, in characters: a name alone stands in many.
const leastShared = 6

// samePlace says whether two wishes are about the same target or words.
func samePlace(a, b wish) bool {
	if a.report != b.report {
		return false
	}
	if a.target != "" && b.target != "" {
		return a.target == b.target
	}
	short, long := a.folded, b.folded
	if len(short) > len(long) {
		short, long = long, short
	}
	return short == long && short != "" || utf8.RuneCountInString(short) >= leastShared && strings.Contains(long, short)
}

// contradict compares the wishes of one proposal with each other.
func (c *checker) contradict() {
	all := wishes(c.p)
	for i, b := range all {
		for _, a := range all[:i] {
			if samePlace(a, b) && opposed(a.ask, b.ask) {
				c.add(Warning, b.field, "here", "quote", b.quote, "one", a.ask, "two", b.ask)
			} else if a.to != "" && b.to != "" && a.to != b.to && a.folded == b.folded && a.report == b.report {
				c.add(Warning, b.field, "reworded", "quote", b.quote, "one", a.to, "two", b.to)
			}
		}
	}
}

// Together compares p with the other proposals of the same deputy: two that ask
// the opposite of one target answer each other. Proposals of other people, of p
// itself and those that were recalled are passed over. Findings are for p.
func Together(p annotate.Proposal, others []annotate.Proposal) []Finding {
	c := &checker{p: p, rule: AsksContradict}
	mine := wishes(p)
	if len(mine) == 0 {
		return nil
	}
	for _, o := range others {
		if o.ID == p.ID || o.State == annotate.Recalled || !sameWriter(p.Deputy, o.Deputy) {
			continue
		}
		for _, b := range wishes(o) {
			for _, a := range mine {
				if samePlace(a, b) && opposed(a.ask, b.ask) {
					c.add(Warning, a.field, "other", "quote", a.quote, "one", a.ask, "two", b.ask, "title", o.Title)
				}
			}
		}
	}
	return c.found
}

// sameWriter says whether two sheets are one deputy's. On a sheet without any
// name the one who keeps it will write theirs.
func sameWriter(a, b annotate.Deputy) bool {
	nobody := func(d annotate.Deputy) bool { return plain(d.Name)+plain(d.Number) == "" }
	return nobody(a) || nobody(b) || same(a, b)
}
