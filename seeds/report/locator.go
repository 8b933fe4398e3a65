package report

import (
	"fmt"
	"strings"
)

// Locator names p in words that work on paper: "三、2024年重点工作安排 (四)
// 注重内外兼修，提升城市品质 第3段". The paragraph number counts within its
// section.
func Locator(r *Report, p Paragraph) string {
	var parts []string
	if h := r.Heading(p.Section.Top()); h != "" {
		parts = append(parts, h)
	}
	if p.Section.Depth() > 1 {
		parts = append(parts, r.Heading(p.Section))
	}
	number := string(p.ID)[strings.LastIndexByte(string(p.ID), '/')+1:]
	parts = append(parts, fmt.Sprintf("第%s段", number))
	return strings.Join(parts, " ")
}
