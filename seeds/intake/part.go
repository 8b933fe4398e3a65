package intake

import (
	_ "embed" // for parts.txt
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// Some reports have parts without ordinals (2023年工作回顾, 2024年重点工作) and count
// 一、二、三、 anew in each. There a part is a top section and gets its number by
// counting; 一、 opens a sub-section.

//go:embed parts.txt
var partWords string

// partRunes is how long the heading of a part without an ordinal may be.
const partRunes = 30

var partMark = regexp.MustCompile(`^第[一二三四五六七八]部分`)

// isPart reports whether text can be the heading of a part without an ordinal.
func isPart(text string) bool {
	if utf8.RuneCountInString(text) > partRunes || markOf(text).level > 0 || finished(text) || strings.ContainsAny(text, "，；") || isTitle(text) {
		return false
	}
	if partMark.MatchString(text) {
		return true
	}
	for w := range strings.Lines(partWords) {
		w = strings.TrimSpace(w)
		if w != "" && !strings.HasPrefix(w, "#") && strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// inParts reports whether texts, the units of a report, are divided into parts
// without ordinals: two headings of parts, and a count that starts anew.
func inParts(texts []string, roles []FixOp) bool {
	parts, marked, starts := 0, false, 0
	for i, t := range texts {
		if partHere(t, roles[i]) {
			parts++
			marked = marked || partMark.MatchString(t)
			continue
		}
		if h, ok := headingOf(t); ok && h.level == 1 && h.number == 1 {
			starts++
		}
	}
	return parts > 1 && (marked || starts > 1)
}

// partHere is isPart, unless a person said otherwise of the unit.
func partHere(text string, role FixOp) bool {
	switch role {
	case AsHeading1:
		return markOf(text).level == 0
	case AsHeading2, AsText:
		return false
	}
	return isPart(text)
}

// closings are headings of the first level that bear no ordinal in any report.
var closings = []string{"结束语", "结语", "前言", "引言"}

// closing reports whether text is such a heading, unless a person said
// otherwise of the unit.
func closing(text string, role FixOp) bool {
	return role == "" && slices.Contains(closings, report.Squeeze(text))
}

// readParts finds the headings of a report that is divided into parts.
func readParts(texts []string, roles []FixOp) heads {
	h := heads{map[int]heading{}, map[int]bool{}, ""}
	l := labels{texts: texts, roles: roles, used: map[string]bool{}, parts: true}
	part, sub, inner := 0, 0, 0
	for i, t := range texts {
		switch {
		case roles[i] == AsHeading1 || closing(t, roles[i]):
			part++
			sub, inner = 0, 0
			d := asked(t, 1)
			d.number, d.ordinal = part, numeral(part)
			l.took(d)
			h.at[i] = d
			continue
		case roles[i] == AsHeading2 && part > 0:
			h.at[i] = l.give(i, 2, sub)
			sub = l.last
			continue
		case partHere(t, roles[i]):
			part++
			sub, inner = 0, 0
			h.at[i] = heading{mark{1, numeral(part), part, 0}, t, false}
			l.took(h.at[i])
			continue
		}
		d, ok := headingOf(t)
		if !ok || roles[i] == AsText || part == 0 || inner != 0 && d.level != inner {
			continue
		}
		was := d.level
		d.level, d.ordinal = 2, counted(2, d.number)
		if d.number != sub+1 || l.used[l.name(2, d.ordinal)] {
			if inner == 0 || d.runIn || finished(d.text) || d.number == 1 {
				continue
			}
			d = l.placed(i, d, sub)
		}
		inner, sub = was, d.number
		l.took(d)
		h.at[i] = d
	}
	return h
}
