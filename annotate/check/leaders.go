package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// leaders checks that people and the phrases that carry their names stand as
// the report has them: a person of the report with another title, a title of the
// report with a name that is nearly its own, a fixed phrase with a character
// missing. Which titles and phrases there are the rule pack says; who bears
// them, the report.
func (c *checker) leaders() {
	known := c.people()
	for _, part := range c.written() {
		for _, phrase := range c.pack.Names.Phrases {
			said := nearly(part.text, phrase)
			if said == "" {
				said = cutShort(part.text, phrase)
			}
			if said != "" {
				c.add(Warning, part.field, "phrase", "said", said, "right", phrase)
			}
		}
		for _, p := range known {
			c.leader(part, p)
		}
	}
}

// A person is somebody whom the report calls by name and title.
type person struct {
	name   string
	titles []string // those that the report gives them
}

// longestName is how many characters a name has at most, and shortestName at
// least.
const shortestName, longestName = 2, 3

// people reads off the cited report who bears one of the pack's titles: the
// fixed phrases say who is meant, 习近平总书记, and lines such as 市长　某某.
func (c *checker) people() []person {
	r := c.cited()
	if r == nil {
		return nil
	}
	var all []person
	bears := func(name, title string) {
		for i := range all {
			if all[i].name == name {
				if !slices.Contains(all[i].titles, title) {
					all[i].titles = append(all[i].titles, title)
				}
				return
			}
		}
		all = append(all, person{name, []string{title}})
	}
	for _, name := range c.pack.Names.People {
		for _, p := range r.Paragraphs() {
			for _, title := range c.titlesAfter(p.Text, name) {
				bears(name, title)
			}
		}
	}
	for _, line := range signatures(r) {
		longest := ""
		for _, title := range c.pack.Names.Leaders {
			if len(title) > len(longest) && strings.Contains(line, title) {
				longest = title
			}
		}
		_, name, ok := strings.Cut(line, longest)
		name = plain(strings.TrimLeft(name, "： :"))
		if n := utf8.RuneCountInString(name); ok && longest != "" && n >= shortestName && n <= longestName {
			bears(name, longest)
		}
	}
	return all
}

// signatures are the short lines of a report, where who gives it is named.
func signatures(r *report.Report) []string {
	var all []string
	for _, line := range append(slices.Clone(r.Front), lastLines(r)...) {
		if utf8.RuneCountInString(line) <= signatureRunes {
			all = append(all, line)
		}
	}
	return all
}

// signatureRunes is how long such a line is at most, in characters:
// （2024年2月21日在某某市第八届人民代表大会第三次会议上） has no name and is longer.
const signatureRunes = 20

func lastLines(r *report.Report) []string {
	all := r.Paragraphs()
	var last []string
	for _, p := range all[max(0, len(all)-2):] {
		last = append(last, p.Text)
	}
	return last
}

// titlesAfter returns the titles that follow a name in a text.
func (c *checker) titlesAfter(text, name string) []string {
	var all []string
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return all
		}
		at += i + len(name)
		if title := c.titleAt(text[at:]); title != "" {
			all = append(all, title)
		}
	}
}

// titleAt is the longest title of the pack with which text begins.
func (c *checker) titleAt(text string) string {
	longest := ""
	for _, title := range c.pack.Names.Leaders {
		if len(title) > len(longest) && strings.HasPrefix(text, title) {
			longest = title
		}
	}
	return longest
}

// leader compares what a part says of a person with what the report says.
func (c *checker) leader(part part, p person) {
	for _, title := range c.titlesAfter(part.text, p.name) {
		if !slices.Contains(p.titles, title) {
			c.add(Warning, part.field, "title-differs", "said", p.name+title, "right", p.name+p.titles[0])
			return
		}
	}
	if slices.Contains(c.pack.Names.People, p.name) && bare(part.text, p.name, c.pack.Names.Leaders) {
		c.add(Warning, part.field, "bare", "name", p.name, "right", p.name+p.titles[0])
		return
	}
	for _, title := range p.titles {
		for _, right := range []string{p.name + title, title + p.name} {
			said := nearly(part.text, right)
			// What differs must be the name: 副市长 is not a slip for 市长.
			if said != "" && strings.Contains(said, title) && plain(strings.Replace(said, title, "", 1)) != p.name {
				c.add(Warning, part.field, "name-differs", "said", said, "right", right)
				return
			}
		}
	}
}

// cutShort returns the beginning of a phrase that stands in text without the
// rest, if it is three quarters of it: 新时代中国特色社会主义 without 思想.
func cutShort(text, phrase string) string {
	runes := []rune(phrase)
	head := string(runes[:(3*len(runes)+3)/4])
	text = strings.ReplaceAll(text, phrase, "\x00")
	i := strings.Index(text, head)
	if i < 0 || len(runes) < 2*leastPhrase {
		return ""
	}
	end := len(head)
	for end < len(phrase) && i+end < len(text) && text[i+end] == phrase[end] {
		end++
	}
	return strings.ToValidUTF8(phrase[:end], "")
}

// leastPhrase is how long words must be to be known with one wrong character.
const leastPhrase = 4

// inNames are what may follow a name without a title: the names of teachings
// that bear it.
var inNames = []string{"新时代", "思想", "关于", "谈", "著作", "文选", "法治", "生态", "文化", "经济", "外交", "强军", "党建"}

// bare says whether a name stands in text without a title, outside the names of
// books and teachings.
func bare(text, name string, titles []string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		at += i
		before, rest := text[:at], text[at+len(name):]
		follows := func(w string) bool { return strings.HasPrefix(rest, w) }
		inBook := strings.LastIndex(before, "《") > strings.LastIndex(before, "》")
		if !inBook && !anyOf(titles, follows) && !anyOf(inNames, follows) {
			return true
		}
		at += len(name)
	}
}

// nearly returns words of text that are right but for one character, added,
// left out or exchanged; "" if there are none, or if they are right. The first
// two characters or the last two must be the same.
func nearly(text, right string) string {
	want := []rune(right)
	if len(want) < leastPhrase {
		return ""
	}
	text = strings.ReplaceAll(text, right, "\x00")
	head, tail := string(want[:2]), string(want[len(want)-2:])
	for at := 0; at < len(text); {
		i := strings.Index(text[at:], head)
		if i < 0 {
			break
		}
		at += i
		if said, ok := oneOff([]rune(text[at:min(len(text), at+4*(len(want)+1))]), want); ok {
			return said
		}
		at += len(head)
	}
	for at := 0; at < len(text); {
		i := strings.Index(text[at:], tail)
		if i < 0 {
			break
		}
		at += i + len(tail)
		before := []rune(text[max(0, at-4*(len(want)+1)):at])
		if said, ok := oneOffBack(before, want); ok {
			return said
		}
	}
	return ""
}

// oneOff says whether the beginning of said is want but for one character. A
// character is missing or exchanged inside; the last ones must agree.
func oneOff(said, want []rune) (string, bool) {
	i := 0
	for i < len(said) && i < len(want) && said[i] == want[i] {
		i++
	}
	if i >= len(want) || i < 2 {
		return "", false
	}
	rest := want[i+1:]
	for _, skip := range []struct{ said, want int }{{1, 1}, {0, 1}, {1, 0}} { // exchanged, left out, added
		left := want[i+skip.want:]
		if skip.want == 1 {
			left = rest
		}
		if len(left) == 0 || i+skip.said+len(left) > len(said) {
			continue
		}
		if string(said[i+skip.said:i+skip.said+len(left)]) == string(left) && !strings.ContainsRune("\x00，。；：“”、", said[i]) {
			return string(said[:i+skip.said+len(left)]), true
		}
	}
	return "", false
}

// oneOffBack is oneOff from the end.
func oneOffBack(said, want []rune) (string, bool) {
	a, b := slices.Clone(said), slices.Clone(want)
	slices.Reverse(a)
	slices.Reverse(b)
	got, ok := oneOff(a, b)
	r := []rune(got)
	slices.Reverse(r)
	return string(r), ok
}
