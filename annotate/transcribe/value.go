package transcribe

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// narrow folds full-width letters and digits.
func narrow(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - ('！' - '!')
		}
		if r == '　' {
			return ' '
		}
		return r
	}, text)
}

// plain is a value without lines to fill and blanks at its ends, in one line.
func plain(text string) string {
	return strings.Join(strings.Fields(strings.Trim(strings.ReplaceAll(text, "\n", " "), filler)), " ")
}

// closed is a value of Han text without any blank.
func closed(text string) string {
	return strings.Join(strings.Fields(strings.Trim(text, filler)), "")
}

var (
	nameShape = regexp.MustCompile(`^\p{Han}{2,4}$|^\p{Han}{1,8}[·•．.]\p{Han}{1,10}$`)
	nameTitle = regexp.MustCompile(`(代表|先生|女士|同志)$`)
	inside    = regexp.MustCompile(`[（(](.*)[）)]`)
)

// nameOf reads a name; sure says that it has the form of one.
func nameOf(text string) (name string, sure bool) {
	name = closed(inside.ReplaceAllString(text, ""))
	if bare := nameTitle.ReplaceAllString(name, ""); bare != name {
		return bare, false
	}
	return name, nameShape.MatchString(name)
}

// namesOf reads several names, each with what stands in brackets behind it.
func namesOf(text string) [][]string {
	text = narrowBrackets.Replace(text)
	var all [][]string
	depth, from := 0, 0
	var parts []string
	for i, r := range text {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth = max(0, depth-1)
		case depth == 0 && (strings.ContainsRune("、，,；;\n/", r)):
			parts = append(parts, text[from:i])
			from = i + len(string(r))
		}
	}
	parts = append(parts, text[from:])
	for _, p := range parts {
		words := strings.Fields(strings.Trim(p, filler+"。."))
		if len(words) > 1 && !onesOnly(words) && !strings.Contains(p, "(") { // 张三 李四
			for _, w := range words {
				all = append(all, []string{w})
			}
			continue
		}
		joined := strings.Join(words, "")
		name, rest, _ := strings.Cut(joined, "(")
		rest = strings.TrimSuffix(rest, ")")
		if name == "" || strings.HasPrefix(name, "共") || strings.HasPrefix(name, "等") {
			continue
		}
		all = append(all, append([]string{strings.TrimPrefix(name, "及")}, strings.FieldsFunc(rest, func(r rune) bool { return strings.ContainsRune("，,、；;", r) })...))
	}
	return all
}

var narrowBrackets = strings.NewReplacer("（", "(", "）", ")")

var (
	mobile   = regexp.MustCompile(`1[3-9][0-9]{9}`)
	landline = regexp.MustCompile(`(?:0[0-9]{2,3}-?)?[2-9][0-9]{6,7}`)
	notDigit = regexp.MustCompile(`[\s-]`)
)

// phoneOf reads a telephone number; sure says that there is one and nothing else.
func phoneOf(text string) (phone string, sure bool) {
	text = plain(narrow(text))
	bare := notDigit.ReplaceAllString(text, "")
	if m := mobile.FindString(bare); m != "" && m == bare {
		return m, true
	}
	tight := strings.ReplaceAll(text, " ", "")
	if m := landline.FindString(tight); m != "" && m == tight {
		return m, true
	}
	return text, false
}

var (
	digitsOnly = regexp.MustCompile(`^[0-9]{1,8}$`)
	numbered   = regexp.MustCompile(`([0-9]{1,8})\s*号?$`)
)

// numberOf reads the number of a deputy's card.
func numberOf(text string) (number string, sure bool) {
	text = strings.ReplaceAll(plain(narrow(text)), " ", "")
	if digitsOnly.MatchString(text) {
		return text, true
	}
	if m := numbered.FindStringSubmatch(text); m != nil {
		return m[1], false
	}
	return text, false
}

var (
	dates   = regexp.MustCompile(`([12][0-9]{3})\s*[年./-]\s*([0-9]{1,2})\s*[月./-]\s*([0-9]{1,2})\s*日?`)
	hanDate = regexp.MustCompile(`([一二〇○零三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日`)
	hours   = regexp.MustCompile(`([01]?[0-9]|2[0-3])\s*[:时點点]\s*([0-5]?[0-9])?`)
	eight   = regexp.MustCompile(`^(20[0-9]{2})([01][0-9])([0-3][0-9])$`)
)

// dateOf finds a civil date; rest is what stands around it.
func dateOf(text string) (date, rest string) {
	text = narrow(text)
	if m := dates.FindStringSubmatchIndex(text); m != nil {
		return civil(text[m[2]:m[3]], text[m[4]:m[5]], text[m[6]:m[7]]), text[:m[0]] + text[m[1]:]
	}
	tight := strings.Join(strings.Fields(text), "")
	if m := hanDate.FindStringSubmatch(tight); m != nil {
		year := ""
		for _, r := range m[1] {
			year += strconv.Itoa(hanDigit(r))
		}
		return civil(year, strconv.Itoa(hanNumber(m[2])), strconv.Itoa(hanNumber(m[3]))), hanDate.ReplaceAllString(tight, "")
	}
	if m := eight.FindStringSubmatch(tight); m != nil {
		return civil(m[1], m[2], m[3]), ""
	}
	return "", text
}

// civil writes a date if there is such a day, else "".
func civil(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	text := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return ""
	}
	return text
}

func hanDigit(r rune) int {
	if r == '零' || r == '○' {
		return 0
	}
	return len([]rune(strings.SplitN("〇一二三四五六七八九", string(r), 2)[0]))
}

// hanNumber reads a number up to 31: 二十一.
func hanNumber(text string) int {
	before, after, ten := strings.Cut(text, "十")
	value := func(s string, empty int) int {
		if s == "" {
			return empty
		}
		return hanDigit([]rune(s)[0])
	}
	if !ten {
		return value(before, 0)
	}
	return 10*value(before, 1) + value(after, 0)
}

// hourOf finds the hour and minute in text.
func hourOf(text string) string {
	m := hours.FindStringSubmatch(narrow(text))
	if m == nil {
		return ""
	}
	h, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	return fmt.Sprintf("%02d:%02d", h, minute)
}

var (
	hostPart   = regexp.MustCompile(`主办(?:单位)?[:：]\s*([^\n:：]*?)(?:\s*[；;\n]|\s*(?:会办|协办|分办)|$)`)
	cohostPart = regexp.MustCompile(`(?:会办|协办|分办)(?:单位)?[:：]\s*([^\n:：]*)`)
	role       = regexp.MustCompile(`[（(](主办|会办|协办|分办)[）)]`)
)

// unitsOf reads who is to answer; sure says that it is said which of them leads.
func unitsOf(text string) (host string, cohosts []string, sure bool) {
	if strings.ContainsAny(text, ":：") && (hostPart.MatchString(text) || cohostPart.MatchString(text)) {
		if m := hostPart.FindStringSubmatch(text); m != nil {
			host = plain(m[1])
		}
		if m := cohostPart.FindStringSubmatch(text); m != nil {
			cohosts = listed(m[1])
		}
		return host, cohosts, true
	}
	all := listed(text)
	if role.MatchString(text) {
		for _, u := range all {
			bare := role.ReplaceAllString(u, "")
			if m := role.FindStringSubmatch(u); m != nil && m[1] == "主办" && host == "" {
				host = bare
			} else {
				cohosts = append(cohosts, bare)
			}
		}
		return host, cohosts, host != ""
	}
	if len(all) == 0 {
		return "", nil, true
	}
	return all[0], all[1:], len(all) == 1
}

// listed parts a list of names of units.
func listed(text string) []string {
	var all []string
	for _, u := range strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("、，,；;/", r) }) {
		if u = strings.Trim(u, filler+"。."); u != "" && u != "无" {
			all = append(all, u)
		}
	}
	return all
}
