package export

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Marked is a report with a reader's marks on it, to be read on paper: the
// highlights as lines of five patterns, which any copier and any eye tells
// apart, the figures of targets in heavy type, and numbered notes at the end of
// each section.
type Marked struct {
	Front    []string // lines above the first section, the title among them
	Title    string
	By       string // whose report, and of which year
	Date     string // civil date of the copy
	Before   string // what the text lacks before and after it, as printed there; "" for nothing
	After    string
	Sections []MarkedSection
	Lost     []MarkedNote // on words that are not found any more
}

// A MarkedSection is one section of the report.
type MarkedSection struct {
	Heading    string // "" if it begins a paragraph instead
	Level      int    // 1, 2
	Paragraphs []MarkedParagraph
}

// A MarkedParagraph is one paragraph and what is marked in it. Marks may
// overlap, and stand in any order.
type MarkedParagraph struct {
	Text  string
	Lead  int // bytes from the start that are a run-in heading
	Marks []MarkedWords
}

// A MarkedWords is bytes [Start, End) of a paragraph with a mark. Both ends lie
// on rune boundaries.
type MarkedWords struct {
	Start, End int
	Pattern    Mark        // Lined to Doubled for a highlight; else Plain
	Figure     bool        // the figure of a target
	Note       *MarkedNote // what is said about it at the end of the section; nil for nothing
}

// A MarkedNote is one numbered remark.
type MarkedNote struct {
	Cited bool   // a proposal that cites the words, not a note
	About string // kind and tags, the proposal's name; may be ""
	Text  string // what was written
	Quote string // the words, where they are not found
}

// The patterns of the five highlights, in the order of the palette.
const (
	Lined   Mark = iota + Under + 1 // yellow: a heavy line
	Dashed                          // green
	Dotted                          // blue
	Waved                           // pink
	Doubled                         // violet

	Raised // not a line: a small figure above the line that leads to a note
)

// Patterns are the highlights in the order of the palette.
var Patterns = []Mark{Lined, Dashed, Dotted, Waved, Doubled}

// Words of a marked copy.
const (
	markedLegend = "划重点："
	markedFigure = "粗体数字是报告提出的目标"
	markedCited  = "引"
	markedLost   = "待重新定位的批注"
	markedCount  = "划重点%d处，批注%d条，被建议引用%d处"

	markedFragment = "原文是摘录（%s；%s），引用以大会印发文本为准"
)

var markedColours = []string{"黄", "绿", "蓝", "粉", "紫"}

// Document is the copy as blocks for the press.
func (m Marked) Document() Document {
	d := Document{Title: m.Title, Subject: "带批注的报告", Date: m.Date}
	small := func(spans ...Span) { d.Blocks = append(d.Blocks, Paragraph{Spans: spans, Flush: true, Small: true}) }
	for _, line := range m.Front {
		if line == m.Title {
			d.Blocks = append(d.Blocks, Title{Text: line})
			continue
		}
		d.Blocks = append(d.Blocks, Title{Text: line, Small: true})
	}
	if !slices.Contains(m.Front, m.Title) {
		d.Blocks = append(d.Blocks, Title{Text: m.Title})
	}
	if m.By != "" {
		d.Blocks = append(d.Blocks, Title{Text: m.By, Small: true})
	}
	d.Blocks = append(d.Blocks, Space{6})
	small(m.legend()...)
	about := []string{m.counts(), m.Date}
	if m.Before+m.After != "" {
		about = append(about, fmt.Sprintf(markedFragment, strings.Trim(m.Before, "()（）"), strings.Trim(m.After, "()（）")))
	}
	small(Span{Text: strings.Join(about, " · ")})
	d.Blocks = append(d.Blocks, Space{8})
	number := 0
	for _, s := range m.Sections {
		if s.Heading != "" {
			d.Blocks = append(d.Blocks, Heading{Level: s.Level, Text: s.Heading})
		}
		var notes []string
		for _, p := range s.Paragraphs {
			spans := p.spans(func(n *MarkedNote) string {
				number++
				label := n.label(number)
				notes = append(notes, label+"　"+n.line())
				return label
			})
			d.Blocks = append(d.Blocks, Paragraph{Spans: spans})
		}
		d.remarks(notes)
	}
	if len(m.Lost) > 0 {
		d.Blocks = append(d.Blocks, Gap{1}, Heading{Level: 1, Text: markedLost})
		for _, n := range m.Lost {
			number++
			d.Blocks = append(d.Blocks, Quote{Text: n.label(number) + "　“" + tidy(n.Quote) + "”", Source: n.line()})
		}
	}
	return d
}

// remarks puts the notes of a section below it.
func (d *Document) remarks(notes []string) {
	if len(notes) == 0 {
		return
	}
	d.Blocks = append(d.Blocks, Space{6})
	for _, n := range notes {
		d.Blocks = append(d.Blocks, Paragraph{Spans: []Span{{Text: n, Role: Kai}}, Flush: true, Small: true})
	}
	d.Blocks = append(d.Blocks, Space{12})
}

// label is the number of a note, "引" before it if it is a citation.
func (n *MarkedNote) label(number int) string {
	if n.Cited {
		return "〔" + markedCited + strconv.Itoa(number) + "〕"
	}
	return "〔" + strconv.Itoa(number) + "〕"
}

// line is what a note says, on one line.
func (n *MarkedNote) line() string {
	text := strings.Join(strings.Fields(tidy(n.Text)), " ")
	switch {
	case n.About == "":
		return text
	case text == "":
		return n.About
	}
	return n.About + "：" + text
}

// legend shows each pattern under the name of its colour.
func (m Marked) legend() []Span {
	spans := []Span{{Text: markedLegend}}
	for i, p := range Patterns {
		spans = append(spans, Span{Text: "　"}, Span{Text: markedColours[i] + "色", Mark: p})
	}
	return append(spans, Span{Text: "　　" + markedFigure})
}

func (m Marked) counts() string {
	marks, notes, cites := 0, 0, 0
	for _, s := range m.Sections {
		for _, p := range s.Paragraphs {
			for _, w := range p.Marks {
				switch {
				case w.Note != nil && w.Note.Cited:
					cites++
				case w.Note != nil:
					notes++
				}
				if w.Pattern != Plain {
					marks++
				}
			}
		}
	}
	return fmt.Sprintf(markedCount, marks, notes+len(m.Lost), cites)
}

// spans cuts p where its marks begin and end. number is called for each note in
// the order of their words' ends, and gives the label that leads to it.
func (p MarkedParagraph) spans(number func(*MarkedNote) string) []Span {
	cuts := []int{0, len(p.Text), p.Lead}
	for _, m := range p.Marks {
		cuts = append(cuts, m.Start, m.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	byEnd := slices.Clone(p.Marks)
	slices.SortStableFunc(byEnd, func(a, b MarkedWords) int { return cmp.Compare(a.End, b.End) })
	var all []Span
	for i := 0; i+1 < len(cuts); i++ {
		from, to := cuts[i], cuts[i+1]
		s := Span{Text: p.Text[from:to]}
		if from < p.Lead {
			s.Role = Hei
		}
		for _, m := range p.Marks {
			if m.Start > from || m.End < to {
				continue
			}
			if m.Figure {
				s.Role = Hei
			}
			if m.Pattern != Plain {
				s.Mark = m.Pattern
			}
		}
		all = append(all, s)
		for _, m := range byEnd {
			if m.End == to && m.Note != nil {
				all = append(all, Span{Text: number(m.Note), Mark: Raised})
			}
		}
	}
	return all
}

// as makes s small for what is raised above the line.
func (s style) as(m Mark) style {
	if m == Raised {
		s.size *= raisedSize
		s.cell = s.size
	}
	return s
}

// A raised figure is as large a share of the text, and stands as high in it.
const (
	raisedSize = 0.68
	raisedBy   = 0.42
)

// rise is by how much g stands above the baseline.
func (g glyph) rise() float64 {
	if g.mark == Raised {
		return g.size * raisedBy
	}
	return 0
}
