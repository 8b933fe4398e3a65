package check

import (
	"fmt"
	"strings"
)

// title checks that the title has the form of its kind and names a matter.
func (c *checker) title() {
	title := strings.TrimSpace(c.p.Title)
	form, ok := c.pack.Title(string(c.p.Form))
	if title == "" || !ok {
		return
	}
	if !form.Fits(title) {
		c.add(Error, "title", "form", "title", title, "example", form.Example)
	}
	for _, word := range form.Avoid {
		if !form.Fits(title) && strings.HasSuffix(title, word) {
			continue // that is what its form lacks
		}
		if strings.Contains(titleMatter(title), word) {
			c.add(Warning, "title", "avoid", "title", title, "word", word)
		}
	}
	if n := count(title); c.pack.Lengths.Title > 0 && n > c.pack.Lengths.Title {
		c.add(Warning, "title", "long", "length", n, "most", c.pack.Lengths.Title)
	}
	if strings.ContainsAny(title, "。！？；\n") {
		c.add(Warning, "title", "sentence", "title", title)
	}
}

// titleMatter is title less the names of laws and papers, which may hold any
// word: 关于落实《政府工作报告》…
func titleMatter(title string) string {
	for {
		start := strings.Index(title, "《")
		if start < 0 {
			break
		}
		length := strings.Index(title[start:], "》")
		if length < 0 {
			break
		}
		title = title[:start] + title[start+length+len("》"):]
	}
	return strings.ReplaceAll(title, "政府工作报告", "")
}

// index names a field of the nth entry of a list, from 0: "cite[0].quote".
func index(list string, n int, field string) string {
	return fmt.Sprintf("%s[%d].%s", list, n, field)
}
