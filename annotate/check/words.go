package check

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/rules"
)

// excluded asks about words that may betray a matter that is no 代表建议. It is
// a question: a proposal about fair tenders has to say 招标.
func (c *checker) excluded() {
	for _, h := range c.pack.Exclusions {
		if field, word := c.hint(h); word != "" {
			c.add(Hint, field, "confirm", "name", h.Name, "word", word)
		}
	}
}

// hint returns the first field that holds a word of h, and that word.
func (c *checker) hint(h rules.Hint) (field, word string) {
	for _, part := range c.written() {
		for _, w := range h.Words {
			if strings.Contains(part.text, w) {
				return part.field, w
			}
		}
	}
	return "", ""
}

// scope warns that a 议案 may be turned into a 建议: it is about what the
// government does every day, or about what others decide.
func (c *checker) scope() {
	if c.p.Form != annotate.Motion {
		return
	}
	if hasAny(c.p.Title, c.pack.Congress.Title) {
		return
	}
	for _, part := range c.written() {
		if hasAny(part.text, c.pack.Congress.Words) {
			return
		}
	}
	found := false
	for _, h := range c.pack.Scope {
		if field, word := c.hint(h); word != "" {
			found = true
			c.add(Warning, field, "outside", "name", h.Name, "word", word)
		}
	}
	if !found {
		c.add(Hint, "body.plan", "unclear")
	}
}

// wording finds slips of the pen and words of another assembly: a deputy files
// no 提案.
func (c *checker) wording() {
	for _, w := range c.pack.Wording {
		if len(w.Kinds) > 0 && !slices.Contains(w.Kinds, string(c.p.Form)) {
			continue
		}
		for _, part := range c.written() {
			if !wrong(part.text, w) {
				continue
			}
			if w.Instead == "" {
				c.add(Warning, part.field, "leave-out", "write", w.Write)
			} else {
				c.add(Warning, part.field, "instead", "write", w.Write, "instead", w.Instead)
			}
			break
		}
	}
}

// wrong says whether text has w outside the longer words in which it is right.
func wrong(text string, w rules.Wording) bool {
	for _, right := range w.Unless {
		text = strings.ReplaceAll(text, right, "")
	}
	return strings.Contains(text, w.Write)
}

// units checks the wished 承办单位.
func (c *checker) units() {
	var units []string
	for i, u := range c.wished() {
		if full, _, ok := c.pack.Unit(u); ok {
			u = full.Name
		}
		if slices.Contains(units, u) {
			c.add(Warning, unitField(i), "twice", "unit", u)
			continue
		}
		units = append(units, u)
	}
	if most := c.pack.Lengths.Units; most > 0 && len(units) > most {
		c.add(Warning, "cohosts", "many", "count", len(units), "most", most)
	}
}

// wished yields the units that the sheet names, with 0 for those in the host's
// place and 1 for co-hosts. One place may hold several, 市教育局、市财政局.
func (c *checker) wished() func(yield func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, list := range append([]string{c.p.Host}, c.p.Cohosts...) {
			for _, u := range strings.FieldsFunc(list, func(r rune) bool { return strings.ContainsRune("、，,；;/\n", r) }) {
				if u = strings.TrimSpace(u); u != "" && !yield(min(i, 1), u) {
					return
				}
			}
		}
	}
}

// unitField is the field of a unit: 0 stands for the host.
func unitField(n int) string {
	if n == 0 {
		return "host"
	}
	return "cohosts"
}

// names checks that units are called by their full names, and people by their
// names alone.
func (c *checker) names() {
	for i, u := range c.wished() {
		if len(c.pack.Units) == 0 {
			break
		}
		switch unit, full, ok := c.pack.Unit(u); {
		case !ok:
			c.add(Hint, unitField(i), "unknown-unit", "unit", u)
		case !full:
			c.add(Warning, unitField(i), "short-unit", "unit", u, "full", unit.Name)
		}
	}
	c.leaders()
	c.nameOnly("deputy.name", c.p.Deputy.Name)
	for i, s := range c.p.Cosigners {
		c.nameOnly(index("cosigner", i, "name"), s.Name)
	}
}

// nameOnly finds a title behind a name. What is left must be a name: 代表甲 is
// nobody's.
func (c *checker) nameOnly(field, name string) {
	for _, title := range c.pack.Names.Titles {
		if left, ok := strings.CutSuffix(plain(name), title); ok && count(left) >= 2 {
			c.add(Warning, field, "title-in-name", "name", name, "title", title)
			return
		}
	}
}
