package target

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// A reading is one way in which a clause without a figure states a milestone.
// The first that fits reads the clause; it returns what is to be reached, one
// name for each milestone, or none.
type reading struct {
	name string
	says string
	read func(c *clause, core string) []string
}

// readings in the order in which they are tried.
var readings = []reading{
	{"rank", "保持在全省第一方阵: a place among others that can be looked up", readRank},
	{"event", "举办第五届研讨会: an event that has a number", readEvent},
	{"deed", "组建公司, 编制规划, 完成工程: a verb whose object is there or not", readDeed},
	{"award", "园区通过省级认定: a check that somebody else makes and that is passed", readAward},
	{"above", "增速高于全省平均水平: above or below a number that others publish", readAbove},
	{"stage", "科技馆完成内部装修: a work that is brought through a stage", readStage},
	{"state", "项目建成投用, 全覆盖, 动态清零: a state of completion at the end", readState},
	{"whole", "老旧管道全部更换: a thing of which nothing is to be left", readWhole},
	{"zero", "工地实现“零事故”: a thing that is not to happen once", readZero},
	{"scope", "试点扩大到全国, 把农民工全部纳入: something that is to reach all there are", readScope},
	{"grade", "航道达到三级标准: a standard that somebody awards", readGrade},
	{"becomes", "市医院创成三甲医院: what a work or an institution is to have or to be", readBecomes},
	{"have", "确保群众用上自来水: what people have in the end", readHave},
	{"dated", "上半年搬入新址: what is said to be done by a day", readDated},
}

// milestones reads the milestones of c. Every one has the whole clause as its
// quote.
func milestones(c *clause) []Target {
	if parts := partsOf(c); len(parts) > 1 {
		var all []Target
		for n, p := range parts {
			found := milestones(p)
			if n > 0 && len(found) == 0 {
				found = inTurn(p)
			}
			if len(found) == 0 {
				all = nil
				break
			}
			for i := range found {
				found[i].Deadline, found[i].Due = dueOf(p)
			}
			all = append(all, found...)
		}
		if all != nil {
			return all
		}
	}
	core := coreOf(c)
	if core == "" {
		return nil
	}
	tried := readings
	if vague(c, core) {
		tried = []reading{driven}
	}
	for _, r := range tried {
		names := r.read(c, core)
		if len(names) == 0 {
			continue
		}
		var all []Target
		for _, n := range names {
			s := report.Span{Start: c.start, End: c.end}
			all = append(all, Target{Kind: Milestone, Span: s, Quote: s.Of(c.text), Subject: n})
		}
		return all
	}
	return nil
}

// inTurn reads a part of a list whose first part states a milestone, if it has
// a time of its own: 上半年完成主体施工、三季度设备进场.
func inTurn(p *clause) []Target {
	core := coreOf(p)
	if p.when == nil || !p.when.exact || vague(p, core) || utf8.RuneCountInString(core) < 3 {
		return nil
	}
	s := report.Span{Start: p.start, End: p.end}
	return []Target{{Kind: Milestone, Span: s, Quote: s.Of(p.text), Subject: core}}
}

// partsOf divides c at 、 into clauses of their own: 南站6月底前开工、市民中心年底前投用.
func partsOf(c *clause) []*clause {
	var all []*clause
	at := c.start
	for _, part := range split(c.is()) {
		i := strings.Index(c.text[at:c.end], part)
		if i < 0 || part == "" {
			return nil
		}
		p := *c
		p.start, p.end = at+i, at+i+len(part)
		p.when = whenIn(&p)
		at = p.end
		all = append(all, &p)
	}
	return all
}

// since is the day from which something is done, at the head of a clause.
var since = regexp.MustCompile(`^从[^，；]{1,10}?(?:日|月|季|年|季节|学期)起`)

// bareYear is the year of the plan at the head of a clause, which is no
// deadline: 2024年启动….
var bareYear = regexp.MustCompile(`^[12][0-9]{3}年(?:要|将|度)?`)

// atHead is what c says without its times.
func atHead(c *clause) string {
	s := c.is()
	if strings.HasPrefix(s, "从") {
		s = since.ReplaceAllString(s, "")
	}
	if s = trimTime(s, c); strings.HasPrefix(s, "1") || strings.HasPrefix(s, "2") {
		s = bareYear.ReplaceAllString(s, "")
	}
	return strings.Trim(s, " ")
}

// coreOf is what c says without its deadline and the words at its head.
func coreOf(c *clause) string {
	return trimPrefix(atHead(c), openers)
}

// vague reports whether c is an intention: it starts with a soft word and has
// no deadline that would make it a promise.
func vague(c *clause, core string) bool {
	if c.when != nil && c.when.exact {
		return false
	}
	if strings.HasPrefix(core, "通过") && readAward(c, core) != nil {
		return false
	}
	w, ok := soft.prefix(core)
	if deed, known := deeds.prefix(core); known && len(deed.text) > len(w.text) {
		ok = false // 研究制定
	}
	return ok && !strings.HasPrefix(core[len(w.text):], "到") || endsAny(core, whiles) || strings.Contains(core, "需要")
}

// whiles end a clause that only says when or how the next one is meant.
var whiles = []string{"后", "时", "以来", "的同时", "过程中", "基础上", "前提下", "之前"}

func endsAny(s string, ends []string) bool {
	return slices.ContainsFunc(ends, func(e string) bool { return strings.HasSuffix(s, e) })
}

func startsAny(s string, starts []string) bool {
	return slices.ContainsFunc(starts, func(e string) bool { return strings.HasPrefix(s, e) })
}

func readRank(c *clause, core string) []string {
	for i := range core {
		p, ok := ranks.prefix(core[i:])
		if !ok || p.field(0) != "place" {
			continue
		}
		if rest := core[i+len(p.text):]; rest != "" && !strings.HasPrefix(rest, "并") {
			continue
		}
		for j := range core[:i] {
			m, ok := ranks.prefix(core[j:])
			if !ok || m.field(0) != "move" || utf8.RuneCountInString(core[j:i]) > 16 {
				continue
			}
			if name := strings.Trim(trimAdverbs(core[:j]), " "); name != "" {
				return []string{name}
			}
		}
	}
	return nil
}

func readEvent(_ *clause, core string) []string {
	w, ok := events.prefix(core)
	if !ok {
		return nil
	}
	object := strings.TrimPrefix(core[len(w.text):], "好")
	for _, mark := range []string{"首届", "第"} {
		i := strings.Index(object, mark)
		if i < 0 {
			continue
		}
		rest := strings.TrimLeft(object[i+len(mark):], digits+hanDigits)
		if mark == "首届" || strings.HasPrefix(rest, "届") || strings.HasPrefix(rest, "次") || strings.HasPrefix(rest, "轮") || strings.HasPrefix(rest, "批") {
			return []string{object}
		}
	}
	return nil
}

func readDeed(c *clause, core string) []string {
	core, w, firm := deedOf(c, core)
	if w.text == "" {
		return nil
	}
	object := core[len(w.text):]
	document := strings.HasPrefix(object, "《") && strings.HasSuffix(object, "》")
	object = strings.Trim(object, "《》")
	firm = firm || startsAny(object, totals)
	if w.field(1) == "firm" && !firm || startsAny(object, []string{"和", "与", "健全", "以", "起", "了", "好", "更多", "更加"}) {
		return nil
	}
	if utf8.RuneCountInString(object) < 3 || strings.HasPrefix(object, "一批") || strings.HasPrefix(object, "即") {
		return nil
	}
	if _, ok := slogans.suffix(object); ok && !handed(object) || strings.HasPrefix(object, "小康社会") {
		return nil
	}
	if strings.HasPrefix(object, "并") {
		object = trimPrefix(object, openers, verbs)
	}
	whole := document || w.field(1) == "loose" && (firm || c.when != nil && c.when.exact)
	if w.field(1) == "loose" && !whole && strings.Contains(strings.TrimPrefix(object, "统一的"), "的") {
		return nil
	}
	if ends := w.field(0); ends != "any" && !whole && !endsAny(object, strings.Split(ends, "|")) && !(w.field(1) == "each" && isPart(object)) {
		return nil
	}
	if w.field(1) == "each" || strings.Contains(object, "和") {
		return each(object, w.field(1) == "each")
	}
	return []string{object}
}

// totals say that nothing is left out.
var totals = []string{"所有", "全部", "全体", "全国", "全省", "全市", "全县", "全区", "全域", "各县", "各乡镇", "每个", "每一"}

// handed reports whether a target is one that a higher level has set, so that
// its completion can be checked: 省下达的节能目标.
func handed(object string) bool {
	for _, by := range []string{"下达", "省定", "国定", "市定", "国家定", "约束性"} {
		if strings.Contains(object, by) {
			return true
		}
	}
	return false
}

// deedOf finds the deed that c begins with behind the words at its head. It is
// firm if one of them says that it is done as a whole.
func deedOf(c *clause, core string) (rest string, deed word, firm bool) {
	s := atHead(c)
	for {
		s = withoutPlace(s)
		if _, ok := names.prefix(s); ok {
			return core, word{}, firm
		}
		if w, ok := deeds.prefix(s); ok {
			return s, w, firm
		}
		w, ok := openers.prefix(s)
		if !ok || slices.Contains([]string{"把", "使", "让"}, w.text) {
			return core, word{}, firm // 把举办大会与建设城市结合起来
		}
		firm = firm || slices.Contains(wholly, w.text)
		s = s[len(w.text):]
	}
}

// graded is what is brought to a class that has a name: 风险降至绿色等级.
var graded = regexp.MustCompile(`^(.{3,}?)(?:达到|达|升至|降至|提升至|提升到|下降到|稳定在|保持在|稳定保持在)(?:[^，的更新高]{1,6}(?:等级|类|类标准|级标准|类水质))(?:以上)?$`)

func readGrade(_ *clause, core string) []string {
	if containsAny(core, []string{"类", "等级", "级标准"}) {
		if m := graded.FindStringSubmatch(core); m != nil {
			return []string{trimAdverbs(m[1])}
		}
	}
	name, grade, ok := strings.Cut(core, "达到")
	if !ok || name == "" || !strings.HasSuffix(grade, "标准") && !strings.HasSuffix(grade, "水平") {
		return nil
	}
	for _, w := range []string{"更高", "新水平", "较高", "一定", "更好"} {
		if strings.Contains(grade, w) {
			return nil
		}
	}
	return []string{name}
}

// each divides a list of things that are to be reached, A、B等工程, into its
// names. A list whose parts are too short to be names stays whole.
func each(object string, list bool) []string {
	whole := []string{object}
	kind := ""
	if head, tail, ok := cutEtc(object); ok {
		object, kind = head, tail
	} else if !list {
		if parts := split(object); len(parts) == 2 && !strings.Contains(object, "、") {
			return parts
		}
		return whole
	}
	parts := split(object)
	if list {
		parts = pair(parts)
	}
	if kind == "" && len(parts) > 1 && strings.Contains(parts[len(parts)-1], "的") && !parallel(parts[0], parts[len(parts)-1]) {
		return whole // 覆盖城乡、功能完善的救治体系
	}
	for _, p := range parts {
		if utf8.RuneCountInString(p) < 4 && !isWork(p) {
			return whole
		}
	}
	for i, p := range parts {
		if kind != "" && !strings.HasSuffix(p, kind) {
			parts[i] = p + kind
		}
	}
	return parts
}

// cutEtc divides "A、B等一批重大项目" at 等 and returns the kind, "项目".
func cutEtc(object string) (head, kind string, ok bool) {
	i := strings.LastIndex(object, "等")
	if i <= 0 {
		return "", "", false
	}
	tail := object[i+len("等"):]
	if utf8.RuneCountInString(tail) > 12 || strings.ContainsAny(tail, "都需均也") {
		return "", "", false
	}
	for _, k := range []string{"工程", "项目"} {
		if strings.HasSuffix(tail, k) {
			return object[:i], k, true
		}
	}
	return object[:i], "", utf8.RuneCountInString(tail) >= 2
}

// projectBefore finds the project that an earlier clause of the sentence
// speaks of, for a clause that only says 力争上半年开工建设.
func projectBefore(c *clause) string {
	for b, n := c.before, 0; b != nil && n < carryClauses; b, n = b.before, n+1 {
		text := trimTime(b.is(), b)
		for _, kind := range works {
			i := strings.Index(text, kind)
			if i < 0 {
				continue
			}
			name := text[:i+len(kind)]
			for _, verb := range []string{"支持", "推进", "推动", "加快", "依托", "对接", "建设"} {
				if _, after, ok := strings.Cut(name, verb); ok && after != kind {
					name = after
				}
			}
			return trimPrefix(name, soft, openers, verbs)
		}
	}
	return ""
}
