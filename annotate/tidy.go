package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tidy returns text as it was meant by whoever copied it from Word, a PDF or an
// e-mail: paragraphs, and nothing else. Line breaks inside a sentence, bullets,
// indents, tabs, doubled blanks and characters that cannot be seen go; every
// word, figure and sign of punctuation stays, and so does every paragraph and
// its number.
func Tidy(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))
	var out []string
	open := false // the last paragraph may go on
	for _, raw := range strings.Split(text, "\n") {
		line, starts := tidyLine(raw)
		switch {
		case line == "":
		case open && !starts && runsOn(out[len(out)-1], line):
			out[len(out)-1] = join(out[len(out)-1], line)
		default:
			out = append(out, line)
		}
		open = line != ""
	}
	return strings.Join(out, "\n")
}

// tidyLine returns the words of one line, and whether it shows by an indent, a
// bullet or a number that a paragraph starts there.
func tidyLine(raw string) (line string, starts bool) {
	var b strings.Builder
	for _, r := range raw {
		switch {
		case unseen(r):
		case r == '\t', r != '\u3000' && unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(r)
		}
	}
	line = b.String()
	bare := strings.TrimLeft(line, " \u3000")
	starts = len(line)-len(bare) >= 2
	if rest, bullet := cutBullet(bare); bullet {
		bare, starts = strings.TrimLeft(rest, " \u3000"), true
	}
	bare = strings.TrimRight(bare, " \u3000")
	for strings.Contains(bare, "  ") {
		bare = strings.ReplaceAll(bare, "  ", " ")
	}
	return bare, starts || NumberOf(bare) != ""
}

// unseen reports whether r has no width: joiners, marks of direction, soft
// hyphens, and what is no character at all.
func unseen(r rune) bool {
	switch {
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2064, r == 0xFEFF, r == 0x00AD:
		return true
	}
	return r < ' ' && r != '\t' || r == 0x7F
}

// bullets begin a point wherever they stand at the start of a line; Word's come
// from the private use area, where its symbol fonts are. The others must have a
// blank behind them to be bullets.
const (
	bullets     = "•●▪◆■□◇○▲►➢➤✓✔❖※◦‣⁃\uF0B7\uF0A7\uF0D8\uF06C\uF06E\uF0FC\uF075\uF076\uF0E8\uF077\uF071\uF0A8\uF09F"
	weakBullets = "·-–—*oØ§"
)

func cutBullet(s string) (rest string, ok bool) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case n == 0:
		return s, false
	case strings.ContainsRune(bullets, r):
		return s[n:], true
	case strings.ContainsRune(weakBullets, r) && strings.HasPrefix(s[n:], " "):
		return s[n:], true
	}
	return s, false
}

// leastWrapped is how long a paragraph must be so far, in characters, for its
// last line to be one that a page's edge has cut: a shorter one is a heading.
const leastWrapped = 12

// runsOn reports whether what there is of a paragraph ends in the middle of a
// sentence that the next line goes on with.
func runsOn(text, next string) bool {
	end, _ := utf8.DecodeLastRuneInString(text)
	if strings.ContainsRune("，、,", end) {
		return true
	}
	if utf8.RuneCountInString(text) < leastWrapped {
		return false
	}
	if strings.ContainsRune("。！？；：…”’）》.!?;:", end) {
		// A quotation or a name may end in the middle of a sentence; then the
		// next line begins with a sign that no paragraph begins with.
		first, _ := utf8.DecodeRuneInString(next)
		return strings.ContainsRune("，。；：、！？）》”’,;", first)
	}
	return true
}

// join puts two halves of a sentence together, with a blank between two words
// of letters.
func join(a, b string) string {
	end, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	if end < 0x80 && first < 0x80 && unicode.IsLetter(end) && unicode.IsLetter(first) {
		return a + " " + b
	}
	return a + b
}
