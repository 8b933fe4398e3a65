// Package report is the shelf: work reports (政府工作报告) as immutable text.
//
// A Report is divided into Sections, a Section into Paragraphs, and a
// Paragraph into Sentences. Nothing here is changed once a reader has returned
// it, so values may be shared between goroutines without a lock.
//
// Every offset in this program is a byte offset into the UTF-8 text of one
// Paragraph, on a rune boundary. JSON written for other programs counts runes
// instead and says so.
//
// This room knows no file formats (seeds/intake reads those) and nothing that
// a person typed (annotate keeps that).
package report

import "strings"

// ID names one report of one year: "luohe-2024".
type ID string

// ParagraphID names one paragraph of one report: "luohe-2024/三.(四)/3" is the
// third paragraph of section 三/(四). Annotations point at it for years.
type ParagraphID string

// Report returns the report that id belongs to.
func (id ParagraphID) Report() ID {
	name, _, _ := strings.Cut(string(id), "/")
	return ID(name)
}

// A Report is one year's work report as it was printed.
type Report struct {
	ID        ID
	Title     string   // "政府工作报告", as printed
	Body      string   // 机关: who reports, "漯河市人民政府"; "" if unknown
	Session   string   // 届次: "漯河市第八届人民代表大会第三次会议"; "" if unknown
	Year      int      // the year whose plan it lays out: 2024
	Delivered string   // civil date "2024-02-21"; "" if unknown
	Source    string   // where the text came from, one sentence
	Fragment  Fragment // what is missing at the ends
	Edition   Edition
	Front     []string // lines before the text: title, speaker, "(上接01版)"
	Sections  []Section
}

// An Edition is the lower-case hex SHA-256 of a report's source text in NFC
// without white space, U+200B–U+200D and U+FEFF, taken before any repair. Two
// files with the same words are the same edition.
type Edition string

// Short returns the first eight digits of e, as printed on paper.
func (e Edition) Short() string {
	if len(e) < 8 {
		return string(e)
	}
	return string(e[:8])
}

// A Fragment says, in the print's own words, that text is missing before or
// after: "(上接01版)", "(下转03版)". Both are empty for a whole report.
type Fragment struct {
	Before, After string
}

// Missing reports whether any part is missing.
func (f Fragment) Missing() bool { return f.Before != "" || f.After != "" }

// A Path is a section's place: "三" or "三/(四)". Ordinals use half-width
// brackets whatever the print uses.
type Path string

// Top returns the first part of p: "三" of "三/(四)".
func (p Path) Top() Path {
	top, _, _ := strings.Cut(string(p), "/")
	return Path(top)
}

// Depth is 1 for "三", 2 for "三/(四)", 0 for the text before any heading.
func (p Path) Depth() int {
	if p == "" {
		return 0
	}
	return strings.Count(string(p), "/") + 1
}

// A Section is a heading and the paragraphs under it, less those under
// sub-headings. Text that returns to a section after its sub-sections stands
// in a second Section with the same Path and no Heading.
type Section struct {
	Path       Path
	Heading    string // with its ordinal, as printed: "(四) 注重内外兼修，提升城市品质"
	Paragraphs []Paragraph
}

// A Paragraph is the unit of everything: search, notes, targets.
type Paragraph struct {
	ID      ParagraphID
	Section Path
	Text    string // as printed, after Repairs
	Lead    string // run-in heading at its start, "提升企业创新能力。"; "" if none
	Page    int    // page of a paged source, from 1; 0 if unknown
	Repairs []Repair
}

// A Repair is one place where the text was put together from what the print
// had torn apart. It never changes a word; only Dropped takes some out of sight.
type Repair struct {
	Kind RepairKind
	At   int    // byte offset in the repaired text
	Was  string // what stood there: "\n\n"
}

// RepairKind says what was mended.
type RepairKind string

// The kinds of repair.
const (
	Joined    RepairKind = "joined"    // a print break inside a sentence
	Furniture RepairKind = "furniture" // page headers and "(下转03版)" taken out
	Spaces    RepairKind = "spaces"    // blanks that the print had put inside words or numbers
	Invisible RepairKind = "invisible" // zero-width characters
	Dropped   RepairKind = "dropped"   // a paragraph that a person left out
)

// Paragraphs returns all paragraphs of r in reading order.
func (r *Report) Paragraphs() []Paragraph {
	var all []Paragraph
	for _, s := range r.Sections {
		all = append(all, s.Paragraphs...)
	}
	return all
}

// Paragraph returns the paragraph called id, and whether there is one.
func (r *Report) Paragraph(id ParagraphID) (Paragraph, bool) {
	for _, s := range r.Sections {
		for _, p := range s.Paragraphs {
			if p.ID == id {
				return p, true
			}
		}
	}
	return Paragraph{}, false
}

// Heading returns the heading printed for path, or "" if there is none.
func (r *Report) Heading(path Path) string {
	for _, s := range r.Sections {
		if s.Path == path && s.Heading != "" {
			return s.Heading
		}
	}
	return ""
}
