package desk

import (
	"crypto/sha256"
	"encoding/hex"
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
)

// markedCopy is r with the notes, targets and citations of this desk on it.
func (d *Desk) markedCopy(r *report.Report) export.Marked {
	m := export.Marked{Title: r.Title, Front: append([]string{}, r.Front...), Date: d.set.Now().Format("2006-01-02")}
	if m.By = r.Body; r.Year > 0 {
		m.By += fmt.Sprintf("　%d年", r.Year)
	}
	m.Before, m.After = r.Fragment.Before, r.Fragment.After
	m.Front = slices.DeleteFunc(m.Front, func(line string) bool { return line == m.Before }) // told below the title
	marks := map[report.ParagraphID][]export.MarkedWords{}
	for _, n := range d.notes {
		if n.Anchor.Report != r.ID && n.Anchor.Edition != r.Edition {
			continue
		}
		var note *export.MarkedNote
		if said := n.Text != "" || n.Kind != annotate.Remark && n.Kind != ""; said {
			note = &export.MarkedNote{About: noteAbout(n), Text: n.Text}
		}
		f := d.Where(n.Anchor, r)
		if f.Paragraph == "" {
			m.Lost = append(m.Lost, export.MarkedNote{About: noteAbout(n), Text: n.Text, Quote: n.Anchor.Quote})
			continue
		}
		pattern := export.Patterns[max(0, slices.Index(annotate.Colours, n.Colour))]
		marks[f.Paragraph] = append(marks[f.Paragraph],
			export.MarkedWords{Start: f.Span.Start, End: f.Span.End, Pattern: pattern, Note: note})
	}
	for _, t := range d.Targets(r) {
		marks[t.Paragraph] = append(marks[t.Paragraph], export.MarkedWords{Start: t.Figure.Start, End: t.Figure.End, Figure: true})
	}
	for _, p := range d.drafts {
		for _, c := range p.Cites {
			if f := d.Where(c.Anchor, r); c.Anchor.Report == r.ID && f.Paragraph != "" {
				note := &export.MarkedNote{Cited: true, About: citedBy(p, c)}
				marks[f.Paragraph] = append(marks[f.Paragraph], export.MarkedWords{Start: f.Span.Start, End: f.Span.End, Note: note})
			}
		}
	}
	for _, s := range r.Sections {
		section := export.MarkedSection{Heading: s.Heading, Level: s.Path.Depth()}
		for i, p := range s.Paragraphs {
			if i == 0 && strings.HasPrefix(p.Text, s.Heading) {
				section.Heading = "" // it begins the paragraph
			}
			section.Paragraphs = append(section.Paragraphs, export.MarkedParagraph{Text: p.Text, Lead: len(p.Lead), Marks: marks[p.ID]})
		}
		m.Sections = append(m.Sections, section)
	}
	return m
}

// noteAbout is the kind of a note, if somebody chose one, and its tags.
func noteAbout(n annotate.Annotation) string {
	about := slices.Clone(n.Tags)
	if n.Kind != annotate.Remark && n.Kind != "" {
		about = append([]string{string(n.Kind)}, about...)
	}
	return strings.Join(about, "，")
}

// citedBy is what cites words and what it asks for.
func citedBy(p annotate.Proposal, c annotate.Citation) string {
	name := fmt.Sprintf("%s《%s》", p.Form, p.Title)
	if p.Title == "" {
		name = string(p.Form)
	}
	if c.Ask != "" {
		name += "，要求" + string(c.Ask)
	}
	return name
}

// PrintMarked makes a copy of r with what is marked on it at path: a PDF, or a
// file for Word and WPS if path ends in .docx.
func (d *Desk) PrintMarked(r *report.Report, path string) (Paper, error) {
	if err := errors.Join(d.endJotting(), d.Flush()); err != nil {
		return Paper{}, err
	}
	doc := d.markedCopy(r).Document()
	data, info, err := pdf.Write(doc, pdf.Options{})
	if err == nil && strings.EqualFold(filepath.Ext(path), ".docx") {
		data, err = docx.Write(doc) // the pages of the other count and find what no font has
	}
	if err != nil {
		return Paper{}, fmt.Errorf("%s: %w", path, err)
	}
	sum := sha256.Sum256(data)
	paper := Paper{Pages: info.Pages, NoFang: info.NoFang, SHA256: hex.EncodeToString(sum[:])}
	for _, m := range info.Missing {
		paper.Missing += string(m.Rune)
	}
	paper.File, err = save(path, data)
	return paper, err
}

// MarkedName is what the copy of the open report is called unless the user says
// otherwise.
func (d *Desk) MarkedName() string {
	return fmt.Sprintf("批注本_%s_%s.pdf", plainName(fullName(d.open)), d.set.Now().Format("2006-01-02"))
}

// SaveMarked is PrintMarked of the open report, and tells; done gets the file,
// to be opened.
func (d *Desk) SaveMarked(path string, done func(file string)) {
	paper, err := d.PrintMarked(d.open, path)
	if err != nil {
		d.tell(err)
		return
	}
	key := "desk.marked.saved"
	if paper.Missing != "" {
		key += ".missing"
	}
	d.tell(&Outcome{key, []any{"file", filepath.Base(paper.File), "pages", paper.Pages, "characters", paper.Missing}})
	if done != nil {
		done(paper.File)
	}
}
