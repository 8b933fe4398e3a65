package desk

import (
	"errors"
	"fmt"
	"slices"
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
	Paragraph report.ParagraphID // "" is the beginning of the report
	Span      report.Span
	Top       bool        // to the top of the view, not merely into it
	Section   report.Path // to its heading; "" for none
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

// SelectParagraph selects a whole paragraph.
func (d *Desk) SelectParagraph(id report.ParagraphID) {
	if p, ok := d.open.Paragraph(id); ok {
		d.Select(id, trim(p.Text, report.Span{End: len(p.Text)}))
	}
}

// StepSentence selects the sentence after the selected one, or before it if by
// is negative; with nothing selected, the one at the top of the view.
func (d *Desk) StepSentence(by int) {
	at, offset := d.travels.at, d.travels.offset
	selected := !d.selection.Empty()
	if selected {
		at, offset = d.selection.Paragraph, d.selection.Span.Start
		if by > 0 {
			offset = max(offset, d.selection.Span.End-1)
		}
	}
	all := d.open.Paragraphs()
	i := slices.IndexFunc(all, func(p report.Paragraph) bool { return p.ID == at })
	if i < 0 {
		return
	}
	sentences := all[i].Sentences()
	_, n := report.SentenceAt(all[i].Text, offset)
	if selected {
		n += by
	}
	for n < 0 && i > 0 {
		i--
		sentences = all[i].Sentences()
		n = len(sentences) - 1
	}
	for n >= len(sentences) && i+1 < len(all) {
		i++
		sentences, n = all[i].Sentences(), 0
	}
	if n >= 0 && n < len(sentences) {
		d.Select(all[i].ID, trim(all[i].Text, sentences[n]))
	}
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

// Go turns to the report and to words in it. Back leads to where the reader was.
func (d *Desk) Go(id report.ParagraphID, span report.Span) {
	d.land(d.stand(), Destination{Paragraph: id, Span: span})
}

// GoToSection turns to the heading of a section.
func (d *Desk) GoToSection(path report.Path) {
	for _, s := range d.open.Sections {
		if len(s.Paragraphs) > 0 && (s.Path == path || strings.HasPrefix(string(s.Path), string(path)+"/")) {
			d.land(d.stand(), Destination{Paragraph: s.Paragraphs[0].ID, Top: true, Section: path})
			return
		}
	}
}

// land ends a jump that began at a stand.
func (d *Desk) land(from Stand, at Destination) {
	d.departed(from)
	d.Turn(Reading)
	at.Serial = d.place.Serial + 1
	d.place = at
	d.changed(Place)
}

// goToWords opens a report, selects words and turns to them, all one jump.
func (d *Desk) goToWords(from Stand, id report.ParagraphID, span report.Span) {
	d.Select(id, span)
	d.land(from, Destination{Paragraph: id, Span: span})
}

// Quotation is the selected words and, on a line of its own, where they stand:
// report, section, paragraph and sentence. It is for the clipboard.
func (d *Desk) Quotation() string {
	p, ok := d.open.Paragraph(d.selection.Paragraph)
	if !ok || d.selection.Empty() {
		return ""
	}
	year := ""
	if d.open.Year > 0 {
		year = fmt.Sprintf("（%d年）", d.open.Year)
	}
	return fmt.Sprintf("%s\n——%s《%s》%s%s %s", d.Words(), d.open.Body, d.open.Title, year,
		report.Locator(d.open, p), sentenceNumber(p, d.selection.Span))
}

// sentenceNumber says which sentences of a paragraph a span touches: "第2句",
// "第2至4句".
func sentenceNumber(p report.Paragraph, span report.Span) string {
	_, first := report.SentenceAt(p.Text, span.Start)
	_, last := report.SentenceAt(p.Text, span.End-1)
	if first == last {
		return fmt.Sprintf("第%d句", first+1)
	}
	return fmt.Sprintf("第%d至%d句", first+1, last+1)
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
