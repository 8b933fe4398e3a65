package desk

import (
	"slices"
	"strings"

	"deputydesk/search"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// A Find is one row of what a search found.
type Find struct {
	search.Hit
	Heading string // of its section, as printed; "" if it has none
	Planned bool   // it speaks of what is to come (今年安排)
	Targets int    // of its paragraph that were found as well, and have no row of their own

	paragraph report.ParagraphID // where it stands; "" for a draft
	there     []search.Span      // the words found, in that paragraph
}

// A Facet is a kind of finds and how many rows it has.
type Facet struct {
	Kind  search.Kind // "" for all
	Count int
}

// Finds are what the pane of results shows.
type Finds struct {
	Text    string             // in the box
	Answer  search.Answer      // how the finds were found; without its hits, its Total counts rows
	Wrong   *search.QueryError // why the text cannot be understood; nil if it can
	Facets  []Facet            // all first, then those with finds
	Kind    search.Kind        // the facet chosen
	InOrder bool               // in order of the report, not of relevance
	Rows    []Find             // in the order chosen
	Now     int                // index into Rows, -1 for none
	More    bool               // there are more than Rows
	Lacks   report.Fragment    // nothing was found, and this is missing in the open report
	Years   bool               // the library has several reports, so the year must be said
	Skipped []int              // lines of the user's synonyms that were not understood
}

// facets are the kinds in their order above the list.
var facets = []search.Kind{search.Reports, search.Targets, search.Notes, search.Proposals}

// Finds returns what the pane of results shows now.
func (d *Desk) Finds() Finds {
	in := &d.inquiry
	f := Finds{
		Text: in.text, Answer: in.answer, Wrong: in.wrong, Kind: in.shownKind(), InOrder: in.inOrder,
		Rows: in.finds, Now: in.now, More: in.answer.Total > len(in.answer.Hits),
		Years: len(d.reports) > 1, Skipped: d.synonyms.skipped,
	}
	f.Answer.Hits = nil
	if !f.More {
		f.Answer.Total, f.Answer.TotalIsLeast = in.all, false
	}
	if in.all == 0 {
		f.Lacks = d.open.Fragment
		return f
	}
	f.Facets = []Facet{{"", in.all}}
	for _, k := range facets {
		if in.kinds[k] > 0 {
			f.Facets = append(f.Facets, Facet{k, in.kinds[k]})
		}
	}
	return f
}

// shownKind is the facet chosen, or all while it has no finds.
func (in *inquiry) shownKind() search.Kind {
	if in.kinds[in.kind] == 0 {
		return ""
	}
	return in.kind
}

// ShowKind shows only the finds of kind k, all if k is "".
func (d *Desk) ShowKind(k search.Kind) {
	d.inquiry.kind = k
	d.arrange()
	d.changed(Answered)
}

// ShowInOrder asks for the finds in order of the report, or of relevance.
func (d *Desk) ShowInOrder(inOrder bool) {
	in := &d.inquiry
	if in.inOrder == inOrder {
		return
	}
	in.inOrder = inOrder
	if strings.TrimSpace(in.text) != "" {
		d.askWhole()
	}
}

// arrange makes rows of the answer. The current find stays the current one.
func (d *Desk) arrange() {
	in := &d.inquiry
	var current search.Doc
	if in.now >= 0 && in.now < len(in.finds) {
		current = in.finds[in.now].Doc
	}
	each := d.locate(in.answer.Hits)
	in.finds = fold(each)
	in.all, in.kinds = len(in.finds), make(map[search.Kind]int)
	for _, f := range each {
		in.kinds[f.Kind]++
	}
	if k := in.shownKind(); k != "" {
		in.finds = slices.DeleteFunc(each, func(f Find) bool { return f.Kind != k })
	}
	if !in.inOrder {
		slices.SortStableFunc(in.finds, plansFirst)
	}
	in.now = slices.IndexFunc(in.finds, func(f Find) bool { return f.Kind == current.Kind && f.ID == current.ID })
}

// plansFirst puts the review of last year behind everything else: who asks
// wants to know what is to come.
func plansFirst(a, b Find) int {
	switch {
	case a.Past == b.Past:
		return 0
	case a.Past:
		return 1
	}
	return -1
}

// locate finds where the hits stand in the reports.
func (d *Desk) locate(hits []search.Hit) []Find {
	known := make(map[report.ID]map[target.ID]target.Target)
	targetOf := func(h search.Hit) target.Target {
		id := report.ID(h.Report)
		if known[id] == nil {
			known[id] = make(map[target.ID]target.Target)
			for _, t := range d.Targets(d.Find(id)) {
				known[id][t.ID] = t
			}
		}
		return known[id][target.ID(h.ID)]
	}
	finds := make([]Find, len(hits))
	for i, h := range hits {
		f := Find{Hit: h, there: h.Spans}
		if r := d.Find(report.ID(h.Report)); r != nil && h.Section != "" {
			f.Heading = strings.TrimSpace(r.Heading(report.Path(h.Section)))
		}
		switch h.Kind {
		case search.Reports:
			f.paragraph = report.ParagraphID(h.ID)
		case search.Targets:
			t := targetOf(h)
			f.paragraph = t.Paragraph
			f.there = moved(h, t.Span)
		}
		f.Planned = f.paragraph != "" && h.Section != "" && !h.Past
		finds[i] = f
	}
	return finds
}

// moved are the spans of a target in its paragraph, where the target itself is
// span; all of it if only a heading was met.
func moved(h search.Hit, span report.Span) []search.Span {
	if len(h.Spans) == 0 || span.Len() != len(h.Text) {
		return []search.Span{search.Span(span)}
	}
	there := make([]search.Span, len(h.Spans))
	for i, s := range h.Spans {
		there[i] = search.Span{Start: span.Start + s.Start, End: span.Start + s.End}
	}
	return there
}

// fold puts the targets into the row of their paragraph where that was found
// as well: they say the same words. The row stands where the first of them
// stood.
func fold(each []Find) []Find {
	paragraphs := make(map[report.ParagraphID]Find)
	targets := make(map[report.ParagraphID]int)
	for _, f := range each {
		switch f.Kind {
		case search.Reports:
			paragraphs[f.paragraph] = f
		case search.Targets:
			targets[f.paragraph]++
		}
	}
	var finds []Find
	done := make(map[report.ParagraphID]bool)
	for _, f := range each {
		p, ok := paragraphs[f.paragraph]
		if f.paragraph == "" || !ok {
			finds = append(finds, f)
			continue
		}
		if !done[f.paragraph] {
			done[f.paragraph] = true
			p.Targets = targets[f.paragraph]
			finds = append(finds, p)
		}
	}
	return finds
}
