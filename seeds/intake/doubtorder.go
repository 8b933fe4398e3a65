package intake

import (
	"regexp"
	"strings"

	"deputydesk/seeds/report"
)

// A listFamily is one way of numbering the items of a list. Group 1 of its
// pattern is the numeral.
type listFamily struct {
	name    string
	item    *regexp.Regexp
	heading bool // stands only at the head of a paragraph
}

var listFamilies = []listFamily{
	{"是", regexp.MustCompile(`(?:^|[。；：，！？])[ 　]*(十?[一二三四五六七八九]|十)是`), false},
	{"要", regexp.MustCompile(`(?:^|[。；：，！？])[ 　]*(十?[一二三四五六七八九]|十)要`), false},
	{"第", regexp.MustCompile(`(?:^|[。；：，！？])[ 　]*第(十?[一二三四五六七八九]|十)[，、：]`), false},
	{"（）", regexp.MustCompile(`^[ 　]*[（(](十?[一二三四五六七八九]|十)[)）]`), true},
	{"1.", regexp.MustCompile(`^[ 　]*([0-9]{1,2})[．.、][^0-9]`), true},
}

// A listItem is one number of a list.
type listItem struct {
	paragraph  report.Paragraph
	start, end int // of the numeral
	n          int
	heading    report.Path // of a section, where the numeral stands in its heading
	was        string
}

// listOrder finds the numbers of lists that do not follow the one before: 一是
// 二是 四是, or the same twice. A list starts again with one; whatever stands
// first in a section is believed, unless a two follows it.
func listOrder(p *proof) []Doubt {
	var all []Doubt
	for _, f := range listFamilies {
		var (
			items []listItem
			in    report.Path
			from  int
		)
		for _, each := range p.paragraphs {
			if each.Section != in {
				all = append(all, misordered(items, from, from > 0)...)
				items, in, from = nil, each.Section, 0
				if m := headingForm.FindStringSubmatch(p.report.Heading(in)); m != nil && f.name == "（）" && in.Depth() > 1 {
					from = ordinalOf(m[1]) // a heading with a wrong number is read as text
				}
			}
			for _, m := range f.item.FindAllStringSubmatchIndex(each.Text, -1) {
				if n := ordinalOf(each.Text[m[2]:m[3]]); n > 0 && !(f.heading && runIn(p.report, each)) {
					items = append(items, listItem{each, m[2], m[3], n, "", each.Text[m[2]:m[3]]})
				}
			}
		}
		all = append(all, misordered(items, from, from > 0)...)
	}
	return append(all, headingOrder(p.report)...)
}

// runIn reports whether p begins with the heading of its section, which is
// looked at among the headings.
func runIn(r *report.Report, p report.Paragraph) bool {
	h := r.Heading(p.Section)
	return h != "" && strings.HasPrefix(p.Text, h)
}

var headingForm = regexp.MustCompile(`^[ 　]*[（(]?(十?[一二三四五六七八九]|十)[)）、]`)

// headingOrder finds the headings whose numbers do not follow the one before.
func headingOrder(r *report.Report) []Doubt {
	var (
		all   []Doubt
		depth = map[int][]listItem{}
		most  = 0
	)
	for i, s := range r.Sections {
		m := headingForm.FindStringSubmatchIndex(s.Heading)
		below := firstBelow(r.Sections[i:])
		if m == nil || below == nil {
			continue
		}
		d := s.Path.Depth()
		for k := d + 1; k <= most; k++ {
			all = append(all, misordered(depth[k], 0, true)...)
			depth[k] = nil
		}
		most = max(most, d)
		was := s.Heading[m[2]:m[3]]
		item := listItem{paragraph: *below, start: m[2], end: m[3], n: ordinalOf(was), was: was}
		if below.Section != s.Path || !strings.HasPrefix(below.Text, s.Heading) {
			item.heading = s.Path // on a line of its own
		}
		depth[d] = append(depth[d], item)
	}
	for k := 0; k <= most; k++ {
		all = append(all, misordered(depth[k], 0, true)...)
	}
	return all
}

// firstBelow is the first paragraph of sections, nil if there is none.
func firstBelow(sections []report.Section) *report.Paragraph {
	for _, s := range sections {
		if len(s.Paragraphs) > 0 {
			return &s.Paragraphs[0]
		}
	}
	return nil
}

// misordered finds the items that break the order; last is the number before
// the first, 0 if it may be any. A list may start again with one, but for headings
// that stand on one level (once).
func misordered(items []listItem, last int, once bool) []Doubt {
	var all []Doubt
	for i, it := range items {
		next := 0
		if i+1 < len(items) {
			next = items[i+1].n
		}
		good := it.n == last+1 || it.n == 1 && next != last+2 && !once || last == 0 && next != 2
		if last == 0 && it.n == 1 {
			good = true
		}
		if good {
			last = it.n
			continue
		}
		meant := last + 1
		if it.heading != "" {
			all = append(all, Doubt{Paragraph: it.paragraph.ID, Text: it.was, Suggestion: numeralLike(meant, it.was), Why: Misordered, Heading: it.heading})
		} else {
			all = append(all, doubt(it.paragraph, it.start, it.end, Misordered, numeralLike(meant, it.was)))
		}
		if next == it.n+1 && next != meant+1 {
			last = it.n // the rest goes on from here
		} else {
			last = meant
		}
	}
	return all
}

// ordinalOf reads 1 to 99 in either kind of digits, 0 for anything else.
func ordinalOf(s string) int {
	n := 0
	if s != "" && s[0] >= '0' && s[0] <= '9' {
		for _, r := range s {
			n = n*10 + int(r-'0')
		}
		return n
	}
	const han = "一二三四五六七八九"
	head, tail, ten := strings.Cut(s, "十")
	if !ten {
		return strings.Index(han, s)/3 + 1
	}
	n = 10
	if head != "" {
		n = 10 * (strings.Index(han, head)/3 + 1)
	}
	if tail != "" {
		n += strings.Index(han, tail)/3 + 1
	}
	return n
}

// numeralLike writes n, 1 to 99, in the digits of like.
func numeralLike(n int, like string) string {
	if like[0] >= '0' && like[0] <= '9' {
		return strings.TrimLeft(string(rune('0'+n/10))+string(rune('0'+n%10)), "0")
	}
	const han = "一二三四五六七八九"
	digit := func(d int) string {
		if d == 0 {
			return ""
		}
		return han[3*(d-1) : 3*d]
	}
	if n < 10 {
		return digit(n)
	}
	head := ""
	if n >= 20 {
		head = digit(n / 10)
	}
	return head + "十" + digit(n%10)
}
