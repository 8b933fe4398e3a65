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

// A Wish is what a proposal wants of one place of a report.
type Wish struct {
	Field     string // "cite[0].ask"
	Report    report.ID
	Paragraph report.ParagraphID // "" if the quote is bound to none
	Target    target.ID          // "" if none is named
	Quote     string
	Folded    string       // the quote as it is compared: annotate.Fold
	Ask       annotate.Ask // of a citation, or what an amendment amounts to; "" if neither
	To        string       // what an amendment would have stand there; "" for a citation
}

// Deleted is what an amendment asks that strikes words out.
const Deleted annotate.Ask = "删"

// opposites are asks that nobody can grant together. Of what one wants struck
// out one cannot want more.
var opposites = [][2]annotate.Ask{
	{"提高", "降低"}, {"提前", "推迟"},
	{Deleted, "提高"}, {Deleted, "降低"}, {Deleted, "明确"}, {Deleted, "补充"}, {Deleted, "提前"}, {Deleted, "保障"},
}

// Opposed reports whether nobody can grant both asks of one place.
func Opposed(a, b annotate.Ask) bool {
	return slices.Contains(opposites, [2]annotate.Ask{a, b}) || slices.Contains(opposites, [2]annotate.Ask{b, a})
}

// Wishes lists what p wants of a report, citations first.
func Wishes(p annotate.Proposal) []Wish {
	var all []Wish
	if p.Form != annotate.Revision {
		for i, c := range p.Cites {
			all = append(all, Wish{index("cite", i, "ask"), c.Anchor.Report, c.Anchor.Paragraph, c.Target, c.Anchor.Quote, annotate.Fold(c.Anchor.Quote), c.Ask, ""})
		}
		return all
	}
	for i, a := range p.Amends {
		w := Wish{index("amendment", i, "op"), a.Anchor.Report, a.Anchor.Paragraph, "", a.Anchor.Quote, annotate.Fold(a.Anchor.Quote), "", strings.TrimSpace(a.To)}
		switch a.Op {
		case annotate.Delete:
			w.Ask, w.To = Deleted, ""
		case annotate.Replace:
			w.Ask = direction(a.Anchor.Quote, a.To)
		case annotate.Insert:
			w.To = "" // two things can be put in at one place
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

// SamePlace says whether two wishes are about the same target or words.
func SamePlace(a, b Wish) bool {
	if a.Report != b.Report {
		return false
	}
	if a.Target != "" && b.Target != "" {
		return a.Target == b.Target
	}
	short, long := a.Folded, b.Folded
	if len(short) > len(long) {
		short, long = long, short
	}
	return short == long && short != "" || utf8.RuneCountInString(short) >= leastShared && strings.Contains(long, short)
}

// contradict compares the wishes of one proposal with each other.
func (c *checker) contradict() {
	all := Wishes(c.p)
	for i, b := range all {
		for _, a := range all[:i] {
			if SamePlace(a, b) && Opposed(a.Ask, b.Ask) {
				c.add(Warning, b.Field, "here", "quote", b.Quote, "one", a.Ask, "two", b.Ask)
			} else if a.To != "" && b.To != "" && a.To != b.To && a.Folded == b.Folded && a.Report == b.Report {
				c.add(Warning, b.Field, "reworded", "quote", b.Quote, "one", a.To, "two", b.To)
			}
		}
	}
}

// Together compares p with the other proposals of the same deputy: two that ask
// the opposite of one target answer each other. Proposals of other people, of p
// itself and those that were recalled are passed over. Findings are for p.
func Together(p annotate.Proposal, others []annotate.Proposal) []Finding {
	c := &checker{p: p, rule: AsksContradict}
	mine := Wishes(p)
	if len(mine) == 0 {
		return nil
	}
	for _, o := range others {
		if o.ID == p.ID || o.State == annotate.Recalled || !sameWriter(p.Deputy, o.Deputy) {
			continue
		}
		for _, b := range Wishes(o) {
			for _, a := range mine {
				if SamePlace(a, b) && Opposed(a.Ask, b.Ask) {
					c.add(Warning, a.Field, "other", "quote", a.Quote, "one", a.Ask, "two", b.Ask, "title", o.Title)
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
