package search

import (
	"strings"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// A needle is a word to be found in a leaf, in both its forms: as folded
// characters, and with numbers in canonical form. Where neither contains what
// the other would miss, only one is looked for.
type needle struct {
	plain  string // hanzi.Fold
	canon  string // hanzi.Canon
	quoted bool   // these characters and no others: no prefix of a Latin word, numerals may be cut
	twice  bool   // plain must be looked for as well
}

// swallowed lists what canonical text may lack: digits and numerals, the words
// inside percentages, quotes and brackets.
const swallowed = "0123456789〇零一二两三四五六七八九十百千万亿个分点之%‰.,&-_“”‘’\"'《》「」『』【】〔〕()[]·"

func newNeedle(text string, quoted bool) needle {
	n := needle{plain: hanzi.Fold(text).Text, canon: hanzi.Canon(text).Text, quoted: quoted}
	n.twice = strings.ContainsAny(n.plain, swallowed)
	// A quoted mark is part of the phrase: "(八)" is not every 八.
	if quoted && strings.ContainsAny(n.plain, "()[]") {
		n.canon = ""
	}
	return n
}

// numeric reports whether n holds a number.
func (n needle) numeric() bool { return strings.IndexByte(n.canon, hanzi.Open) >= 0 }

// A place is where a needle stands in a leaf: bytes [i, j) of its canonical or
// of its plain text.
type place struct {
	canon bool
	i, j  int
}

// in returns the places of n in l, at most limit of them in each form; 0 means
// all.
func (n needle) in(l *leaf, limit int) []place {
	l.fold()
	var all []place
	if n.canon != "" {
		all = appendPlaces(all, l.canon, n.canon, true, limit, n.fitsCanon)
	}
	if n.plain != "" && (n.twice || n.canon == "") && (limit == 0 || len(all) < limit) {
		all = appendPlaces(all, l.plain, n.plain, false, limit, n.fitsPlain)
	}
	return all
}

// inHeading reports whether n stands in the headings of l.
func (n needle) inHeading(l *leaf) bool {
	l.fold()
	if l.head == "" {
		return false
	}
	return n.canon != "" && len(appendPlaces(nil, l.head, n.canon, true, 1, n.fitsCanon)) > 0
}

func appendPlaces(all []place, text, word string, canon bool, limit int, fits func(text string, i, j int) bool) []place {
	found := 0
	for at := 0; ; {
		k := strings.Index(text[at:], word)
		if k < 0 {
			return all
		}
		i, j := at+k, at+k+len(word)
		at = j
		if !fits(text, i, j) {
			at = i + 1
			continue
		}
		all = append(all, place{canon, i, j})
		found++
		if limit > 0 && found >= limit {
			return all
		}
	}
}

func around(text string, i, j int) (before, after rune) {
	if i > 0 {
		before, _ = utf8.DecodeLastRuneInString(text[:i])
	}
	if j < len(text) {
		after, _ = utf8.DecodeRuneInString(text[j:])
	}
	return before, after
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
func isAlpha(r rune) bool { return 'a' <= r && r <= 'z' }
func isWord(r rune) bool  { return isDigit(r) || isAlpha(r) }

// wordEdges reports whether text[i:j] does not begin or end inside a Latin
// word or number. A word may be unfinished at its end, while it is typed.
func (n needle) wordEdges(text string, i, j int) bool {
	before, after := around(text, i, j)
	first, _ := utf8.DecodeRuneInString(text[i:j])
	last, _ := utf8.DecodeLastRuneInString(text[i:j])
	if isWord(first) && isWord(before) {
		return false
	}
	if isDigit(last) && isWord(after) || n.quoted && isWord(last) && isWord(after) {
		return false
	}
	return true
}

func (n needle) fitsCanon(text string, i, j int) bool { return n.wordEdges(text, i, j) }

func (n needle) fitsPlain(text string, i, j int) bool {
	if !n.wordEdges(text, i, j) {
		return false
	}
	before, after := around(text, i, j)
	first, size := utf8.DecodeRuneInString(text[i:j])
	last, _ := utf8.DecodeLastRuneInString(text[i:j])
	// No digit group is cut: 8% is not in 9.8%, 234 not in 1,234.
	if isDigit(first) && (before == '.' || before == ',') && i > 1 && isDigit(rune(text[i-2])) {
		return false
	}
	// Nor does a word begin inside a mixed one: fi is not in Wi-Fi.
	if isWord(first) && strings.ContainsRune(".&-_", before) && i > 1 && isWord(rune(text[i-2])) {
		return false
	}
	if isDigit(last) && (after == '.' || after == ',') && j+1 < len(text) && isDigit(rune(text[j+1])) {
		return false
	}
	if n.quoted || !n.numeric() {
		return true
	}
	// A bare number is not cut out of a longer Chinese one: 三万 is not in 十三万.
	if n.canon[0] == hanzi.Open && hanzi.IsNumeral(first) && hanzi.IsNumeral(before) && size > 1 {
		return false
	}
	return !(n.canon[len(n.canon)-1] == hanzi.Close && hanzi.IsNumeral(last) && hanzi.IsNumeral(after))
}
