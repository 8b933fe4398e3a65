package hanzi

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// A Figure is a number that stands in canonical text.
type Figure struct {
	Value      float64
	Sign       string // "%", "‰" or ""
	Unit       string // the Chinese characters or letters after it, at most 8: "人以上"
	Start, End int    // byte range in the canonical text, with its marks
}

// maxUnit bounds Figure.Unit in runes: 吨标准煤以上 has six.
const maxUnit = 8

// Figures returns the numbers of canon, a Text made by Canon, in order.
func Figures(canon string) []Figure {
	var all []Figure
	for i := 0; i < len(canon); {
		start := strings.IndexByte(canon[i:], Open)
		if start < 0 {
			break
		}
		start += i
		size := strings.IndexByte(canon[start:], Close)
		if size < 0 {
			break
		}
		end := start + size + 1
		f := Figure{Start: start, End: end}
		digits := canon[start+1 : end-1]
		for _, sign := range []string{"%", "‰"} {
			if rest, ok := strings.CutSuffix(digits, sign); ok {
				digits, f.Sign = rest, sign
			}
		}
		value, err := strconv.ParseFloat(digits, 64)
		if err == nil {
			f.Value = value
			f.Unit = unitAt(canon[end:])
			all = append(all, f)
		}
		i = end
	}
	return all
}

// unitAt returns the characters at the start of text that may name a unit.
func unitAt(text string) string {
	runes := 0
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if runes == maxUnit || !IsHan(r) && !isAlpha(r) {
			return text[:i]
		}
		i += n
		runes++
	}
	return text
}

// ReadFigure reads text as one number with an optional unit after it and
// nothing before it: "5万人" is 50000 人.
func ReadFigure(text string) (Figure, bool) {
	canon := Canon(text).Text
	all := Figures(canon)
	if len(all) != 1 || all[0].Start != 0 || all[0].End+len(all[0].Unit) != len(canon) {
		return Figure{}, false
	}
	return all[0], true
}
