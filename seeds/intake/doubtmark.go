package intake

import (
	"strings"

	"deputydesk/seeds/report"
)

// oddMarks finds quotation marks and brackets without their other half, and
// marks that stand twice.
func oddMarks(p *proof) []Doubt {
	var all []Doubt
	for _, each := range p.paragraphs {
		all = append(all, halves(each)...)
		all = append(all, markTwice(each)...)
	}
	return all
}

// halfMarks are the marks that come in pairs; the two widths of brackets mix in
// print.
var halfMarks = map[rune]rune{'”': '“', '’': '‘', '）': '(', ')': '(', '》': '《'}

func halves(p report.Paragraph) []Doubt {
	type open struct {
		mark rune
		at   int
	}
	var (
		stack []open
		all   []Doubt
	)
	for i, r := range p.Text {
		if r == '（' {
			r = '('
		}
		if strings.ContainsRune("“‘(《", r) {
			stack = append(stack, open{r, i})
			continue
		}
		opener, closes := halfMarks[r]
		if !closes {
			continue
		}
		if n := len(stack); n > 0 && stack[n-1].mark == opener {
			stack = stack[:n-1]
			continue
		}
		if opener == '(' && i < 12 {
			continue // 1) at the head of a list
		}
		all = append(all, doubt(p, i, i+len(string(r)), Omitted, ""))
	}
	for _, o := range stack {
		_, size := firstSize(p.Text[o.at:])
		all = append(all, doubt(p, o.at, o.at+size, Omitted, ""))
	}
	return all
}

func firstSize(s string) (rune, int) {
	r := firstOf(s)
	return r, len(string(r))
}

func markTwice(p report.Paragraph) []Doubt {
	const marks = "，。、；：！？,;"
	var all []Doubt
	before, at := rune(0), 0
	for i, r := range p.Text {
		if strings.ContainsRune(marks, r) && strings.ContainsRune(marks, before) {
			all = append(all, doubt(p, at, i+len(string(r)), Doubled, string(before)))
			before = 0
			continue
		}
		before, at = r, i
	}
	return all
}
