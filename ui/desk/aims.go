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
	Target    target.Target
	Heading   string // of its section, as printed
	Figure    string // the number with its unit, as printed; "" for a milestone
	State     State
	Mark      annotate.Mark // of one's own; "" for none
	Notes     int           // notes on its words
	Proposals int           // drafts that cite it
	order     int           // place in the report
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
	ByState
	ByNotes
	ByProposals
)

// A TargetView is which targets the table shows, and in which order. The zero
// value of a field shows all.
type TargetView struct {
	Text    string      // words that a row must hold, parted by blanks
	Section report.Path // only of this section and those under it
	Unit    string
	Month   Month
	Kind    target.Kind
	State   State // Deleted shows what a person deleted, and nothing else does
	Mark    annotate.Mark
	Column  TargetColumn
	Down    bool // the greatest first
}

// Sort is the view after a click on the head of a column: sorted by it, or the
// other way round if it was already.
func (v TargetView) Sort(c TargetColumn) TargetView {
	v.Column, v.Down = c, v.Column == c && !v.Down
	return v
}

// A Month is the one in which a target is due, "2024-06"; Sometime if the
// report sets no deadline within the year.
type Month string

// Sometime is the month of what has the whole year.
const Sometime Month = "-"

// MonthOf is when t is due.
func MonthOf(t target.Target) Month {
	if t.Deadline == "" || len(t.Due) < len("2024-06") {
		return Sometime
	}
	return Month(t.Due[:len("2024-06")])
}

// A TargetSection is a section that states targets.
type TargetSection struct {
	Path    report.Path
	Heading string // as printed
	Count   int
}

// A TargetMonth is a month in which targets are due.
type TargetMonth struct {
	Month Month
	Count int
}

// TargetCounts are the numbers above the table.
type TargetCounts struct {
	All, Quantified, Milestones int
	Binding, Striving           int // 约束, 力争
	Dated                       int // with a deadline of their own
	Noted                       int // with a note on their words
	Settled                     int // that a person has confirmed, corrected or added
	Deleted                     int // that a person says are none; not in All
}

// TargetRows are the targets of the open report that v shows, in its order.
func (d *Desk) TargetRows(v TargetView) []TargetRow { return d.rowsOf(d.open, v) }

// rowsOf are TargetRows of r.
func (d *Desk) rowsOf(r *report.Report, v TargetView) []TargetRow {
	all := d.Targets(r)
	if v.State == Deleted {
		all = d.ruled(r).Removed
	}
	notes, cites, marks := d.foundNotes(r), d.foundCites(r), d.marksOf(r, all)
	words := strings.Fields(strings.ToLower(v.Text))
	var rows []TargetRow
	for i, t := range all {
		row := TargetRow{Target: t, Heading: r.Heading(t.Section), Mark: marks[t.ID].Mark,
			State: d.TargetState(r, t.ID), Proposals: cites.on(t), order: i}
		if !v.shows(row) {
			continue
		}
		if p, ok := r.Paragraph(t.Paragraph); ok && t.Figure.Len() > 0 {
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

// shows reports whether the filters let r through, its words aside.
func (v TargetView) shows(r TargetRow) bool {
	t := r.Target
	return (v.Section == "" || t.Section == v.Section || strings.HasPrefix(string(t.Section), string(v.Section)+"/")) &&
		(v.Unit == "" || t.Unit == v.Unit) && (v.Month == "" || MonthOf(t) == v.Month) &&
		(v.Kind == "" || t.Kind == v.Kind) && (v.State == "" || r.State == v.State) && (v.Mark == "" || r.Mark == v.Mark)
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
	case ByState:
		empty = r.State == AsRead && r.Mark == ""
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
	case ByState:
		return cmp.Or(cmp.Compare(slices.Index(annotate.Marks, r.Mark), slices.Index(annotate.Marks, s.Mark)),
			cmp.Compare(slices.Index(States, r.State), slices.Index(States, s.State)))
	case ByNotes:
		return cmp.Compare(r.Notes, s.Notes)
	case ByProposals:
		return cmp.Compare(r.Proposals, s.Proposals)
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

// TargetMonths are the months in which targets of the open report are due, in
// order; what has the whole year stands last.
func (d *Desk) TargetMonths() []TargetMonth {
	counts := map[Month]int{}
	for _, t := range d.Targets(d.open) {
		counts[MonthOf(t)]++
	}
	var all []TargetMonth
	for m, n := range counts {
		all = append(all, TargetMonth{m, n})
	}
	slices.SortFunc(all, func(a, b TargetMonth) int {
		if a.Month == Sometime || b.Month == Sometime {
			return strings.Compare(string(b.Month), string(a.Month)) // the sign stands before digits
		}
		return cmp.Compare(a.Month, b.Month)
	})
	return all
}

// TargetUnits are the units of the targets of the open report, the commonest
// first.
func (d *Desk) TargetUnits() []string {
	counts := map[string]int{}
	var all []string
	for _, t := range d.Targets(d.open) {
		if t.Unit == "" {
			continue
		}
		if counts[t.Unit] == 0 {
			all = append(all, t.Unit)
		}
		counts[t.Unit]++
	}
	slices.SortStableFunc(all, func(a, b string) int { return counts[b] - counts[a] })
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
		count(&n.Settled, r.State != AsRead)
	}
	n.Deleted = len(d.ruled(d.open).Removed)
	return n
}

// foundNotes is where the words of the notes of r stand now.
func (d *Desk) foundNotes(r *report.Report) []annotate.Found {
	var all []annotate.Found
	for _, n := range d.notes {
		if n.Anchor.Report != r.ID {
			continue
		}
		if f := d.Where(n.Anchor, r); f.Paragraph != "" {
			all = append(all, f)
		}
	}
	return all
}

// citations are the drafts that cite words of a report.
type citations []citation

type citation struct {
	draft  annotate.ProposalID
	target target.ID
	found  annotate.Found
}

// foundCites is where the words that drafts cite stand now.
func (d *Desk) foundCites(r *report.Report) citations {
	var all citations
	for _, p := range d.drafts {
		for _, c := range p.Cites {
			if c.Anchor.Report == r.ID {
				all = append(all, citation{p.ID, c.Target, d.Where(c.Anchor, r)})
			}
		}
		for _, a := range p.Amends {
			if a.Anchor.Report == r.ID {
				all = append(all, citation{p.ID, "", d.Where(a.Anchor, r)})
			}
		}
	}
	return all
}

// on counts the drafts that cite t: by its name, or by words of it without
// naming any target.
func (all citations) on(t target.Target) int {
	drafts := map[annotate.ProposalID]bool{}
	for _, c := range all {
		words := c.target == "" && c.found.Paragraph == t.Paragraph && c.found.Span.Overlaps(t.Span)
		if words || c.target == t.ID {
			drafts[c.draft] = true
		}
	}
	return len(drafts)
}

// GoToTarget turns to the words of a target and selects them.
func (d *Desk) GoToTarget(id target.ID) {
	t, r, ok := d.anyTarget(id)
	if !ok {
		return
	}
	from := d.stand()
	d.openReport(r.ID)
	d.goToWords(from, t.Paragraph, t.Span)
}

// SuggestOn starts a 建议 about a target.
func (d *Desk) SuggestOn(id target.ID) Action { return d.WriteOnTarget(id, annotate.Suggestion) }
