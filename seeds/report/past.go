package report

import "strings"

// Past reports whether the section at path looks back on the year that has
// passed (去年回顾) rather than ahead. Its top heading decides; a report whose
// first part has lost its heading begins with the review, as they all do.
func (r *Report) Past(path Path) bool {
	heading := r.Heading(path.Top())
	for _, word := range []string{"回顾", "取得的成绩", "工作总结"} {
		if strings.Contains(heading, word) {
			return true
		}
	}
	return heading == "" && path.Top() == "一"
}
