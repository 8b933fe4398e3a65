package search

import (
	"regexp"
	"strconv"

	"deputydesk/search/hanzi"
)

// askedMonth is a question for deadlines: 6月前, 6月底前.
var askedMonth = regexp.MustCompile(`^([0-9]{1,2})月(?:底|末|份)?(?:之|以)?前$`)

// deadlines are the ways in which reports say by which month something is due.
// A bare month is none: 6月的活动 promises nothing.
var deadlines = regexp.MustCompile(`([0-9]{1,2})月(?:[0-9]{1,2}日)?(?:份|底|末|上旬|中旬|下旬)?(?:之|以)?前|上半年|[一二三1-3]季度`)

// dueWords are the deadlines that name no month, with the month that ends them.
var dueWords = map[string]int{
	"上半年": 6, "一季度": 3, "二季度": 6, "三季度": 9, "1季度": 3, "2季度": 6, "3季度": 9,
}

// newDue reads a filter for deadlines: 6月前 finds what is due by the end of
// June, 5月底前 and 上半年 included.
func newDue(text string) (*term, bool) {
	m := askedMonth.FindStringSubmatch(hanzi.Fold(text).Text)
	if m == nil {
		return nil, false
	}
	month, err := strconv.Atoi(m[1])
	if err != nil || month < 1 || month > 12 {
		return nil, false
	}
	return &term{kind: dueTerm, text: text, hi: float64(month)}, true
}

// due are the places in l that name a deadline by the month asked for.
func (t *term) due(l *leaf) []place {
	var all []place
	for _, at := range deadlines.FindAllStringSubmatchIndex(l.plain, -1) {
		month := dueWords[l.plain[at[0]:at[1]]]
		if at[2] >= 0 {
			month, _ = strconv.Atoi(l.plain[at[2]:at[3]]) // one or two digits
		}
		if month >= 1 && float64(month) <= t.hi {
			all = append(all, place{false, at[0], at[1]})
		}
	}
	return all
}
