package intake

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// readPDF returns the text of a PDF file: its characters by their places on the
// page, lines joined into paragraphs by indents, short last lines and spaces.
// Two or more columns are read one after the other. Lines of one paragraph are
// joined without a repair, since a PDF has no line ends of its own; blanks that
// the file itself has stay for Text to judge.
func readPDF(data []byte) (paper sheet, warnings []Warning, err error) {
	defer func() {
		if broken := recover(); broken != nil { // a reader of damaged objects may stumble
			paper, warnings, err = sheet{}, nil, fmt.Errorf("pdf: %w: %v", ErrTruncated, broken)
		}
	}()
	file, err := openPDF(data)
	if err != nil {
		return sheet{}, nil, err
	}
	pages, err := file.pages()
	if err != nil {
		return sheet{}, nil, err
	}
	d := &drawing{file: file, fonts: map[string]*font{}}
	inked := make([][]piece, len(pages))
	slanted := make([]string, len(pages))
	for i, p := range pages {
		glyphs, err := d.draw(p)
		if err != nil {
			return sheet{}, nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		inked[i], slanted[i] = pieces(glyphs)
	}
	left, taken := takeFurniture(inked)
	var all []column
	for i := range left {
		all = append(all, columns(left[i], i+1)...)
	}
	measure(all)
	f := flow{pitch: usualPitch(all)}
	for _, c := range all {
		f.read(c, taken, slanted)
	}
	f.close(len(pages), taken, slanted)
	paper = sheet{text: f.out.String(), pages: f.pages, rows: f.rows, added: f.added}
	switch {
	case strings.TrimFunc(paper.text, blank) == "":
		return sheet{}, nil, fmt.Errorf("pdf: %d pages with %d pictures: %w", len(pages), d.images, ErrNoTextLayer)
	case d.lost*100 > d.total*unreadablePercent:
		return sheet{}, nil, fmt.Errorf("pdf: %d of %d characters say not what they are: %w", d.lost, d.total, ErrNoTextLayer)
	case len(paper.text) > MaxText:
		return sheet{}, nil, fmt.Errorf("pdf: %d bytes of text: %w", len(paper.text), ErrTooLarge)
	}
	if n := strings.Count(paper.text, "\uFFFD"); n > 0 {
		warnings = append(warnings, Warning{Undecodable, n})
	}
	return paper, warnings, nil
}

// unreadablePercent is how many characters of a PDF may be unknown before it
// counts as pictures: marks before lists and signs of money are a few percent.
const unreadablePercent = 20

// A flow puts lines together into text.
type flow struct {
	out   strings.Builder
	pages []int
	rows  []int
	added []added
	pitch float64 // usual distance of lines, in em
	last  row     // the line before
	from  column  // and where it stood
	begun bool
	form  bool // of a form: fewer lines, more of them paragraphs
}

// read goes on with the lines of a column.
func (f *flow) read(c column, taken [][]string, slanted []string) {
	for len(f.pages) < c.page {
		f.turn(taken, slanted)
	}
	for _, r := range c.rows {
		switch {
		case !f.begun:
		case f.breaks(r, c):
			f.out.WriteString("\n\n")
		case parted(f.last.text, r.text):
			f.out.WriteString(" ")
		}
		f.rows = append(f.rows, f.out.Len())
		f.out.WriteString(r.text)
		f.last, f.from, f.begun = r, c, true
	}
}

// turn begins the next page: what the page before added is behind its text.
func (f *flow) turn(taken [][]string, slanted []string) {
	if n := len(f.pages); n > 0 {
		f.record(taken[n-1], slanted[n-1])
	}
	f.pages = append(f.pages, f.out.Len())
}

func (f *flow) record(taken []string, slanted string) {
	for _, was := range append(slices.Clone(taken), slanted) {
		if was != "" {
			f.added = append(f.added, added{f.out.Len(), was})
		}
	}
}

// close ends the last page.
func (f *flow) close(pages int, taken [][]string, slanted []string) {
	for len(f.pages) < pages {
		f.turn(taken, slanted)
	}
	if pages > 0 {
		f.record(taken[pages-1], slanted[pages-1])
	}
}

// The measures of paragraphs, in em.
const (
	indentEm = 1.4 // the least indent of a first line; two are usual
	spaceEm  = 0.3 // how much more than its width a word needs to be set
	looser   = 1.4 // how many times the usual distance parts paragraphs
)

// breaks reports whether r, in column c, begins a paragraph.
func (f *flow) breaks(r row, c column) bool {
	em := max(r.size, f.last.size)
	indent, before := r.x0-c.left, f.last.x0-f.from.left
	samePlace := f.from.page == c.page && f.from.place == c.place && r.y < f.last.y
	switch {
	case r.size*1.15 < f.last.size || f.last.size*1.15 < r.size:
		return true
	case samePlace && f.last.y-r.y > looser*f.pitch*em:
		return true
	case r.cells || f.last.cells:
		return true
	case f.form && f.parts(r, c):
		return true
	case samePlace && f.centred(r, c):
		return false
	case indent > indentEm*r.size:
		return true
	case before > indentEm*em && indent < -indentEm*em:
		return true
	}
	return f.from.right-f.last.x1 > firstWord(r.text, em)+spaceEm*em
}

// centred reports whether r goes on with a centred line that did not fit.
func (f *flow) centred(r row, c column) bool {
	middle := func(r row) float64 { return (r.x0 - c.left) - (c.right - r.x1) }
	_, isHeading := headingOf(r.text)
	return !isHeading && !finished(f.last.text) && !isTitle(f.last.text) &&
		math.Abs(middle(r)) < r.size && math.Abs(middle(f.last)) < r.size &&
		r.x0-c.left > indentEm*r.size && c.right-f.last.x1 < firstWord(r.text, r.size)+spaceEm*r.size
}

// firstWord is how wide the part of a line is that could not have been parted
// from the line before: a number or Latin word, or one character, and the
// marks that may not begin a line.
func firstWord(text string, em float64) float64 {
	width := 0.0
	for i, r := range text {
		switch {
		case r < 0x250 && !blank(r) && (i == 0 || width < 12*em && spaced(rune(text[0]))):
			width += 0.55 * em
		case i == 0:
			width += em
		case strings.ContainsRune("，。、；：！？”’」』）》】%‰℃", r):
			width += em
		default:
			return width + 0.5*em
		}
	}
	return width
}

// parted reports whether a blank has been lost between two lines: a line never
// ends inside a Latin word, so where it ends between two letters, or a letter
// and a figure, there was one.
func parted(line, next string) bool {
	before, _ := utf8.DecodeLastRuneInString(line)
	after, _ := utf8.DecodeRuneInString(next)
	return latin(before) && (latin(after) || unicode.IsDigit(after)) || unicode.IsDigit(before) && latin(after)
}

// usualPitch returns the distance of two lines of one column, in em.
func usualPitch(all []column) float64 {
	var each []float64
	for _, c := range all {
		for i := 1; i < len(c.rows); i++ {
			each = append(each, (c.rows[i-1].y-c.rows[i].y)/max(c.rows[i].size, c.rows[i-1].size))
		}
	}
	return median(each)
}

func median(all []float64) float64 {
	if len(all) == 0 {
		return 0
	}
	slices.Sort(all)
	return all[len(all)/2]
}
