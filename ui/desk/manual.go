package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"

	"deputydesk/assets"
	"deputydesk/assets/manual"
	"deputydesk/export"
	"deputydesk/export/pdf"
)

// Manual is the page that shows the manual 使用手册 and what an IT officer wants
// to read. It is none of DeputyPages: it is opened from the menu, and by F1.
const Manual Page = "manual"

// manuals is what of the manual is being read.
type manuals struct {
	name    string // of the document
	chapter string // its place, to be gone to
	serial  int    // grows with each ShowManual, so that a jump to the same place is a jump
	before  Page   // from which it was opened
}

// ShowManual opens a document at the chapter of a place, "" for its beginning;
// a place that the document does not have is its beginning, too.
func (d *Desk) ShowManual(name, place string) {
	m := &d.manuals
	m.name, m.chapter, m.serial = name, place, m.serial+1
	if d.page == Manual {
		d.changed(Pages)
		return
	}
	m.before = d.page
	d.Turn(Manual)
}

// Help opens the manual of the role at the chapter of the page in front.
func (d *Desk) Help() {
	if d.page == Manual {
		return
	}
	name := manual.Names()[0]
	if d.Role() == Staff {
		name = manual.Names()[1]
	}
	d.ShowManual(name, string(d.page))
}

// CloseManual goes back to the page from which it was opened.
func (d *Desk) CloseManual() {
	if d.manuals.before == "" {
		d.manuals.before = Reading
	}
	d.Turn(d.manuals.before)
}

// ManualAt is the document being read, the place to go to, and the serial number
// of that wish.
func (d *Desk) ManualAt() (name, place string, serial int) {
	if d.manuals.name == "" {
		return manual.Names()[0], "", 0
	}
	return d.manuals.name, d.manuals.chapter, d.manuals.serial
}

// ManualName is what a document is called as a file, unless the user says
// otherwise.
func ManualName(name string) string { return assets.AppName + name + ".pdf" }

// PrintManual makes a paper of a document at path.
func (d *Desk) PrintManual(name, path string) (Paper, error) {
	m, err := manual.Open(name)
	if err != nil {
		return Paper{}, err
	}
	doc, err := ManualDocument(m)
	if err != nil {
		return Paper{}, err
	}
	data, info, err := pdf.Write(doc, pdf.Options{})
	if err != nil {
		return Paper{}, fmt.Errorf("%s: %w", path, err)
	}
	sum := sha256.Sum256(data)
	paper := Paper{Pages: info.Pages, NoFang: info.NoFang, SHA256: hex.EncodeToString(sum[:])}
	for _, c := range info.Missing {
		paper.Missing += string(c.Rune)
	}
	paper.File, err = save(path, data)
	return paper, err
}

// SaveManual is PrintManual of the document being read, and tells; done gets the
// file, to be opened.
func (d *Desk) SaveManual(path string, done func(file string)) {
	name, _, _ := d.ManualAt()
	paper, err := d.PrintManual(name, path)
	if err != nil {
		d.tell(err)
		return
	}
	d.tell(&Outcome{"manual.saved", []any{"file", filepath.Base(paper.File), "pages", paper.Pages}})
	if done != nil {
		done(paper.File)
	}
}

// ManualDocument is a document of the manual as blocks for the press.
func ManualDocument(m manual.Document) (export.Document, error) {
	d := export.Document{Title: m.Title, Subject: assets.AppName, Author: assets.AppName, Blocks: []export.Block{
		export.Title{Text: m.Title}, export.Title{Text: assets.AppName + " " + assets.Version, Small: true}, export.Space{Points: 12},
	}}
	add := func(b export.Block) { d.Blocks = append(d.Blocks, b) }
	for i, b := range m.Blocks {
		switch b.Kind {
		case manual.Chapter:
			add(export.Heading{Level: 1, Text: manual.Text(b.Spans)})
		case manual.Part:
			add(export.Heading{Level: 2, Text: manual.Text(b.Spans)})
		case manual.Item:
			add(export.Paragraph{Spans: append([]export.Span{{Text: "· "}}, printed(b.Spans)...)})
		case manual.Step:
			add(export.Paragraph{Spans: append([]export.Span{{Text: b.Label + " "}}, printed(b.Spans)...)})
		case manual.Remark:
			add(export.Paragraph{Spans: []export.Span{{Text: manual.Text(b.Spans), Role: export.Kai}}})
		case manual.Typed:
			next := i+1 < len(m.Blocks) && m.Blocks[i+1].Kind == manual.Typed
			add(export.Paragraph{Spans: printed(b.Spans), Small: true, Follow: next})
		case manual.Table:
			add(printedTable(b))
			add(export.Space{Points: 8})
		case manual.Figure:
			picture, err := manual.Picture(b.File)
			if err != nil {
				return d, err
			}
			add(export.Picture{Image: picture, Caption: manual.Text(b.Spans)})
		default:
			add(export.Paragraph{Spans: printed(b.Spans)})
		}
	}
	return d, nil
}

// printed are words for the press: bold ones in 黑体, exact ones in 楷体.
func printed(all []manual.Span) []export.Span {
	var out []export.Span
	for _, s := range all {
		span := export.Span{Text: s.Text}
		switch {
		case s.Bold:
			span.Role = export.Hei
		case s.Exact:
			span.Role = export.Kai
		}
		out = append(out, span)
	}
	return out
}

// tableWide is the width of a table in millimetres, leastColumn that of its
// narrowest column.
const tableWide, leastColumn = 156.0, 26.0

// printedTable shares the width among the columns by how long their longest
// words are.
func printedTable(b manual.Block) export.Table {
	shares := ColumnShares(b)
	t := export.Table{Head: 1}
	for _, s := range shares {
		t.Columns = append(t.Columns, leastColumn+s*(tableWide-leastColumn*float64(len(shares))))
	}
	for i, row := range b.Rows {
		var r export.Row
		for _, cell := range row {
			c := export.Cell{Spans: printed(cell)}
			if i == 0 {
				c = export.Cell{Text: manual.Text(cell), Label: true}
			}
			r.Cells = append(r.Cells, c)
		}
		t.Rows = append(t.Rows, r)
	}
	return t
}

// ColumnShares is how the room of a table is shared among its columns, together
// 1: by the length of the longest cell, no cell counting for more than thirty
// characters.
func ColumnShares(b manual.Block) []float64 {
	const most = 30
	shares := make([]float64, len(b.Rows[0]))
	sum := 0.0
	for c := range shares {
		for _, row := range b.Rows {
			if c < len(row) {
				shares[c] = max(shares[c], min(most, width(manual.Text(row[c]))))
			}
		}
		sum += shares[c]
	}
	for c := range shares {
		shares[c] /= max(sum, 1)
	}
	return shares
}

// width is how many Han characters wide text is, about.
func width(text string) (n float64) {
	for _, r := range text {
		if r < 0x2E80 {
			n += 0.55
		} else {
			n++
		}
	}
	return n
}
