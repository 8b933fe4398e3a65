package check

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/rules"
)

// threeParts checks that there is something in each part: 情况、分析、建议, or
// 案由、案据、方案. A 修改意见 says everything in its amendments.
func (c *checker) threeParts() {
	if c.p.Form == annotate.Revision {
		return
	}
	for _, part := range c.parts() {
		switch n := count(part.text); {
		case n == 0:
			c.add(Error, part.field, "empty")
		case n < c.pack.Lengths.Part:
			c.add(Warning, part.field, "short", "length", n, "least", c.pack.Lengths.Part)
		}
	}
}

// measuresShare checks that the proposal does not stop at the problem: the
// measures take their share of the text, and several of them are numbered.
func (c *checker) measuresShare() {
	if c.p.Form == annotate.Revision {
		return
	}
	measures := c.parts()[2]
	all, own := count(c.body()), count(measures.text)
	if own == 0 {
		return // three-parts says so
	}
	if percent := 100 * own / all; percent < c.pack.Lengths.Measures {
		c.add(Warning, measures.field, "share", "percent", percent, "least", c.pack.Lengths.Measures)
	}
	if own >= manyMeasures && !numbered(measures.text) {
		c.add(Hint, measures.field, "unnumbered")
	}
}

// manyMeasures is the length, in characters, from which measures are several.
const manyMeasures = 200

// numbered says whether a text counts its points in one of the usual ways.
func numbered(text string) bool {
	for _, mark := range []string{"一是", "一、", "（一）", "(一)", "第一", "首先", "1.", "1．", "1、", "（1）", "(1)", "①"} {
		if strings.Contains(text, mark) {
			return true
		}
	}
	return false
}

// length compares the length of the text with what is customary.
func (c *checker) length() {
	if c.p.Form == annotate.Revision {
		return
	}
	limits := c.pack.Lengths
	n := count(c.body())
	switch {
	case limits.Body > 0 && n > limits.Body:
		c.add(Warning, "body", "long", "length", n, "most", limits.Body)
	case n > 0 && n < limits.Least:
		c.add(Warning, "body", "short", "length", n, "least", limits.Least)
	}
	if n := len(c.p.Attachments); limits.Attachments > 0 && n > limits.Attachments {
		c.add(Warning, "attachments", "attachments", "count", n, "most", limits.Attachments)
	}
}

// oneMatter looks for signs that two matters share one sheet (一事一议).
func (c *checker) oneMatter() {
	if c.p.Form == annotate.Revision {
		return
	}
	if one, two, ok := c.joined(titleMatter(c.p.Title)); ok {
		c.add(Warning, "title", "joined", "one", one, "two", two)
		return
	}
	var sections []string
	for _, cite := range c.p.Cites {
		r := c.report(cite.Anchor.Report)
		if r == nil {
			continue
		}
		p, ok := r.Paragraph(cite.Anchor.Paragraph)
		if heading := r.Heading(p.Section); ok && heading != "" && !slices.Contains(sections, heading) {
			sections = append(sections, heading)
		}
	}
	if len(sections) > 1 {
		c.add(Hint, "cites", "sections", "sections", strings.Join(sections, "；"))
	}
	own := c.pack.Classify("", c.parts()[2].text)
	if len(own) > 1 && len(own[0].Words) >= ownWords && len(own[1].Words) >= ownWords && 2*own[1].Score >= own[0].Score {
		c.add(Hint, "body", "categories", "one", own[0].Name, "two", own[1].Name)
	}
}

// ownWords is how many words of a category the measures must hold to be about
// it, too.
const ownWords = 4

// joined says whether a title joins two matters of different categories.
func (c *checker) joined(title string) (one, two string, ok bool) {
	for _, joint := range []string{"以及", "及", "和", "、", "并"} {
		left, right, found := strings.Cut(title, joint)
		if !found {
			continue
		}
		a, b := c.pack.Classify(left, ""), c.pack.Classify(right, "")
		if len(a) > 0 && len(b) > 0 && !named(a, b[0].Name) && !named(b, a[0].Name) {
			return a[0].Name, b[0].Name, true
		}
	}
	return "", "", false
}

func named(matches []rules.Match, name string) bool {
	return slices.ContainsFunc(matches, func(m rules.Match) bool { return m.Name == name })
}
