package intake

import (
	_ "embed" // for doubts.txt
	"slices"
	"strings"

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
	// Heading is the section whose heading is doubtful, "" for the text of a
	// paragraph. Paragraph is the first below the heading then, Span is empty, and
	// Text stands in the heading.
	Heading report.Path
}

// DoubtKind says what is doubtful.
type DoubtKind string

// The kinds of doubt.
const (
	Usual      DoubtKind = "usual"      // another wording is the usual one
	Doubled    DoubtKind = "doubled"    // words stand twice
	Stray      DoubtKind = "stray"      // something that does not belong to the sentence
	Omitted    DoubtKind = "missing"    // characters seem to be missing
	Merged     DoubtKind = "merged"     // two texts seem to have run together
	Unlikely   DoubtKind = "unlikely"   // the figure can hardly be meant
	Misordered DoubtKind = "order"      // the number of a list item is out of order
	Impossible DoubtKind = "impossible" // a congress, a plenum or a plan that cannot be
)

// DoubtKinds lists every kind.
var DoubtKinds = []DoubtKind{Usual, Doubled, Stray, Omitted, Merged, Unlikely, Misordered, Impossible}

// A doubtRule finds doubtful places in any text. It is to be silent rather than
// wrong: what a person looks at in vain costs more than what they miss.
type doubtRule struct {
	name string
	says string
	find func(p *proof) []Doubt
}

// doubtRules in the order in which they are believed: of two doubts about the
// same words the first rule's is shown.
var doubtRules = []doubtRule{
	{"latin", "空气质量 and 水污染, 25l亿元: letters where Chinese or a digit should stand", strayLatin},
	{"doubled", "提升提升工程: words that stand twice in a row", doubledWords},
	{"reference", "党的二十六, 二十届九中全会, “三十五”规划: a meeting or a plan that cannot be", references},
	{"order", "一是 二是 四是, 第一 第三: the number of a list item is out of order", listOrder},
	{"phrase", "以人民为中: a fixed phrase lacks a character", brokenPhrases},
	{"repeated", "what the text itself says five times stands once with a character missing", brokenRepeats},
	{"figure", "1000万户2500万元, 覆盖率980%, 20亿公里: a figure that can hardly be meant", oddFigures},
	{"marks", "“一带一路, ，。: a quotation mark or bracket without its other half, marks that stand twice", oddMarks},
}

// A proof is a report that is read for misprints.
type proof struct {
	report     *report.Report
	paragraphs []report.Paragraph
	pairs      map[string]int // how often two Chinese characters stand side by side
	runes      int            // Chinese characters in all
}

// enoughRunes is how many Chinese characters a text has before it tells
// anything that two of them meet in it only once.
const enoughRunes = 5000

// newProof makes ready to read r.
func newProof(r *report.Report) *proof {
	p := &proof{report: r, paragraphs: r.Paragraphs(), pairs: map[string]int{}}
	for _, each := range p.paragraphs {
		hanRuns(each.Text, func(run []rune, _ int) {
			p.runes += len(run)
			for i := 1; i < len(run); i++ {
				p.pairs[string(run[i-1:i+1])]++
			}
		})
	}
	return p
}

// alone reports whether two characters that meet in the text meet nowhere else
// in it, so that they hardly belong to one word.
func (p *proof) alone(a, b rune) bool {
	pair := string([]rune{a, b})
	return p.runes >= enoughRunes && p.pairs[pair] <= 1 && !phrases().common[pair]
}

// doubt is a doubt of kind why about p.Text[start:end].
func doubt(p report.Paragraph, start, end int, why DoubtKind, suggestion string) Doubt {
	s := report.Span{Start: start, End: end}
	return Doubt{Paragraph: p.ID, Span: s, Text: s.Of(p.Text), Suggestion: suggestion, Why: why}
}

//go:embed doubts.txt
var doubtLines string

// Doubts returns the doubtful places of r in reading order, not overlapping:
// those that somebody has looked at (doubts.txt), and those that the rules
// find in any text.
func Doubts(r *report.Report) []Doubt {
	p := newProof(r)
	all := map[report.ParagraphID][]Doubt{}
	known := knownDoubts(r.Edition)
	for _, each := range p.paragraphs {
		for _, k := range known {
			if i := strings.Index(each.Text, k.Text); i >= 0 {
				k.Paragraph, k.Span = each.ID, report.Span{Start: i, End: i + len(k.Text)}
				all[each.ID] = append(all[each.ID], k)
			}
		}
	}
	for _, rule := range doubtRules {
		for _, d := range rule.find(p) {
			if !slices.ContainsFunc(all[d.Paragraph], func(f Doubt) bool { return f.Span.Overlaps(d.Span) }) {
				all[d.Paragraph] = append(all[d.Paragraph], d)
			}
		}
	}
	var ordered []Doubt
	for _, each := range p.paragraphs {
		found := all[each.ID]
		slices.SortFunc(found, func(a, b Doubt) int { return a.Span.Start - b.Span.Start })
		ordered = append(ordered, found...)
		delete(all, each.ID)
	}
	return ordered
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
