package hanzi

import (
	"strings"
	"unicode/utf8"
)

// A Token is a piece of text under which a paragraph is filed. Start and End
// are byte offsets into the source, on rune boundaries.
type Token struct {
	Text       string
	Start, End int
}

// Tokens cuts text into the tokens of the index, in the order of Start:
//
//   - every pair of neighbouring Chinese characters (充电桩: 充电 电桩), also
//     across quotes and brackets, and also inside numerals;
//   - the single character at the end of a run, and the first one after a
//     number, so that any character is the start of some token;
//   - a number in canonical form between Open and Close, and its digits as
//     written;
//   - Latin and mixed words without marks (pm25).
func Tokens(text string) []Token {
	all := letters(text)
	var b builder
	inNumber := make([]bool, len(all)+1)
	canon(all, &b, func(i, j int) {
		for k := i; k < j; k++ {
			inNumber[k] = true
		}
	})
	c := cutter{folded: b.folded()}
	c.canonical()
	c.written(all, inNumber)
	sortTokens(c.tokens)
	return c.tokens
}

// Filing calls file with every token of text, as often as it stands there and in
// no order, and returns the text in canonical form. It is Tokens for those who
// build an index.
func Filing(text string, file func(token string)) (canonical string) {
	kept := spare.Get().(*[]letter)
	defer spare.Put(kept)
	*kept = appendLetters((*kept)[:0], text)
	all := *kept
	b := builder{bare: true, text: make([]byte, 0, len(text)+16)}
	inNumber := make([]bool, len(all)+1)
	canon(all, &b, func(i, j int) {
		for k := i; k < j; k++ {
			inNumber[k] = true
		}
	})
	c := cutter{folded: Folded{Text: string(b.text)}, bare: true, tokens: make([]Token, 0, len(all)+16)}
	c.canonical()
	c.written(all, inNumber)
	for _, t := range c.tokens {
		file(t.Text)
	}
	return c.folded.Text
}

// A QueryToken is a token that every text holding a word was filed under, or,
// if Open, the beginning of such a token.
type QueryToken struct {
	Text string
	Open bool
}

// CanonTokens returns the tokens of a word in canonical form. Single
// characters and Latin letters at the end are Open.
func CanonTokens(canon string) []QueryToken {
	c := cutter{folded: Folded{Text: canon}, query: true}
	c.canonical()
	all := make([]QueryToken, 0, len(c.tokens))
	for i, t := range c.tokens {
		last, n := utf8.DecodeLastRuneInString(t.Text)
		single := n == len(t.Text) && IsHan(last)
		all = append(all, QueryToken{t.Text, single || isAlpha(last) && i == len(c.tokens)-1})
	}
	return all
}

// PlainTokens returns tokens of a word as it is written, numbers not in
// canonical form; none if it cannot be told under which ones a text that holds
// it was filed.
func PlainTokens(plain string) []QueryToken {
	var all []QueryToken
	runes := []rune(plain)
	for i := 0; i < len(runes); i++ {
		switch r := runes[i]; {
		case IsHan(r):
			next := i+1 < len(runes) && IsHan(runes[i+1])
			if next {
				all = append(all, QueryToken{string(runes[i : i+2]), false})
			} else if i == 0 || !IsHan(runes[i-1]) {
				all = append(all, QueryToken{string(r), true})
			}
		case isDigit(r):
			j, points := i, 0
			for j < len(runes) && (isDigit(runes[j]) || (runes[j] == '.' || runes[j] == ',') && j+1 < len(runes) && isDigit(runes[j+1])) {
				if runes[j] == '.' {
					points++
				}
				j++
			}
			if points < 2 && !partOfWord(runes, i, j) {
				all = append(all, QueryToken{string(runes[i:j]), false})
			}
			i = j - 1
		}
	}
	if word := mixedWord(plain); len(all) == 0 && word != "" {
		all = append(all, QueryToken{word, true})
	}
	return all
}

// partOfWord reports whether the digits runes[i:j] belong to a mixed word such
// as pm2.5, r&d2 or 5g.
func partOfWord(runes []rune, i, j int) bool {
	if i > 0 && (isWord(runes[i-1]) || strings.ContainsRune(".&-_,", runes[i-1])) {
		return true
	}
	return j < len(runes) && (isWord(runes[j]) || strings.ContainsRune(".&-_", runes[j]))
}

// mixedWord returns the letters and digits of plain, if that is one word that
// begins with a letter; any text that holds it has a word that begins so.
func mixedWord(plain string) string {
	var b []byte
	for i := 0; i < len(plain); i++ {
		switch c := rune(plain[i]); {
		case isAlpha(c), isDigit(c) && i > 0:
			b = append(b, plain[i])
		case i > 0 && i+1 < len(plain) && strings.ContainsRune(".&-_", c) && isWord(rune(plain[i+1])):
		default:
			return ""
		}
	}
	return string(b)
}

// A cutter collects tokens from canonical text.
type cutter struct {
	folded Folded
	query  bool // text of a query: no offsets, no extra single characters
	bare   bool // no offsets
	tokens []Token
}

func (c *cutter) add(text string, i, j int) {
	t := Token{Text: text}
	if !c.query && !c.bare {
		t.Start, t.End = c.folded.Source(i, j)
	}
	c.tokens = append(c.tokens, t)
}

// canonical cuts canonical text.
func (c *cutter) canonical() {
	text := c.folded.Text
	afterNumber := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == Open:
			end := strings.IndexByte(text[i:], Close)
			if end < 0 {
				return
			}
			c.add(text[i:i+end+1], i, i+end+1)
			i += end + 1
			afterNumber = true
			continue
		case isWord(r):
			j := i
			for j < len(text) && isWord(rune(text[j])) {
				j++
			}
			c.add(text[i:j], i, j)
			i = j
		case IsHan(r):
			i = c.run(i, afterNumber)
		default:
			i += n
		}
		afterNumber = false
	}
}

// run cuts the run of Chinese characters at byte i and returns its end.
func (c *cutter) run(i int, afterNumber bool) int {
	text := c.folded.Text
	start, count := i, 0
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !IsHan(r) {
			break
		}
		next, m := utf8.DecodeRuneInString(text[i+n:])
		pair := IsHan(next)
		if !c.query && afterNumber && i == start && pair {
			c.add(text[i:i+n], i, i+n)
		}
		if pair {
			c.add(text[i:i+n+m], i, i+n+m)
		} else if !c.query || count == 0 {
			c.add(text[i:i+n], i, i+n)
		}
		i += n
		count++
	}
	return i
}

// written files numbers under their digits, pairs that touch a number, and the
// second of two words that only a quote or bracket parts: in canonical text they
// are one.
func (c *cutter) written(all []letter, inNumber []bool) {
	k := kinds()
	for i := 0; i < len(all); i++ {
		if i > 0 && isWord(all[i].r) && all[i-1].r < 0x10000 && k[all[i-1].r]&transparentKind != 0 {
			c.parted(all, i)
		}
		if !inNumber[i] && !(i+1 < len(all) && inNumber[i+1]) {
			continue
		}
		switch r := all[i].r; {
		case isDigit(r) && inNumber[i]:
			j := i
			var digits strings.Builder
			for j < len(all) && (isDigit(all[j].r) || (all[j].r == '.' || all[j].r == ',') && j+1 < len(all) && isDigit(all[j+1].r)) {
				digits.WriteRune(all[j].r)
				j++
			}
			c.tokens = append(c.tokens, Token{digits.String(), int(all[i].from), int(all[j-1].to)})
			i = j - 1
		case IsHan(r):
			t := Token{string(r), int(all[i].from), int(all[i].to)}
			if i+1 < len(all) && IsHan(all[i+1].r) {
				t = Token{string(r) + string(all[i+1].r), t.Start, int(all[i+1].to)}
			}
			c.tokens = append(c.tokens, t)
		}
	}
}

// parted files the mixed word at letter i, if quotes and brackets alone part it
// from another.
func (c *cutter) parted(all []letter, i int) {
	before := i - 1
	for before > 0 && strings.ContainsRune(transparent, all[before].r) {
		before--
	}
	if !isWord(all[before].r) {
		return
	}
	b := builder{bare: true}
	end := b.word(all, i)
	c.tokens = append(c.tokens, Token{string(b.text), int(all[i].from), int(all[end-1].to)})
}

func sortTokens(all []Token) {
	// Almost sorted already: two sorted runs one after the other.
	for i := 1; i < len(all); i++ {
		for k := i; k > 0 && all[k].Start < all[k-1].Start; k-- {
			all[k], all[k-1] = all[k-1], all[k]
		}
	}
}
