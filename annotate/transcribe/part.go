package transcribe

import (
	"strings"
	"unicode/utf8"
)

// part cuts the pieces of a file where another proposal begins: at a second
// title with text between them.
func part(items []item) [][]item {
	var starts []int
	seen := map[string]bool{}
	textSince := 0
	for i, it := range items {
		tight := closed(strings.Trim(it.value, "《》"))
		isTitle := it.field == "title" && titleShape.MatchString(tight) ||
			it.field == "" && titleShape.MatchString(tight) && utf8.RuneCountInString(tight) <= 60 && !strings.ContainsAny(tight, "。！")
		switch {
		case isTitle && !seen[fold(tight)] && (len(starts) == 0 || textSince >= 30):
			seen[fold(tight)] = true
			starts = append(starts, i)
			textSince = 0
		case !isTitle:
			textSince += utf8.RuneCountInString(it.value)
		}
	}
	if len(starts) < 2 {
		return [][]item{items}
	}
	var parts [][]item
	from := 0
	for _, s := range starts[1:] {
		// The head of a form stands above its title.
		for s > from+1 && items[s-1].field == "" && !items[s-1].cell && isHead(items[s-1].value) {
			s--
		}
		parts = append(parts, items[from:s])
		from = s
	}
	return append(parts, items[from:])
}

func isHead(text string) bool {
	tight := closed(text)
	return utf8.RuneCountInString(tight) <= 40 && (sessionLine.MatchString(tight) || formLine.MatchString(tight) || noteLine.MatchString(tight))
}
