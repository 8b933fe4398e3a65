package annotate

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Numbering is a way to count measures.
type Numbering string

// The numberings, in the order offered. Ordinals is how proposals are mostly
// written.
const (
	Ordinals   Numbering = "一是"
	Arabic     Numbering = "1."
	Brackets   Numbering = "（一）"
	Unnumbered Numbering = ""
)

// Numberings lists those that can be chosen.
var Numberings = []Numbering{Ordinals, Arabic, Brackets}

// mostNumbered is how many points are counted: more do not fit on a sheet.
const mostNumbered = 99

// Mark returns the mark of point n, from 1.
func (g Numbering) Mark(n int) string {
	switch g {
	case Ordinals:
		return Numeral(n) + "是"
	case Arabic:
		return strconv.Itoa(n) + ". "
	case Brackets:
		return "（" + Numeral(n) + "）"
	}
	return ""
}

// Numeral writes 1 to 99 in Chinese: 一, 十二, 三十.
func Numeral(n int) string {
	const digits = "一二三四五六七八九"
	one := func(d int) string { return digits[(d-1)*3 : d*3] }
	switch {
	case n < 1 || n > mostNumbered:
		return strconv.Itoa(n)
	case n < 10:
		return one(n)
	}
	s := "十"
	if n >= 20 {
		s = one(n/10) + s
	}
	if n%10 > 0 {
		s += one(n % 10)
	}
	return s
}

// NumberOf returns the mark at the start of a paragraph, "一是", "1. ", "（二）",
// "3、", or "".
func NumberOf(paragraph string) string {
	_, _, mark := markOf(paragraph)
	return mark
}

// markOf reads the mark of a paragraph: how it counts, how far, and what
// stands there.
func markOf(s string) (g Numbering, n int, mark string) {
	for n := 1; n <= mostNumbered; n++ {
		for _, g := range []Numbering{Ordinals, Brackets} {
			if m := g.Mark(n); strings.HasPrefix(s, m) {
				return g, n, m
			}
		}
		for _, m := range []string{Numeral(n) + "、", "(" + Numeral(n) + ")"} {
			if strings.HasPrefix(s, m) {
				return Brackets, n, m
			}
		}
	}
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	n, err := strconv.Atoi(s[:digits])
	if err != nil || n > mostNumbered {
		return Unnumbered, 0, ""
	}
	for _, sign := range []string{". ", ".", "．", "、", "）", ")"} {
		rest, ok := strings.CutPrefix(s[digits:], sign)
		if ok && (rest == "" || rest[0] < '0' || rest[0] > '9') { // 1.5倍 is no point
			return Arabic, n, s[:digits] + sign
		}
	}
	return Unnumbered, 0, ""
}

// NextNumber returns the mark that the paragraph after one begins with, "" if
// that one is not numbered. empty says that it holds its mark and no words.
func NextNumber(paragraph string) (mark string, empty bool) {
	g, n, own := markOf(paragraph)
	if own == "" || n >= mostNumbered {
		return "", false
	}
	next := g.Mark(n + 1)
	switch {
	case g == Brackets && strings.HasSuffix(own, "、"):
		next = Numeral(n+1) + "、"
	case g == Arabic:
		next = strconv.Itoa(n+1) + strings.TrimLeft(own, "0123456789")
	}
	return next, strings.TrimSpace(paragraph[len(own):]) == ""
}

// Numbered returns text with its paragraphs counted as g counts, in place of
// the marks they had; with Unnumbered the marks go. A first paragraph that ends
// in a colon leads the others and is not counted.
func Numbered(text string, g Numbering) string {
	lines := strings.Split(text, "\n")
	n := 0
	first := true
	for i, l := range lines {
		l = strings.TrimLeft(l, " \u3000")
		if l == "" {
			continue
		}
		l = l[len(NumberOf(l)):]
		end, _ := utf8.DecodeLastRuneInString(strings.TrimRight(l, " \u3000"))
		if leads := first && (end == '：' || end == ':'); !leads && n < mostNumbered {
			n++
			l = g.Mark(n) + l
		}
		first = false
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}

// NumberingOf returns how the paragraphs of text are counted, Unnumbered if
// none is.
func NumberingOf(text string) Numbering {
	for _, l := range strings.Split(text, "\n") {
		if g, _, mark := markOf(strings.TrimLeft(l, " \u3000")); mark != "" {
			return g
		}
	}
	return Unnumbered
}
