package desk

import (
	"errors"
	"fmt"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// ErrNothingSelected is why nothing can be marked yet.
var ErrNothingSelected = errors.New("no words are selected")

// A Page is one of the views of the window.
type Page string

// The pages of a deputy.
const (
	Reading  Page = "reading"  // 报告
	Aims     Page = "aims"     // 目标
	Margin   Page = "margin"   // 批注
	Drafting Page = "drafting" // 建议
)

// DeputyPages are the pages in the order of the bar.
var DeputyPages = []Page{Reading, Aims, Margin, Drafting}

// Page is the one in front.
func (d *Desk) Page() Page { return d.page }

// Turn brings a page to the front. What is being written is saved first.
func (d *Desk) Turn(p Page) {
	if d.page == p {
		return
	}
	d.tell(d.endJotting())
	d.tell(d.Flush())
	d.learnLayout()
	d.page = p
	d.changed(Pages)
}

// A Selection is words of one paragraph of the open report.
type Selection struct {
	Paragraph report.ParagraphID
	Span      report.Span
}

// Empty reports whether nothing is selected.
func (s Selection) Empty() bool { return s.Paragraph == "" || s.Span.Len() <= 0 }

// A Destination is where the reader should go. Serial grows with each jump, so
// that a jump to the same place is a jump.
type Destination struct {
	Paragraph report.ParagraphID
	Span      report.Span
	Serial    int
}

// Selection returns what is selected.
func (d *Desk) Selection() Selection { return d.selection }

// Words are the selected words.
func (d *Desk) Words() string {
	p, ok := d.open.Paragraph(d.selection.Paragraph)
	if !ok || d.selection.Empty() {
		return ""
	}
	return d.selection.Span.Of(p.Text)
}

// SelectSentence selects the sentence of paragraph id that holds byte offset
// at. With extend the selection of the same paragraph grows to hold it; the
// words of one note stand in one paragraph.
func (d *Desk) SelectSentence(id report.ParagraphID, at int, extend bool) {
	p, ok := d.open.Paragraph(id)
	if !ok {
		return
	}
	span, _ := report.SentenceAt(p.Text, at)
	span = trim(p.Text, span)
	if extend && d.selection.Paragraph == id && !d.selection.Empty() {
		span.Start = min(span.Start, d.selection.Span.Start)
		span.End = max(span.End, d.selection.Span.End)
	}
	d.Select(id, span)
}

// Select selects words of one paragraph.
func (d *Desk) Select(id report.ParagraphID, span report.Span) {
	d.tell(d.endJotting())
	d.selection = Selection{Paragraph: id, Span: span}
	d.changed(Selected)
}

// Unselect selects nothing; the right pane closes.
func (d *Desk) Unselect() {
	if d.selection == (Selection{}) {
		return
	}
	d.tell(d.endJotting())
	d.selection = Selection{}
	d.changed(Selected)
}

// trim takes blanks off the ends of span.
func trim(text string, span report.Span) report.Span {
	words := span.Of(text)
	span.Start += len(words) - len(strings.TrimLeft(words, " 　"))
	span.End -= len(words) - len(strings.TrimRight(words, " 　"))
	return span
}

// Place is where the reader was last asked to go.
func (d *Desk) Place() Destination { return d.place }

// Go turns to the report and to words in it.
func (d *Desk) Go(id report.ParagraphID, span report.Span) {
	d.Turn(Reading)
	d.place = Destination{Paragraph: id, Span: span, Serial: d.place.Serial + 1}
	d.changed(Place)
}

// Quotation is the selected words with where they stand, for the clipboard.
func (d *Desk) Quotation() string {
	p, ok := d.open.Paragraph(d.selection.Paragraph)
	if !ok || d.selection.Empty() {
		return ""
	}
	return fmt.Sprintf("“%s”\n——%s《%s》（%d年）%s", d.Words(), d.open.Body, d.open.Title, d.open.Year, report.Locator(d.open, p))
}

// SelectedTargets are the targets that the selection touches, else those of
// its paragraph.
func (d *Desk) SelectedTargets() []target.Target {
	in := d.TargetsIn(d.selection.Paragraph)
	var touched []target.Target
	for _, t := range in {
		if t.Span.Overlaps(d.selection.Span) {
			touched = append(touched, t)
		}
	}
	return touched
}

// anchor ties something to the selected words.
func (d *Desk) anchor() (annotate.Anchor, error) {
	p, ok := d.open.Paragraph(d.selection.Paragraph)
	if !ok || d.selection.Empty() {
		return annotate.Anchor{}, ErrNothingSelected
	}
	return annotate.AnchorAt(d.open, p, d.selection.Span), nil
}

// anchorOf ties something to a target's words.
func anchorOf(r *report.Report, t target.Target) (annotate.Anchor, bool) {
	p, ok := r.Paragraph(t.Paragraph)
	if !ok {
		return annotate.Anchor{}, false
	}
	return annotate.AnchorAt(r, p, t.Span), true
}
