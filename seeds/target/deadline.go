package target

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// A deadline is a time by which something is to be reached.
type deadline struct {
	start, end int    // bytes in the text
	printed    string // "6月底前"
	due        string // "2024-06-30"; "" if the year is not known
	exact      bool   // says more than "this year"
}

// dated reads deadlines with numbers in them: 3月底前, 6月15日前, 2025年6月底,
// 2025年底前, “十四五”末.
var dated = regexp.MustCompile(`^(?:([12][0-9]{3})年)?(?:(1[0-2]|0?[1-9])月(?:(底|末|份)|([0-3]?[0-9])日|(上旬|中旬|下旬))?)?(年底|年末|底|末|上半年|年)?(?:之?前|以前)?`)

// whenIn returns the first deadline that stands in c, nil if there is none.
func whenIn(c *clause) *deadline {
	text := c.is()
	var found *deadline
	for i := range text {
		at := c.start + i
		if w, ok := deadlines.prefix(text[i:]); ok {
			found = later(found, listed(c, at, w))
			continue
		}
		if d := ahead(c, at); d != nil {
			found = later(found, d)
			continue
		}
		if text[i] >= '0' && text[i] <= '9' && (i == 0 || text[i-1] < '0' || text[i-1] > '9') {
			found = later(found, numbered(c, at))
		}
	}
	return found
}

// heading reports whether c says nothing but its deadline, so that it stands
// over the clauses after it: 6月底前，…
func (d *deadline) heading(c *clause) bool {
	rest := strings.Trim(c.text[c.start:d.start]+c.text[d.end:c.end], " ")
	return rest == "" || rest == "到" || rest == "力争" || rest == "确保" || rest == "力争到"
}

// later prefers the deadline that says more: 今年6月底前 means June.
func later(a, b *deadline) *deadline {
	if a == nil || b != nil && b.exact && !a.exact {
		return b
	}
	return a
}

// listed is a deadline of the word list.
func listed(c *clause, at int, w word) *deadline {
	d := &deadline{start: at, end: at + len(w.text), printed: w.text}
	if !plainTime(c, w.text, d) {
		return nil
	}
	year := c.year
	if w.field(1) == "next" {
		year++
	}
	if c.year > 0 {
		d.due = fmt.Sprintf("%04d-%s", year, w.field(0))
	}
	d.exact = w.field(0) != "12-31" || w.field(1) == "next" || strings.Contains(w.text, "年底") || strings.Contains(w.text, "年末") || w.text == "年内"
	return d
}

// reachedBy reports whether s, what stands behind a year, begins with a deed or
// a state.
func reachedBy(s string) bool {
	s = trimPrefix(s, openers)
	_, deed := deeds.prefix(s)
	_, state := states.prefix(s)
	return deed || state
}

// spans are how many years a plan says it takes: 五年内, 今后三年, 用两年时间.
var spans = regexp.MustCompile(`^(?:(?:今后|未来)([一两三四五六七八九十]|[1-9])年内?|用?([一两三四五六七八九十]|[1-9])年(?:之内|内|(?:左右)?时间))`)

// ahead is a deadline that is told as a number of years; the year of the plan
// is the first of them.
func ahead(c *clause, at int) *deadline {
	first, _ := utf8.DecodeRuneInString(c.text[at:c.end])
	if !strings.ContainsRune("今未用一两三四五六七八九十123456789", first) {
		return nil
	}
	m := spans.FindStringSubmatch(c.text[at:c.end])
	if m == nil || at > c.start && strings.ContainsRune(hanDigits+digits, lastRune(c.text[c.start:at])) {
		return nil
	}
	n, _ := hanValue(m[1]+m[2], 0)
	if d, err := strconv.Atoi(m[1] + m[2]); err == nil {
		n = float64(d)
	}
	d := &deadline{start: at, end: at + len(m[0]), printed: m[0], exact: true}
	if c.year > 0 {
		d.due = yearEnd(c.year + int(n) - 1)
	}
	return d
}

// plainTime reports whether the word is a time here and not part of a name:
// 今年以来, 当年价.
func plainTime(c *clause, w string, d *deadline) bool {
	rest := c.text[d.end:c.end]
	before := c.text[c.start:d.start]
	if w == "年内" && before != "" && strings.ContainsRune(hanDigits, lastRune(before)) {
		return false // 两年内
	}
	if w == "年中" && (strings.HasSuffix(before, "今") || strings.HasPrefix(rest, "央")) || strings.HasPrefix(w, "年") && digitBefore(before) {
		return false // 今年中央财政, 2024年中央预算
	}
	for _, no := range []string{"以来", "价", "度"} {
		if strings.HasPrefix(rest, no) {
			return false
		}
	}
	return !strings.HasSuffix(before, "比") && !strings.HasSuffix(before, "去") && !strings.HasSuffix(before, "上")
}

func digitBefore(s string) bool { return s != "" && strings.ContainsRune(digits, lastRune(s)) }

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// numbered is a deadline with a month or a year in it.
func numbered(c *clause, at int) *deadline {
	m := dated.FindStringSubmatch(c.text[at:c.end])
	if m == nil || m[0] == "" {
		return nil
	}
	year, month, day := c.year, 0, 0
	if m[1] != "" {
		year, _ = strconv.Atoi(m[1]) // four digits by the pattern
	}
	if m[2] != "" {
		month, _ = strconv.Atoi(m[2]) // one or two digits by the pattern
	}
	switch {
	case m[2] == "" && m[1] != "" && strings.HasPrefix(m[0], m[1]+"年") && (strings.HasSuffix(c.text[c.start:at], "到") || strings.HasSuffix(c.text[c.start:at], "于") || at == c.start && year > c.year || year > c.year && reachedBy(c.text[at+len(m[0]):c.end])):
		// 到2025年, 2025年覆盖所有县, 二期2026年全面贯通
	case m[2] == "" && (m[1] == "" || !strings.HasSuffix(m[0], "前") && m[6] != "底" && m[6] != "末" && m[6] != "年底"):
		return nil // a bare year is part of a name, a bare number no time
	case m[4] != "":
		day, _ = strconv.Atoi(m[4]) // one or two digits by the pattern
	case m[5] == "上旬":
		day = 10
	case m[5] == "中旬":
		day = 20
	}
	if month == 0 {
		month = 12
	}
	if day == 0 {
		day = time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	d := &deadline{start: at, end: at + len(m[0]), printed: m[0], exact: true}
	if year > 0 {
		d.due = fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	}
	return d
}

// yearEnd is the due day of what is only meant for the year.
func yearEnd(year int) string {
	if year == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-12-31", year)
}
