package desk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/assets"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// An Outcome is good news or a remark, told like an error but not grave.
type Outcome struct {
	Key  string // of the catalogue
	Args []any  // for its gaps
}

// Error is what a log says; people get Explain.
func (o *Outcome) Error() string { return o.Key }

// GoodNews reports whether what is told is not trouble.
func GoodNews(err error) bool {
	var o *Outcome
	return errors.As(err, &o)
}

// readReport reads the report in a file of any kind that intake knows.
func readReport(meta intake.Meta, name string, data []byte) (*report.Report, []intake.Warning, error) {
	return intake.File(meta, name, data)
}

// readEdition reads a report. One that does not say whose it is but shares most
// of its sentences with a report of the library is another edition of that.
func readEdition(meta intake.Meta, name string, data []byte, library []*report.Report) (*report.Report, []intake.Warning, error) {
	r, warnings, err := readReport(meta, name, data)
	if err != nil {
		return nil, nil, err
	}
	for _, of := range library {
		if of.ID != r.ID && of.Edition != r.Edition && (r.Year == 0 || of.Year == 0 || r.Year == of.Year) && alike(of, r) {
			meta.ID, meta.Title, meta.Body, meta.Session, meta.Year, meta.Delivered = of.ID, of.Title, of.Body, of.Session, of.Year, of.Delivered
			return readReport(meta, name, data)
		}
	}
	return r, warnings, nil
}

// mostlyAlike is the share of the sentences of the shorter report that the
// longer one must have word for word. Reports of two years of one government
// share some twentieth; a revised text keeps nine of ten.
const mostlyAlike = 0.6

// alike reports whether a and b are editions of one report.
func alike(a, b *report.Report) bool {
	x, y := sentenceSet(a), sentenceSet(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	common := 0
	for s := range x {
		if y[s] {
			common++
		}
	}
	return float64(common) >= mostlyAlike*float64(len(x)) && len(x) > 0
}

func sentenceSet(r *report.Report) map[string]bool {
	all := map[string]bool{}
	for _, p := range r.Paragraphs() {
		for _, s := range p.Sentences() {
			if folded := annotate.Fold(s.Of(p.Text)); len(folded) > 24 { // shorter ones recur everywhere
				all[folded] = true
			}
		}
	}
	return all
}

// readSource reads a file that may be one of a report.
func readSource(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > intake.MaxFile {
		return nil, fmt.Errorf("%s: %w", path, intake.ErrTooLarge)
	}
	return os.ReadFile(path)
}

// ImportFile takes the report in a file into the library and opens it at once.
// Work goes on meanwhile.
func (d *Desk) ImportFile(path string) {
	library := slices.Clone(d.reports)
	d.set.Background(func() {
		data, err := readSource(path)
		var r *report.Report
		var warnings []intake.Warning
		if err == nil {
			r, warnings, err = readEdition(intake.Meta{Source: filepath.Base(path)}, filepath.Base(path), data, library)
		}
		d.set.Post(func() {
			if err != nil {
				d.tell(fmt.Errorf("%s: %w", filepath.Base(path), err))
				return
			}
			d.tell(d.take(r, filepath.Base(path), data, warnings))
		})
	})
}

// ImportText takes pasted text into the library.
func (d *Desk) ImportText(text string) {
	if strings.TrimSpace(text) == "" {
		d.tell(&Refusal{"desk.import.nopaste", nil, intake.ErrEmpty})
		return
	}
	library := slices.Clone(d.reports)
	d.set.Background(func() {
		r, warnings, err := readEdition(intake.Meta{}, "", []byte(text), library)
		d.set.Post(func() {
			if err != nil {
				d.tell(err)
				return
			}
			d.tell(d.take(r, "", []byte(text), warnings))
		})
	})
}

// take puts a report that was read into the library, keeps its source and opens
// it. The same words as before are recognised; other words under the same id are
// a new edition, and the old one is kept.
func (d *Desk) take(r *report.Report, name string, source []byte, warnings []intake.Warning) error {
	return d.takeWith(r, name, source, warnings, nil)
}

// takeWith is take for a report that came with a layout, which is kept unless
// the user has one already.
func (d *Desk) takeWith(r *report.Report, name string, source []byte, warnings []intake.Warning, layout []intake.Fix) error {
	for _, e := range d.editions[r.ID] {
		if e.Edition == r.Edition {
			if err := d.lendLayout(e, layout); err != nil {
				return err
			}
			d.openReport(r.ID)
			d.Turn(Reading)
			return &Outcome{"desk.import.known", []any{"title", Name(r)}}
		}
	}
	if d.store != nil {
		meta := intake.Meta{ID: r.ID, Title: r.Title, Body: r.Body, Session: r.Session, Year: r.Year, Delivered: r.Delivered, Source: r.Source}
		if meta.Fixes = layout; len(layout) == 0 {
			r, meta = d.carryFixes(r, name, source, meta)
		}
		kept := store.Import{ID: importID(r), Name: name, Meta: meta, Source: source}
		if err := d.store.SaveReport(kept); err != nil {
			return err
		}
		d.loadedImport(r, kept)
	}
	d.warnings = warnings
	again := len(d.editions[r.ID]) > 0
	d.shelve(r)
	d.open = nil
	d.openReport(r.ID)
	d.Turn(Reading)
	d.reindex()
	key := "desk.import.done"
	if again {
		key = "desk.import.edition"
	}
	bad := 0
	for _, w := range warnings {
		if w.Kind == intake.Undecodable {
			key, bad = "desk.import.damaged", w.Count
		}
	}
	return &Outcome{key, []any{
		"title", Name(r), "sections", len(r.Sections), "paragraphs", len(r.Paragraphs()),
		"targets", len(d.Targets(r)), "bad", bad,
	}}
}

// shelve puts r on the shelf as the newest edition of its report.
func (d *Desk) shelve(r *report.Report) {
	d.editions[r.ID] = append(d.editions[r.ID], r)
	delete(d.targets, r.ID)
	for i := range d.reports {
		if d.reports[i].ID == r.ID {
			d.reports[i] = r
			return
		}
	}
	d.reports = append(d.reports, r)
}

// loadImports reads the imported reports anew. One that a newer program cannot
// read any more is told of and stays in the store.
func (d *Desk) loadImports() {
	all, err := d.store.Reports()
	if err != nil {
		d.tell(err)
		return
	}
	for _, i := range all {
		r, _, err := readReport(i.Meta, i.Name, i.Source)
		if err != nil {
			d.tell(fmt.Errorf("%s: %w", i.Name, err))
			continue
		}
		d.shelve(r)
		d.loadedImport(r, i)
	}
	d.open = d.Find(d.open.ID)
}

// Editions are the editions of a report, oldest first.
func (d *Desk) Editions(id report.ID) []*report.Report { return d.editions[id] }

// OpenReport opens another report of the library. Back leads to where the
// reader was.
func (d *Desk) OpenReport(id report.ID) {
	if id != d.open.ID && d.Find(id) != nil {
		d.departed(d.stand())
	}
	d.openReport(id)
	d.Turn(Reading)
}

// Name is what a report is called in lists: who reports, and of which year.
func Name(r *report.Report) string {
	body := strings.TrimSuffix(r.Body, "人民政府")
	if body == "" {
		body = string(r.ID)
	}
	if r.Year == 0 {
		return body
	}
	return fmt.Sprintf("%s%d", body, r.Year)
}

// reindex makes what is in the library now searchable.
func (d *Desk) reindex() {
	index, public, private := d.index, d.publicDocs(), d.privateDocs()
	progress := d.indexing()
	d.set.Background(func() {
		err := index.Replace(context.Background(), public, private, progress)
		d.set.Post(func() {
			d.endIndexing()
			d.tell(err)
			d.askAgain()
		})
	})
}

// Warnings say in the user's words how the last import had to be read.
func (d *Desk) Warnings(w assets.Words) []string {
	all := []string{}
	for _, each := range d.warnings {
		all = append(all, w.Text("desk.warning."+string(each.Kind), "n", each.Count))
	}
	return all
}
