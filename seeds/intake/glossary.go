package intake

import (
	"regexp"
	"slices"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// Behind many reports stands a list of the words they use, 名词解释. It is a section
// of its own, and its items, counted 一、 二、 or 1. 2., are no headings of the report.

// glossaryPath is the path of that section.
const glossaryPath = "名词解释"

// glossaryTitle is what stands above the list: 名词解释, 《政府工作报告》有关名词注释,
// 附：名词说明.
var glossaryTitle = regexp.MustCompile(`^[（(]?(附件?\d?[：:]?)?.{0,14}(名词|用语|术语)(解释|注释|说明)[）)]?$`)

// glossary returns at which unit the list of words begins; len(texts) if there is
// none, or if a person has said what a unit behind it is.
func glossary(texts []string, roles []FixOp) int {
	for i, t := range texts {
		t = report.Squeeze(t)
		if i > 0 && utf8.RuneCountInString(t) <= 24 && glossaryTitle.MatchString(t) && markOf(texts[i]).level == 0 &&
			!slices.ContainsFunc(roles[i:], func(r FixOp) bool { return r != "" }) {
			return i
		}
	}
	return len(texts)
}
