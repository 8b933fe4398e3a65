package annotate

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"

	"golang.org/x/text/unicode/norm"
)

// Changes are what became of a report from one edition to the next, sentence
// by sentence. Changed numbers come first in everything that shows them: they
// are what a proposal may have cited.
type Changes struct {
	Numbers []NumberChange `json:"numbers"`
	Changed []WordChange   `json:"changed"` // reworded sentences
	Added   []Place        `json:"added"`
	Removed []Place        `json:"removed"`
	Moved   []WordChange   `json:"moved"`
}

// None reports whether the editions say the same.
func (c Changes) None() bool {
	return len(c.Numbers)+len(c.Changed)+len(c.Added)+len(c.Removed)+len(c.Moved) == 0
}

// A NumberChange is a figure that reads otherwise in the new edition. Old or New
// is "" when a figure came or went.
type NumberChange struct {
	Old      string             `json:"old"` // "580个", as printed
	New      string             `json:"new"`
	OldText  string             `json:"old_text"` // the sentences around them
	NewText  string             `json:"new_text"`
	OldPlace report.ParagraphID `json:"old_paragraph"`
	NewPlace report.ParagraphID `json:"new_paragraph"`
}

// A WordChange is a sentence of the old edition and what stands for it now.
type WordChange struct {
	OldText  string             `json:"old_text"`
	NewText  string             `json:"new_text"`
	OldPlace report.ParagraphID `json:"old_paragraph"`
	NewPlace report.ParagraphID `json:"new_paragraph"`
}

// A Place is a sentence that only one edition has.
type Place struct {
	Text      string             `json:"text"`
	Paragraph report.ParagraphID `json:"paragraph"`
}

// Diff compares two editions of a report. White space, width and punctuation do
// not count as changes, nor does where lines and paragraphs break.
func Diff(old, new *report.Report) Changes {
	c := Changes{Numbers: []NumberChange{}, Changed: []WordChange{}, Added: []Place{}, Removed: []Place{}, Moved: []WordChange{}}
	finder := NewFinder(new)
	finder.Knows(NewFinder(old))
	oldHeads, newHeads := headings(old), headings(new)
	met := map[report.ParagraphID][]report.Span{}
	for _, p := range old.Paragraphs() {
		for _, span := range p.Sentences() {
			text := strings.TrimSpace(span.Of(p.Text))
			if folded := Fold(text); folded == "" || newHeads[folded] {
				continue
			}
			f := finder.Locate(AnchorAt(old, p, span))
			if f.Status == Orphan {
				c.Removed = append(c.Removed, Place{text, p.ID})
				continue
			}
			met[f.Paragraph] = append(met[f.Paragraph], f.Span)
			now, whole := sentenceOf(new, f)
			if f.Status == Attached && grown(text, now) {
				f.Status = Reworded
				met[f.Paragraph] = append(met[f.Paragraph], whole)
			}
			switch f.Status {
			case Moved:
				c.Moved = append(c.Moved, WordChange{text, now, p.ID, f.Paragraph})
			case NumberChanged, Reworded:
				pairs := numberPairs(figuresOf(text), figuresOf(now))
				if len(pairs) == 0 && f.Status == NumberChanged {
					pairs = numberPairs(numeralsOf(text), numeralsOf(now))
				}
				for _, n := range pairs {
					c.Numbers = append(c.Numbers, NumberChange{n[0], n[1], text, now, p.ID, f.Paragraph})
				}
				if f.Status == Reworded || len(pairs) == 0 {
					c.Changed = append(c.Changed, WordChange{text, now, p.ID, f.Paragraph})
				}
			}
		}
	}
	for _, p := range new.Paragraphs() {
		for _, span := range p.Sentences() {
			if text := strings.TrimSpace(span.Of(p.Text)); Fold(text) != "" && !oldHeads[Fold(text)] && !covered(span, met[p.ID]) {
				c.Added = append(c.Added, Place{text, p.ID})
			}
		}
	}
	return c
}

// grown reports whether all the words of a sentence stand in now, and more: what
// was the end of it is none any more. Words behind 工作： are a statement of their
// own, which is found as added.
func grown(text, now string) bool {
	was, is := Fold(text), Fold(now)
	end, _ := utf8.DecodeLastRuneInString(text)
	return was != is && strings.Contains(is, was) && strings.ContainsRune("。！？；", end)
}

// headings are the folded headings of r: what one print sets as a heading
// another runs into the paragraph.
func headings(r *report.Report) map[string]bool {
	all := map[string]bool{}
	for _, s := range r.Sections {
		all[Fold(s.Heading)] = true
	}
	return all
}

// sentenceOf is the whole text of the sentences that f lies in, and where they
// stand in their paragraph.
func sentenceOf(r *report.Report, f Found) (string, report.Span) {
	p, ok := r.Paragraph(f.Paragraph)
	if !ok {
		return f.Text, f.Span
	}
	first, _ := report.SentenceAt(p.Text, f.Span.Start)
	last, _ := report.SentenceAt(p.Text, max(f.Span.Start, f.Span.End-1))
	return strings.TrimSpace(p.Text[first.Start:last.End]), report.Span{Start: first.Start, End: last.End}
}

// covered reports whether at least half of span was met.
func covered(span report.Span, met []report.Span) bool {
	n := 0
	for _, m := range met {
		n += max(0, min(span.End, m.End)-max(span.Start, m.Start))
	}
	return 2*n >= span.Len()
}

// figures are numbers with the sign or the unit behind them; of a unit that is
// none of these the first character.
var figures = regexp.MustCompile(`[0-9]+(?:\.[0-9]+)?(?:[万亿千百]*(?:个百分点|平方公里|平方米|立方米|千瓦时|千瓦|兆瓦|公里|公斤|公顷|美元|人次|小时|%|‰|[\p{Han}])?)`)

// plainNumber is the number at the start of a figure.
var plainNumber = regexp.MustCompile(`^[0-9.]+[万亿千百]*[%‰]?|^` + numerals)

// spoken are numbers in words, with the character behind them: 五年.
var spoken = regexp.MustCompile(numerals + `\p{Han}?`)

const numerals = `[零〇一二三四五六七八九十百千万亿两半]+`

// numberPairs aligns the figures of two sentences, a and b, with the fewest
// changes and returns the pairs that differ in their number. A figure that only one sentence
// has stands alone.
func numberPairs(a, b []string) [][2]string {
	// cost[i][j] is how many changes lead from a[i:] to b[j:].
	cost := make([][]int, len(a)+1)
	for i := len(a); i >= 0; i-- {
		cost[i] = make([]int, len(b)+1)
		for j := len(b); j >= 0; j-- {
			switch {
			case i == len(a):
				cost[i][j] = len(b) - j
			case j == len(b):
				cost[i][j] = len(a) - i
			default:
				cost[i][j] = min(cost[i+1][j+1]+differ(a[i], b[j]), cost[i+1][j]+1, cost[i][j+1]+1)
			}
		}
	}
	var pairs [][2]string
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case i < len(a) && j < len(b) && cost[i][j] == cost[i+1][j+1]+differ(a[i], b[j]):
			if differ(a[i], b[j]) > 0 {
				pairs = append(pairs, [2]string{a[i], b[j]})
			}
			i, j = i+1, j+1
		case i < len(a) && cost[i][j] == cost[i+1][j]+1:
			pairs = append(pairs, [2]string{a[i], ""})
			i++
		default:
			pairs = append(pairs, [2]string{"", b[j]})
			j++
		}
	}
	return pairs
}

// differ is 1 if two figures have different numbers, else 0.
func differ(a, b string) int {
	if numberOf(a) == numberOf(b) {
		return 0
	}
	return 1
}

func figuresOf(text string) []string { return figures.FindAllString(norm.NFKC.String(text), -1) }

func numeralsOf(text string) []string { return spoken.FindAllString(text, -1) }

func numberOf(figure string) string { return plainNumber.FindString(figure) }
