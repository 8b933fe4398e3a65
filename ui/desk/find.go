package desk

import (
	"context"
	"path/filepath"
	"strings"

	"deputydesk/search"
	"deputydesk/seeds/report"
)

// openIndex makes everything searchable at once by scanning, and starts the
// index of the public text in the background.
func (d *Desk) openIndex() {
	public, private := d.publicDocs(), d.privateDocs()
	d.index = search.Scan(append(append([]search.Doc{}, public...), private...))
	if d.store == nil {
		return
	}
	d.set.Background(func() {
		built, err := search.Open(filepath.Join(d.set.Folder, "index"))
		if err == nil {
			err = built.Replace(context.Background(), public, private, nil)
		}
		d.set.Post(func() {
			if err != nil || d.store == nil {
				if built != nil {
					err = built.Close() // scanning goes on; the index is only faster
				}
				return
			}
			old := d.index
			d.index = built
			d.tell(old.Close())
			d.tell(d.index.SetPrivate(d.privateDocs()))
		})
	})
}

// publicDocs are the paragraphs and targets of the library.
func (d *Desk) publicDocs() []search.Doc {
	var docs []search.Doc
	for _, r := range d.reports {
		docs = append(docs, reportDocs(r)...)
		order := len(docs)
		for i, t := range d.Targets(r) {
			docs = append(docs, search.Doc{
				Kind: search.Targets, ID: string(t.ID), Report: string(r.ID), Section: string(t.Section),
				Heading: headings(r, t.Section), Text: t.Quote, Year: r.Year, Order: order + i,
			})
		}
	}
	return docs
}

// reportDocs are the paragraphs of r.
func reportDocs(r *report.Report) []search.Doc {
	var docs []search.Doc
	for i, p := range r.Paragraphs() {
		docs = append(docs, search.Doc{
			Kind: search.Reports, ID: string(p.ID), Report: string(r.ID), Section: string(p.Section),
			Heading: headings(r, p.Section), Text: p.Text, Year: r.Year, Order: i,
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

// privateDocs are the notes and the drafts.
func (d *Desk) privateDocs() []search.Doc {
	var docs []search.Doc
	for i, n := range d.notes {
		docs = append(docs, search.Doc{
			Kind: search.Notes, ID: string(n.ID), Report: string(n.Anchor.Report),
			Text: strings.TrimSpace(n.Text + "\n" + n.Anchor.Quote), Order: i,
		})
	}
	for i, p := range d.drafts {
		docs = append(docs, search.Doc{
			Kind: search.Proposals, ID: string(p.ID), Order: i,
			Text: strings.Join([]string{p.Title, p.Body.Situation, p.Body.Analysis, p.Body.Proposal}, "\n"),
		})
	}
	return docs
}

// Ask answers a query at once; the command line asks this way.
func (d *Desk) Ask(q search.Query) (search.Answer, error) {
	return d.index.Find(context.Background(), q)
}

// Search looks for what is typed in the box. Answers to older questions are
// dropped when they come late.
func (d *Desk) Search(text string) {
	d.asked++
	asked := d.asked
	d.query = text
	if strings.TrimSpace(text) == "" {
		d.answer, d.hit = search.Answer{}, -1
		d.changed(Answered)
		return
	}
	index := d.index
	d.set.Background(func() {
		answer, err := index.Find(context.Background(), search.Query{Text: text, Limit: maxHits})
		d.set.Post(func() {
			if asked != d.asked {
				return // a newer question was asked meanwhile
			}
			d.answer, d.hit = answer, -1
			d.tell(err)
			d.changed(Answered)
		})
	})
}

// maxHits is how many hits the window lists; nobody reads further, and the
// answer says how many there were.
const maxHits = 200

// Query is what was last typed in the box.
func (d *Desk) Query() string { return d.query }

// Answer is what the last search found, and the place of the current hit in
// it, -1 if none was opened.
func (d *Desk) Answer() (search.Answer, int) { return d.answer, d.hit }

// OpenHit turns to hit i of the answer.
func (d *Desk) OpenHit(i int) {
	if i < 0 || i >= len(d.answer.Hits) {
		return
	}
	d.hit = i
	h := d.answer.Hits[i]
	switch h.Kind {
	case search.Reports:
		d.openReport(report.ID(h.Report))
		span := report.Span{}
		if len(h.Spans) > 0 {
			span = report.Span(h.Spans[0])
		}
		d.Go(report.ParagraphID(h.ID), span)
	case search.Targets:
		for _, t := range d.Targets(d.Find(report.ID(h.Report))) {
			if string(t.ID) == h.ID {
				d.openReport(report.ID(h.Report))
				d.Go(t.Paragraph, t.Span)
			}
		}
	case search.Notes:
		d.goToNote(h.ID)
	case search.Proposals:
		d.openDraftOf(h.ID)
	}
	d.changed(Answered)
}

// NextHit turns to the hit after the current one, PrevHit to the one before;
// both go round.
func (d *Desk) NextHit() { d.step(1) }

// PrevHit is described at NextHit.
func (d *Desk) PrevHit() { d.step(-1) }

func (d *Desk) step(by int) {
	n := len(d.answer.Hits)
	if n == 0 {
		return
	}
	if d.hit < 0 && by < 0 {
		d.hit = 0
	}
	d.OpenHit(((d.hit+by)%n + n) % n)
}

// openReport opens another report of the library.
func (d *Desk) openReport(id report.ID) {
	r := d.Find(id)
	if r == nil || r == d.open {
		return
	}
	d.open = r
	d.selection = Selection{}
	d.changed(Text)
}
