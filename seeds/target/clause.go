package target

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// A clause is the text between two marks （，；。！？：）, the unit in which a
// target is read. Marks inside quotation marks and brackets do not end one.
type clause struct {
	text       string // of the whole paragraph
	start, end int    // bytes in text, white space and marks left out
	figures    []figure
	when       *deadline
	tone       Tone
	before     *clause // the clause before it in the same sentence; nil for the first
	topic      string  // 围绕…产业链 of this or an earlier sentence; "" if none
	past       bool    // stands in the review
	year       int     // of the plan
}

// is returns what c says.
func (c *clause) is() string { return c.text[c.start:c.end] }

// clausesOf cuts text into its clauses, in order.
func clausesOf(text string, year int, past bool) []*clause {
	var (
		all   []*clause
		prev  *clause
		topic string
	)
	for _, s := range report.Sentences(text) {
		prev = nil
		if t := topicOf(s.Of(text)); t != "" {
			topic = t
		}
		for _, c := range cut(text, s) {
			c.before, c.topic, c.past, c.year = prev, topic, past, year
			prev = c
			all = append(all, c)
		}
	}
	return all
}

// clauseBytes is how long a clause may be. The longest in twelve reports
// has 230 bytes; what is longer is no prose, and it is cut so that no
// text can make the rules, which compare the figures of a clause, slow.
const clauseBytes = 1500

// cut divides one sentence at its marks.
func cut(text string, s report.Span) []*clause {
	var all []*clause
	depth := 0
	start := s.Start
	add := func(end int) {
		part := text[start:end]
		left := len(part) - len(strings.TrimLeft(part, " \t\u3000\u00a0"))
		part = strings.TrimRight(part, " \t\u3000\u00a0")
		if left < len(part) {
			all = append(all, &clause{text: text, start: start + left, end: start + len(part)})
		}
	}
	start += markLen(text[start:s.End])
	for i := start; i < s.End; {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case strings.ContainsRune("“‘（(《〈", r):
			if closes(text[i+n:min(s.End, i+clauseBytes)], r) {
				depth++
			}
		case strings.ContainsRune("”’）)》〉", r):
			depth = max(depth-1, 0)
		case depth == 0 && strings.ContainsRune("，；。！？：,;!?", r) && !between(text, i, n):
			add(i)
			start = i + n
		case depth == 0 && (r == '\u3000' || strings.HasPrefix(text[i:], "  ")): // behind a heading in one line with its text
			add(i)
			start = i + n
		case i-start > clauseBytes:
			add(i)
			start, depth = i, 0
		}
		i += n
	}
	add(s.End)
	return all
}

// listMark is what numbers the items of a list at the head of a sentence:
// 3．, 12、, (一), ①, ——. It says nothing of the clause behind it.
var listMark = regexp.MustCompile(`^(?:[0-9０-９]{1,2}[．.、)）]|[（(][0-9０-９一二三四五六七八九十]{1,3}[）)]|[①-⑳]|[—－-]{1,2}|[●■◆▪•])[ \t\x{3000}\x{a0}]*`)

// markLen is the length of the list mark that s begins with, 0 if there is
// none. In 1.5万亩 the point is part of the number.
func markLen(s string) int {
	s0 := strings.TrimLeft(s, " \t\u3000\u00a0")
	mark := listMark.FindString(s0)
	if mark == "" || digitAt(s0, len(mark)) && strings.TrimRight(mark, "．.") != mark {
		return 0
	}
	return len(s) - len(s0) + len(mark)
}

// closes reports whether rest holds the mark that closes open.
func closes(rest string, open rune) bool {
	pairs := map[rune]string{'“': "”", '‘': "’", '（': "）", '(': ")", '《': "》", '〈': "〉"}
	return strings.Contains(rest, pairs[open])
}

// between reports whether the comma at byte i groups the digits of a number.
func between(text string, i, n int) bool {
	return text[i] == ',' && i > 0 && text[i-1] >= '0' && text[i-1] <= '9' && thousands(text[i+n:])
}

// topicOf returns the chain that a sentence turns to: "围绕冷链肉制品产业链" gives
// "冷链肉制品产业链". Later sentences speak of it as 产业链.
func topicOf(sentence string) string {
	rest, ok := strings.CutPrefix(sentence, "围绕")
	if !ok {
		return ""
	}
	for _, end := range []string{"产业链", "产业集群", "产业带"} {
		if name, _, ok := strings.Cut(rest, end); ok && !strings.ContainsAny(name, "，；") {
			return name + end
		}
	}
	return ""
}
