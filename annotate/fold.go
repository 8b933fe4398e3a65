package annotate

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"deputydesk/seeds/report"
)

// A page is text made ready for comparing: width, case, white space and
// punctuation are folded away, and every number is one token, so that 580 is
// either the same number or another one, never "nearly the same".
type page struct {
	cells  []cell
	tokens []token
}

// A cell is one character that counts.
type cell struct {
	r          rune
	para       int // index of the paragraph
	start, end int // bytes in the paragraph's text
}

// A token is a run of cells: one character, or a whole number. Two tokens are
// equal if their ids are.
type token struct {
	from, to int // cells
	id       uint64
	number   bool
	numeral  bool // a number or a character that stands for one
}

// numberID is the id of a number of up to fifteen signs, and of a longer one
// that of its first fifteen and its length: no report has two such numbers.
func numberID(cells []cell) uint64 {
	id := uint64(len(cells))
	for _, c := range cells[:min(len(cells), 15)] {
		sign := uint64(strings.IndexRune("0123456789.%‰", c.r) + 1)
		id = id<<4 | sign&15
	}
	return id | 1<<63
}

// add appends the words of one paragraph.
func (p *page) add(para int, text string) {
	first := len(p.cells)
	var last rune // the character before, counted or not, white space aside
	for i, r := range text {
		_, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r >= 0x4E00 && r <= 0x9FFF: // nearly all of the text
			p.cells = append(p.cells, cell{r, para, i, i + size})
			last = r
			continue
		case blank(r):
			continue
		}
		for _, f := range foldRune(r) {
			if c, ok := counts(f, last, text[i+size:]); ok {
				p.cells = append(p.cells, cell{c, para, i, i + size})
			}
			last = f
		}
	}
	for i := first; i < len(p.cells); {
		j := i + 1
		number := isDigit(p.cells[i].r)
		for number && j < len(p.cells) && inNumber(p.cells[j].r) {
			j++
		}
		r := p.cells[i].r
		t := token{i, j, uint64(r), number, number || numeral(r)}
		if number {
			t.id = numberID(p.cells[i:j])
		}
		p.tokens = append(p.tokens, t)
		i = j
	}
}

// foldRune returns r in its compatibility form and in lower case: １ is 1.
func foldRune(r rune) []rune {
	switch {
	case r < 0x80:
		return []rune{unicode.ToLower(r)}
	case r >= 0x2010 && r <= 0x2027, r >= 0x3001 && r <= 0x3020:
		return []rune{r} // punctuation
	case r >= 0xFF01 && r <= 0xFF5E:
		return []rune{unicode.ToLower(r - 0xFF01 + '!')}
	}
	return []rune(strings.ToLower(norm.NFKC.String(string(r))))
}

// counts says as what r counts between the character before it and the text
// after it: letters and digits as themselves, a sign inside a number as that
// sign, everything else not at all.
func counts(r, before rune, after string) (rune, bool) {
	switch {
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '%', r == '‰':
		return r, true
	case !isDigit(before) || !startsWithDigit(after):
		return 0, false
	case r == '.':
		return '.', true
	case r == ',' && threeDigits(after):
		return 0, false // 1,000 is 1000
	case strings.ContainsRune("-–—―−~～至", r):
		return '-', true
	}
	return '|', true // 5、8 is not 58
}

func startsWithDigit(s string) bool {
	for _, r := range s {
		if blank(r) {
			continue
		}
		f := foldRune(r)
		return len(f) > 0 && isDigit(f[0])
	}
	return false
}

// threeDigits says whether s starts with exactly three digits.
func threeDigits(s string) bool {
	n := 0
	for _, r := range s {
		if f := foldRune(r); len(f) != 1 || !isDigit(f[0]) {
			break
		}
		n++
	}
	return n == 3
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func inNumber(r rune) bool { return isDigit(r) || r == '.' || r == '%' || r == '‰' }

// numeral says whether r counts as a number when another one takes its place:
// 三年 and 五年, 3万 and 3亿.
func numeral(r rune) bool {
	switch r {
	case '零', '〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '百', '千', '万', '亿', '两', '半':
		return true
	}
	return false
}

func (p *page) text(from, to int) string {
	var b strings.Builder
	for _, c := range p.cells[from:to] {
		b.WriteRune(c.r)
	}
	return b.String()
}

// tokensOf returns the tokens that hold the cells from…to, as a half-open range.
func (p *page) tokensOf(from, to int) (int, int) {
	i := sort.Search(len(p.tokens), func(i int) bool { return p.tokens[i].to > from })
	j := sort.Search(len(p.tokens), func(j int) bool { return p.tokens[j].from >= to })
	return i, max(i, j)
}

// A stretch is an anchor's own surroundings as one page: what stood before the
// quote, the quote, and what stood after it.
type stretch struct {
	page
	quote    [2]int // cells of the quote
	sentence [2]int // tokens of the sentence around it
	quoted   [2]int // tokens of the quote
}

// surroundings puts together what an anchor knows of its place.
func (a Anchor) surroundings() stretch {
	before, after := "", ""
	if i := a.inSentence(); i >= 0 {
		before, after = a.Sentence[:i], a.Sentence[i+len(a.Quote):]
	}
	left, right := longer(a.Prefix, a.Before+before), longer(a.Suffix, after+a.After)
	var s stretch
	s.add(0, left+a.Quote+right)
	cells := func(start, end int) [2]int {
		from := sort.Search(len(s.cells), func(i int) bool { return s.cells[i].end > start })
		to := sort.Search(len(s.cells), func(i int) bool { return s.cells[i].start >= end })
		return [2]int{from, max(from, to)}
	}
	s.quote = cells(len(left), len(left)+len(a.Quote))
	whole := cells(len(left)-len(before), len(left)+len(a.Quote)+len(after))
	s.sentence[0], s.sentence[1] = s.tokensOf(whole[0], whole[1])
	s.quoted[0], s.quoted[1] = s.tokensOf(s.quote[0], s.quote[1])
	return s
}

// inSentence returns where in its sentence the quote stands: of several places
// the one that fits what stood before it. It is -1 if the anchor has no sentence.
func (a Anchor) inSentence() int {
	best, fit := -1, -1
	for at := 0; at+len(a.Quote) <= len(a.Sentence); at++ {
		i := strings.Index(a.Sentence[at:], a.Quote)
		if i < 0 {
			break
		}
		at += i
		n := commonEnd(a.Sentence[:at], a.Prefix) + commonStart(a.Sentence[at+len(a.Quote):], a.Suffix)
		if n > fit {
			best, fit = at, n
		}
	}
	return best
}

func commonEnd(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

func commonStart(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func longer(a, b string) string {
	if len(a) >= len(b) {
		return a
	}
	return b
}

// Fold returns what counts of some words when two texts are compared: letters,
// digits and the signs inside numbers. Width, case, white space and punctuation
// are gone; signs that keep two numbers apart are "-" for a range and "|".
func Fold(text string) string {
	var p page
	p.add(0, text)
	return p.text(0, len(p.cells))
}

// pageOf returns the text of a whole report as one page.
func pageOf(paragraphs []report.Paragraph) *page {
	size := 0
	for _, para := range paragraphs {
		size += len(para.Text) / 3 // a character of Chinese has three bytes
	}
	p := &page{cells: make([]cell, 0, size), tokens: make([]token, 0, size)}
	for i, para := range paragraphs {
		p.add(i, para.Text)
	}
	return p
}
