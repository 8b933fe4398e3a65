package target

import (
	"embed"
	"slices"
	"strings"
	"unicode/utf8"
)

// The words that the rules go by. They are data: one word a line, a tab, what
// the head of the file says it needs. Lines that start with # are comments.
//
//go:embed words
var wordFiles embed.FS

// The word lists, each explained at the head of its file.
var (
	units      = load("units")
	hedges     = load("hedges")
	change     = load("change")
	reach      = load("reach")
	openers    = load("openers")
	verbs      = load("verbs")
	deadlines  = load("deadlines")
	states     = load("states")
	ranks      = load("ranks")
	deeds      = load("deeds")
	events     = load("events")
	soft       = load("soft")
	documents  = load("documents")
	indicators = load("indicators")
	people     = load("people")
	names      = load("names")
	slogans    = load("slogans")
)

// A word is one line of a list: the word itself and the columns after it.
type word struct {
	text string
	col  []string
}

// field returns column i after the word, "" if the line is shorter.
func (w word) field(i int) string {
	if i >= len(w.col) {
		return ""
	}
	return w.col[i]
}

// words is a list that finds the longest of its words at one end of a text.
type words struct {
	byFirst, byLast map[rune][]word // longest first
}

// load reads words/name.txt. A list that is missing stops the program at its
// start; a test reads them all.
func load(name string) words {
	data, err := wordFiles.ReadFile("words/" + name + ".txt")
	if err != nil {
		panic("target: " + err.Error())
	}
	l := words{map[rune][]word{}, map[rune][]word{}}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(strings.TrimSpace(line), "\t")
		if f[0] == "" {
			continue
		}
		w := word{f[0], f[1:]}
		first, _ := utf8.DecodeRuneInString(w.text)
		last, _ := utf8.DecodeLastRuneInString(w.text)
		l.byFirst[first] = append(l.byFirst[first], w)
		l.byLast[last] = append(l.byLast[last], w)
	}
	for _, m := range []map[rune][]word{l.byFirst, l.byLast} {
		for r := range m {
			slices.SortStableFunc(m[r], func(a, b word) int { return len(b.text) - len(a.text) })
		}
	}
	return l
}

// prefix returns the longest word that s starts with.
func (l words) prefix(s string) (word, bool) {
	first, _ := utf8.DecodeRuneInString(s)
	for _, w := range l.byFirst[first] {
		if strings.HasPrefix(s, w.text) {
			return w, true
		}
	}
	return word{}, false
}

// suffix returns the longest word that s ends in.
func (l words) suffix(s string) (word, bool) {
	last, _ := utf8.DecodeLastRuneInString(s)
	for _, w := range l.byLast[last] {
		if strings.HasSuffix(s, w.text) {
			return w, true
		}
	}
	return word{}, false
}

// suffixes calls f for every word that s ends in, longest first, until f
// returns true; it reports whether f did.
func (l words) suffixes(s string, f func(word) bool) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	for _, w := range l.byLast[last] {
		if strings.HasSuffix(s, w.text) && f(w) {
			return true
		}
	}
	return false
}

// trimPrefix takes words of the lists, and 、 between them, off the front of s
// until none is left or a name begins.
func trimPrefix(s string, lists ...words) string {
	for {
		if _, ok := names.prefix(s); ok {
			return s
		}
		n := 0
		for _, l := range lists {
			if w, ok := l.prefix(s); ok {
				n = max(n, len(w.text))
			}
		}
		if n == 0 {
			return s
		}
		s = strings.TrimPrefix(s[n:], "、")
	}
}

// trimSuffix takes words of the lists off the end of s until none is left.
func trimSuffix(s string, lists ...words) string {
	for {
		n := 0
		for _, l := range lists {
			if w, ok := l.suffix(s); ok {
				n = max(n, len(w.text))
			}
		}
		if n == 0 {
			return s
		}
		s = s[:len(s)-n]
	}
}
