package intake

import (
	_ "embed" // for doubtunits.txt
	"math"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"sync"

	"deputydesk/seeds/report"
)

//go:embed doubtunits.txt
var unitLines string

// A unitBound says what can be of one unit.
type unitBound struct {
	most float64
	wide bool // amounts of very different size stand side by side
}

// An amount is one figure with its unit as a text prints it.
type amount struct {
	paragraph  report.Paragraph
	start, end int // bytes, with the unit
	value      float64
	unit       string
	each       bool   // for one person, village, kilo: sizes of another kind
	head       string // what stands before it in its clause
	subject    string
}

var unitBounds = sync.OnceValue(func() map[string]unitBound {
	all := map[string]unitBound{}
	for line := range strings.Lines(unitLines) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if most, err := strconv.ParseFloat(f[len(f)-1], 64); err == nil && len(f) == 2 {
			all[f[0]] = unitBound{most, false}
		} else if len(f) == 3 {
			most, _ := strconv.ParseFloat(f[1], 64) // a test reads every line
			all[f[0]] = unitBound{most, true}
		}
	}
	return all
})

var amountForm = sync.OnceValue(func() *regexp.Regexp {
	var names []string
	for u := range unitBounds() {
		names = append(names, regexp.QuoteMeta(u))
	}
	sort.Slice(names, func(i, j int) bool { return len(names[i]) > len(names[j]) })
	return regexp.MustCompile(`([0-9０-９]+(?:[.．][0-9０-９]+)?)[多余]?(万亿|亿万|万万|亿|千万|百万|万|千|百)?[多余]?(` + strings.Join(names, "|") + `)`)
})

// oddFigures finds the figures that can hardly be meant.
func oddFigures(p *proof) []Doubt {
	var (
		all     []Doubt
		amounts []amount
		place   = levelOf(p.report)
	)
	for _, each := range p.paragraphs {
		found := amountsIn(each)
		all = append(all, tooMuch(found, place)...)
		all = append(all, sideBySide(found)...)
		all = append(all, percents(each)...)
		amounts = append(amounts, found...)
	}
	usual := usualSizes(amounts)
	all = append(all, partAndWhole(amounts)...)
	all = append(all, sameThing(amounts, usual)...)
	all = append(all, wrongSizes(amounts, place)...)
	all = append(all, moreThanAll(amounts)...)
	return append(all, outliers(amounts, usual, place)...)
}

// amountsIn reads the figures of one paragraph.
func amountsIn(p report.Paragraph) []amount {
	var all []amount
	for _, m := range amountForm().FindAllStringSubmatchIndex(p.Text, -1) {
		unit := p.Text[m[6]:m[7]]
		if unit == "年" && m[3]-m[2] == 4 && m[4] < 0 || unit == "个" && strings.HasPrefix(p.Text[m[7]:], "百分点") {
			continue
		}
		v, err := strconv.ParseFloat(narrow(p.Text[m[2]:m[3]]), 64)
		if err != nil {
			continue
		}
		if m[4] >= 0 {
			v *= map[string]float64{"万亿": 1e12, "亿万": 1e12, "万万": 1e8, "亿": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4, "千": 1e3, "百": 1e2}[p.Text[m[4]:m[5]]]
		}
		a := amount{paragraph: p, start: m[0], end: m[1], value: v, unit: unit}
		head, tail := clauseAround(p.Text, m[0], m[1])
		for _, w := range []string{"每", "人均", "户均", "标准", "单价", "最低工资", "起征点", "门槛", "低保", "亩均", "学费", "补助", "收入", "上限", "限额", "所得额", "起点", "免征额"} {
			a.each = a.each || strings.Contains(head, w)
		}
		a.each = a.each || strings.HasPrefix(tail, "/") || hasAny(tail, "以上的", "以下的", "以上企业", "以上项目")
		a.head, a.subject = head, subjectBefore(head)
		all = append(all, a)
	}
	return all
}

// narrow writes full-width digits as ASCII.
func narrow(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		if r == '．' {
			return '.'
		}
		return r
	}, s)
}

// clauseAround returns what stands before and behind text[start:end] in its
// clause.
func clauseAround(text string, start, end int) (head, tail string) {
	head = text[:start]
	if i := strings.LastIndexAny(head, "，。；！？："); i >= 0 {
		head = head[i:]
	}
	tail = text[end:]
	if i := strings.IndexAny(tail, "，。；！？："); i >= 0 {
		tail = tail[:i]
	}
	return head, tail
}

// subjectBefore is what a figure is about, as far as its clause says: the last
// characters before the words that lead to a figure. It is "" if too little is
// left to tell one thing from another.
func subjectBefore(head string) string {
	head = strings.TrimLeft(head, "，。；！？：")
	for _, w := range []string{"分别", "再"} {
		head = strings.TrimSuffix(head, w)
	}
	for changed := true; changed; {
		changed = false
		for _, w := range []string{"达到", "达", "超过", "突破", "增加到", "提高到", "约", "近", "为", "至", "到", "不少于", "不低于", "不超过", "安排", "实现", "完成", "累计", "共", "拟", "将"} {
			if rest, ok := strings.CutSuffix(head, w); ok {
				head, changed = rest, true
			}
		}
	}
	r := []rune(head)
	if len(r) < 4 {
		return ""
	}
	return string(r[max(0, len(r)-8):])
}

func (a amount) doubt() Doubt { return doubt(a.paragraph, a.start, a.end, Unlikely, "") }

// tooMuch finds more of a thing than a country has.
func tooMuch(all []amount, l level) []Doubt {
	var odd []Doubt
	for _, a := range all {
		if b := unitBounds()[a.unit]; a.value > b.most/l.units {
			odd = append(odd, a.doubt())
		}
	}
	return odd
}

// A loan or a subsidy comes to leastEach at least for each of those who get
// one, and to mostEach at most.
const leastEach, mostEach = 20, 1e9

// sideBySide compares a number of people or firms with the money that stands
// right behind it: 小额贷款1000万户2500万元.
func sideBySide(all []amount) []Doubt {
	var odd []Doubt
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.end != b.start || b.unit != "元" || !slices.Contains([]string{"户", "人", "家", "名", "个"}, a.unit) || a.value == 0 {
			continue
		}
		if per := b.value / a.value; per < leastEach || per > mostEach {
			odd = append(odd, doubt(a.paragraph, a.start, b.end, Unlikely, ""))
		}
	}
	return odd
}

var (
	percentForm = regexp.MustCompile(`([0-9]+(?:\.[0-9]+)?)[%％]`)
	pointForm   = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?(?:万亿|亿|万|千)个?百分点|[0-9]{3,}(?:\.[0-9]+)?个?百分点`)
	shareWords  = strings.Fields("覆盖率 普及率 达标率 合格率 就业率 失业率 入学率 毛入学率 巩固率 参保率 处理率 利用率 城镇化率 绿化率 优良率 安置率 使用率 占比 比重 覆盖面")
)

// percents finds shares of more than the whole.
func percents(p report.Paragraph) []Doubt {
	var odd []Doubt
	for _, m := range pointForm.FindAllStringIndex(p.Text, -1) {
		odd = append(odd, doubt(p, m[0], m[1], Unlikely, ""))
	}
	for _, m := range percentForm.FindAllStringSubmatchIndex(p.Text, -1) {
		v, err := strconv.ParseFloat(p.Text[m[2]:m[3]], 64)
		if err != nil || v <= 100 {
			continue
		}
		head, _ := clauseAround(p.Text, m[0], m[1])
		head = trimLead(head)
		share := slices.ContainsFunc(shareWords, func(w string) bool { return strings.HasSuffix(head, w) })
		if v >= 10000 || share {
			odd = append(odd, doubt(p, m[0], m[1], Unlikely, ""))
		}
	}
	return odd
}

// trimLead takes the words off that lead to a figure.
func trimLead(head string) string {
	for _, w := range []string{"达到", "达", "为", "超过", "到", "至", "稳定在", "保持在", "均"} {
		head = strings.TrimSuffix(head, w)
	}
	return head
}

// usualSizes is, for each unit with enough amounts to tell, the middle of their
// sizes as a power of ten.
func usualSizes(all []amount) map[string]float64 {
	sizes := map[string][]float64{}
	for _, a := range all {
		if a.value > 0 && !a.each {
			sizes[a.unit] = append(sizes[a.unit], math.Log10(a.value))
		}
	}
	usual := map[string]float64{}
	for u, s := range sizes {
		if len(s) >= outlierLeast {
			slices.Sort(s)
			usual[u] = s[len(s)/2]
		}
	}
	return usual
}

// outlierLeast is how many amounts of a unit a report has before one of them
// can be out of line.
const outlierLeast = 8

// outliers finds amounts of a size that no other of the report has.
func outliers(all []amount, usual map[string]float64, l level) []Doubt {
	var odd []Doubt
	for _, a := range all {
		middle, ok := usual[a.unit]
		if !ok || a.each || a.value <= 0 || unitBounds()[a.unit].wide && l == ofNation {
			continue
		}
		if math.Abs(math.Log10(a.value)-middle) > l.outlier {
			odd = append(odd, a.doubt())
		}
	}
	return odd
}

// farther is the one of two amounts whose size is less usual.
func farther(a, b amount, usual map[string]float64) amount {
	middle, ok := usual[a.unit]
	if ok && math.Abs(math.Log10(a.value)-middle) > math.Abs(math.Log10(b.value)-middle) {
		return a
	}
	return b
}

var (
	ofWhole  = regexp.MustCompile(`^[，；。]?其中[^0-9。]{0,24}$`)
	raisedTo = regexp.MustCompile(`^[^，。；]{0,16}(?:到|至)(?:每人每[年月]|人均)?$`)
	moreThan = regexp.MustCompile(`^，?比(?:上|去)年(?:预算)?(?:增加|减少|多|少)$`)
)

// partAndWhole compares an amount with the one before it where the text says that it
// is a part of it, its growth, or what it is raised to.
func partAndWhole(all []amount) []Doubt {
	var odd []Doubt
	for i := 1; i < len(all); i++ {
		a, b := all[i-1], all[i]
		if a.paragraph.ID != b.paragraph.ID || a.unit != b.unit || a.value <= 0 || b.value <= 0 {
			continue
		}
		between := a.paragraph.Text[a.end:b.start]
		size := b.value / a.value
		head, _ := clauseAround(a.paragraph.Text, a.start, a.end)
		switch {
		case (ofWhole.MatchString(between) || moreThan.MatchString(between)) && size > 100,
			(strings.Contains(head, "由") || strings.Contains(head, "从")) && raisedTo.MatchString(between) && (size > 1000 || size < 0.001):
			odd = append(odd, doubt(a.paragraph, a.start, b.end, Unlikely, ""))
		}
	}
	return odd
}

// tenThousand is how far apart, in powers of ten, two figures for the same
// thing are that differ by a word of scale.
const tenThousandLeast, tenThousandMost = 3.5, 4.6

// sameThing compares what the report says of the same thing in two places.
func sameThing(all []amount, usual map[string]float64) []Doubt {
	var odd []Doubt
	first := map[string]amount{}
	for _, a := range all {
		if a.subject == "" || a.value <= 0 {
			continue
		}
		key := a.subject + a.unit
		b, ok := first[key]
		if !ok {
			first[key] = a
			continue
		}
		if apart := math.Abs(math.Log10(a.value / b.value)); apart > tenThousandLeast && apart < tenThousandMost {
			odd = append(odd, farther(b, a, usual).doubt())
		}
	}
	return odd
}
