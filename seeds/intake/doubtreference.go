package intake

import (
	"regexp"
	"strconv"
	"strings"

	"deputydesk/seeds/report"
)

// A reference names a meeting, a plan or a day; it is doubtful if there is no
// such thing, or was none when the report was given.
type reference struct {
	says string
	form *regexp.Regexp
	// odd looks at the groups of a match in a report of the year, 0 if that is
	// not known, and at what follows; it may say what was probably meant.
	odd func(groups []string, year int, after string) (meant string, odd bool)
}

const hanNumber = `([一二三四五六七八九十]{1,3})`

var referenceForms = []reference{
	{"党的二十六、: a congress without 大", regexp.MustCompile(`党的` + hanNumber), func(g []string, year int, after string) (string, bool) {
		if hasAny(after, "大", "届", "个", "项", "条", "者") || !hasAny(after, "、", "和", "，", "以", "精", "中全会", "次") {
			return "", false
		}
		if n := ordinalOf(g[1]); n >= 12 && n <= 40 && !late(congressYear(n), year) {
			return "党的" + g[1] + "大", true
		}
		return "", true
	}},
	{"党的三十大: a congress that is yet to come", regexp.MustCompile(`党的` + hanNumber + `大`), func(g []string, year int, _ string) (string, bool) {
		return "", late(congressYear(ordinalOf(g[1])), year)
	}},
	{"二十届九中全会: there are seven plenums at most", regexp.MustCompile(hanNumber + `届` + hanNumber + `中全会`), func(g []string, year int, _ string) (string, bool) {
		n, m := ordinalOf(g[1]), ordinalOf(g[2])
		return "", m > 7 || late(congressYear(n)+max(0, m-2), year)
	}},
	{"十九届全国人大: a congress that is yet to come", regexp.MustCompile(hanNumber + `届全国(?:人大|人民代表大会|政协)(?:第?` + hanNumber + `次会议)?`), func(g []string, year int, _ string) (string, bool) {
		n, m := ordinalOf(g[1]), ordinalOf(g[2])
		return "", late(2023+5*(n-14), year) || g[2] != "" && m > 5
	}},
	{"人民代表大会第二十次会议: a congress meets once or twice a year, for five years", regexp.MustCompile(`人民代表大会第` + hanNumber + `次会议`), func(g []string, _ int, _ string) (string, bool) {
		return "", ordinalOf(g[1]) > 12
	}},
	{"“十九五”: a plan that is yet to be thought of", regexp.MustCompile(`“十([一二三四五六七八九]?)五”`), func(g []string, year int, _ string) (string, bool) {
		n := 10
		if g[1] != "" {
			n += ordinalOf(g[1])
		}
		return "", year > 0 && late(1981+5*(n-6), year+2)
	}},
	{"“三十五”规划, “十五四”: no such plan", regexp.MustCompile(`“(?:[二三四五六七八九]十[一二三四五六七八九]?五|十五[一二三四六七八九])”`), func([]string, int, string) (string, bool) {
		return "", true
	}},
	{"2204年, 20245年: a year far off", regexp.MustCompile(`([0-9]{4,6})年`), func(g []string, year int, after string) (string, bool) {
		n, err := strconv.Atoi(g[1])
		return "", err == nil && year > 0 && (n > year+80 && n < 100000 || n > 9999) && !hasAny(after, "来", "间", "前", "的", "历史")
	}},
	{"13月, 2月31日: no such day", regexp.MustCompile(`(?:^|[^0-9.])([0-9]{1,2})月(?:([0-9]{1,2})日)?`), func(g []string, _ int, _ string) (string, bool) {
		month, err := strconv.Atoi(g[1])
		day, noDay := strconv.Atoi(g[2])
		days := []int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
		return "", err == nil && (month < 1 || month > 12 || noDay == nil && (day < 1 || day > days[month]))
	}},
}

// references finds the meetings, plans and days that cannot be.
func references(p *proof) []Doubt {
	var all []Doubt
	for _, each := range p.paragraphs {
		for _, f := range referenceForms {
			all = append(all, f.in(each, p.report.Year)...)
		}
	}
	return all
}

func (f reference) in(p report.Paragraph, year int) []Doubt {
	var all []Doubt
	for _, m := range f.form.FindAllStringSubmatchIndex(p.Text, -1) {
		groups := make([]string, 3)
		for g := 0; g < len(m)/2; g++ {
			if m[2*g] >= 0 {
				groups[g] = p.Text[m[2*g]:m[2*g+1]]
			}
		}
		if meant, odd := f.odd(groups, year, p.Text[m[1]:]); odd {
			all = append(all, doubt(p, m[0], m[1], Impossible, meant))
		}
	}
	return all
}

// congressYear is the year of the n-th congress of the party, 1982 for the
// twelfth and every five years since; 0 for earlier ones.
func congressYear(n int) int {
	if n < 12 {
		return 0
	}
	return 1982 + 5*(n-12)
}

// late reports whether a thing of one year cannot be spoken of in another.
func late(of, year int) bool { return year > 0 && of > year }

func hasAny(s string, starts ...string) bool {
	for _, w := range starts {
		if strings.HasPrefix(s, w) {
			return true
		}
	}
	return false
}
