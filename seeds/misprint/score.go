package misprint

import (
	"fmt"
	"slices"
	"strings"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// A Row says how many misprints of one kind were found.
type Row struct {
	Kind    Kind `json:"kind"`
	Planted int  `json:"planted"`
	Found   int  `json:"found"`
}

// A Score says what the rules about doubtful places did on one text.
type Score struct {
	Characters int            // of the body, without white space
	Doubts     []intake.Doubt // in the text as it came: false ones, unless the text has misprints of its own
	Rows       []Row          // in the order of Kinds
	Missed     []Planted      // in reading order
}

// Run reads r twice: as it is, and with misprints planted by seed, up to each of
// every kind. A misprint is found if a doubtful place touches it that the text
// without misprints does not have there.
func Run(r *report.Report, seed uint64, each int) (Score, error) {
	meta := intake.Meta{ID: r.ID, Year: r.Year, Body: r.Body, Session: r.Session}
	text := Text(r)
	plain, err := intake.Text(meta, text)
	if err != nil {
		return Score{}, fmt.Errorf("misprint: %w", err)
	}
	s := Score{Doubts: intake.Doubts(r)}
	for _, p := range r.Paragraphs() {
		s.Characters += len([]rune(report.Squeeze(p.Text)))
	}
	now, planted := Plant(text, seed, each)
	worse, err := intake.Text(meta, now)
	if err != nil {
		return Score{}, fmt.Errorf("misprint: with misprints: %w", err)
	}
	before, doubts := intake.Doubts(plain), intake.Doubts(worse)
	rows := map[Kind]*Row{}
	for _, k := range Kinds {
		rows[k] = &Row{Kind: k}
	}
	for _, p := range planted {
		rows[p.Kind].Planted++
		if found(p, worse, doubts, before) {
			rows[p.Kind].Found++
			continue
		}
		s.Missed = append(s.Missed, p)
	}
	for _, k := range Kinds {
		s.Rows = append(s.Rows, *rows[k])
	}
	return s, nil
}

// found reports whether one of doubts touches p and is not among before.
func found(p Planted, r *report.Report, doubts, before []intake.Doubt) bool {
	for _, each := range r.Paragraphs() {
		at, ok := p.In(each.Text)
		if !ok {
			continue
		}
		for _, d := range doubts {
			old := func(o intake.Doubt) bool { return o.Text == d.Text && o.Why == d.Why && o.Paragraph == d.Paragraph }
			if d.Paragraph == each.ID && d.Span.Overlaps(at) && !slices.ContainsFunc(before, old) {
				return true
			}
		}
	}
	for _, each := range r.Sections {
		if _, ok := p.In(each.Heading); !ok {
			continue
		}
		here := func(d intake.Doubt) bool { return d.Heading == each.Path }
		if slices.ContainsFunc(doubts, here) && !slices.ContainsFunc(before, here) {
			return true
		}
	}
	return false
}

// Text writes r as plain text, a paragraph or a heading a line, so that it can
// be read in again.
func Text(r *report.Report) string {
	var b strings.Builder
	line := func(s string) { b.WriteString(s + "\n\n") }
	line(r.Title)
	for _, f := range r.Front {
		line(f)
	}
	for _, s := range r.Sections {
		if s.Heading != "" && (len(s.Paragraphs) == 0 || !strings.HasPrefix(s.Paragraphs[0].Text, s.Heading)) {
			line(s.Heading)
		}
		for _, p := range s.Paragraphs {
			line(p.Text)
		}
	}
	return b.String()
}
