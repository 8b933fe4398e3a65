package target

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Plain writes every number of a text in plain digits, so that two ways of
// writing one number become one: 3万人 and 三万人 are 30000人, 百分之八 is 8%,
// 1,200 is 1200. A single numeral may be part of a word, 一些 or 百姓, and stays.
func Plain(text string) string {
	var b strings.Builder
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if n, ok := plainAt(text, i, r); ok {
			b.WriteString(strconv.FormatFloat(n.value, 'f', -1, 64))
			if n.percent {
				b.WriteByte('%')
			}
			if n.more {
				b.WriteString("多")
			}
			i = n.end
			continue
		}
		b.WriteString(text[i : i+size])
		i += size
	}
	return b.String()
}

// plainAt reads the number at byte i of text, where r stands.
func plainAt(text string, i int, r rune) (number, bool) {
	switch {
	case strings.ContainsRune(digits, r):
		return numberAt(text, i)
	case !strings.ContainsRune(hanDigits, r):
		return number{}, false
	case strings.HasPrefix(text[i:], "百分之"):
		value, end := hanValue(text, i+len("百分之"))
		return number{start: i, end: end, value: value, percent: true}, end > i+len("百分之")
	}
	n, ok := hanNumberAt(text, i)
	if !ok || utf8.RuneCountInString(text[i:n.end]) < 2 || n.value < 10 && !n.percent {
		return number{}, false
	}
	return n, true
}
