package intake

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"deputydesk/seeds/report"
)

// The limits of what is read. A report of the State Council has 20,000
// characters; the longest of a province with its tables some 200,000.
const (
	MaxFile = 64 << 20 // bytes of a file; ask before reading one into memory
	MaxText = 4 << 20  // bytes of text in UTF-8

	maxPart  = 64 << 20 // bytes of one unpacked part of an office or PDF file
	maxParts = 10000    // parts of an office file, pages of a PDF file
	maxDepth = 200      // elements, forms or lists inside each other
)

// Why a file is not imported. File's errors wrap one of these, ErrEmpty or
// ErrBinary; each asks for one thing that the person can do.
var (
	ErrTooLarge    = errors.New("larger than a report can be")
	ErrTruncated   = errors.New("the file is damaged or incomplete")
	ErrEncrypted   = errors.New("the file is locked with a password")
	ErrNoTextLayer = errors.New("the pages are pictures without text")
	ErrOldWord     = errors.New("a file of Word before 2007")
	ErrNotReport   = errors.New("neither a heading nor a sentence")
)

// File reads a report from the bytes of a file: plain text, .docx, .doc or .pdf. What
// it is is told from the bytes; the name is only remembered as the source where
// meta names none. On an error nothing is returned but the error.
//
// A page number that the source knows becomes Paragraph.Page. Headers, page
// numbers and tables of contents become Furniture repairs; the edition is that
// of the text without them, so that the same text printed on other pages is
// the same edition.
func File(meta Meta, name string, data []byte) (*report.Report, []Warning, error) {
	base := filepath.Base(strings.ReplaceAll(name, `\`, "/"))
	if meta.Source == "" {
		meta.Source = base
	}
	paper, warnings, err := open(data)
	if err != nil {
		return nil, nil, fmt.Errorf("intake: %s: %w", base, err)
	}
	r, err := compose(meta, paper, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("intake: %s: %w: %w", base, ErrNotReport, err)
	}
	if !speaks(r) {
		return nil, nil, fmt.Errorf("intake: %s: %w", base, ErrNotReport)
	}
	return r, warnings, nil
}

// open takes the text out of a file of any kind.
func open(data []byte) (sheet, []Warning, error) {
	if len(data) > MaxFile {
		return sheet{}, nil, fmt.Errorf("%d bytes: %w", len(data), ErrTooLarge)
	}
	var (
		paper    sheet
		warnings []Warning
		err      error
	)
	switch kindOf(data) {
	case kindZip:
		paper, warnings, err = readDocx(data)
	case kindPDF:
		paper, warnings, err = readPDF(data)
	case kindOLE:
		if err = refuseOLE(data); errors.Is(err, ErrOldWord) {
			paper.text, err = textOfDoc(data)
		}
	case kindRTF:
		err = fmt.Errorf("rich text: %w", ErrOldWord)
	case kindWeb:
		err = fmt.Errorf("a web page, not its text: %w", ErrBinary)
	default:
		paper.text, warnings, err = Decode(data)
	}
	if err != nil {
		return sheet{}, nil, err
	}
	if len(paper.text) > MaxText {
		return sheet{}, nil, fmt.Errorf("%d bytes of text: %w", len(paper.text), ErrTooLarge)
	}
	return paper, warnings, nil
}

// A kind is what a file is by its first bytes.
type kind int

const (
	kindText kind = iota
	kindZip       // .docx, and whatever else is a zip
	kindPDF
	kindOLE // .doc, .wps, and office files with a password
	kindRTF
	kindWeb
)

// kindOf tells what data is. A PDF may have a little noise before its mark.
func kindOf(data []byte) kind {
	head := data[:min(len(data), 1024)]
	switch lower := bytes.ToLower(bytes.TrimLeft(head, "\xEF\xBB\xBF \t\r\n")); {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return kindZip
	case bytes.HasPrefix(head, []byte("\xD0\xCF\x11\xE0")):
		return kindOLE
	case bytes.HasPrefix(head, []byte(`{\rtf`)):
		return kindRTF
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")):
		return kindWeb
	case bytes.Contains(head, []byte("%PDF-")):
		return kindPDF
	}
	return kindText
}

// refuseOLE says why a compound file is not read: new office files with a
// password are packed in one, all other text in one is of an old program.
func refuseOLE(data []byte) error {
	for _, stream := range []struct {
		name string
		err  error
	}{
		{"EncryptedPackage", ErrEncrypted},
		{"Workbook", ErrBinary},
		{"PowerPoint Document", ErrBinary},
	} {
		var wide []byte
		for _, c := range []byte(stream.name) {
			wide = append(wide, c, 0)
		}
		if bytes.Contains(data, wide) {
			return fmt.Errorf("compound file with %s: %w", stream.name, stream.err)
		}
	}
	return fmt.Errorf("compound file: %w", ErrOldWord)
}

// speaks reports whether r has a heading or a whole sentence.
func speaks(r *report.Report) bool {
	for _, s := range r.Sections {
		if s.Heading != "" {
			return true
		}
		for _, p := range s.Paragraphs {
			if strings.ContainsAny(p.Text, "。！？；!?;") {
				return true
			}
		}
	}
	return false
}
