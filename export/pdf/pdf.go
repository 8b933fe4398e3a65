// Package pdf writes a Document of the press as a PDF file.
//
// The press lays the pages out; gofpdf, used as a page writer only, puts the
// runs of text at their places and cuts the fonts down to what is used; the
// finisher then takes page contents and fonts out of gofpdf's file and writes
// a new one around them, with a true text layer (also above U+FFFF), outline,
// structure tree, metadata, colour profile and the attached data. gofpdf's own
// line breaking loses Chinese characters, so none of its functions that break
// lines or advance a position is ever called (TestPageWriterOnly).
//
// The same document and options give the same bytes: the only time in the file
// is the document's date. No user name and no path of this machine is written.
package pdf

import (
	"errors"
	"fmt"
	"strconv"

	"deputydesk/export"
)

// A Preset is what a file is for.
type Preset int

// The presets.
const (
	// ForSigning is 签字版: PDF 1.7, tagged, with the data attached. Its
	// structure is that of PDF/A-3, which is not claimed in the file since no
	// validator for it was at hand.
	ForSigning Preset = iota
	// ForArchive is 归档版: PDF/A-1b, tagged, nothing attached.
	ForArchive
)

// Options say how a document is written. The zero Options give a 签字版 with
// nothing attached.
type Options struct {
	Preset   Preset
	Data     []byte // the packet (.dbz) that travels inside the file; nil for none
	DataName string // its name there; "" is "建议.dbz"
	Fonts    *Fonts // nil: the program's own

	batch int // pages the page writer holds at a time; 0 for batchPages
}

// Info is what there is to say about a file that was written.
type Info struct {
	Pages   int
	Missing []export.Missing // characters printed as 〓, for the user to see before signing
	NoFang  bool             // 仿宋 was not found: the text is in 楷体

	Places map[string]string // of a book: the page number of each named place of its body
}

// errAttached is why an archive file refuses data.
var errAttached = errors.New("an archive file (PDF/A-1b) may carry no attachment")

// Write returns doc as a PDF file. It works in memory only and never panics:
// what the page writer cannot take comes back as an error.
func Write(doc export.Document, o Options) (file []byte, info Info, err error) {
	return write(doc, o, func(d *drawing, info *Info) error {
		pages, missing := export.Lay(doc, d.fonts)
		info.Missing = missing
		return d.add(export.BodyPart, pages)
	})
}

// WriteBook returns a book as one PDF file. After each part that is drawn, each
// is told how many pages there are so far; its error ends the work and is
// returned. each may be nil.
func WriteBook(book export.Book, o Options, each func(pages int) error) (file []byte, info Info, err error) {
	return write(book.Document, o, func(d *drawing, info *Info) error {
		missing := map[rune]int{} // where in info
		pages := 0
		info.Places = map[string]string{}
		return book.Lay(d.fonts, func(s export.Sheaf) error {
			for _, m := range s.Missing {
				at, ok := missing[m.Rune]
				if !ok {
					missing[m.Rune] = len(info.Missing)
					info.Missing = append(info.Missing, m)
					continue
				}
				info.Missing[at].Count += m.Count
			}
			for _, e := range s.Elements {
				if s.Part == export.BodyPart && e.Name != "" && e.Page >= 0 {
					info.Places[e.Name] = strconv.Itoa(s.First + e.Page)
				}
			}
			pages += len(s.Pages.Pages)
			if each != nil {
				if err := each(pages); err != nil {
					return err
				}
			}
			return d.add(s.Part, s.Pages)
		})
	})
}

// write is what Write and WriteBook share: lay draws everything.
func write(doc export.Document, o Options, lay func(*drawing, *Info) error) (file []byte, info Info, err error) {
	defer func() {
		if r := recover(); r != nil {
			file, err = nil, fmt.Errorf("pdf: page writer gave up: %v", r)
		}
	}()
	if o.Preset == ForArchive && o.Data != nil {
		return nil, Info{}, fmt.Errorf("pdf: %w", errAttached)
	}
	fonts := o.Fonts
	if fonts == nil {
		if fonts, err = Bundled(); err != nil {
			return nil, Info{}, err
		}
	}
	info.NoFang = fonts.noFang
	d := newDrawing(fonts)
	if o.batch > 0 {
		d.most = o.batch
	}
	if err := lay(d, &info); err != nil {
		return nil, Info{}, err
	}
	for _, s := range d.sheaves {
		info.Pages += len(s.leaves)
	}
	if file, err = finish(d, doc, o); err != nil {
		return nil, Info{}, err
	}
	return file, info, nil
}
