package desk

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"deputydesk/search"
	"deputydesk/seeds/report"
)

// openIndex makes everything searchable at once by scanning, and starts the
// index of the public text in the background.
func (d *Desk) openIndex() {
	public, private := d.publicDocs(), d.privateDocs()
	d.index = search.Scan(append(append([]search.Doc{}, public...), private...))
	d.LearnSynonyms()
	if d.store == nil || d.set.Safe {
		return // scanning finds the same, only slower
	}
	reports := slices.Clone(d.reports)
	progress := d.indexing()
	d.set.Background(func() {
		built, err := search.Open(filepath.Join(d.set.Folder, indexFolder))
		if err == nil {
			err = built.Replace(context.Background(), public, private, progress)
		}
		d.set.Post(func() {
			d.endIndexing()
			if err != nil || d.store == nil {
				if built != nil {
					err = built.Close() // scanning goes on; the index is only faster
				}
				return
			}
			old := d.index
			d.index = built
			d.index.Learn(d.synonyms.words)
			d.tell(old.Close())
			d.tell(d.index.SetPrivate(d.privateDocs()))
			if !slices.Equal(reports, d.reports) {
				d.reindex() // a report was taken in meanwhile
			}
		})
	})
}

// patience is how long the index may take before the status line says a word
// about it; the bundled report is done in a hundredth of it.
const patience = 2 * time.Second

// indexing returns a function that is told, away from the owner's goroutine,
// how much of the index is built.
func (d *Desk) indexing() func(done, total int) {
	began, last := d.set.Now(), -1
	return func(done, total int) {
		percent := 100 * done / max(total, 1)
		if percent == last {
			return
		}
		last = percent
		d.set.Post(func() {
			if d.set.Now().Sub(began) < patience {
				return
			}
			d.indexed = percent
			d.changed(Indexed)
		})
	}
}

// endIndexing takes the word about the index away.
func (d *Desk) endIndexing() {
	if d.indexed >= 0 {
		d.indexed = -1
		d.changed(Indexed)
	}
}

// Indexing is how many percent of the index are built, if that takes so long
// that it is worth a word. Searching works meanwhile, only slower.
func (d *Desk) Indexing() (percent int, ok bool) { return d.indexed, d.indexed >= 0 }

// Places between two paragraphs in reading order: a paragraph, then its notes,
// then its targets as they stand.
const (
	orderStep    = 10000
	orderNotes   = 1
	orderTargets = 1000
)

// publicDocs are the paragraphs and targets of the library.
func (d *Desk) publicDocs() []search.Doc {
	var docs []search.Doc
	for _, r := range d.reports {
		docs = append(docs, reportDocs(r)...)
		at := places(r)
		for i, t := range d.Targets(r) {
			docs = append(docs, search.Doc{
				Kind: search.Targets, ID: string(t.ID), Report: string(r.ID), Section: string(t.Section),
				Heading: headings(r, t.Section), Text: t.Quote, Year: r.Year,
				Order: at[t.Paragraph] + orderTargets + i, Past: r.Past(t.Section),
			})
		}
	}
	return docs
}

// places are the orders of the paragraphs of r.
func places(r *report.Report) map[report.ParagraphID]int {
	at := make(map[report.ParagraphID]int)
	for i, p := range r.Paragraphs() {
		at[p.ID] = i * orderStep
	}
	return at
}

// reportDocs are the paragraphs of r.
func reportDocs(r *report.Report) []search.Doc {
	var docs []search.Doc
	at := places(r)
	for _, p := range r.Paragraphs() {
		docs = append(docs, search.Doc{
			Kind: search.Reports, ID: string(p.ID), Report: string(r.ID), Section: string(p.Section),
			Heading: headings(r, p.Section), Text: p.Text, Year: r.Year, Order: at[p.ID],
			Past: r.Past(p.Section),
		})
	}
	return docs
}

// headings are the headings above a section, from the top.
func headings(r *report.Report, path report.Path) string {
	all := []string{r.Heading(path.Top())}
	if path.Depth() > 1 {
		all = append(all, r.Heading(path))
	}
	return strings.TrimSpace(strings.Join(all, " "))
}

// privateDocs are the notes and the drafts. A note stands behind its paragraph;
// the headings above it are not searched, since they are not its words.
func (d *Desk) privateDocs() []search.Doc {
	at := make(map[report.ID]map[report.ParagraphID]int)
	var docs []search.Doc
	for i, n := range d.notes {
		doc := search.Doc{
			Kind: search.Notes, ID: string(n.ID), Report: string(n.Anchor.Report),
			Text: strings.TrimSpace(n.Text + "\n" + n.Anchor.Quote), Order: i,
		}
		if r := d.Find(n.Anchor.Report); r != nil {
			if p, ok := r.Paragraph(n.Anchor.Paragraph); ok {
				if at[r.ID] == nil {
					at[r.ID] = places(r)
				}
				doc.Section, doc.Year = string(p.Section), r.Year
				doc.Order = at[r.ID][p.ID] + orderNotes + min(i, orderTargets-orderNotes-1)
			}
		}
		docs = append(docs, doc)
	}
	for i, p := range d.drafts {
		docs = append(docs, search.Doc{
			Kind: search.Proposals, ID: string(p.ID), Order: i,
			Text: strings.Join([]string{p.Title, p.Body.Situation, p.Body.Analysis, p.Body.Proposal}, "\n"),
		})
	}
	return docs
}
