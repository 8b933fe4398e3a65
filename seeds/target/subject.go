package target

import (
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// subjectOf names what figure i of c measures, item being its part of the
// clause. Figures that stand side by side share a name (7000户2万余名群众,
// 贷款1000万户2500万元); one without any takes it from the clauses before.
func subjectOf(c *clause, i int, item report.Span) string {
	if f := c.figures[i]; f.start < item.Start || f.end > item.End {
		item = report.Span{Start: c.start, End: c.end}
	}
	if name := ownName(c, i, item); name != "" {
		if what := carried(c); what != "" && slices.Contains(payers, name) {
			return what
		}
		return name
	}
	if i+1 < len(c.figures) && c.figures[i+1].from == c.figures[i].end && c.figures[i+1].end <= item.End {
		if name := ownName(c, i+1, item); name != "" {
			return name
		}
	}
	if i > 0 && c.figures[i-1].end == c.figures[i].from {
		if name := ownName(c, i-1, item); name != "" {
			return name
		}
	}
	if i > 0 && c.figures[i-1].end <= item.Start { // 低保分别提高到630元、420元; 增长8%、达到300亿元
		deed := trimPrefix(strings.Trim(c.text[item.Start:c.figures[i].from], "、 "), openers, reach)
		if name := ownName(c, i-1, report.Span{Start: c.start, End: c.end}); name != "" {
			return name + deed
		}
	}
	deed := strings.Trim(trimPrefix(trimTime(c.text[item.Start:c.figures[i].from], c), openers), "、 ")
	if strings.ContainsAny(deed, digits) {
		deed = ""
	}
	return carried(c) + deed
}

// payers stand before the money they give; what it is for is said elsewhere.
var payers = []string{"中央财政", "省财政", "市财政", "县财政", "各级财政", "地方财政", "国家财政", "国家", "财政"}

// ownName is the name that stands before figure i (公共充电桩580个) or behind it
// (22个居民小区); "" if neither.
func ownName(c *clause, i int, item report.Span) string {
	f := c.figures[i]
	from, to := item.Start, item.End
	if k := lastGoal(c, i); k >= 0 {
		from = min(max(from, c.figures[k].end), f.from)
	}
	if i+1 < len(c.figures) && c.figures[i+1].from < to && c.figures[i+1].from >= f.end && !quoted(c, i+1) {
		to = c.figures[i+1].from
	}
	ahead := c.text[from:f.from]
	behind := ""
	if rest := c.text[f.end:to]; !strings.HasPrefix(rest, "、") {
		behind = nounBehind(trimTime(rest, c))
	}
	name := nounBefore(ahead, c)
	switch {
	case behind == "":
		return ofTopic(name, c)
	case name != "" && strings.HasPrefix(c.text[f.end:], "的") && brought(ahead):
		return name // 试点扩大到60%的县
	case name != "" && strings.HasPrefix(behind, "用于"):
		return name + behind
	case name == "" || strings.HasSuffix(ahead, "的") || strings.HasPrefix(c.text[f.end:], "的") || endsInVerb(ahead):
		return behind
	}
	return name + behind
}

// lastGoal returns the figure before i that is a goal of its own, -1 if there
// is none: 5000万元以上企业超过35家 has one subject.
func lastGoal(c *clause, i int) int {
	for k := i - 1; k >= 0; k-- {
		if refused(c, k) == nil {
			return k
		}
	}
	return -1
}

// carryClauses is how far back a name is looked for. In the labelled reports
// the farthest stands three clauses before its figure.
const carryClauses = 4

// carried is what an earlier clause of the sentence speaks of, for a clause
// that only says 今年开工580万套; else the chain of the paragraph.
func carried(c *clause) string {
	for b, n := c.before, 0; b != nil && n < carryClauses; b, n = b.before, n+1 {
		name := ""
		if endsAny(b.is(), whiles) {
			continue // 在确保质量的前提下
		}
		if last := len(b.figures) - 1; last >= 0 {
			name = ownName(b, last, report.Span{Start: b.start, End: b.end})
		} else {
			name = trimPrefix(nounBefore(b.is(), b), soft, openers, verbs)
		}
		if name != "" {
			return name
		}
	}
	return c.topic
}

// nounBefore takes verbs, adverbs and times off a text that ends before a
// figure. It is "" if nothing else stands there.
func nounBefore(s string, c *clause) string {
	s = trimPrefix(strings.Trim(trimTime(s, c), "、 "), openers)
	for _, than := range []string{"高于全", "低于全", "超过全", "高于省", "低于省", "由", "从", "比去年", "比上年"} {
		if i := strings.LastIndex(s, than); i > 0 && utf8.RuneCountInString(s[i:]) < 14 {
			s = s[:i] // 高于全市平均水平, 由30万元提高到
		} else if i == 0 && (strings.HasPrefix(than, "比") || strings.ContainsAny(s, digits)) {
			return ""
		}
	}
	for _, w := range []string{"计划完成", "力争完成", "预计完成"} {
		if i := strings.Index(s, w); i > 0 {
			s = s[:i] + s[i+len(w):] // 续建项目计划完成投资
		}
	}
	if brought(s) {
		s = trimEnd(s, totals)
	}
	bare := trimSuffix(strings.TrimSuffix(s, "力争"), reach, change)
	return strings.TrimPrefix(trimPrefix(strings.Trim(bare, "、 "), openers, verbs), "了")
}

// nounBehind reads the noun that follows a figure; a second thing with its own
// number in a name, 和含氟精细化学品等6大系列产品, is left out.
func nounBehind(s string) string {
	s = strings.Trim(strings.TrimPrefix(strings.Trim(s, "、 "), "的"), "、 ")
	if a, b, ok := strings.Cut(s, "和"); ok && strings.ContainsAny(b, digits) {
		return a
	}
	return strings.TrimSuffix(s, "完成")
}

func endsInVerb(s string) bool {
	_, ok := verbs.suffix(s)
	return ok
}

// trimTime takes the deadline of c out of s, a part of c.
func trimTime(s string, c *clause) string {
	if c.when == nil {
		return s
	}
	return strings.Replace(s, c.when.printed, "", 1)
}

// ofTopic puts the chain of the sentence before a subject that only says
// 产业链: 产业链规模 becomes 冷链肉制品产业链规模.
func ofTopic(name string, c *clause) string {
	for _, general := range []string{"产业链", "产业集群", "产业带"} {
		if rest, ok := strings.CutPrefix(name, general); ok && strings.HasSuffix(c.topic, general) {
			return c.topic + rest
		}
	}
	return name
}

// parallel reports whether a and b name things of one kind: they end in the
// same two characters.
func parallel(a, b string) bool {
	return lastRunes(a, 2) == lastRunes(b, 2) && utf8.RuneCountInString(a) > 2
}

func lastRunes(s string, n int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-n):])
}
