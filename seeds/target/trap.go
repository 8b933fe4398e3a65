package target

import "strings"

// Not every figure is a goal. Each trap is a reason why one is not; the first
// that catches a figure refuses it.
type trap struct {
	name    string
	says    string
	catches func(c *clause, i int) bool
}

// traps in the order in which they are tried.
var traps = []trap{
	{"quoted", "a number inside quotation marks belongs to a name", quoted},
	{"scope", "全国168个重点城市, 在13个省选择县市: the number says among how many or where", scope},
	{"baseline", "由30万元提高到50万元, 每50公斤: the number says from what, or for how much", baseline},
	{"threshold", "20万元以上的村, 30万千瓦以下机组: the number says which ones are meant", threshold},
	{"modifier", "给予50%的补贴, 延长30年的政策: the number describes a noun", modifier},
	{"owner", "将18项收费的免征范围扩大: the number counts those whose range, time or price is changed", owner},
	{"document", "落实108条举措: the number counts what a document lists", document},
	{"capacity", "正大300万只蛋鸡项目: the number is part of a project's name", capacity},
	{"set", "推动35家企业产值增长20%: the number counts those that must only grow", set},
	{"span", "3年行动, 100天攻坚, 60周年: a length of time is a goal only behind a word of change", span},
	{"past", "已完成, 截至目前, 提出增长8%: the number tells what is or was said", told},
	{"grade", "3级标准, 2期工程: a number before 级 or 期 is a name unless something is brought to it", grade},
}

// refused returns the trap that catches figure i of c, nil if none does.
func refused(c *clause, i int) *trap {
	for t := range traps {
		if traps[t].catches(c, i) {
			return &traps[t]
		}
	}
	return nil
}

// behind returns the text of c after figure i.
func (c *clause) behind(i int) string { return c.text[c.figures[i].end:c.end] }

// upTo returns the text of c after figure i, up to the figure after it and
// without the word that joins the two.
func (c *clause) upTo(i int) string {
	end := c.end
	if i+1 < len(c.figures) {
		end = max(c.figures[i+1].from, c.figures[i].end)
	}
	s := strings.TrimSpace(c.text[c.figures[i].end:end])
	if joined(s) {
		return ""
	}
	return s
}

func quoted(c *clause, i int) bool {
	head := c.text[c.start:c.figures[i].from]
	open := strings.LastIndex(head, "“")
	return open >= 0 && !strings.Contains(head[open:], "”") && strings.Contains(c.behind(i), "”")
}

func scope(c *clause, i int) bool {
	f := c.figures[i]
	if f.kind != "count" || f.hedged {
		return false
	}
	if i+1 < len(c.figures) && c.figures[i+1].rank && !strings.Contains(c.text[f.end:c.figures[i+1].from], "、") {
		return true
	}
	head, rest := c.text[c.start:f.from], c.behind(i)
	for _, w := range []string{"中名列", "中排名", "中位列", "中位居", "中居", "中排"} {
		if strings.Contains(head, "全") && strings.Contains(rest, w) {
			return true
		}
	}
	return rest != "" && strings.HasSuffix(head, "在")
}

func baseline(c *clause, i int) bool {
	f := c.figures[i]
	head := c.text[c.start:f.from]
	if strings.HasSuffix(head, "每") {
		return true
	}
	if i+1 >= len(c.figures) || !strings.Contains(head, "由") && !strings.Contains(head, "从") {
		return false
	}
	w, ok := reach.suffix(c.text[f.end:c.figures[i+1].from])
	return ok && (strings.HasSuffix(w.text, "到") || strings.HasSuffix(w.text, "至"))
}

func threshold(c *clause, i int) bool {
	f, rest := c.figures[i], c.behind(i)
	if rest == "" || !f.hedged {
		return false
	}
	if after, ok := strings.CutPrefix(rest, "的"); ok {
		return after != "" && f.kind != "ratio" // 5000万元以上的企业
	}
	hedge := c.text[f.unitEnd:f.end]
	switch {
	case strings.HasPrefix(rest, "、") || strings.HasPrefix(rest, "和") || strings.HasPrefix(rest, "并"):
		return false
	case f.kind == "measure":
		return true // 5000万元以上企业, 30万千瓦以下机组
	}
	return f.kind == "count" && (strings.HasSuffix(hedge, "以下") ||
		(f.unit == "户" || f.unit == "人") && startsAny(rest, holders)) // 20户以上自然村
}

// holders are what has households or people and is counted otherwise.
var holders = []string{"自然村", "村", "屯", "组", "社区", "小区", "居民点", "企业", "单位", "机构"}

func modifier(c *clause, i int) bool {
	f := c.figures[i]
	after, ok := strings.CutPrefix(c.behind(i), "的")
	if brought(c.text[c.start:f.from]) {
		return false // 扩大到60%的县
	}
	if strings.HasPrefix(after, "目标") || strings.HasPrefix(after, "增速") || strings.HasPrefix(after, "速度") {
		return false // 增长8%的目标
	}
	return ok && after != "" && !f.hedged && (f.kind == "ratio" || f.kind == "span")
}

func owner(c *clause, i int) bool {
	f := c.figures[i]
	head := c.text[c.start:f.from]
	if f.kind != "count" || f.hedged || !strings.HasSuffix(head, "将") && !strings.HasSuffix(head, "把") {
		return false
	}
	_, owned, ok := strings.Cut(c.behind(i), "的")
	if !ok {
		return false
	}
	for _, w := range []string{"范围", "标准", "时间", "时限", "权限", "价格", "费用", "比例"} {
		if strings.HasSuffix(owned, w) || strings.Contains(owned, w+"由") || strings.Contains(owned, w+"从") {
			return true
		}
	}
	return false
}

// brought reports whether the text before a figure says what it is brought to:
// 扩大到, 扩大到全市.
func brought(ahead string) bool {
	w, ok := reach.suffix(trimEnd(ahead, totals))
	return ok && (strings.HasSuffix(w.text, "到") || strings.HasSuffix(w.text, "至"))
}

// trimEnd takes the first of ends that s ends in off it.
func trimEnd(s string, ends []string) string {
	for _, e := range ends {
		if rest, ok := strings.CutSuffix(s, e); ok {
			return rest
		}
	}
	return s
}

func document(c *clause, i int) bool {
	f := c.figures[i]
	if f.hedged || f.kind != "count" {
		return false
	}
	rest := strings.TrimSuffix(c.behind(i), "”")
	_, ok := documents.suffix(rest)
	head := c.text[c.start:f.from]
	if rest == "" && f.unit == "条" && strings.HasPrefix(trimPrefix(head, openers), "落实") {
		return true // 落实新36条
	}
	return ok && (strings.HasPrefix(trimPrefix(head, openers), "落实") || strings.Contains(head, "贯彻") ||
		strings.Contains(head, "实施好") || strings.Contains(head, "抓好") || documentRight(rest))
}

// documentRight reports whether the noun of the list stands right behind the
// number: 12项举措.
func documentRight(rest string) bool {
	w, ok := documents.prefix(rest)
	return ok && w.text == rest
}

func capacity(c *clause, i int) bool {
	f, rest := c.figures[i], c.behind(i)
	if f.hedged || f.kind == "ratio" || rest == "" || strings.HasPrefix(rest, "、") {
		return false // in 投资3亿元、新开项目5个 the project is the next one's
	}
	if strings.HasSuffix(f.unit, "伏") {
		return true // 110千伏变电站
	}
	head := c.text[c.start:f.from]
	for _, w := range []string{"年产", "日产", "年处理", "日处理", "总投资", "装机", "占地", "年加工", "年出栏"} {
		if strings.HasSuffix(head, w) && named(rest) {
			return true
		}
	}
	_, verb := verbs.suffix(head)
	return f.scaled && head != "" && !verb && named(rest)
}

// named reports whether a project, a line or a base is named in s.
func named(s string) bool {
	for _, w := range []string{"项目", "工程", "生产线", "基地", "产业园", "机组", "电站"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func set(c *clause, i int) bool {
	f := c.figures[i]
	if f.kind != "count" || f.hedged {
		return false
	}
	for j := i + 1; j < len(c.figures); j++ {
		g := c.figures[j]
		if g.kind == "measure" && strings.Contains(c.text[f.end:g.from], "计划完成") {
			return true // 20个续建项目计划完成投资5亿元
		}
		if g.kind == "ratio" && isGrowth(c, j) || g.kind == "ratio" && strings.Contains(c.text[f.end:g.from], "分别") {
			return !strings.ContainsAny(c.text[f.end:g.from], "、") || strings.Contains(c.text[f.end:g.from], "分别")
		}
	}
	return false
}

func span(c *clause, i int) bool {
	f := c.figures[i]
	if f.unit == "天" {
		return c.behind(i) != "" && !f.hedged // 100天攻坚
	}
	if f.kind != "span" {
		return false
	}
	head := c.text[c.start:f.from]
	if f.hedged && strings.HasSuffix(c.text[:f.end], "内") && !strings.ContainsAny(f.unit, "年月") {
		return false // 3个工作日内办结
	}
	if w, ok := change.suffix(head); ok && w.field(0) == "verb" {
		return false
	}
	w, ok := reach.suffix(c.text[c.start:f.number.start])
	return !ok || !strings.HasSuffix(w.text, "到") && !strings.HasSuffix(w.text, "至")
}

func told(c *clause, i int) bool {
	if c.past {
		return false
	}
	head := c.text[c.start:c.figures[i].from]
	if strings.HasPrefix(head, "去年") || strings.HasPrefix(head, "上年") {
		return true
	}
	if strings.HasPrefix(head, "其中") && c.before != nil && (strings.HasPrefix(c.before.is(), "去年") || strings.HasPrefix(c.before.is(), "上年")) {
		return true // 去年超收70亿元，其中市级超收20亿元
	}
	for _, done := range []string{"取消了", "减少了", "免除了", "投入了", "完成了", "解决了"} {
		if strings.HasSuffix(head, done) {
			return true // 不仅取消了700多亿元的收费
		}
	}
	for _, w := range []string{"已", "截至", "累计完成", "上年完成", "目前", "提出", "原先", "原来"} {
		if _, after, ok := strings.Cut(head, w); ok && !(w == "提出" && strings.Contains(after, "今年")) {
			return true
		}
	}
	return false
}

func grade(c *clause, i int) bool {
	f := c.figures[i]
	if f.unit == "期" && (strings.HasPrefix(c.behind(i), "工程") || strings.HasPrefix(c.behind(i), "项目")) {
		return true
	}
	if f.kind != "rank" {
		return false
	}
	w, ok := reach.suffix(c.text[c.start:f.number.start])
	return !ok || !strings.HasSuffix(w.text, "到") && !strings.HasSuffix(w.text, "至")
}
