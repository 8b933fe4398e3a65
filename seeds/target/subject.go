package target

import (
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// subjectOf names what figure i of c measures, item being its part of the
// clause. In 公共充电桩580个 it stands before the figure, in 22个居民小区 behind it.
func subjectOf(c *clause, i int, item report.Span) string {
	f := c.figures[i]
	if f.start < item.Start || f.end > item.End {
		item = report.Span{Start: c.start, End: c.end}
	}
	ahead := c.text[item.Start:f.from]
	if i > 0 && c.figures[i-1].end > item.Start {
		ahead = c.text[c.figures[i-1].end:f.from]
	}
	behind := c.text[f.end:item.End]
	if i+1 < len(c.figures) && c.figures[i+1].from < item.End && c.figures[i+1].from >= f.end {
		behind = c.text[f.end:c.figures[i+1].from]
		if behind == "" && nounBefore(ahead, c) == "" || behind == "" && !holdsName(ahead) {
			return subjectOf(c, i+1, item) // 7000户2万余名群众 names both at once
		}
	}
	name := nounBefore(ahead, c)
	if noun := nounBehind(behind); noun != "" && (f.kind == "count" || f.kind == "measure" || name == "") {
		if name == "" || !holdsName(ahead) {
			return noun
		}
		if f.from == item.Start || strings.HasPrefix(behind, "的") || endsInVerb(ahead) {
			return noun
		}
		return name + noun
	}
	if name != "" {
		return ofTopic(name, c)
	}
	// The figure stands alone: 1000万户2500万元 counts the same thing twice.
	if i > 0 {
		return subjectOf(c, i-1, item)
	}
	for b := c.before; b != nil; b = b.before {
		if n := nounBefore(b.is(), b); n != "" {
			return n
		}
	}
	return c.topic
}

// nounBefore takes verbs, adverbs and times off a text that ends before a
// figure.
func nounBefore(s string, c *clause) string {
	s = trimTime(s, c)
	s = trimPrefix(strings.Trim(s, "、 "), openers)
	bare := trimSuffix(s, reach, change)
	if bare == "" {
		bare = s
	}
	s = strings.Trim(bare, "、 ")
	if noun := trimPrefix(s, openers, verbs); noun != "" {
		return strings.TrimPrefix(noun, "了")
	}
	return s
}

// nounBehind reads the noun that follows a figure.
func nounBehind(s string) string {
	s = strings.TrimPrefix(strings.Trim(s, "、 "), "的")
	return strings.Trim(s, "、 ")
}

// holdsName reports whether s holds more than verbs and adverbs.
func holdsName(s string) bool { return trimPrefix(strings.Trim(s, "、 "), openers, verbs) != "" }

func endsInVerb(s string) bool {
	_, ok := verbs.suffix(s)
	return ok
}

// trimTime takes a deadline out of s.
func trimTime(s string, c *clause) string {
	if c.when == nil {
		return s
	}
	return strings.Replace(s, c.when.printed, "", 1)
}

// ofTopic puts the chain of the sentence before a subject that only says
// 产业链: 产业链规模 becomes 冷链肉制品产业链规模.
func ofTopic(name string, c *clause) string {
	for _, general := range []string{"产业链", "产业集群", "产业带"} {
		if rest, ok := strings.CutPrefix(name, general); ok && strings.HasSuffix(c.topic, general) {
			return c.topic + rest
		}
	}
	return name
}

// parallel reports whether a and b name things of one kind: they end in the
// same two characters.
func parallel(a, b string) bool {
	return lastRunes(a, 2) == lastRunes(b, 2) && utf8.RuneCountInString(a) > 2
}

func lastRunes(s string, n int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-n):])
}
