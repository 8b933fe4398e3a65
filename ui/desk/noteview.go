package desk

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// A NoteView is which notes the list shows, and in what order. The zero view
// shows all by their place.
type NoteView struct {
	Text    string          // words that a note must hold, parted by blanks
	Colour  annotate.Colour // "" for all
	Kind    annotate.Kind   // "" for all
	Tag     string          // "" for all
	Section SectionKey      // that it stands in, or in a part of it; zero for all
	Since   string          // civil dates "2024-02-22" of the last change; "" for no bound
	Until   string          // inclusive
	Shared  bool            // only those marked 共享
	Lost    bool            // only those whose words are not simply there (待重新定位 and what must be looked at)
	ByDate  bool            // the last changed first, instead of by place
}

// All reports whether v leaves no note out.
func (v NoteView) All() bool {
	v.ByDate = false
	v.Text = strings.TrimSpace(v.Text)
	return v == NoteView{}
}

// A SectionKey names a section of one report.
type SectionKey struct {
	Report report.ID
	Path   report.Path // "" for the whole report
}

// A NoteRow is one line of the list of notes.
type NoteRow struct {
	Note    annotate.Annotation
	Report  string          // title and year of the report, if there are notes on several
	Locator string          // where its words stand; "" if they are not found
	Status  annotate.Status // what became of its words; "" if their report is not here
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
		if !v.plain(n, words) {
			continue
		}
		at := placed{row: NoteRow{Note: n}, book: len(d.reports)}
		var section SectionKey
		if r := d.Find(n.Anchor.Report); r != nil {
			g := d.guide(r)
			at.row.Report, at.book = g.name, slices.Index(d.reports, r)
			found := d.Where(n.Anchor, r)
			at.row.Status = found.Status
			at.place, at.byte = len(g.lines), found.Span.Start
			section.Report = r.ID
			if i, ok := g.places[found.Paragraph]; ok {
				at.place = i
				at.row.Locator, section.Path = g.lines[i].locator, g.lines[i].section
			}
		}
		if v.Section != (SectionKey{}) && !v.Section.holds(section) || v.Lost && !uncertain(at.row.Status) {
			continue
		}
		all = append(all, at)
	}
	slices.SortStableFunc(all, func(a, b placed) int {
		if v.ByDate {
			if c := b.row.Note.Changed.Compare(a.row.Note.Changed); c != 0 {
				return c
			}
		}
		return cmp.Or(a.book-b.book, a.place-b.place, a.byte-b.byte)
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

// plain reports whether v shows n as far as the note alone can tell; words are
// those of v.Text in lower case.
func (v NoteView) plain(n annotate.Annotation, words []string) bool {
	if v.Colour != "" && n.Colour != v.Colour || v.Kind != "" && n.Kind != v.Kind || v.Shared && !n.ToShare ||
		v.Tag != "" && !slices.Contains(n.Tags, v.Tag) {
		return false
	}
	if v.Since != "" || v.Until != "" {
		day := n.Changed.In(annotate.Beijing).Format(time.DateOnly)
		if day < v.Since || v.Until != "" && day > v.Until {
			return false
		}
	}
	if len(words) == 0 {
		return true
	}
	text := strings.ToLower(n.Anchor.Quote + "\n" + n.Text + "\n" + strings.Join(n.Tags, "\n"))
	return !slices.ContainsFunc(words, func(w string) bool { return !strings.Contains(text, w) })
}

// holds reports whether at is k or a part of it.
func (k SectionKey) holds(at SectionKey) bool {
	return k.Report == at.Report && (k.Path == "" || at.Path == k.Path || strings.HasPrefix(string(at.Path), string(k.Path)+"/"))
}

// uncertain reports whether somebody must look at where a note's words are.
func uncertain(s annotate.Status) bool { return s != "" && s != annotate.Attached }

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

// A guide is what the list of notes asks of a report for every note: kept, since
// a report never changes.
type guide struct {
	name   string
	places map[report.ParagraphID]int // index of lines
	lines  []guideLine                // one for each paragraph
}

type guideLine struct {
	locator string
	section report.Path
}

func (d *Desk) guide(r *report.Report) *guide {
	if g := d.guides[r]; g != nil {
		return g
	}
	g := &guide{name: reportName(r), places: map[report.ParagraphID]int{}}
	for i, p := range r.Paragraphs() {
		g.places[p.ID] = i
		g.lines = append(g.lines, guideLine{report.Locator(r, p), p.Section})
	}
	d.guides[r] = g
	return g
}

// DaysAgo is the civil date n days before today.
func (d *Desk) DaysAgo(n int) string { return d.set.Now().AddDate(0, 0, -n).Format(time.DateOnly) }
