package hanzi

import "strings"

// A numeral is a number as read off a text: its value in plain decimal
// notation without useless zeros, and its sign % or ‰ if it has one.
type numeral struct {
	value string
	sign  string // "%", "‰" or ""
	end   int    // index of the letter after it
}

// digitOf gives the value of the numerals that stand for a digit.
var digitOf = map[rune]int{'〇': 0, '零': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9}

// powerOf gives the power of ten of the numerals that multiply.
var powerOf = map[rune]int{'十': 1, '百': 2, '千': 3, '万': 4, '亿': 8}

// IsNumeral reports whether r is a Chinese numeral: 〇 to 九, 两, 十 百 千 万 亿.
func IsNumeral(r rune) bool {
	return 0 <= r && r < 0x10000 && kinds()[r]&numeralKind != 0
}

// afterThousand and afterHundred follow 千 and 百 where these belong to the
// unit and not to the number: 5千瓦, 3百货.
const (
	afterThousand = "瓦米克伏帕卡升赫焦"
	afterHundred  = "货姓"
)

// readArabic reads a number that starts at letter i with a digit: 1,234.5万,
// 7%, 7个百分点. A word that merely starts with digits (5g, 2.0.1) is none.
func readArabic(all []letter, i int) (numeral, bool) {
	var whole, part []byte
	j := i
	for j < len(all) {
		switch r := all[j].r; {
		case isDigit(r):
			whole = append(whole, byte(r))
		case r == ',' && j-i > 0 && thousands(all, j):
		default:
			goto fraction
		}
		j++
	}
fraction:
	if j+1 < len(all) && all[j].r == '.' && isDigit(all[j+1].r) {
		for j++; j < len(all) && isDigit(all[j].r); j++ {
			part = append(part, byte(all[j].r))
		}
		if j+1 < len(all) && all[j].r == '.' && isDigit(all[j+1].r) {
			return numeral{}, false
		}
	}
	if j < len(all) && isAlpha(all[j].r) {
		end := j
		for end < len(all) && isWord(all[end].r) {
			end++
		}
		if !isUnit(all[j:end]) {
			return numeral{}, false
		}
	}
	power, j := readPower(all, j)
	sign, j := readSign(all, j)
	return numeral{value: decimal(string(whole), string(part), power), sign: sign, end: j}, true
}

// thousands reports whether the comma at letter i separates thousands.
func thousands(all []letter, i int) bool {
	n := 0
	for j := i + 1; j < len(all) && isDigit(all[j].r); j++ {
		n++
	}
	return n == 3
}

// units are written after a number without being part of a name like 5g.
var units = map[string]bool{"km": true, "km2": true, "m": true, "m2": true, "m3": true, "cm": true, "mm": true, "kg": true, "t": true,
	"kw": true, "kwh": true, "mw": true, "mwh": true, "gw": true, "gwh": true, "kv": true, "ha": true, "mm2": true}

func isUnit(all []letter) bool {
	var b strings.Builder
	for _, l := range all {
		b.WriteRune(l.r)
	}
	return units[b.String()]
}

// readPower reads the multiplying numerals after digits: 万, 千万, 万亿.
func readPower(all []letter, i int) (power, end int) {
	at := func(k int) rune {
		if k < len(all) {
			return all[k].r
		}
		return 0
	}
	switch {
	case at(i) == '千' && !strings.ContainsRune(afterThousand, at(i+1)),
		at(i) == '百' && !strings.ContainsRune(afterHundred, at(i+1)):
		power += powerOf[at(i)]
		i++
	}
	for _, r := range "万亿" {
		if at(i) == r {
			power += powerOf[r]
			i++
		}
	}
	return power, i
}

// readSign reads %, ‰ or 个百分点 at letter i.
func readSign(all []letter, i int) (sign string, end int) {
	switch {
	case i < len(all) && all[i].r == '%':
		return "%", i + 1
	case i < len(all) && all[i].r == '‰':
		return "‰", i + 1
	case starts(all, i, "个百分点"):
		return "%", i + 4
	case starts(all, i, "个千分点"):
		return "‰", i + 4
	}
	return "", i
}

func starts(all []letter, i int, words string) bool {
	for _, r := range words {
		if i >= len(all) || all[i].r != r {
			return false
		}
		i++
	}
	return true
}

// readChinese reads a number written in numerals at letter i. It is strict:
// the whole run must be one well-formed number of two numerals or more (十四五
// is none, 三万 is), or one numeral after 第 or 百分之.
func readChinese(all []letter, i int) (numeral, bool) {
	for _, share := range []struct{ words, sign string }{{"百分之", "%"}, {"千分之", "‰"}} {
		if !starts(all, i, share.words) {
			continue
		}
		j := i + 3
		if j < len(all) && isDigit(all[j].r) {
			n, ok := readArabic(all, j)
			return numeral{n.value, share.sign, n.end}, ok && n.sign == ""
		}
		if starts(all, j, "百") && (j+1 == len(all) || !IsNumeral(all[j+1].r)) {
			return numeral{"100", share.sign, j + 1}, true
		}
		value, end, ok := readRun(all, j)
		return numeral{value, share.sign, end}, ok
	}
	value, end, ok := readRun(all, i)
	if !ok {
		return numeral{}, false
	}
	before := rune(0)
	if i > 0 {
		before = all[i-1].r
	}
	if before == '数' || before == '几' || IsNumeral(before) || end-i == 1 && before != '第' {
		return numeral{}, false
	}
	sign, end := readSign(all, end)
	return numeral{value, sign, end}, true
}

// readRun reads the run of numerals at letter i as one number.
func readRun(all []letter, i int) (value string, end int, ok bool) {
	j := i
	for j < len(all) && IsNumeral(all[j].r) {
		j++
	}
	if j < len(all) && j-1 > i && all[j-1].r == '千' && strings.ContainsRune(afterThousand, all[j].r) {
		j--
	}
	if j == i {
		return "", i, false
	}
	run := all[i:j]
	if year, ok := readDigits(run); ok && (len(run) == 4 && starts(all, j, "年") || len(run) > 2 && hasZero(run)) {
		return decimal(year, "", 0), j, true
	}
	n, ok := evaluate(run)
	if !ok {
		return "", i, false
	}
	var part string
	if j+1 < len(all) && all[j].r == '点' {
		k := j + 1
		for k < len(all) {
			d, digit := digitOf[all[k].r]
			if !digit {
				break
			}
			part += string(rune('0' + d))
			k++
		}
		if part != "" {
			power, k := readPower(all, k)
			return decimal(itoa(n), part, power), k, true
		}
	}
	return itoa(n), j, true
}

// readDigits reads numerals one by one as digits: 二〇二四.
func readDigits(run []letter) (string, bool) {
	var b strings.Builder
	for _, l := range run {
		d, ok := digitOf[l.r]
		if !ok || l.r == '两' {
			return "", false
		}
		b.WriteByte(byte('0' + d))
	}
	return b.String(), true
}

func hasZero(run []letter) bool {
	for _, l := range run {
		if l.r == '〇' || l.r == '零' {
			return true
		}
	}
	return false
}

// evaluate reads run as a well-formed Chinese number below 10^16.
func evaluate(run []letter) (int64, bool) {
	total, section, digit := int64(0), int64(0), int64(-1)
	lastPower, lastGroup, zero := 4, 17, false
	for k, l := range run {
		if d, ok := digitOf[l.r]; ok {
			if d == 0 {
				if digit >= 0 || k == 0 && len(run) > 1 || k == len(run)-1 && k > 0 {
					return 0, false
				}
				if len(run) == 1 {
					return 0, true
				}
				zero = true
				continue
			}
			if digit >= 0 {
				return 0, false
			}
			digit = int64(d)
			continue
		}
		p := powerOf[l.r]
		if p < 4 {
			if digit < 0 {
				if l.r != '十' || k != 0 && !zero {
					return 0, false
				}
				digit = 1
			}
			if p >= lastPower {
				return 0, false
			}
			section += digit * pow10(p)
			digit, lastPower, zero = -1, p, false
			continue
		}
		// 万 or 亿 closes a group; 万亿 closes it twice.
		if digit >= 0 {
			section += digit
			digit = -1
		}
		if section == 0 {
			if k > 0 && run[k-1].r == '万' && p == 8 && total > 0 {
				total *= pow10(8)
				continue
			}
			return 0, false
		}
		if p >= lastGroup {
			if p == 8 && lastGroup == 4 {
				total = (total + section) * pow10(8)
				section, lastPower, lastGroup, zero = 0, 4, 8, false
				continue
			}
			return 0, false
		}
		total += section * pow10(p)
		section, lastPower, lastGroup, zero = 0, 4, p, false
	}
	if digit >= 0 {
		// 一万五 and 一百二 are speech, not numbers, unless 零 or 十 stands before.
		if lastPower > 1 && lastPower < 4 && !zero || lastPower == 4 && total > 0 && !zero {
			return 0, false
		}
		section += digit
	}
	return total + section, true
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

func itoa(n int64) string {
	if n == 0 {
		return "0"
	}
	var b []byte
	for ; n > 0; n /= 10 {
		b = append(b, byte('0'+n%10))
	}
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	return string(b)
}

// decimal writes whole.part × 10^power without useless zeros. Digits of any
// length stay exact.
func decimal(whole, part string, power int) string {
	for len(part) < power {
		part += "0"
	}
	whole, part = whole+part[:power], part[power:]
	whole = strings.TrimLeft(whole, "0")
	part = strings.TrimRight(part, "0")
	if whole == "" {
		whole = "0"
	}
	if part != "" {
		return whole + "." + part
	}
	return whole
}
