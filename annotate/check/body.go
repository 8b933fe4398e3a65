package check

import (
	"slices"
	"strings"
	"unicode/utf8"

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
		case n == 0 || slices.Contains(void, strings.Trim(plain(part.text), "。.")):
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
	if two, ok := c.joined(titleMatter(c.p.Title)); ok {
		severity := Hint // 加强农村养老和医疗服务 may well be one matter
		if two.verbs {
			severity = Warning
		}
		c.add(severity, "title", "joined", "one", two.one, "two", two.two)
		return
	}
	c.alsoWanted()
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

// joints join two things, which may be one matter or two. The longer ones of
// the second list hold the same characters and join nothing.
var (
	joints   = []string{"以及", "同时", "及", "和", "与", "暨", "、", "，", "；", "并"}
	noJoints = []string{
		"普及", "及时", "涉及", "波及", "危及", "顾及", "推及", "触及", "遍及", "和美", "和谐", "和平", "共和", "饱和", "缓和", "和睦", "中和", "和解",
		"合并", "并网", "并轨", "并购", "并存", "并联", "一并", "兼并", "并行", "参与", "与会", "与时俱进", "赋予", "给与",
	}
	// oneThing are words of titles about what two things have to do with each
	// other.
	oneThing = []string{"融合", "结合", "衔接", "联动", "协同", "一体", "并重", "并举", "互促", "双向", "相适应", "统筹", "之间", "比"}
	// doing are the words with which a second matter begins.
	doing = []string{
		"加强", "加快", "加大", "完善", "推进", "推动", "建设", "提高", "提升", "规范", "解决", "增设", "增加", "修建", "修缮", "新建", "改造", "改善", "发展",
		"优化", "健全", "建立", "治理", "整治", "保护", "支持", "扶持", "落实", "开展", "实施", "打造", "培育", "促进", "强化", "深化", "扩大", "减轻",
	}
)

// A join is a title that names two matters.
type join struct {
	one, two string // categories, or the words of the title if they have one category
	verbs    bool   // each has its own verb
}

// joined says whether a title joins two matters: two things of different
// categories, or two doings that other units see to.
func (c *checker) joined(title string) (join, bool) {
	for _, w := range noJoints {
		title = strings.ReplaceAll(title, w, strings.Repeat("〇", utf8.RuneCountInString(w)))
	}
	if hasAny(title, oneThing) {
		return join{}, false
	}
	for _, joint := range joints {
		left, right, found := strings.Cut(title, joint)
		if !found {
			continue
		}
		verbs := anyOf(doing, func(w string) bool { return strings.HasPrefix(right, w) })
		a, b := c.pack.Classify(left, ""), c.pack.Classify(right, "")
		if len(a) > 0 && len(b) > 0 && !named(a, b[0].Name) && !named(b, a[0].Name) {
			return join{a[0].Name, b[0].Name, verbs}, true
		}
		a, b = c.pack.Hosts(left, ""), c.pack.Hosts(right, "")
		if verbs && len(a) > 0 && len(b) > 0 && !named(a, b[0].Name) && !named(b, a[0].Name) {
			return join{a[0].Name, b[0].Name, false}, true
		}
	}
	return join{}, false
}

func named(matches []rules.Match, name string) bool {
	return slices.ContainsFunc(matches, func(m rules.Match) bool { return m.Name == name })
}

// alsoMarks begin a second matter in the text.
var alsoMarks = []string{"另外，还", "另外还", "此外，还", "此外还", "另外，建议", "此外，建议", "顺便", "另一件事", "第二件事", "还有一件事", "再反映", "同时反映", "另反映", "附带"}

// alsoWanted looks for a second matter that begins with so many words.
func (c *checker) alsoWanted() {
	about := c.pack.Classify(c.p.Title, "")
	for _, part := range c.parts() {
		for _, mark := range alsoMarks {
			_, rest, found := strings.Cut(part.text, mark)
			if !found {
				continue
			}
			if end := strings.IndexAny(rest, "。\n"); end > 0 {
				rest = rest[:end]
			}
			if other := c.pack.Classify(rest, ""); len(other) > 0 && len(about) > 0 && !named(about, other[0].Name) {
				c.add(Hint, part.field, "also", "mark", mark, "one", about[0].Name, "two", other[0].Name)
				return
			}
		}
	}
}

// void are words that fill a part without saying anything.
var void = []string{"无", "略", "同上", "见附件", "暂无", "没有", "待补充", "如题", "见上", "……", "…", "/", "-"}
