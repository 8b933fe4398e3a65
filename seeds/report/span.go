package report

import (
	"strings"
	"unicode/utf8"
)

// A Span is the half-open range [Start, End) of byte offsets into a
// paragraph's text. Both ends lie on rune boundaries.
type Span struct{ Start, End int }

// Of returns the part of text under s, or "" if s lies outside it.
func (s Span) Of(text string) string {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End {
		return ""
	}
	return text[s.Start:s.End]
}

// Len is the length of s in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Runes returns s as offsets in runes of text, for JSON and for people.
func (s Span) Runes(text string) [2]int {
	start := utf8.RuneCountInString(text[:s.Start])
	return [2]int{start, start + utf8.RuneCountInString(text[s.Start:s.End])}
}

// sentence ends; a closing quote or bracket after one belongs to the sentence.
const (
	enders  = "。！？；!?;"
	closers = "”’」』）)》】"
)

// Sentences returns the sentences of text in order, together covering it
// without gaps. A sentence ends in 。！？； with the closing marks after it, or
// at the end of the text.
func Sentences(text string) []Span {
	var all []Span
	start := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		if !strings.ContainsRune(enders, r) {
			continue
		}
		for i < len(text) {
			c, m := utf8.DecodeRuneInString(text[i:])
			if !strings.ContainsRune(closers, c) && !strings.ContainsRune(enders, c) {
				break
			}
			i += m
		}
		all = append(all, Span{start, i})
		start = i
	}
	if start < len(text) {
		all = append(all, Span{start, len(text)})
	}
	return all
}

// Sentences returns the sentences of p; see the function of that name.
func (p Paragraph) Sentences() []Span { return Sentences(p.Text) }

// SentenceAt returns the sentence of text that holds byte offset at, and its
// number from 0. An offset at or past the end gives the last sentence.
func SentenceAt(text string, at int) (Span, int) {
	all := Sentences(text)
	for i, s := range all {
		if at < s.End {
			return s, i
		}
	}
	if len(all) == 0 {
		return Span{}, 0
	}
	return all[len(all)-1], len(all) - 1
}
