package check

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// figures finds numbers that the proposal ascribes to the report and that the
// report does not give: in a citation, between quotation marks, and in
// sentences that say what the report says of a target.
func (c *checker) figures() {
	for _, q := range c.quotations() {
		if q.report == nil || c.stands(q.report, q.quote) {
			continue
		}
		found := c.masked(q.report, q.quote)
		switch {
		case found == "":
		case q.cited:
			c.add(Error, q.field, "cited", "quote", q.quote, "found", found)
		default:
			c.add(Error, q.field, "quoted", "quote", q.quote, "found", found)
		}
	}
	c.figuresAscribed()
	c.citedOtherwise()
}

func (c *checker) figuresAscribed() {
	r := c.cited()
	if r == nil || c.targets == nil {
		return
	}
	for _, part := range c.parts() {
		for _, s := range report.Sentences(part.text) {
			if sentence := s.Of(part.text); speaksOfReport(sentence) {
				c.ascribed(part.field, sentence, c.targets(r.ID))
			}
		}
	}
}

// ascribed compares the figures that follow a target's subject in a sentence
// about the report with what the report gives for that subject.
func (c *checker) ascribed(field, sentence string, targets []target.Target) {
	sentence = outsideQuotes(sentence[saidAt(sentence):])
	for _, t := range targets {
		// What is said in the report's own words is right.
		sentence = strings.ReplaceAll(sentence, t.Quote, "，")
	}
	type topic struct{ subject, unit string }
	given := map[topic][]target.Target{}
	var order []topic
	for _, t := range targets {
		if t.Kind != target.Quantified || utf8.RuneCountInString(t.Subject) < 2 || !strings.Contains(sentence, t.Subject) {
			continue
		}
		k := topic{t.Subject, t.Unit}
		if given[k] == nil {
			order = append(order, k)
		}
		given[k] = append(given[k], t)
	}
	for _, k := range order {
		longer := func(o topic) bool {
			return o.subject != k.subject && strings.Contains(o.subject, k.subject)
		}
		if slices.ContainsFunc(order, longer) {
			continue // 固定资产投资 is not 投资
		}
		said, ok := figureAfter(sentence, k.subject, k.unit)
		is := func(t target.Target) bool { return near(t.Value, said.value) }
		if ok && !slices.ContainsFunc(given[k], is) {
			c.add(Error, field, "ascribed", "subject", k.subject, "said", said.text, "quote", given[k][0].Quote)
		}
	}
}

// near says whether two numbers are one, the last bits of their decimals aside.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(math.Abs(a), math.Abs(b)) }

// A figure is a printed number with its unit.
type figure struct {
	text  string
	value float64 // in the base unit: 3万 is 30000
}

// nearSubject is how many characters may stand between a subject and its
// figure, as in 公共充电桩定为500个; beyond that it is another subject's.
const nearSubject = 6

// elsewhere are words before a subject that say that its figure is no target of
// the report, and changed those that say that the writer wants another one.
var (
	elsewhere = []string{"去年", "上年", "前年", "实际", "目前", "现有", "已有", "已建", "已经", "完成了", "仅", "外地", "外市", "邻市", "兄弟", "全省", "全国", "我省", "我县", "我区", "我镇", "我乡", "本县", "本区", "街道", "累计"}
	changed   = []string{"提高", "增加", "调整", "改为", "降", "调高", "调至", "扩大", "提升", "压减", "减少到", "再", "分解", "其中"}
)

// figureAfter returns the first figure in unit that follows subject within the
// clause, numerals read as well as digits.
func figureAfter(sentence, subject, unit string) (figure, bool) {
	at := strings.Index(sentence, subject)
	if at < 0 || unit == "" || strings.Contains(sentence, "分别") {
		return figure{}, false
	}
	before, clause := sentence[:at], sentence[at+len(subject):]
	if start := strings.LastIndexAny(before, clauseEnds); start >= 0 {
		before = before[start:]
	}
	if end := strings.IndexAny(clause, clauseEnds); end >= 0 {
		clause = clause[:end]
	}
	clause = target.Plain(clause)
	start := strings.IndexFunc(clause, digit)
	if start < 0 || utf8.RuneCountInString(clause[:start]) > nearSubject || hasAny(before, elsewhere) || hasAny(clause[:start], changed) {
		return figure{}, false
	}
	rest := clause[start:]
	end := len(number.FindString(rest))
	value, err := strconv.ParseFloat(rest[:end], 64)
	if err != nil || !strings.HasPrefix(rest[end:], unit) {
		return figure{}, false
	}
	return figure{text: rest[:end+len(unit)], value: value}, true
}

const clauseEnds = "，。；！？、\n"

func hasAny(text string, words []string) bool {
	return anyOf(words, func(w string) bool { return strings.Contains(text, w) })
}

// outsideQuotes is text less what stands between “ and ”: that is compared
// letter by letter elsewhere.
func outsideQuotes(text string) string {
	text = curly(text)
	var b strings.Builder
	depth := 0
	for _, r := range text {
		switch {
		case r == '“':
			depth++
		case r == '”':
			depth = max(0, depth-1)
		case depth == 0:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

func hasFigure(s string) bool { return strings.IndexFunc(narrow(s), digit) >= 0 }

// mask puts one # for each number of folded text.
func mask(folded string) string {
	var b strings.Builder
	in := false
	for _, r := range folded {
		number := digit(r) || in && r == '.'
		if !number {
			b.WriteRune(r)
		} else if !in {
			b.WriteByte('#')
		}
		in = number
	}
	return b.String()
}

// unmask returns the part of folded that mask made into length bytes from at.
func unmask(folded string, at, length int) string {
	start, end, masked := -1, len(folded), 0
	in := false
	for i, r := range folded {
		number := digit(r) || in && r == '.'
		if !(number && in) {
			if masked == at {
				start = i
			}
			if masked == at+length {
				end = i
				break
			}
			if number {
				masked++
			} else {
				masked += utf8.RuneLen(r)
			}
		}
		in = number
	}
	if start < 0 {
		return ""
	}
	return folded[start:end]
}
