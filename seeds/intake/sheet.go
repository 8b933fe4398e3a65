package intake

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// A sheet is the text of a source and what its format says about the page.
type sheet struct {
	text  string
	pages []int   // byte offset in text at which each page starts, in order; nil if unknown
	rows  []int   // byte offset in text at which each line of a page starts, in order; nil where "\n" says it
	added []added // what the page adds to the text, in order of at
}

// An added is something that stands on the page and is not of the text: a
// header, a page number, a table of contents. It is no part of the edition.
type added struct {
	at  int // byte offset in the text
	was string
}

// page returns the page, from 1, on which byte offset at stands; 0 if unknown.
func (s *sheet) page(at int) int {
	return sort.Search(len(s.pages), func(i int) bool { return s.pages[i] > at })
}

// dress gives p, which was mended from the unit u, its page and what the page
// added up to its end.
func (s *sheet) dress(p *report.Paragraph, u span) {
	p.Page = s.page(u.start)
	for len(s.added) > 0 && s.added[0].at <= u.end {
		a := s.added[0]
		s.added = s.added[1:]
		at := 0
		if a.at > u.start {
			at = behind(p, s.text[u.start:a.at])
		}
		furnishAt(p, at, a.was)
	}
}

// rest puts what the page added behind the last paragraph at its end.
func (s *sheet) rest(p *report.Paragraph) {
	for _, a := range s.added {
		furnishAt(p, len(p.Text), a.was)
	}
	s.added = nil
}

// furnishAt records that was stood at byte offset at of p's text.
func furnishAt(p *report.Paragraph, at int, was string) {
	i := sort.Search(len(p.Repairs), func(i int) bool { return p.Repairs[i].At > at })
	p.Repairs = slices.Insert(p.Repairs, i, report.Repair{Kind: report.Furniture, At: at, Was: was})
}

// behind returns the byte offset in p's text that lies behind raw, the
// beginning of the source that p was mended from.
func behind(p *report.Paragraph, raw string) int {
	left := inked(raw)
	at := 0
	for _, r := range append(slices.Clip(p.Repairs), report.Repair{At: len(p.Text)}) {
		for at < r.At {
			if left == 0 {
				return at
			}
			c, n := utf8.DecodeRuneInString(p.Text[at:])
			if !blank(c) {
				left--
			}
			at += n
		}
		left = max(0, left-inked(r.Was))
	}
	return at
}

// inked counts the runes of s that are not blank.
func inked(s string) int {
	return utf8.RuneCountInString(strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, s))
}
