// Package trial measures what anchors survive: it marks words of a report at
// random, makes an edition in which something was done to them, and counts how
// often Locate says of the words what is true.
//
// It holds for any report, so that a text nobody has seen can be tried as well
// as the bundled one. The same seed makes the same trial.
package trial

import (
	"math/rand/v2"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// Lengths of the quotes that are tried, in characters.
var Lengths = []int{4, 5, 6, 8, 12, 16, 24, 32, 48, 64}

// A Row is one kind of edit and what Locate made of it.
type Row struct {
	Edit    string  `json:"edit"`    // the name of the edit; see Edits
	Want    float64 `json:"want"`    // the least share that must be right
	Right   int     `json:"right"`   // of all lengths together
	Tried   int     `json:"tried"`   //
	Lengths []Share `json:"lengths"` // one for each of Lengths
	Missed  []Miss  `json:"missed"`  // the first mostMissed of them
}

// A Share is how often Locate was right with quotes of one length.
type Share struct {
	Length int `json:"length"` // characters
	Right  int `json:"right"`
	Tried  int `json:"tried"`
}

// A Miss is a mark of which Locate said something else than what is true.
type Miss struct {
	Length    int                `json:"length"`
	Paragraph report.ParagraphID `json:"paragraph"`
	Sentence  string             `json:"sentence"`
	Quote     string             `json:"quote"`
	annotate.Found
}

// mostMissed is how many of them are told: enough to see what they have in common.
const mostMissed = 10

// mostAttempts is how many marks are made for one that suits an edit: of
// sentences that stand twice a report has a handful.
const mostAttempts = 60

// Of is the share of s that was right, from 0 to 1; 1 if nothing was tried.
func (s Share) Of() float64 { return share(s.Right, s.Tried) }

// Of is the share of r that was right.
func (r Row) Of() float64 { return share(r.Right, r.Tried) }

// Good reports whether enough was right, over all lengths and at each. Of so
// few of one length, one may fail by chance.
func (r Row) Good() bool {
	for _, s := range r.Lengths {
		if s.Of() < r.Want && s.Tried-s.Right > 1 {
			return false
		}
	}
	return r.Of() >= r.Want
}

func share(right, tried int) float64 {
	if tried == 0 {
		return 1
	}
	return float64(right) / float64(tried)
}

// A mark is some words that a reader might have marked.
type mark struct {
	at   int // index of the paragraph
	para report.Paragraph
	span report.Span
	annotate.Anchor
}

// Run makes e so often with quotes of each length. A report that has too few
// places for an edit is tried at those it has. With knows the old edition is at
// hand, as it is in a library; without it an anchor has only its own words.
func Run(e Edit, r *report.Report, rounds int, seed uint64, knows bool) Row {
	random := rand.New(rand.NewPCG(seed, 1))
	book := newBook(r)
	row := Row{Edit: e.Name, Want: e.Want, Missed: []Miss{}}
	if e.knows && !knows {
		return row
	}
	for _, length := range Lengths {
		s := Share{Length: length}
		var finder *annotate.Finder
		for attempt := 0; s.Tried < rounds && attempt < mostAttempts*rounds; attempt++ {
			m, ok := book.mark(random, length)
			if !ok || e.suits != nil && !e.suits(book, m) {
				continue
			}
			if finder == nil || !e.throughout {
				now, ok := e.make(book, m, random)
				if !ok {
					continue
				}
				finder = annotate.NewFinder(now)
				if knows {
					finder.Knows(book.finder)
				}
			}
			s.Tried++
			f := finder.Locate(m.Anchor)
			if e.right(m, f) {
				s.Right++
			} else if len(row.Missed) < mostMissed {
				row.Missed = append(row.Missed, Miss{length, m.para.ID, m.Anchor.Sentence, m.Quote, f})
			}
		}
		row.Lengths = append(row.Lengths, s)
		row.Right, row.Tried = row.Right+s.Right, row.Tried+s.Tried
	}
	return row
}

// A book is a report that marks are made in.
type book struct {
	report     *report.Report
	paragraphs []report.Paragraph
	folded     string // of the whole text, a paragraph a line
	running    string // the same on one line
	finder     *annotate.Finder
}

func newBook(r *report.Report) *book {
	b := &book{report: r, paragraphs: r.Paragraphs(), finder: annotate.NewFinder(r)}
	var all strings.Builder
	for _, p := range b.paragraphs {
		all.WriteString(annotate.Fold(p.Text) + "\n")
	}
	b.folded = all.String()
	b.running = strings.ReplaceAll(b.folded, "\n", "")
	return b
}

// mark marks so many characters at random. Words without a letter or digit say
// nothing and are not marked.
func (b *book) mark(random *rand.Rand, length int) (mark, bool) {
	if len(b.paragraphs) == 0 {
		return mark{}, false
	}
	i := random.IntN(len(b.paragraphs))
	p := b.paragraphs[i]
	runes := []rune(p.Text)
	if len(runes) < length {
		return mark{}, false
	}
	at := random.IntN(len(runes) - length + 1)
	start := len(string(runes[:at]))
	span := report.Span{Start: start, End: start + len(string(runes[at:at+length]))}
	return mark{i, p, span, annotate.AnchorAt(b.report, p, span)}, annotate.Fold(span.Of(p.Text)) != ""
}

// sentence is where the mark's sentence stands.
func (m mark) sentence() report.Span {
	first, _ := report.SentenceAt(m.para.Text, m.span.Start)
	return report.Span{Start: first.Start, End: first.Start + len(m.Anchor.Sentence)}
}

// times is how often the mark's words stand in the text.
func (b *book) times(m mark) int { return strings.Count(b.folded, annotate.Fold(m.Quote)) }

// another is an edition of the book in which the text of each paragraph is
// what change says; where it says nothing is left, nothing is.
func (b *book) another(change func(i int, text string) string) *report.Report {
	c := *b.report
	c.Edition = "another"
	c.Sections = slices.Clone(c.Sections)
	n := 0
	for i := range c.Sections {
		s := &c.Sections[i]
		s.Paragraphs = slices.Clone(s.Paragraphs)
		for j := range s.Paragraphs {
			was := s.Paragraphs[j].Text
			s.Paragraphs[j].Text = change(n, was)
			n++
			// A heading that runs into its paragraph is edited with it.
			if j == 0 && strings.HasPrefix(was, s.Heading) && !strings.HasPrefix(s.Paragraphs[j].Text, s.Heading) {
				s.Heading = ""
			}
		}
	}
	return &c
}

// replaced is an edition with other words in one place.
func (b *book) replaced(i int, span report.Span, with string) *report.Report {
	return b.another(func(n int, text string) string {
		if n != i {
			return text
		}
		return text[:span.Start] + with + text[span.End:]
	})
}
