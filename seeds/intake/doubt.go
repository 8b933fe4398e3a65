package intake

import (
	_ "embed" // for doubts.txt
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// A Doubt is a place where the print reads as if something had slipped
// (排印提示). It is a hint to the reader: the text stays as it is.
type Doubt struct {
	Paragraph  report.ParagraphID
	Span       report.Span // of Text in the paragraph
	Text       string      // as printed
	Suggestion string      // what it probably should be; "" if nobody can tell
	Why        DoubtKind
}

// DoubtKind says what is doubtful.
type DoubtKind string

// The kinds of doubt.
const (
	Usual    DoubtKind = "usual"    // another wording is the usual one
	Doubled  DoubtKind = "doubled"  // words stand twice
	Stray    DoubtKind = "stray"    // something that does not belong to the sentence
	Omitted  DoubtKind = "missing"  // characters seem to be missing
	Merged   DoubtKind = "merged"   // two texts seem to have run together
	Unlikely DoubtKind = "unlikely" // the figure can hardly be meant
)

//go:embed doubts.txt
var doubtLines string

// Doubts returns the doubtful places of r in reading order, not overlapping:
// those that somebody has looked at (doubts.txt), and those that two rules
// find in any text. The rules are chosen to be silent rather than wrong: they
// find nothing in eleven national reports.
func Doubts(r *report.Report) []Doubt {
	known := knownDoubts(r.Edition)
	var all []Doubt
	for _, p := range r.Paragraphs() {
		found := []Doubt{}
		for _, k := range known {
			if i := strings.Index(p.Text, k.Text); i >= 0 {
				k.Paragraph, k.Span = p.ID, report.Span{Start: i, End: i + len(k.Text)}
				found = append(found, k)
			}
		}
		for _, d := range append(strayLatin(p.Text), doubledWords(p.Text)...) {
			if !slices.ContainsFunc(found, func(f Doubt) bool { return f.Span.Overlaps(d.Span) }) {
				d.Paragraph, d.Text = p.ID, d.Span.Of(p.Text)
				found = append(found, d)
			}
		}
		slices.SortFunc(found, func(a, b Doubt) int { return a.Span.Start - b.Span.Start })
		all = append(all, found...)
	}
	return all
}

// knownDoubts reads the lines of doubts.txt about one edition.
func knownDoubts(e report.Edition) []Doubt {
	var all []Doubt
	about := false
	for line := range strings.Lines(doubtLines) {
		line = strings.TrimRight(line, "\r\n")
		if edition, ok := strings.CutPrefix(line, "@"); ok {
			about = edition != "" && strings.HasPrefix(string(e), edition)
			continue
		}
		f := strings.Split(line, "\t")
		if about && len(f) == 3 && !strings.HasPrefix(line, "#") {
			all = append(all, Doubt{Text: f[0], Suggestion: f[1], Why: DoubtKind(f[2])})
		}
	}
	return all
}

// strayLatin finds words of small Latin letters that stand between Chinese
// characters with blanks around them: 空气质量 and 年中水污染. Units have no blanks, names
// have capitals.
func strayLatin(text string) []Doubt {
	var all []Doubt
	for i := 0; i < len(text); {
		j := i
		for j < len(text) && text[j] >= 'a' && text[j] <= 'z' {
			j++
		}
		if j == i {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		before, after := strings.TrimRight(text[:i], " "), strings.TrimLeft(text[j:], " ")
		left, _ := utf8.DecodeLastRuneInString(before)
		right, _ := utf8.DecodeRuneInString(after)
		if j-i > 1 && len(before) < i && len(after) < len(text)-j && unicode.Is(unicode.Han, left) && unicode.Is(unicode.Han, right) {
			all = append(all, Doubt{Span: report.Span{Start: i, End: j}, Why: Stray})
		}
		i = j
	}
	return all
}

// doubledRunes are how long words are that are looked for twice in a row.
// Single characters double for good reasons (人人, 稳稳), five are a refrain.
const doubledMin, doubledMax = 2, 4

// doubledWords finds two to four Chinese characters that stand twice in a row:
// 提升提升工程. Characters that are all alike and numerals are left out.
func doubledWords(text string) []Doubt {
	type at struct {
		r   rune
		pos int
	}
	var runes []at
	for i, r := range text {
		runes = append(runes, at{r, i})
	}
	runes = append(runes, at{0, len(text)})
	var all []Doubt
	for i := 0; i < len(runes); i++ {
		for n := doubledMax; n >= doubledMin; n-- {
			if i+2*n >= len(runes) {
				continue
			}
			same, plain := true, false
			for k := range n {
				a, b := runes[i+k].r, runes[i+n+k].r
				same = same && a == b && unicode.Is(unicode.Han, a) && !strings.ContainsRune("一二三四五六七八九十百千万亿零两几", a)
				plain = plain || a != runes[i].r
			}
			if !same || !plain {
				continue
			}
			half := text[runes[i].pos:runes[i+n].pos]
			if half == "业创" { // 就业创业创新
				break
			}
			all = append(all, Doubt{Span: report.Span{Start: runes[i].pos, End: runes[i+2*n].pos}, Suggestion: half, Why: Doubled})
			i += 2*n - 1
			break
		}
	}
	return all
}
