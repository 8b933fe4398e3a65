package check

import (
	"deputydesk/annotate"
)

// partNames are the keys of the three parts of a body, for the two ways a
// proposal is built.
func partNames(form annotate.Form) [3]string {
	if form == annotate.Motion {
		return [3]string{"body.reason", "body.basis", "body.plan"}
	}
	return [3]string{"body.situation", "body.analysis", "body.proposal"}
}

// threeParts checks that there is something in each part: 情况、分析、建议, or
// 案由、案据、方案. A 修改意见 says everything in its amendments.
func (c *checker) threeParts() {
	if c.p.Form == annotate.Revision {
		return
	}
	parts := [3]string{c.p.Body.Situation, c.p.Body.Analysis, c.p.Body.Proposal}
	for i, field := range partNames(c.p.Form) {
		switch n := count(parts[i]); {
		case n == 0:
			c.add(Error, field, "empty")
		case n < c.pack.Lengths.Part:
			c.add(Warning, field, "short", "length", n, "least", c.pack.Lengths.Part)
		}
	}
}
