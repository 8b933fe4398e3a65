package reader

import (
	"strings"

	"deputydesk/assets"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A start is where a section begins on the page.
type start struct {
	block   int
	heading string // shortened for the outline: "(四) 注重内外兼修"
	depth   int
	path    report.Path
}

// lay turns r into blocks of text. ids has for each block the paragraph that it
// shows, "" for headings and remarks of the program.
func lay(r *report.Report, w assets.Words) (blocks []widgets.Block, ids []report.ParagraphID, starts []start) {
	add := func(b widgets.Block, id report.ParagraphID) {
		blocks = append(blocks, b)
		ids = append(ids, id)
	}
	for _, line := range r.Front {
		style := widgets.Note
		if line == r.Title {
			style = widgets.Heading1
		}
		add(widgets.Block{Text: line, Style: style}, "")
	}
	if r.Fragment.Before != "" {
		add(widgets.Block{Text: desk.MissingBefore(w, r), Style: widgets.Note}, "")
	}
	for i, s := range r.Sections {
		switch {
		case s.Heading == "":
		case runIn(s):
			starts = append(starts, start{len(blocks), s.Heading, s.Path.Depth(), s.Path})
		default:
			starts = append(starts, start{len(blocks), s.Heading, s.Path.Depth(), s.Path})
			style := widgets.Heading1
			if s.Path.Depth() > 1 {
				style = widgets.Heading2
			}
			add(widgets.Block{ID: string(s.Path), Text: s.Heading, Style: style}, "")
		}
		if s.Heading == "" && i == 0 {
			starts = append(starts, start{len(blocks), w.Text("reader.beginning"), 1, s.Path})
		}
		for _, p := range s.Paragraphs {
			add(widgets.Block{
				ID: string(p.ID), Text: p.Text, Style: widgets.Body, Indent: true, Lead: len(p.Lead),
			}, p.ID)
		}
	}
	if r.Fragment.After != "" {
		add(widgets.Block{Text: r.Fragment.After, Style: widgets.Note}, "")
		add(widgets.Block{Text: desk.MissingAfter(w, r), Style: widgets.Note}, "")
	}
	return blocks, ids, starts
}

// runIn reports whether the heading of s stands at the start of its first
// paragraph instead of on a line of its own.
func runIn(s report.Section) bool {
	return len(s.Paragraphs) > 0 && strings.HasPrefix(s.Paragraphs[0].Text, s.Heading)
}
