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
}

// Info is what there is to say about a file that was written.
type Info struct {
	Pages   int
	Missing []export.Missing // characters printed as 〓, for the user to see before signing
	NoFang  bool             // 仿宋 was not found: the text is in 楷体
}

// errAttached is why an archive file refuses data.
var errAttached = errors.New("an archive file (PDF/A-1b) may carry no attachment")

// Write returns doc as a PDF file. It works in memory only and never panics:
// what the page writer cannot take comes back as an error.
func Write(doc export.Document, o Options) (file []byte, info Info, err error) {
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
	pages, missing := export.Lay(doc, fonts)
	info = Info{Pages: len(pages.Pages), Missing: missing, NoFang: fonts.noFang}
	draft, err := draw(pages, fonts)
	if err != nil {
		return nil, Info{}, err
	}
	file, err = finish(draft, doc, pages, fonts, o)
	if err != nil {
		return nil, Info{}, err
	}
	return file, info, nil
}
