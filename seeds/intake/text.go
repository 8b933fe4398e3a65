// Package intake reads work reports from outside into the shelf.
//
// Its law: not a word is lost, added or changed. What the page had torn apart
// is joined, what the page had added is taken out, and each such place is
// recorded as a Repair that says what stood there. Everything here is pure:
// bytes and text in, a report out.
package intake

import (
	"errors"
	"fmt"
	"strings"

	"deputydesk/seeds/report"
)

// ErrNoText is wrapped by every error about a source without a paragraph.
var ErrNoText = errors.New("no text of a report")

// Meta is what is known about a source from elsewhere. Every field may be
// empty; Text then reads it off the source if the source says it.
type Meta struct {
	ID        report.ID // "luohe-2024"; empty: from body and year, or "report-" and the edition
	Title     string    // "政府工作报告"
	Body      string    // 机关: "漯河市人民政府"
	Session   string    // 届次: "漯河市第八届人民代表大会第三次会议"
	Year      int       // the year whose plan the report lays out
	Delivered string    // civil date "2024-02-21"
	Source    string    // where the text came from, one sentence
	Fixes     []Fix     `json:",omitempty"` // what a person said of the layout, the last word last
}

// Text reads a report from plain text. The edition is that of text as given.
//
// Lines that the page or the file broke inside a sentence are joined, one
// Joined repair each; "(下转03版)", page numbers and the notes of a web page
// around the text become Furniture repairs or, at the ends, the Fragment.
func Text(meta Meta, text string) (*report.Report, error) {
	return compose(meta, sheet{text: text}, nil)
}

// compose is Text for a source that may have pages. Offsets of a sheet with
// pages count in its text as it is, which has "\n" for every line end.
// What becomes of each piece is noted in p, which may be nil.
func compose(meta Meta, paper sheet, p *proofs) (*report.Report, error) {
	edition := report.EditionOf(paper.text)
	paper.text = newlines(paper.text)
	src := paper.text
	body, tail := cutTail(src)
	fx := place(meta.Fixes, src)
	units := fx.refit(body, divide(body))
	front, units := cutFront(body, units, fx, p)
	if len(units) == 0 {
		return nil, fmt.Errorf("intake: read text: %w", ErrNoText)
	}

	r := &report.Report{Source: meta.Source, Edition: edition, Front: front}
	for _, line := range front {
		if m := upstream.FindString(line); m != "" {
			r.Fragment.Before = m
		}
	}
	r.Sections = sections(&paper, body, units, fx, p)
	if len(r.Paragraphs()) == 0 {
		return nil, fmt.Errorf("intake: read text: only headings: %w", ErrNoText)
	}
	closeEnd(r, tail, &paper)
	describe(r, meta)
	name(r)
	return r, nil
}

// newlines turns every kind of line and page end into "\n", and bytes that are
// no UTF-8 into U+FFFD.
func newlines(text string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n",
		"\u2028", "\n", "\u2029", "\n").Replace(strings.ToValidUTF8(text, "\uFFFD"))
}

// closeEnd records what followed the last paragraph: "(下转03版)" becomes the
// fragment's end, the notes of a web page a Furniture repair.
func closeEnd(r *report.Report, tail string, paper *sheet) {
	for i := len(r.Sections) - 1; i >= 0; i-- {
		s := &r.Sections[i]
		if len(s.Paragraphs) == 0 {
			continue
		}
		p := &s.Paragraphs[len(s.Paragraphs)-1]
		if n := len(p.Repairs); n > 0 && p.Repairs[n-1].Kind == report.Furniture && p.Repairs[n-1].At == len(p.Text) {
			r.Fragment.After = downstream.FindString(p.Repairs[n-1].Was)
		}
		if strings.TrimFunc(tail, blank) != "" {
			p.Repairs = append(p.Repairs, report.Repair{Kind: report.Furniture, At: len(p.Text), Was: tail})
		}
		paper.rest(p)
		return
	}
}

// name gives every paragraph its ID: report, path and number within the path.
// Numbers go on where the text returns to a section.
func name(r *report.Report) {
	seen := map[report.Path]int{}
	for i := range r.Sections {
		s := &r.Sections[i]
		place := strings.ReplaceAll(string(s.Path), "/", ".")
		if place == "" {
			place = preamble
		}
		for j := range s.Paragraphs {
			seen[s.Path]++
			s.Paragraphs[j].ID = report.ParagraphID(fmt.Sprintf("%s/%s/%d", r.ID, place, seen[s.Path]))
			s.Paragraphs[j].Section = s.Path
		}
	}
}

// preamble stands in a ParagraphID for the path of the text before any
// heading: "luohe-2024/序/1".
const preamble = "序"
