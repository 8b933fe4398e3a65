package desk

import (
	"cmp"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// A TargetRow is one line of the table of targets.
type TargetRow struct {
	Target  target.Target
	Heading string // of its section, as printed
	Figure  string // the number with its unit, as printed; "" for a milestone
	Notes   int    // notes on its words
	order   int    // place in the report
}

// A TargetColumn is something the table is sorted by.
type TargetColumn int

// The columns, in their order on the page.
const (
	BySection TargetColumn = iota // the order of the report
	BySubject
	ByQuote
	ByComparator
	ByValue
	ByUnit
	ByDeadline
	ByNotes
)

// A TargetView is which targets the table shows, and in which order.
type TargetView struct {
	Text    string      // words that a row must hold, parted by blanks; "" for all
	Section report.Path // only of this section and those under it; "" for all
	Column  TargetColumn
	Down    bool // the greatest first
}

// Sort is the view after a click on the head of a column: sorted by it, or the
// other way round if it was already.
func (v TargetView) Sort(c TargetColumn) TargetView {
	v.Column, v.Down = c, v.Column == c && !v.Down
	return v
}

// A TargetSection is a section that states targets.
type TargetSection struct {
	Path    report.Path
	Heading string // as printed
	Count   int
}

// TargetCounts are the numbers above the table.
type TargetCounts struct {
	All, Quantified, Milestones int
	Binding, Striving           int // 约束, 力争
	Dated                       int // with a deadline of their own
	Noted                       int // with a note on their words
}

// TargetRows are the targets of the open report that v shows, in its order.
func (d *Desk) TargetRows(v TargetView) []TargetRow {
	notes := d.foundNotes()
	words := strings.Fields(strings.ToLower(v.Text))
	var rows []TargetRow
	for i, t := range d.Targets(d.open) {
		if v.Section != "" && t.Section != v.Section && !strings.HasPrefix(string(t.Section), string(v.Section)+"/") {
			continue
		}
		row := TargetRow{Target: t, Heading: d.open.Heading(t.Section), order: i}
		if p, ok := d.open.Paragraph(t.Paragraph); ok && t.Figure.Len() > 0 {
			row.Figure = t.Figure.Of(p.Text)
		}
		for _, f := range notes {
			if f.Paragraph == t.Paragraph && f.Span.Overlaps(t.Span) {
				row.Notes++
			}
		}
		if row.holds(words) {
			rows = append(rows, row)
		}
	}
	slices.SortStableFunc(rows, func(a, b TargetRow) int {
		if blank := a.blank(v.Column) - b.blank(v.Column); blank != 0 {
			return blank // rows without a value stand last, whichever way
		}
		if v.Down {
			a, b = b, a
		}
		return a.compare(b, v.Column)
	})
	return rows
}

func (r TargetRow) holds(words []string) bool {
	t := r.Target
	text := strings.ToLower(strings.Join([]string{t.Subject, t.Quote, r.Figure, t.Unit, t.Deadline, r.Heading}, "\n"))
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// blank is 1 for a row that has nothing in a column, else 0.
func (r TargetRow) blank(c TargetColumn) int {
	empty := false
	switch c {
	case ByComparator, ByValue:
		empty = r.Target.Kind == target.Milestone
	case ByUnit:
		empty = r.Target.Unit == ""
	case ByDeadline:
		empty = r.Target.Deadline == ""
	}
	if empty {
		return 1
	}
	return 0
}

func (r TargetRow) compare(s TargetRow, c TargetColumn) int {
	a, b := r.Target, s.Target
	switch c {
	case BySubject:
		return cmp.Compare(a.Subject, b.Subject)
	case ByQuote:
		return cmp.Compare(a.Quote, b.Quote)
	case ByComparator:
		return cmp.Compare(a.Comparator, b.Comparator)
	case ByValue:
		return cmp.Compare(a.Value, b.Value)
	case ByUnit:
		return cmp.Or(cmp.Compare(a.Unit, b.Unit), cmp.Compare(a.Value, b.Value))
	case ByDeadline:
		return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(a.Deadline, b.Deadline))
	case ByNotes:
		return cmp.Compare(r.Notes, s.Notes)
	}
	return cmp.Compare(r.order, s.order)
}

// TargetSections are the sections of the open report that state targets, in
// reading order, with how many.
func (d *Desk) TargetSections() []TargetSection {
	var all []TargetSection
	for _, t := range d.Targets(d.open) {
		i := slices.IndexFunc(all, func(s TargetSection) bool { return s.Path == t.Section })
		if i < 0 {
			i = len(all)
			all = append(all, TargetSection{Path: t.Section, Heading: d.open.Heading(t.Section)})
		}
		all[i].Count++
	}
	return all
}

// CountTargets counts the targets of the open report.
func (d *Desk) CountTargets() TargetCounts {
	var n TargetCounts
	count := func(n *int, is bool) {
		if is {
			*n++
		}
	}
	for _, r := range d.TargetRows(TargetView{}) {
		n.All++
		count(&n.Quantified, r.Target.Kind == target.Quantified)
		count(&n.Milestones, r.Target.Kind == target.Milestone)
		count(&n.Binding, r.Target.Tone == target.Binding)
		count(&n.Striving, r.Target.Tone == target.Striving)
		count(&n.Dated, r.Target.Deadline != "")
		count(&n.Noted, r.Notes > 0)
	}
	return n
}

// foundNotes is where the words of the notes of the open report stand now.
func (d *Desk) foundNotes() []annotate.Found {
	var all []annotate.Found
	for _, n := range d.Notes() {
		if f := d.Where(n.Anchor, d.open); f.Paragraph != "" {
			all = append(all, f)
		}
	}
	return all
}

// GoToTarget turns to the words of a target and selects them.
func (d *Desk) GoToTarget(id target.ID) {
	t, r, ok := d.Target(id)
	if !ok {
		return
	}
	d.openReport(r.ID)
	d.Select(t.Paragraph, t.Span)
	d.Go(t.Paragraph, t.Span)
}

// SuggestOn starts a 建议 about a target.
func (d *Desk) SuggestOn(id target.ID) Action { return d.WriteOnTarget(id, annotate.Suggestion) }
