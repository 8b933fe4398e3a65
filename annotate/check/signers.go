package check

import (
	"strings"

	"deputydesk/annotate"
)

// cosigners counts who signs a 议案, the first author included, against what
// the level of congress demands. A 建议 needs nobody else.
func (c *checker) cosigners() {
	for i, s := range c.p.Cosigners {
		if strings.TrimSpace(s.Name) == "" {
			c.add(Error, index("cosigner", i, "name"), "nameless")
		}
	}
	if c.p.Form != annotate.Motion {
		return
	}
	need, ok := c.pack.Threshold(string(annotate.Motion))
	if !ok || need.Signers == 0 {
		return
	}
	if c.p.AsDelegation {
		if !need.Delegation {
			c.add(Error, "as_delegation", "delegation", "level", c.pack.Level)
		}
		return
	}
	if n := len(Signers(c.p)); n < need.Signers {
		c.add(Error, "cosigner", "few", "signers", n, "need", need.Signers, "missing", need.Signers-n, "level", c.pack.Level)
	}
}

// cosignerTwice finds people who stand on the list twice, or on the list and at
// its head.
func (c *checker) cosignerTwice() {
	seen := []annotate.Deputy{c.p.Deputy}
	for i, s := range c.p.Cosigners {
		first, twice := among(seen, s)
		switch {
		case twice && first == 0:
			c.add(Error, index("cosigner", i, "name"), "leader", "name", s.Name)
		case twice:
			c.add(Error, index("cosigner", i, "name"), "twice", "name", s.Name, "first", first)
		case namesake(seen, s):
			c.add(Hint, index("cosigner", i, "name"), "namesake", "name", s.Name)
		}
		seen = append(seen, s)
	}
}

// Signers returns who signs p: the first author and every co-signer, each
// person once. Two entries are one person if their numbers are equal or, where
// one has no number, if name and delegation are.
func Signers(p annotate.Proposal) []annotate.Deputy {
	var all []annotate.Deputy
	for _, d := range append([]annotate.Deputy{p.Deputy}, p.Cosigners...) {
		if strings.TrimSpace(d.Name) == "" && strings.TrimSpace(d.Number) == "" {
			continue
		}
		if _, twice := among(all, d); !twice {
			all = append(all, d)
		}
	}
	return all
}

// among returns the number of the entry of all that is the same person as d.
func among(all []annotate.Deputy, d annotate.Deputy) (int, bool) {
	for i, a := range all {
		if same(a, d) {
			return i, true
		}
	}
	return 0, false
}

// namesake says whether somebody of that name and delegation signed already
// under another number: two people, or a slip in the number.
func namesake(seen []annotate.Deputy, d annotate.Deputy) bool {
	for _, a := range seen {
		if plain(d.Name) != "" && plain(a.Name) == plain(d.Name) && plain(a.Delegation) == plain(d.Delegation) {
			return true
		}
	}
	return false
}

func same(a, b annotate.Deputy) bool {
	if x, y := plain(a.Number), plain(b.Number); x != "" && y != "" {
		return strings.TrimLeft(x, "0") == strings.TrimLeft(y, "0")
	}
	return plain(a.Name) != "" && plain(a.Name) == plain(b.Name) && plain(a.Delegation) == plain(b.Delegation)
}

// plain leaves blanks and widths out of a name: 测试 甲 is 测试甲.
func plain(s string) string { return strings.Join(strings.Fields(narrow(s)), "") }
