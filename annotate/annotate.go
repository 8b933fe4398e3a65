// Package annotate is the margin: what a person typed (批注, 建议, 修改意见).
//
// Everything here is private, mutable and irreplaceable, in contrast to the
// shelf, which is public and immutable. An annotation knows its sentence; a
// sentence never knows that it was annotated. Values here are plain data: the
// rules that apply to them are in annotate/check, the place where they are kept
// is annotate/store.
//
// Times are instants with the offset +08:00; civil dates are strings
// "2024-02-22".
package annotate

import (
	"time"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// Beijing is the offset of every instant in this program. It is fixed, since
// Windows brings no zone data.
var Beijing = time.FixedZone("+08:00", 8*3600)

// NoteID names one annotation; a UUID.
type NoteID string

// A Colour is one of five highlight colours.
type Colour string

// The colours, in the order of the palette.
const (
	Yellow Colour = "yellow"
	Green  Colour = "green"
	Blue   Colour = "blue"
	Pink   Colour = "pink"
	Violet Colour = "violet"
)

// Colours is the palette in order.
var Colours = []Colour{Yellow, Green, Blue, Pink, Violet}

// A Kind says what a note is meant as.
type Kind string

// The kinds of annotation; Remark is the one nobody has to choose.
const (
	Remark   Kind = "批注"
	Question Kind = "疑问"
	Agree    Kind = "赞成"
	Disagree Kind = "反对"
	Verify   Kind = "待核"
)

// An Annotation is a colour on some words of a report, and the reader's own
// words about them.
type Annotation struct {
	ID      NoteID    `json:"id"`
	Anchor  Anchor    `json:"anchor"`
	Colour  Colour    `json:"colour"`
	Kind    Kind      `json:"kind"`
	Text    string    `json:"text"` // the note; "" for a mere highlight
	Tags    []string  `json:"tags,omitempty"`
	ToShare bool      `json:"to_share,omitempty"`
	Created time.Time `json:"created"`
	Changed time.Time `json:"changed"`
}

// An Anchor ties a note or a citation to words of a report. Quote is the truth
// and Offset a hint: in another edition the words are looked for, not the place.
type Anchor struct {
	Report    report.ID          `json:"report"`
	Edition   report.Edition     `json:"edition"`
	Paragraph report.ParagraphID `json:"paragraph"`
	Sentence  string             `json:"sentence"` // the whole sentence around the quote
	Quote     string             `json:"quote"`
	Prefix    string             `json:"prefix"`           // contextRunes before the quote, in the paragraph
	Suffix    string             `json:"suffix"`           // contextRunes after it
	Offset    int                `json:"offset"`           // of the quote in the paragraph, in bytes
	Before    string             `json:"before,omitempty"` // contextRunes before the sentence, from the paragraph before it if need be
	After     string             `json:"after,omitempty"`  // contextRunes after it
}

// contextRunes is how much text an Anchor keeps on either side of its quote.
// 32 runes tell every sentence of the bundled report from every other
// (TestContextTellsSentencesApart); more would only make packets bigger.
const contextRunes = 32

// AnchorAt makes an anchor for the words under span in p, a paragraph of r.
func AnchorAt(r *report.Report, p report.Paragraph, span report.Span) Anchor {
	sentence, _ := report.SentenceAt(p.Text, span.Start)
	if last, _ := report.SentenceAt(p.Text, max(span.Start, span.End-1)); last.End > sentence.End {
		sentence.End = last.End
	}
	before, after := around(r, p, sentence)
	return Anchor{
		Report:    r.ID,
		Edition:   r.Edition,
		Paragraph: p.ID,
		Sentence:  sentence.Of(p.Text),
		Quote:     span.Of(p.Text),
		Prefix:    lastRunes(p.Text[:span.Start], contextRunes),
		Suffix:    firstRunes(p.Text[span.End:], contextRunes),
		Offset:    span.Start,
		Before:    before,
		After:     after,
	}
}

// around returns what stands before and after a sentence of p, running on into
// the neighbouring paragraphs.
func around(r *report.Report, p report.Paragraph, sentence report.Span) (before, after string) {
	before, after = p.Text[:sentence.Start], p.Text[sentence.End:]
	all, heads := linesOf(r)
	at := -1
	for i, q := range all {
		if q.ID == p.ID && !heads[i] {
			at = i
		}
	}
	for i := at - 1; i >= 0 && utf8.RuneCountInString(before) < contextRunes; i-- {
		before = all[i].Text + before
	}
	for i := at + 1; at >= 0 && i < len(all) && utf8.RuneCountInString(after) < contextRunes; i++ {
		after += all[i].Text
	}
	return lastRunes(before, contextRunes), firstRunes(after, contextRunes)
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	runes := []rune(s)
	return string(runes[max(0, len(runes)-n):])
}
