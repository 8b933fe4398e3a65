package intake

import (
	_ "embed" // for doubtsizes.txt
	"strconv"
	"strings"
	"sync"

	"deputydesk/seeds/report"
)

//go:embed doubtsizes.txt
var sizeLines string

// A sizeRange says between what a figure about something lies.
type sizeRange struct {
	words       []string
	unit        string
	least, most float64
	nation      bool // for a whole country
}

var sizeRanges = sync.OnceValue(func() []sizeRange {
	var all []sizeRange
	for line := range strings.Lines(sizeLines) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 5 || strings.HasPrefix(line, "#") {
			continue
		}
		r := sizeRange{words: strings.Split(f[0], "|"), unit: f[1], nation: f[4] == "nation"}
		r.least, _ = strconv.ParseFloat(f[2], 64) // a test reads every line
		r.most, _ = strconv.ParseFloat(f[3], 64)
		all = append(all, r)
	}
	return all
})

// A level says how large a place a report is about: by how much the sizes of a
// nation are lowered at its lower and its upper end, those of plain units, and by
// how many powers of ten an amount is out of line with the others of its unit.
type level struct{ least, most, units, outlier float64 }

var (
	ofNation   = level{1, 1, 1, 3.6}
	ofProvince = level{1000, 5, 8, 3.6}
	ofCity     = level{20000, 30, 60, 3.3}
	ofCounty   = level{200000, 300, 600, 3.3}
)

// levelOf tells the level by the body that gives the report and by its front.
func levelOf(r *report.Report) level {
	head := r.Body + r.Title + strings.Join(r.Front, "")
	switch {
	case strings.Contains(head, "国务院") || strings.Contains(head, "全国人民代表大会"):
		return ofNation
	case strings.Contains(head, "省") || strings.Contains(head, "自治区"):
		return ofProvince
	case strings.Contains(head, "县") || strings.Contains(head, "区人民"):
		return ofCounty
	case strings.Contains(head, "市"):
		return ofCity
	}
	for _, p := range r.Paragraphs() {
		if strings.Contains(p.Text, "代表国务院") {
			return ofNation
		}
	}
	return ofCity
}

// wrongSizes finds figures that the thing they are about cannot have.
func wrongSizes(all []amount, l level) []Doubt {
	var odd []Doubt
	for _, a := range all {
		for _, r := range sizeRanges() {
			if r.unit != a.unit || a.value == 0 || !r.about(a) {
				continue
			}
			least, most := r.least, r.most
			if r.nation {
				least, most = least/l.least, most/l.most
			}
			if a.value < least || a.value > most {
				odd = append(odd, a.doubt())
			}
			break
		}
	}
	return odd
}

// about reports whether a is about r: one of its words stands before a, and
// nothing that would make it a part, a growth or the sum of one person.
func (r sizeRange) about(a amount) bool {
	for _, w := range r.words {
		_, after, ok := strings.Cut(a.head, w)
		if !ok || len(after) > 45 {
			continue
		}
		if !r.nation {
			sum := false
			for _, w := range []string{"资金", "投入", "安排", "用于", "支出", "发放", "支付"} {
				sum = sum || strings.Contains(a.head, w)
			}
			return !sum || strings.Contains(a.head, "每人")
		}
		for _, other := range []string{"比", "增加", "减少", "用于", "每", "人均", "万元", "单位", "其中", "高于", "低于", "补助", "新增", "提高", "资金"} {
			if strings.Contains(a.head, other) && !strings.HasPrefix(w, other) {
				return false
			}
		}
		return true
	}
	return false
}

// moreThanAll finds sums of money larger than three times the product of the
// place in one year, where the report tells it. Money that lies or turns over
// may be more.
func moreThanAll(all []amount) []Doubt {
	product := 0.0
	for _, a := range all {
		if a.unit == "元" && strings.Contains(a.head, "生产总值") && !a.each {
			product = max(product, a.value)
		}
	}
	if product == 0 {
		return nil
	}
	var odd []Doubt
	for _, a := range all {
		if a.unit != "元" || a.value <= 3*product {
			continue
		}
		turns := false
		for _, w := range []string{"存款", "贷款", "资产", "融资", "货币", "市值", "交易", "余额", "成交", "累计", "债"} {
			turns = turns || strings.Contains(a.head, w) && w != "债"
		}
		if !turns {
			odd = append(odd, a.doubt())
		}
	}
	return odd
}
