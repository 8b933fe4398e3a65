package report

import (
	"unicode"
	"unicode/utf8"
)

// WordAt returns the number or Latin word of text that holds byte offset at,
// with the unit that follows a number; in Chinese text, where words have no
// ends, the run of Han characters between two marks if it is short, else the
// two characters at the place.
func WordAt(text string, at int) Span {
	if at < 0 || at >= len(text) {
		return Span{len(text), len(text)}
	}
	r, n := utf8.DecodeRuneInString(text[at:])
	if figure(r) {
		s := grow(text, at, figure)
		for i := 0; i < 2 && s.End < len(text); i++ { // 3万人, 7%, 580个
			u, m := utf8.DecodeRuneInString(text[s.End:])
			if !unicode.Is(unicode.Han, u) && u != '%' {
				break
			}
			s.End += m
			if u != '万' && u != '亿' && u != '千' {
				break
			}
		}
		return s
	}
	if !unicode.Is(unicode.Han, r) {
		return Span{at, at + n}
	}
	const short = 5 * 3 // bytes: a name or a term, not half a clause
	if s := grow(text, at, func(r rune) bool { return unicode.Is(unicode.Han, r) }); s.Len() <= short {
		return s
	}
	end := at + n
	if u, m := utf8.DecodeRuneInString(text[end:]); unicode.Is(unicode.Han, u) {
		end += m
	}
	return Span{at, end}
}

func figure(r rune) bool {
	return r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '.' || unicode.Is(unicode.Nd, r)
}

// grow widens the rune at byte offset at to both sides while like says yes.
func grow(text string, at int, like func(rune) bool) Span {
	start, end := at, at
	for start > 0 {
		r, n := utf8.DecodeLastRuneInString(text[:start])
		if !like(r) {
			break
		}
		start -= n
	}
	for end < len(text) {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !like(r) {
			break
		}
		end += n
	}
	return Span{start, end}
}
