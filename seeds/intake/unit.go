package intake

import (
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// How lines become paragraphs.
//
// Three layouts occur. In the first, blank lines stand between paragraphs and
// a line end inside a block is an accident of the file (a link of a web page).
// In the second, every line is a paragraph, or a clause that goes on in the
// next line. In the third, lines are wrapped at one width. The layout is told
// from the shape of the whole file; then lines are gathered into units, and a
// unit that stops inside a sentence takes the next one in.

// A span is a half-open range of byte offsets into the source.
type span struct{ start, end int }

// A line is one line of the source that is not blank.
type line struct {
	span
	text     string // trimmed
	first    bool   // a blank line stands before it
	indented bool   // two columns or more
}

// blockLines is the mean number of lines a block may have when blank lines
// separate paragraphs. Web pages of reports have 1.2 to 2.6, files with one
// paragraph a line far more.
const blockLines = 4

// unfinishedRunes is how long a line without any punctuation must be to count
// as the beginning of a sentence rather than as a heading of its own.
const unfinishedRunes = 20

// divide returns the units of src, one for each heading and each paragraph, in
// order. Between two units stands only white space.
func divide(src string) []span {
	lines := linesOf(src)
	blocks, unterminated := 0, 0
	for _, l := range lines {
		if l.first {
			blocks++
		}
		if strings.HasSuffix(l.text, "，") {
			unterminated++
		}
	}
	d := divider{lines: lines, clauses: unterminated*50 > len(lines), width: wrapWidth(lines)}
	d.byBlock = blocks > 1 && len(lines) <= blocks*blockLines && d.width == 0
	var units []span
	for i := 0; i < len(lines); {
		end := i + 1
		for end < len(lines) && d.goesOn(i, end) {
			end++
		}
		units = append(units, span{lines[i].start, lines[end-1].end})
		i = end
	}
	return units
}

// linesOf returns the lines of src that are not blank. A line of zero-width
// characters alone is no line and no blank either.
func linesOf(src string) []line {
	var all []line
	first := true
	for at := 0; at < len(src); {
		end := len(src)
		next := end
		if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		raw := src[at:end]
		text := strings.TrimFunc(raw, blank)
		switch {
		case text != "":
			start := at + strings.Index(raw, text)
			all = append(all, line{span{start, start + len(text)}, text, first, indent(raw) >= 2})
			first = false
		case !strings.ContainsFunc(raw, invisible):
			first = true
		}
		at = next
	}
	return all
}

// indent returns the columns of white space before a line.
func indent(raw string) int {
	columns := 0
	for _, r := range raw {
		switch {
		case r == '\u3000' || r == '\t':
			columns += 2
		case blank(r):
			columns++
		default:
			return columns
		}
	}
	return 0
}

// wrapWidth returns the width in runes at which the lines are wrapped, 0 if
// they are not: half of all lines are that long or one or two runes shorter.
func wrapWidth(lines []line) int {
	width := 0
	for _, l := range lines {
		width = max(width, utf8.RuneCountInString(l.text))
	}
	full := 0
	for _, l := range lines {
		if utf8.RuneCountInString(l.text) >= width-3 {
			full++
		}
	}
	if width > 100 || len(lines) < 10 || full*2 < len(lines) {
		return 0
	}
	return width
}

// A divider decides where one unit ends and the next begins.
type divider struct {
	lines   []line
	byBlock bool // blank lines separate paragraphs
	clauses bool // lines hold clauses
	width   int  // of wrapped lines, in runes; 0 if they are not
}

// goesOn reports whether line j belongs to the unit that begins with line i.
func (d divider) goesOn(i, j int) bool {
	last, next := d.lines[j-1], d.lines[j]
	switch {
	case isTitle(last.text) || datelined(last.text):
		return false
	case isFurniture(next.text) && d.titled(i, j):
		return false
	case isFurniture(next.text): // stays with the text before it
		return finished(last.text) || unfinished(last.text)
	case isFurniture(last.text):
		if j-1 == i {
			return false
		}
		k := j - 1
		for k > i && isFurniture(d.lines[k].text) {
			k--
		}
		return !finished(d.lines[k].text) && !d.opens(next)
	case d.byBlock && !next.first:
		return d.inBlock(i, j)
	case d.titled(i, j):
		return !balanced(d.join(i, j))
	case d.opens(next) && !d.cut(last, next):
		return !finished(last.text) && !balanced(d.join(i, j))
	case !finished(last.text):
		return d.cut(last, next) || comma(last.text) || unfinished(d.join(i, j))
	case d.width > 0:
		return utf8.RuneCountInString(last.text) >= d.width-3 && !next.indented && !next.first
	}
	return d.clauses && !next.first && strings.HasSuffix(last.text, "；") && !enumerated(next.text)
}

// cut reports whether the width of the lines, and nothing else, ended last: 争第
// at the end of a full line, 一、创一流 in the next.
func (d divider) cut(last, next line) bool {
	return d.width > 0 && !finished(last.text) && !next.indented && !next.first &&
		utf8.RuneCountInString(last.text) >= d.width-1
}

// inBlock is goesOn for a line that no blank line separates from the last, in
// a layout of blocks: nearly always it goes on.
func (d divider) inBlock(i, j int) bool {
	last, next := d.lines[j-1], d.lines[j]
	if d.headingBlock(i) {
		return true // one heading in pieces
	}
	switch {
	case d.opens(next):
		return !finished(last.text) && !balanced(d.join(i, j))
	case datelined(next.text):
		return false
	case d.titled(i, j) && balanced(d.join(i, j)):
		return false
	case finished(last.text) && next.indented:
		return false
	case finished(last.text) && finished(next.text) && !short(d.lines[i].text):
		return !d.allFinished(i)
	}
	return true
}

// headingBlock reports whether the lines from i to the end of its block are
// one heading. A block longer than any heading is not looked through.
func (d divider) headingBlock(i int) bool {
	if markOf(d.lines[i].text).level == 0 {
		return false
	}
	end := i + 1
	for end < len(d.lines) && !d.lines[end].first {
		if d.lines[end].end-d.lines[i].start > headingRunes*utf8.UTFMax || markOf(d.lines[end].text).level > 0 {
			return false
		}
		end++
	}
	all := d.join(i, end)
	return utf8.RuneCountInString(all) <= headingRunes && !strings.Contains(all, "。")
}

// allFinished reports whether every line of the block from i on, as far as
// lookLines, ends where a paragraph may end.
func (d divider) allFinished(i int) bool {
	for j := i; j < len(d.lines) && j < i+lookLines && (j == i || !d.lines[j].first); j++ {
		if !finished(d.lines[j].text) {
			return false
		}
	}
	return true
}

// opens reports whether l can only be a heading.
func (d divider) opens(l line) bool {
	_, ok := headingOf(l.text)
	return ok
}

// lookLines is how many lines are looked at to decide about one, so that the
// time to divide a file grows with its size and not with its square.
const lookLines = 20

// join puts lines i to j together, the last lookLines of them.
func (d divider) join(i, j int) string {
	var b strings.Builder
	for _, l := range d.lines[max(i, j-lookLines):j] {
		b.WriteString(l.text)
	}
	return b.String()
}

// titled reports whether lines i to j are together a heading of its own.
func (d divider) titled(i, j int) bool {
	if markOf(d.lines[i].text).level == 0 || d.lines[j-1].end-d.lines[i].start > headingRunes*utf8.UTFMax {
		return false
	}
	h, ok := headingOf(d.join(i, j))
	return ok && !h.runIn
}

// finished reports whether s ends where a paragraph may end.
func finished(s string) bool {
	s = strings.TrimRight(s, "”’」』）)》】")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("。！？；：…!?;:.", r)
}

// comma reports whether s stops at a mark that something must follow.
func comma(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("，、,“‘《（(—", r)
}

// unfinished reports whether s, which is not finished, is the beginning of a
// sentence rather than a line of its own.
func unfinished(s string) bool {
	return strings.ContainsAny(s, "，。；、") || utf8.RuneCountInString(s) >= unfinishedRunes
}

// short reports whether s is one sentence of at most forty runes.
func short(s string) bool {
	return utf8.RuneCountInString(s) <= 40 && len(report.Sentences(s)) == 1
}

// balanced reports whether every bracket and quotation mark of s is closed.
func balanced(s string) bool {
	for _, pair := range []string{"《》", "“”", "（）", "()"} {
		r := []rune(pair)
		if strings.Count(s, string(r[0])) != strings.Count(s, string(r[1])) {
			return false
		}
	}
	return true
}

// enumerated reports whether s starts an item of a list.
func enumerated(s string) bool {
	for _, m := range []string{"——", "—", "第一", "第二", "第三", "第四", "第五", "第六", "第七", "第八", "第九", "(", "（", "1", "2", "3", "4", "5", "6", "7", "8", "9", "●", "·", "◆"} {
		if strings.HasPrefix(s, m) {
			return true
		}
	}
	r := []rune(s)
	return len(r) > 2 && strings.ContainsRune("一二三四五六七八九十", r[0]) && strings.ContainsRune("是要、", r[1])
}
