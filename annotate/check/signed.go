package check

import "strings"

// SignedBefore finds signatures that were given to other words than there are
// now: who signed must be told.
const SignedBefore Rule = "signed-before"

// signedBefore names who signed before the last change. What was signed is known
// on the deputy's own machine only; a proposal that came from elsewhere gives
// no finding.
func (c *checker) signedBefore() {
	var names []string
	for _, who := range c.p.SignedBefore() {
		names = append(names, who.Name)
	}
	if len(names) > 0 {
		c.add(Warning, "cosigner", "changed", "names", strings.Join(names, "、"), "count", len(names))
	}
}
