package check

import (
	"fmt"
	"unicode"

	"deputydesk/annotate"
)

// Glyphs finds characters that the paper cannot print. prints says whether a
// font has one; which fonts there are only the press knows, so this rule is
// asked for by whoever has it.
func Glyphs(p annotate.Proposal, prints func(r rune) bool) []Finding {
	c := &checker{p: p, rule: GlyphMissing}
	fields := c.written()
	for _, f := range []string{"session", "host", "open_reason", "deputy.name", "deputy.delegation", "deputy.post", "deputy.address"} {
		for _, v := range values(p, f) {
			fields = append(fields, part{f, v})
		}
	}
	for _, u := range p.Cohosts {
		fields = append(fields, part{"cohosts", u})
	}
	for i, s := range p.Cosigners {
		fields = append(fields, part{index("cosigner", i, "name"), s.Name}, part{index("cosigner", i, "delegation"), s.Delegation})
	}
	for i, cite := range p.Cites {
		fields = append(fields, part{index("cite", i, "quote"), cite.Anchor.Quote})
	}
	seen := map[rune]bool{}
	for _, f := range fields {
		for _, r := range f.text {
			if seen[r] || unicode.IsSpace(r) || prints(r) {
				continue
			}
			seen[r] = true
			c.add(Warning, f.field, "missing", "character", string(r), "code", fmt.Sprintf("U+%04X", r))
		}
	}
	return c.found
}
