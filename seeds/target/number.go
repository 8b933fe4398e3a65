package target

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A number as the print writes it: 4.7万, 1亿3千多万, 8000多亿, 三分之一, 一半.
type number struct {
	start, end int     // bytes
	value      float64 // 47000
	more       bool    // 多 or 余 stands in or behind it
	scaled     bool    // 千 or more is written as a word
	han        bool    // written in Chinese numerals
	percent    bool    // a fraction; value is in percent and no unit follows
}

const (
	digits    = "0123456789０１２３４５６７８９"
	hanDigits = "零一二三四五六七八九十百千万亿两〇"
	scales    = "百千万亿"
)

// prefixed holds the units that 千 belongs to: 10千伏 is not ten thousand.
const prefixed = "伏瓦米克赫卡焦"

// numberAt reads the number that starts at byte i of s in Arabic digits.
func numberAt(s string, i int) (number, bool) {
	n := number{start: i}
	end := i
	for {
		part, exp, next, more, ok := arabicPart(s, end)
		if !ok {
			break
		}
		v, err := strconv.ParseFloat(part+"e"+strconv.Itoa(exp), 64)
		if err != nil {
			return number{}, false // more digits than a number has
		}
		n.value += v
		n.more = n.more || more
		n.scaled = n.scaled || exp >= 3
		end = next
		if exp == 0 || more && exp < 8 {
			break
		}
	}
	n.end = end
	return n, end > i
}

// arabicPart reads digits and the scale words behind them: "1亿" of "1亿3千万".
func arabicPart(s string, i int) (part string, exp, end int, more, ok bool) {
	var b strings.Builder
	end = i
	point := false
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		d := strings.IndexRune(digits, r)
		switch {
		case d >= 10:
			b.WriteByte(byte('0' + (d-10)/3))
		case d >= 0:
			b.WriteByte(byte('0' + d))
		case (r == '.' || r == '．') && !point && b.Len() > 0 && digitAt(s, end+n):
			point = true
			b.WriteByte('.')
		case r == ',' && b.Len() > 0 && !point && thousands(s[end+n:]):
		default:
			n = 0
		}
		if n == 0 {
			break
		}
		end += n
	}
	if b.Len() == 0 {
		return "", 0, i, false, false
	}
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if strings.ContainsRune("多余几来", r) {
			// 多 belongs to the number only if a scale or a unit follows; the
			// unit is looked for by the caller.
			if more {
				break
			}
			more = true
			end += n
			continue
		}
		if !strings.ContainsRune(scales, r) {
			break
		}
		if next, _ := utf8.DecodeRuneInString(s[end+n:]); r == '千' && strings.ContainsRune(prefixed, next) {
			break
		}
		exp += map[rune]int{'百': 2, '千': 3, '万': 4, '亿': 8}[r]
		end += n
	}
	return b.String(), exp, end, more, true
}

func digitAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return i < len(s) && strings.ContainsRune(digits, r)
}

// thousands reports whether s starts with three digits and no fourth.
func thousands(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

// hanNumberAt reads a number in Chinese numerals that starts at byte i of s:
// 三分之一, 百分之七, 七成, 一半, 三万五千, 二十.
func hanNumberAt(s string, i int) (number, bool) {
	if strings.HasPrefix(s[i:], "一半") {
		return number{start: i, end: i + len("一半"), value: 50, han: true, percent: true}, true
	}
	value, end := hanValue(s, i)
	if end == i {
		return number{}, false
	}
	if rest := s[end:]; strings.HasPrefix(rest, "分之") {
		over := end + len("分之")
		part, last := hanValue(s, over)
		if last == over || value == 0 {
			return number{}, false
		}
		percent := math.Round(part/value*10000) / 100
		return number{start: i, end: last, value: percent, han: true, percent: true}, true
	}
	if strings.HasPrefix(s[end:], "成") && !strings.HasPrefix(s[end:], "成立") && value <= 10 && !strings.HasPrefix(s[end:], "成为") {
		return number{start: i, end: end + len("成"), value: value * 10, han: true, percent: true}, true
	}
	return number{start: i, end: end, value: value, han: true, scaled: value >= 1000}, true
}

// hanValue reads a Chinese numeral at byte i of s and returns its value and
// where it ends, i if there is none. It stops at 千 before a unit's name.
func hanValue(s string, i int) (float64, int) {
	total, section, digit := 0.0, 0.0, -1.0
	end := i
	for end < len(s) {
		r, n := utf8.DecodeRuneInString(s[end:])
		if !strings.ContainsRune(hanDigits, r) {
			break
		}
		next, _ := utf8.DecodeRuneInString(s[end+n:])
		if r == '千' && strings.ContainsRune(prefixed, next) {
			break
		}
		switch r {
		case '零', '〇':
			digit = 0
		case '两':
			digit = 2
		case '十', '百', '千':
			if digit < 0 {
				if r != '十' {
					return total + section, end
				}
				digit = 1
			}
			section += digit * map[rune]float64{'十': 10, '百': 100, '千': 1000}[r]
			digit = -1
		case '万', '亿':
			section += max(digit, 0)
			if section == 0 {
				return total, end
			}
			total += section * map[rune]float64{'万': 1e4, '亿': 1e8}[r]
			section, digit = 0, -1
		default:
			digit = float64(strings.IndexRune("一二三四五六七八九", r)/3 + 1)
		}
		end += n
	}
	return total + section + max(digit, 0), end
}
