package target

import (
	"strings"

	"deputydesk/seeds/report"
)

// quantities reads the quantified targets of c: one for each figure that no
// trap refuses.
func quantities(c *clause) []Target {
	var kept []int
	for i := range c.figures {
		if refused(c, i) == nil {
			kept = append(kept, i)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	if names, list, ok := zipped(c, kept); ok {
		return zip(c, names, list)
	}
	items := itemsOf(c, kept)
	var all []Target
	for n, i := range kept {
		t := quantity(c, i)
		t.Span = items[n]
		t.Quote = t.Span.Of(c.text)
		t.Subject = subjectOf(c, i, items[n])
		all = append(all, t)
	}
	return all
}

// quantity is the target of figure i without quote and subject.
func quantity(c *clause, i int) Target {
	f := c.figures[i]
	t := Target{
		Kind:       Quantified,
		Comparator: f.cmp,
		Measure:    Level,
		Value:      f.value,
		Unit:       f.unit,
		Figure:     report.Span{Start: f.number.start, End: f.unitEnd},
	}
	if f.rank {
		t.Figure.Start = f.from
	}
	if h, ok := hedgeAhead(c, i); ok && f.cmp == Exactly {
		t.Comparator = h
	}
	if isGrowth(c, i) {
		t.Measure = Growth
	}
	return t
}

// hedgeAhead is the sign of the hedge that stands before the word of change or
// the verb in front of figure i: 至少降低30%, 至少建成1家.
func hedgeAhead(c *clause, i int) (Comparator, bool) {
	head := c.text[c.start:c.figures[i].from]
	w, ok := changeBefore(c, i)
	if !ok {
		if w, ok = verbs.suffix(head); !ok {
			return "", false
		}
	}
	h, ok := hedges.suffix(strings.TrimSuffix(head, w.text))
	return Comparator(h.field(1)), ok && h.field(0) == "before"
}

// isGrowth reports whether figure i of c says by how much something changes: a
// word of change stands right before it, or what is measured is itself a rate
// of change (涨幅, 增速).
func isGrowth(c *clause, i int) bool {
	f := c.figures[i]
	if f.doubled {
		return true
	}
	head := c.text[c.start:f.from]
	ratio := f.kind == "ratio"
	if ratio && strings.Contains(head, "比") && (strings.HasSuffix(head, "低") || strings.HasSuffix(head, "高")) {
		return true // 比去年低0.4个百分点
	}
	if after, ok := strings.CutPrefix(c.behind(i), "的"); ok && ratio {
		if w, ok := change.prefix(after); ok && w.field(0) == "noun" {
			return true // 6.5%左右的增速
		}
	}
	if _, ok := changeBefore(c, i); ok {
		return ratio || nounBehind(c.upTo(i)) == "" // 提升7个夜市 grows by nothing
	}
	if f.unit == "个百分点" {
		for _, w := range []string{"提高", "提升", "增加", "降低", "下降", "减少", "压降"} {
			if strings.Contains(head, w) {
				return true // 降低能耗0.5个百分点
			}
		}
	}
	base := trimSuffix(head, reach)
	return ratio && base != head && change.suffixes(base, func(w word) bool { return w.field(0) == "noun" }) ||
		ratio && change.suffixes(head, func(w word) bool { return w.field(0) == "noun" })
}

// changeBefore returns the word of change that stands right before figure i,
// but for adverbs.
func changeBefore(c *clause, i int) (word, bool) {
	f := c.figures[i]
	head := c.text[c.start:f.from]
	for _, adverb := range []string{"约", "了", "近", "预期", "达", "均"} {
		head = strings.TrimSuffix(head, adverb)
	}
	w, ok := change.suffix(head)
	if !ok || w.field(0) != "verb" {
		return word{}, false
	}
	if strings.HasSuffix(head, "新增") || strings.HasSuffix(head, "净增") {
		return word{}, false // says what is new, not by how much it grew
	}
	if len(w.text) == len("降") && f.kind != "ratio" {
		return word{}, false
	}
	return w, true
}

// itemsOf gives each kept figure of c its part of the clause, which is cut at
// the 、 between two figures; figures without one between them share a part.
func itemsOf(c *clause, kept []int) []report.Span {
	whole := report.Span{Start: c.start, End: c.end}
	items := make([]report.Span, len(kept))
	for n := range kept {
		items[n] = whole
	}
	if len(kept) == 1 {
		return items
	}
	starts := []int{c.start}
	for n := 1; n < len(kept); n++ {
		from, to := c.figures[kept[n-1]].end, c.figures[kept[n]].from
		at := joint(c.text, from, to)
		if at < 0 {
			at = starts[n-1] // 1000万户2500万元 is one part
		}
		starts = append(starts, at)
	}
	for n := range kept {
		end := c.end
		for m := n + 1; m < len(kept); m++ {
			if starts[m] > starts[n] {
				end = starts[m]
				break
			}
		}
		s := report.Span{Start: starts[n], End: end}
		trimmed := strings.Trim(s.Of(c.text), "、和及与 ")
		s.Start += strings.Index(s.Of(c.text), trimmed)
		s.End = s.Start + len(trimmed)
		items[n] = s
	}
	return items
}

// joint returns where the part of the next figure begins: behind the first 、
// after the figure before, outside quotation marks and brackets; -1 if none.
func joint(text string, from, to int) int {
	depth := 0
	for i, r := range text[from:to] {
		switch {
		case strings.ContainsRune("“（(《", r):
			depth++
		case strings.ContainsRune("”）)》", r):
			depth--
		case r == '、' && depth <= 0:
			return from + i + len("、")
		}
	}
	return -1
}

// zipped reports whether c gives each of several names its own figure:
// A、B分别达到1、2. It returns the names and the figures of the list.
func zipped(c *clause, kept []int) (names []string, list []int, ok bool) {
	at := strings.LastIndex(c.text[c.start:c.end], "分别")
	if at < 0 {
		return nil, nil, false
	}
	at += c.start
	for _, i := range kept {
		if c.figures[i].start > at {
			list = append(list, i)
		}
	}
	for n := 1; n < len(list); n++ {
		if !joined(c.text[c.figures[list[n-1]].end:c.figures[list[n]].from]) {
			return nil, nil, false
		}
	}
	names = split(trimPrefix(c.text[c.start:at], openers))
	return names, list, len(list) > 1
}

// zip gives figure n of the list to name n. The figures share the hedge and the
// word of change of the first, and a hedge behind the last.
//
// Where there are fewer names than figures the last name has the rest.
func zip(c *clause, names []string, list []int) []Target {
	quote := report.Span{Start: c.start, End: c.end}
	first, last := c.figures[list[0]], c.figures[list[len(list)-1]]
	tail := tailOf(names[len(names)-1])
	predicate := trimSuffix(trimPrefix(c.text[c.start+strings.LastIndex(c.is(), "分别"):first.from], reach), reach, change, hedges)
	var all []Target
	for n, i := range list {
		t := quantity(c, i)
		if n > 0 && first.from < first.start && c.figures[i].from == c.figures[i].start && !c.figures[i].hedged {
			t.Comparator = first.cmp
		}
		if last.hedged && !c.figures[i].hedged && c.figures[i].cmp == Exactly {
			t.Comparator = last.cmp
		}
		if isGrowth(c, list[0]) {
			t.Measure = Growth
		}
		name := names[min(n, len(names)-1)]
		if n < len(names)-1 && tailOf(name) == "" {
			name += tail
		}
		t.Span, t.Quote, t.Subject = quote, quote.Of(c.text), name+predicate
		all = append(all, t)
	}
	return all
}

// split divides a list of names at 、 和 与 及.
func split(s string) []string {
	var all []string
	depth, start := 0, 0
	for i, r := range s {
		switch {
		case strings.ContainsRune("“（(《", r):
			depth++
		case strings.ContainsRune("”）)》", r):
			depth--
		case r == '、' && depth == 0:
			all = append(all, strings.TrimSpace(s[start:i]))
			start = i + len("、")
		}
	}
	all = append(all, strings.TrimSpace(s[start:]))
	last := all[len(all)-1]
	for _, and := range []string{"和", "与", "以及", "及"} {
		if a, b, ok := strings.Cut(last, and); ok && a != "" && b != "" && depth == 0 && parallel(a, b) {
			return append(all[:len(all)-1], a, b)
		}
	}
	return all
}

// tailOf returns what several names share at their end: "年均浓度" of
// "PM10年均浓度".
func tailOf(name string) string {
	w, ok := indicators.suffix(name)
	if !ok {
		return ""
	}
	return w.text
}
