package intake

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A heading （一） may stand in one line with its text, behind a colon or two
// blanks: （一）修好农村路：新修农村公路50公里，……

// inLineRunes is how short the words of such a heading may be.
const inLineRunes = 3

var inLineMark = regexp.MustCompile(`^([^，。；！？：、“”《》\s\x{3000}]+)(：|\x{3000}+|[ \x{a0}]{2,})`)

// inLine returns the heading at the start of text that a colon or two blanks
// divide from the text behind it, and what divides them; "" if there is none.
// What follows must be running text: （二）一个核心：实体经济 is a heading whole.
func inLine(text string) (heading, mark string) {
	m := markOf(text)
	if m.level != 2 {
		return "", ""
	}
	words := inLineMark.FindStringSubmatch(text[m.width:])
	if words == nil {
		return "", ""
	}
	n := utf8.RuneCountInString(words[1])
	rest := text[m.width+len(words[0]):]
	if n < inLineRunes || n > leadRunes || !strings.ContainsAny(rest, "，；。") {
		return "", ""
	}
	return text[:m.width+len(words[1])], words[2]
}

// setOff reports whether the blanks of raw from i to end divide a heading from
// its text. Blanks before them would say that the words are spread out: 加  快.
func setOff(raw string, i, end int) bool {
	h, mark := inLine(raw)
	return mark != "" && mark != "：" && len(h) == i && len(h)+len(mark) == end
}
