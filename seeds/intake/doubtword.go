package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// latinUnits are words of small letters that are at home between Chinese ones.
var latinUnits = strings.Fields("km cm mm kg kw kwh mw gw pm ph app wifi nm mg ml ppm tce hm www com cn gov org net http https vs")

// englishWords are words that slip in when a text passes through a program that
// translates or completes; they are doubtful with capitals as well.
var englishWords = strings.Fields(`a an and are as at be by for from has have in into is it its of on or
	our that the their this to was we were will with not but all new more which`)

// strayLatin finds words of Latin letters that stand between Chinese
// characters, and the letters l, I, O and o among digits.
func strayLatin(p *proof) []Doubt {
	var all []Doubt
	for _, each := range p.paragraphs {
		all = append(all, latinIn(each)...)
	}
	return all
}

func latinIn(p report.Paragraph) []Doubt {
	var all []Doubt
	text := p.Text
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && latinLetter(text[j]) {
			j++
		}
		if j == i {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		word := text[i:j]
		left, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:i], " "))
		right, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[j:], " "))
		switch {
		case len(word) == 1 && strings.Contains("lIOo", word) && unicode.IsDigit(left) && (unicode.IsDigit(right) || strings.ContainsRune("亿万千百个项家户人元%", right)):
			start, end := i, j
			for start > 0 && text[start-1] >= '0' && text[start-1] <= '9' {
				start--
			}
			for end < len(text) && text[end] >= '0' && text[end] <= '9' {
				end++
			}
			digit := map[string]string{"l": "1", "I": "1", "O": "0", "o": "0"}[word]
			all = append(all, doubt(p, start, end, Unlikely, text[start:i]+digit+text[j:end]))
		case unicode.Is(unicode.Han, left) && unicode.Is(unicode.Han, right) && strayWord(word):
			all = append(all, doubt(p, i, j, Stray, ""))
		}
		i = j
	}
	return all
}

func latinLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// strayWord reports whether a word can hardly be meant in a Chinese sentence:
// units and names have their place there.
func strayWord(word string) bool {
	small := strings.ToLower(word)
	for _, w := range englishWords {
		if small == w && (len(w) > 1 || word == small) {
			return word != "IT" && word != "IN" && word != "A"
		}
	}
	if len(word) < 2 || small != word {
		return false
	}
	for _, w := range latinUnits {
		if word == w {
			return false
		}
	}
	return true
}

// doubledMin and doubledMax are how long, in characters, words are that are
// looked for twice in a row. Single characters double for good reasons (人人,
// 稳稳); what is longer than sixteen is a sentence said again.
const doubledMin, doubledMax = 2, 16

// doubledSingles are characters that never stand twice in a row in prose, but
// for the words behind them.
var doubledSingles = map[rune][]string{
	'可': nil, '更': nil, '和': {"和美", "和睦", "和谐", "和气"}, '与': nil, '及': nil, '将': {"将士", "将领"}, '把': nil, '是': {"是非"},
	'的': {"的确"}, '并': {"并网", "并轨", "并购"}, '或': nil, '从': nil, '被': nil, '让': nil, '使': {"使用", "使命"}, '由': nil, '但': nil,
	'也': nil, '都': {"都市"}, '在': {"在线", "在岗", "在建", "在校", "在编"}, '了': {"了解", "了然"}, '向': {"向好", "向往"}, '以': {"以及", "以上", "以下", "以内", "以来", "以后", "以外"},
}

// doubledWords finds two to sixteen Chinese characters that stand twice in a
// row: 提升提升工程. Characters that are all alike and numerals are left out.
func doubledWords(p *proof) []Doubt {
	var all []Doubt
	for _, each := range p.paragraphs {
		all = append(all, doubledIn(each)...)
	}
	return all
}

func doubledIn(p report.Paragraph) []Doubt {
	var (
		runes []rune
		at    []int
		all   []Doubt
	)
	for i, r := range p.Text {
		runes, at = append(runes, r), append(at, i)
	}
	at = append(at, len(p.Text))
	for i := 0; i < len(runes); i++ {
		for n := min(doubledMax, (len(runes)-i)/2); n >= doubledMin; n-- {
			if !doubledAt(runes[i:i+n], runes[i+n:i+2*n]) {
				continue
			}
			half := p.Text[at[i]:at[i+n]]
			if half == "业创" || half == "业就" { // 就业创业创新
				break
			}
			all = append(all, doubt(p, at[i], at[i+2*n], Doubled, half))
			i += 2*n - 1
			break
		}
		if i+1 < len(runes) && runes[i] == runes[i+1] && singleTwice(runes, i) {
			all = append(all, doubt(p, at[i], at[i+2], Doubled, string(runes[i])))
		}
	}
	return all
}

// doubledAt reports whether b says a again, in Chinese characters that are not
// all alike and no numerals.
func doubledAt(a, b []rune) bool {
	plain := false
	for k, r := range a {
		if r != b[k] || !unicode.Is(unicode.Han, r) || strings.ContainsRune("一二三四五六七八九十百千万亿零两几", r) {
			return false
		}
		plain = plain || r != a[0]
	}
	return plain
}

// singleTwice reports whether the character that stands at i and i+1 is one too
// many.
func singleTwice(runes []rune, i int) bool {
	good, known := doubledSingles[runes[i]]
	if !known || i > 0 && runes[i-1] == runes[i] || i+2 < len(runes) && runes[i+2] == runes[i] {
		return false
	}
	behind := string(runes[i+1 : min(i+3, len(runes))])
	for _, w := range good {
		if behind == w {
			return false
		}
	}
	if i > 0 { // a word that ends in the character: 目的的, 缓和和
		for _, w := range []string{"目的", "温和", "缓和", "总和", "饱和", "参与", "给予", "许可", "认可", "变更", "以及", "普及", "涉及", "方向", "走向", "流向", "导向", "面向", "取向", "存在", "所在", "内在", "外在", "潜在", "可以", "予以", "加以", "得以", "足以", "难以", "为了", "首都", "成都", "合并", "兼并", "自由", "理由", "大使", "促使", "服从", "调和", "共和", "中和", "不是", "就是", "还是", "但是", "首先"} {
			if string(runes[i-1:i+1]) == w {
				return false
			}
		}
	}
	return true
}
