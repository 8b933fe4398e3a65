package hanzi

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed traditional.txt
var traditional string

// A Folded is text made comparable, with the way back: byte i of Text stems
// from the source bytes [from[i], to[i]).
type Folded struct {
	Text     string
	from, to []int32
}

// Source returns the range of the source that bytes [i, j) of f.Text stem
// from. Both ends lie on rune boundaries of the source; an empty or impossible
// range gives 0, 0.
func (f Folded) Source(i, j int) (start, end int) {
	if i < 0 || j > len(f.from) || i >= j {
		return 0, 0
	}
	return int(f.from[i]), int(f.to[j-1])
}

// A letter is one rune of folded text and the source bytes it stems from.
type letter struct {
	r        rune
	from, to int32
}

// plane holds the folded form of every rune of the Basic Multilingual Plane;
// drop marks runes that folding takes out.
const drop = 0xFFFF

var plane = sync.OnceValue(func() *[0x10000]uint16 {
	var p [0x10000]uint16
	for i := range p {
		p[i] = uint16(i)
	}
	for r := rune(0); r < 0x20; r++ {
		p[r] = drop
	}
	for r := rune('A'); r <= 'Z'; r++ {
		p[r] = uint16(r - 'A' + 'a')
	}
	for r := rune(0x7F); r < 0x2000; r++ {
		if l := unicode.ToLower(r); l < 0x10000 {
			p[r] = uint16(l)
		}
	}
	// Full-width forms, less the comma: 2023，2024 is no number with a
	// thousands separator.
	for r := rune(0xFF01); r <= 0xFF5E; r++ {
		if r != '，' {
			p[r] = p[r-0xFF01+0x21]
		}
	}
	for simple, others := range simplified() {
		for _, r := range others {
			if r < 0x10000 && simple < 0x10000 {
				p[r] = uint16(simple)
			}
		}
	}
	// Radicals and compatibility ideographs, as PDF files have them.
	for _, block := range [][2]rune{{0x2E80, 0x2FDF}, {0xF900, 0xFAFF}} {
		for r := block[0]; r <= block[1]; r++ {
			to := []rune(norm.NFKC.String(string(r)))
			if len(to) == 1 && to[0] < 0x10000 {
				p[r] = p[to[0]]
			}
		}
	}
	for _, r := range "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF" {
		p[r] = drop
	}
	p[';'], p[':'], p['!'], p['?'] = '；', '：', '！', '？'
	p[0xFF1B], p[0xFF1A], p[0xFF01], p[0xFF1F] = '；', '：', '！', '？'
	p['•'], p['・'] = '·', '·'
	p['〈'], p['〉'] = '《', '》'
	return &p
})

// simplified reads the table of traditional characters: the simplified one
// first on its line.
func simplified() map[rune][]rune {
	table := make(map[rune][]rune)
	for _, line := range strings.Split(traditional, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		runes := []rune(line)
		table[runes[0]] = runes[1:]
	}
	return table
}

// astral folds the traditional characters outside the Basic Multilingual Plane.
var astral = sync.OnceValue(func() map[rune]rune {
	table := make(map[rune]rune)
	for simple, others := range simplified() {
		for _, r := range others {
			if r >= 0x10000 || simple >= 0x10000 {
				table[r] = simple
			}
		}
	}
	return table
})

// FoldRune returns r without its width, case and script, and false if folding
// takes it out of the text altogether.
func FoldRune(r rune) (rune, bool) {
	if r >= 0x10000 {
		if s, ok := astral()[r]; ok {
			return s, true
		}
		return r, true
	}
	f := plane()[r]
	return rune(f), f != drop
}

// Break stands in folded text for an empty line.
const Break = '¶'

// letters folds text rune by rune. White space is dropped, except that one
// blank stays between two ASCII letters or digits, and that an empty line
// becomes Break: words do not run across it.
func letters(text string) []letter {
	return appendLetters(make([]letter, 0, len(text)/3+8), text)
}

// spare keeps the letters of texts that only their forms were wanted of.
var spare = sync.Pool{New: func() any { return new([]letter) }}

// appendLetters appends the letters of text to all, which is empty.
func appendLetters(all []letter, text string) []letter {
	p, k := plane(), kinds()
	breaks, blank := 0, -1
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		from, to := int32(i), int32(i+n)
		i += n
		if r < 0x10000 && k[r]&spaceKind != 0 {
			if r == '\n' {
				breaks++
			}
			if blank < 0 {
				blank = int(from)
			}
			continue
		}
		switch {
		case r >= 0x10000:
			r, _ = FoldRune(r)
		case p[r] == drop:
			continue
		default:
			r = rune(p[r])
		}
		if blank >= 0 {
			space := letter{' ', int32(blank), from}
			if breaks > 1 {
				space.r = Break
				all = append(all, space)
			} else if len(all) > 0 && isWord(all[len(all)-1].r) && isWord(r) {
				all = append(all, space)
			}
			breaks, blank = 0, -1
		}
		all = append(all, letter{r, from, to})
	}
	// A comma outside a number is the Chinese one.
	for i := range all {
		if all[i].r == ',' && (i == 0 || i+1 == len(all) || !isDigit(all[i-1].r) || !isDigit(all[i+1].r)) {
			all[i].r = '，'
		}
	}
	return all
}

// Fold returns text without differences of width, case, script and white
// space. Punctuation stays.
func Fold(text string) Folded {
	kept := spare.Get().(*[]letter)
	defer spare.Put(kept)
	*kept = appendLetters((*kept)[:0], text)
	b := newBuilder(len(text))
	for _, l := range *kept {
		b.add(l.r, l.from, l.to)
	}
	return b.folded()
}

// A builder writes a Folded rune by rune.
type builder struct {
	text     []byte
	from, to []int32
	bare     bool // only the text is wanted
}

// newBuilder has room for the folded form of size bytes, which seldom is the
// longer one.
func newBuilder(size int) builder {
	size += 8
	return builder{text: make([]byte, 0, size), from: make([]int32, 0, size), to: make([]int32, 0, size)}
}

func (b *builder) add(r rune, from, to int32) {
	before := len(b.text)
	b.text = utf8.AppendRune(b.text, r)
	if b.bare {
		return
	}
	for range len(b.text) - before {
		b.from = append(b.from, from)
		b.to = append(b.to, to)
	}
}

func (b *builder) folded() Folded {
	return Folded{Text: string(b.text), from: b.from, to: b.to}
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }
func isAlpha(r rune) bool { return 'a' <= r && r <= 'z' }
func isWord(r rune) bool  { return isDigit(r) || isAlpha(r) }

// IsHan reports whether r is a Chinese character.
func IsHan(r rune) bool { return 0x4E00 <= r && r <= 0x9FFF || isHan(r) }
