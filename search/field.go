package search

import (
	"strconv"
	"strings"
	"unicode"

	"deputydesk/search/hanzi"
)

// fields are the names before a colon.
var fields = map[string]termKind{
	"标题": headingTerm, "title": headingTerm,
	"章": sectionTerm, "节": sectionTerm, "section": sectionTerm,
	"年": yearTerm, "年份": yearTerm, "year": yearTerm,
	"类": kindTerm, "类别": kindTerm, "kind": kindTerm,
}

// kinds are the values of 类:.
var kinds = map[string]Kind{
	"报告": Reports, "report": Reports, "目标": Targets, "target": Targets,
	"批注": Notes, "note": Notes, "建议": Proposals, "议案": Proposals, "proposal": Proposals,
}

// field reads the value after a field name.
func (p *parser) field(kind termKind, start int) (*node, error) {
	var value string
	if r, _ := p.peek(); quoteEnd(r) != 0 {
		value = p.quoted()
	} else {
		from, depth := p.at, 0
		for {
			r, n := p.peek()
			if n == 0 || unicode.IsSpace(r) || r == '|' || r == ')' && depth == 0 {
				break
			}
			switch r {
			case '(':
				depth++
			case ')':
				depth--
			}
			p.at += n
		}
		value = p.src[from:p.at]
	}
	t := &term{kind: kind, text: value}
	folded := hanzi.Fold(value).Text
	switch {
	case folded == "":
		return nil, &QueryError{At: start, Why: Nothing}
	case kind == headingTerm:
		t.needle = newNeedle(value, false)
	case kind == sectionTerm:
		t.text = folded
	case kind == yearTerm:
		lo, hi, ok := years(folded)
		if !ok {
			return nil, &QueryError{At: start, Why: BadYear}
		}
		t.lo, t.hi = float64(lo), float64(hi)
	case kind == kindTerm:
		k, ok := kinds[folded]
		if !ok {
			return nil, &QueryError{At: start, Why: BadKind}
		}
		t.text = string(k)
	}
	return leafNode(t), nil
}

// years reads 2024, 2024年 or 2023..2024.
func years(text string) (lo, hi int, ok bool) {
	text = strings.ReplaceAll(text, "年", "")
	from, to, span := strings.Cut(text, "..")
	lo, err := strconv.Atoi(from)
	if err != nil {
		return 0, 0, false
	}
	if !span {
		return lo, lo, true
	}
	hi, err = strconv.Atoi(to)
	return lo, hi, err == nil && hi >= lo
}
