package desk

import (
	"fmt"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
)

// A Guarded is what a paper should not go out with: words and figures that are
// not those of the report, characters that cannot be printed. The paper was made
// all the same; nobody is kept from handing it in.
type Guarded struct {
	File     string
	Findings []check.Finding
}

// Error is what a log says.
func (g *Guarded) Error() string {
	return fmt.Sprintf("%s: %d findings, the first %s in %s", g.File, len(g.Findings), g.Findings[0].Rule, g.Findings[0].Field)
}

// guards are the rules that are looked at again when a paper is made.
var guards = map[check.Rule]bool{check.FigureDiffers: true, check.QuoteMissing: true, check.GlyphMissing: true}

// Guard looks at p once more before it becomes paper.
func (d *Desk) Guard(p annotate.Proposal) []check.Finding {
	var found []check.Finding
	for _, f := range d.Check(p) {
		if guards[f.Rule] {
			found = append(found, f)
		}
	}
	return found
}
