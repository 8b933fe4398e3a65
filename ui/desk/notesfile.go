package desk

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/export/docx"
	"deputydesk/export/pdf"
	"deputydesk/seeds/report"

	"github.com/google/uuid"
)

// ErrNotesKind is why notes are not saved: the name ends neither in .md nor in
// .json nor in .docx.
var ErrNotesKind = errors.New("neither .md nor .json nor .docx")

// NoteChoice is which notes go into a file.
type NoteChoice struct {
	Report *report.Report // nil for those on all reports
	View   NoteView       // which of them, and in which order
}

// chosen are the rows of the list that c asks for, in its order.
func (d *Desk) chosen(c NoteChoice) []NoteRow {
	return slices.DeleteFunc(d.NoteRows(c.View), func(r NoteRow) bool {
		a := r.Note.Anchor
		return c.Report != nil && a.Report != c.Report.ID && a.Edition != c.Report.Edition
	})
}

// WriteNotes saves notes as the file that path names by its ending, and returns
// where they went and how many they are.
func (d *Desk) WriteNotes(c NoteChoice, path string) (file string, n int, err error) {
	if err := d.endJotting(); err != nil {
		return "", 0, err
	}
	rows := d.chosen(c)
	var data []byte
	switch strings.ToLower(filepath.Ext(path)) {
	case ".md":
		data = d.noteList(rows, c).Markdown()
	case ".json":
		all := []annotate.Annotation{}
		for _, r := range rows {
			all = append(all, r.Note)
		}
		data, err = export.WriteNotes(all)
	case ".docx":
		data, err = docx.Write(d.noteList(rows, c).Document())
	default:
		err = &Refusal{"desk.notes.kind", nil, ErrNotesKind}
	}
	if err != nil {
		return "", 0, fmt.Errorf("%s: %w", path, err)
	}
	file, err = save(path, data)
	return file, len(rows), err
}

// noteList groups rows by section.
func (d *Desk) noteList(rows []NoteRow, c NoteChoice) export.NoteList {
	l := export.NoteList{Title: fullName(cmp.Or(c.Report, d.open)), Date: d.set.Now().Format("2006-01-02")}
	reports := map[report.ID]bool{}
	for _, row := range rows {
		reports[row.Note.Anchor.Report] = true
		if r := d.Find(row.Note.Anchor.Report); r != nil && c.Report == nil {
			l.Title = fullName(r) // of the only one, unless there are more
		}
	}
	if len(reports) > 1 {
		l.Title = fmt.Sprintf("%d份报告", len(reports))
	}
	for _, row := range rows {
		item, heading, name := export.NoteItem{Note: row.Note}, "", ""
		if r := d.Find(row.Note.Anchor.Report); r != nil {
			name = fullName(r)
			found := d.Where(row.Note.Anchor, r)
			if p, ok := r.Paragraph(found.Paragraph); ok {
				// The locator is the section's headings and the paragraph's number.
				heading, item.Locator = cutLast(report.Locator(r, p))
			}
			if found.Status == annotate.NumberChanged || found.Status == annotate.Reworded {
				item.Now = found.Text
			}
		}
		if len(reports) < 2 {
			name = ""
		}
		if n := len(l.Groups); n == 0 || l.Groups[n-1].Heading != heading || l.Groups[n-1].Report != name {
			l.Groups = append(l.Groups, export.NoteGroup{Report: name, Heading: heading})
		}
		g := &l.Groups[len(l.Groups)-1]
		g.Items = append(g.Items, item)
	}
	return l
}

// cutLast parts the last word of s from the others.
func cutLast(s string) (others, last string) {
	i := strings.LastIndexByte(s, ' ')
	return s[:max(0, i)], s[i+1:]
}

// NotesName is what a file of the notes is called unless the user says
// otherwise: 批注_漯河2024政府工作报告_2024-02-22.md; ext is ".md".
func (d *Desk) NotesName(ext string) string {
	return fmt.Sprintf("批注_%s_%s%s", plainName(fullName(d.open)), d.set.Now().Format("2006-01-02"), ext)
}

// fullName is a report's name on paper: 漯河市2024政府工作报告.
func fullName(r *report.Report) string {
	if name := Name(r); !strings.Contains(r.Title, name) {
		return name + r.Title
	}
	return r.Title
}

// SaveNotes is WriteNotes, and tells.
func (d *Desk) SaveNotes(c NoteChoice, path string) {
	file, n, err := d.WriteNotes(c, path)
	if err != nil {
		d.tell(err)
		return
	}
	d.tell(&Outcome{"desk.notes.saved", []any{"n", n, "file", filepath.Base(file)}})
}

// AlreadyThere is the outcome of a note that is here already; the others are
// those of its words, annotate.Status.
const AlreadyThere annotate.Status = "already"

// A TakenNote is a note of a file and what became of it.
type TakenNote struct {
	Quote   string          `json:"quote"`
	Outcome annotate.Status `json:"outcome"`
}

// NoteOutcomes lists the outcomes in the order they are told: what somebody
// must look at stands first.
var NoteOutcomes = []annotate.Status{annotate.NumberChanged, annotate.Reworded, annotate.Orphan, annotate.Moved, annotate.Attached, AlreadyThere}

// ReadNotes reads a file of notes.
func ReadNotes(path string) ([]annotate.Annotation, error) {
	data, err := readSource(path)
	if err != nil {
		return nil, err
	}
	all, err := export.ReadNotes(filepath.Base(path), data)
	if err != nil {
		return nil, &Refusal{"desk.notes.bad", []any{"file", filepath.Base(path), "detail", err}, err}
	}
	return all, nil
}

// TakeNotes takes notes in as one step that can be undone, and says what became
// of each, in their order. Nothing here is overwritten: a note of the same id
// that says something else comes beside it, under an id of its own.
func (d *Desk) TakeNotes(all []annotate.Annotation) ([]TakenNote, error) {
	if d.store == nil {
		return nil, d.trouble
	}
	if err := d.endJotting(); err != nil {
		return nil, err
	}
	fates := []TakenNote{}
	here := slices.Clone(d.notes)
	var taken []annotate.Annotation
	for _, n := range all {
		r := d.reportOf(n.Anchor)
		if n.Anchor.Report = cmp.Or(n.Anchor.Report, d.open.ID); r != nil {
			n.Anchor = d.settle(n.Anchor, r)
		}
		fate := TakenNote{Quote: n.Anchor.Quote, Outcome: annotate.Orphan}
		switch {
		case slices.ContainsFunc(here, func(h annotate.Annotation) bool { return d.sameWords(h, n, r) }):
			fate.Outcome = AlreadyThere
		case r != nil:
			fate.Outcome = d.Where(n.Anchor, r).Status
		}
		fates = append(fates, fate)
		if fate.Outcome == AlreadyThere {
			continue
		}
		if n.ID == "" || slices.ContainsFunc(here, func(h annotate.Annotation) bool { return h.ID == n.ID }) {
			n.ID = annotate.NoteID(uuid.NewString())
		}
		if n.Created.IsZero() {
			n.Created = d.set.Now()
		}
		if n.Changed.IsZero() {
			n.Changed = n.Created
		}
		taken, here = append(taken, n), append(here, n)
	}
	if len(taken) == 0 {
		return fates, nil
	}
	if err := d.putNotes(taken); err != nil {
		return nil, err
	}
	d.did(step{
		undo: func() error { return d.dropNotes(taken) },
		redo: func() error { return d.putNotes(taken) },
	})
	return fates, nil
}

// reportOf is the report of the library that an anchor from elsewhere speaks
// of: the one of its name, else the one of its text, else, if it names none,
// the open one.
func (d *Desk) reportOf(a annotate.Anchor) *report.Report {
	if r := d.Find(a.Report); r != nil {
		return r
	}
	for _, r := range d.reports {
		if a.Edition != "" && r.Edition == a.Edition {
			return r
		}
	}
	if a.Report == "" {
		return d.open
	}
	return nil
}

// settle gives an anchor from elsewhere the name that its report has here. One
// that quotes without a sentence around it, as other programs do, gets one if
// its words stand in the report.
func (d *Desk) settle(a annotate.Anchor, r *report.Report) annotate.Anchor {
	a.Report = r.ID
	if a.Sentence != "" {
		return a
	}
	if found := d.Where(a, r); found.Status == annotate.Attached || found.Status == annotate.Moved {
		if p, ok := r.Paragraph(found.Paragraph); ok {
			return annotate.AnchorAt(r, p, found.Span)
		}
	}
	if p, span, ok := annotate.FindQuote(r, a.Quote); ok && a.Prefix+a.Suffix == "" {
		return annotate.AnchorAt(r, p, span)
	}
	return a
}

// sameWords reports whether two notes say the same of the same words; r is the
// report of n, or nil. Two places of equal words are not the same.
func (d *Desk) sameWords(h, n annotate.Annotation, r *report.Report) bool {
	if h.Anchor.Report != n.Anchor.Report || h.Anchor.Quote != n.Anchor.Quote || h.Text != n.Text || !slices.Equal(h.Tags, n.Tags) {
		return false
	}
	if h.ID == n.ID || h.Anchor.Sentence == n.Anchor.Sentence && h.Anchor.Paragraph == n.Anchor.Paragraph {
		return true
	}
	if r == nil {
		return h.Anchor.Sentence == n.Anchor.Sentence
	}
	a, b := d.Where(h.Anchor, r), d.Where(n.Anchor, r)
	return a.Paragraph != "" && a.Paragraph == b.Paragraph && a.Span == b.Span
}

// ImportNotes is TakeNotes of a file, and tells; nil if nothing came of it.
func (d *Desk) ImportNotes(path string) []TakenNote {
	all, err := ReadNotes(path)
	if err != nil {
		d.tell(err)
		return nil
	}
	fates, err := d.TakeNotes(all)
	d.tell(err)
	return fates
}

// CountTaken counts them by outcome; each outcome is there.
func CountTaken(all []TakenNote) map[annotate.Status]int {
	n := map[annotate.Status]int{}
	for _, s := range NoteOutcomes {
		n[s] = 0
	}
	for _, t := range all {
		n[t.Outcome]++
	}
	return n
}

// savePDF saves a document as a PDF without data inside.
func savePDF(doc export.Document, path string, fonts *pdf.Fonts) (Paper, error) {
	data, info, err := pdf.Write(doc, pdf.Options{Fonts: fonts})
	if err != nil {
		return Paper{}, fmt.Errorf("%s: %w", path, err)
	}
	paper := Paper{Pages: info.Pages, NoFang: info.NoFang}
	for _, m := range info.Missing {
		paper.Missing += string(m.Rune)
	}
	paper.File, err = save(path, data)
	return paper, err
}
