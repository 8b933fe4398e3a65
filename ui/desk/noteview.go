package desk

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// A NoteView is which notes the list shows.
type NoteView struct {
	Text   string          // words that a note must hold, parted by blanks; "" for all
	Colour annotate.Colour // "" for all
}

// A NoteRow is one line of the list of notes.
type NoteRow struct {
	Note    annotate.Annotation
	Report  string // title and year of the report, if there are notes on several
	Locator string // where its words stand; "" if they are not found
}

// NoteRows are the notes of all reports that v shows: by report, in reading
// order as far as their words are found, the others after them.
func (d *Desk) NoteRows(v NoteView) []NoteRow {
	type placed struct {
		row               NoteRow
		book, place, byte int
	}
	words := strings.Fields(strings.ToLower(v.Text))
	var all []placed
	books := map[report.ID]bool{}
	for _, n := range d.notes {
		books[n.Anchor.Report] = true
		if v.Colour != "" && n.Colour != v.Colour || !noteHolds(n, words) {
			continue
		}
		r := d.Find(n.Anchor.Report)
		at := placed{row: NoteRow{Note: n}, book: len(d.reports)}
		if r != nil {
			at.row.Report = reportName(r)
			at.book = slices.Index(d.reports, r)
			found := d.Where(n.Anchor, r)
			paragraphs := r.Paragraphs()
			at.place, at.byte = len(paragraphs), found.Span.Start
			if i := slices.IndexFunc(paragraphs, func(p report.Paragraph) bool { return p.ID == found.Paragraph }); i >= 0 {
				at.place = i
				at.row.Locator = report.Locator(r, paragraphs[i])
			}
		}
		all = append(all, at)
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		switch {
		case a.book != b.book:
			return a.book - b.book
		case a.place != b.place:
			return a.place - b.place
		}
		return a.byte - b.byte
	})
	var rows []NoteRow
	for _, a := range all {
		if len(books) < 2 {
			a.row.Report = ""
		}
		rows = append(rows, a.row)
	}
	return rows
}

func noteHolds(n annotate.Annotation, words []string) bool {
	text := strings.ToLower(n.Anchor.Quote + "\n" + n.Text + "\n" + strings.Join(n.Tags, "\n"))
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// reportName tells reports of several years apart.
func reportName(r *report.Report) string {
	if r.Delivered == "" {
		return r.Title
	}
	year, _, _ := strings.Cut(r.Delivered, "-")
	return r.Title + " " + year
}

// AllNotes is how many notes there are on all reports.
func (d *Desk) AllNotes() int { return len(d.notes) }
