package export

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Line breaking after GB/T 15834-2011, 5.1: what may not begin a line, what
// may not end one, and what may not be torn.
const (
	noStart = "，。、；：？！）》〉】〕」』”’…—～·％‰℃々／,.;:?!)]}>%/°"
	noEnd   = "（《〈【〔「『“‘￥＄￡([{<$#＃№"

	// opening marks carry their blank on the left, closing ones on the right:
	// that is where a full line may be squeezed.
	opening = "（《〈【〔「『“‘"
	closing = "，。、；：？！）》〉】〕」』”’"
)

// units are the measure words that stay with the number before them, longer
// ones first. The list is for comfort, not for correctness: a unit that is
// missing here may begin a line.
var units = []string{
	"个百分点", "平方公里", "平方米", "立方米", "千瓦时", "公里", "公顷", "千瓦", "万元", "亿元", "小时", "分钟",
	"年", "月", "日", "号", "时", "分", "秒", "元", "个", "人", "名", "户", "家", "项", "件", "次", "条", "处", "座", "所", "套",
	"台", "辆", "吨", "米", "亩", "岁", "届", "倍", "段", "页", "行", "版", "章", "层", "张", "份", "天", "周", "级", "类", "批", "里", "斤", "枚", "支", "场", "万", "亿", "千", "百", "余", "多", "度", "成", "位", "期", "路",
}

// wide reports whether r takes a whole cell in Chinese text. Marks that other
// scripts set narrow (“ ” … — ·) are wide here.
func wide(r rune) bool {
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return r > 0xFF || r == '·' || r == '×' || r == '÷' || r == '±'
	}
	return r >= 0x20000
}

// invisible characters take no place and leave no mark.
func invisible(r rune) bool {
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r == 0x2060 || r == 0xFEFF || r >= 0xFE00 && r <= 0xFE0F ||
		r >= 0xE0100 && r <= 0xE01EF || r < 0x20 && r != '\t' || r >= 0x7F && r < 0xA0
}

// Visible returns s without characters that leave no mark on paper.
func Visible(s string) string {
	return strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, s)
}

func isSpace(r rune) bool { return r == ' ' || r == '\t' || r == 0xA0 || r == 0x3000 }

// narrow reports whether r belongs to a run of letters and digits that is not
// torn: a word, a number, a path.
func narrow(r rune) bool { return !wide(r) && !isSpace(r) }

func digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// clusters cuts text into the pieces that no line break may tear, as lengths
// in runes: one wide character, a run of narrow ones, a number with its unit,
// "——", "……", and whatever ends in combining marks.
func clusters(text []rune) []int {
	var all []int
	for i := 0; i < len(text); {
		n := cluster(text[i:])
		all = append(all, n)
		i += n
	}
	return all
}

func cluster(t []rune) int {
	n := 1
	switch {
	case (t[0] == '—' || t[0] == '…') && len(t) > 1 && t[1] == t[0]:
		n = 2
	case t[0] == '第' && len(t) > 1 && digit(t[1]):
		n += cluster(t[1:])
	case digit(t[0]):
		for n < len(t) && (narrow(t[n]) || digit(t[n]) || ranges(t, n)) {
			n++
		}
		if n < len(t) && (t[n] == '％' || t[n] == '‰' || t[n] == '℃') {
			n++
		}
		n += unitAt(t[n:])
	case narrow(t[0]):
		for n < len(t) && narrow(t[n]) {
			n++
		}
		if digit(t[n-1]) {
			n += unitAt(t[n:])
		}
	}
	for n < len(t) && unicode.Is(unicode.M, t[n]) {
		n++
	}
	return n
}

// ranges reports whether t[n] ties two numbers: 3～5年, 14∶1.
func ranges(t []rune, n int) bool {
	return strings.ContainsRune("～∶－", t[n]) && n+1 < len(t) && digit(t[n+1])
}

// unitAt returns how many runes of a measure word t begins with: 580"万", then
// "元" of 580万元.
func unitAt(t []rune) int {
	n := 0
	for n < len(t) && n < 3 && strings.ContainsRune("十百千万亿余多", t[n]) {
		n++
	}
	rest := string(t[n:min(len(t), n+4)])
	for _, u := range units {
		if strings.HasPrefix(rest, u) {
			return n + len([]rune(u))
		}
	}
	return n
}

// mayPart reports whether a line may end after before and the next one begin
// with after.
func mayPart(before, after rune) bool {
	if strings.ContainsRune(noEnd, before) {
		return false
	}
	if isSpace(after) {
		return false
	}
	return !strings.ContainsRune(noStart, after)
}
