package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// An office file is a zip. Of its parts four are read: the relations, to find
// the document; the document; its numbering and styles, because the ordinals of
// headings are often counted by the program and not typed; and its notes.
// Nothing is unpacked onto the disk, so that names of parts cannot reach it.

// readDocx returns the text of a .docx, paragraphs with a blank line between
// them: tables cell by cell, text boxes behind the paragraph they hang on,
// foot- and endnotes at the end. Deleted and hidden text, headers, footers and
// comments are not read; a table of contents is added, not text.
func readDocx(data []byte) (sheet, []Warning, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return sheet{}, nil, fmt.Errorf("docx: %w: %w", ErrTruncated, err)
	}
	if len(z.File) > maxParts {
		return sheet{}, nil, fmt.Errorf("docx: %d parts: %w", len(z.File), ErrTooLarge)
	}
	p := parts{}
	for _, f := range z.File {
		if _, twice := p[f.Name]; !twice {
			p[f.Name] = f
		}
	}
	name, err := p.document()
	if err != nil {
		return sheet{}, nil, err
	}
	main, err := p.read(name)
	if err != nil {
		return sheet{}, nil, err
	}
	numbers, err := readNumbering(p, path.Dir(name))
	if err != nil {
		return sheet{}, nil, err
	}
	d := &docx{numbers: numbers}
	if err := d.walk(main); err != nil {
		return sheet{}, nil, fmt.Errorf("docx: %s: %w", name, err)
	}
	for _, notes := range []string{"footnotes.xml", "endnotes.xml"} {
		part, err := p.readOptional(path.Join(path.Dir(name), notes))
		if err != nil {
			return sheet{}, nil, err
		}
		if part == nil {
			continue
		}
		if err := d.walk(part); err != nil {
			return sheet{}, nil, fmt.Errorf("docx: %s: %w", notes, err)
		}
	}
	if strings.TrimFunc(d.out.String(), blank) == "" {
		return sheet{}, nil, fmt.Errorf("docx: no text: %w", ErrEmpty)
	}
	var warnings []Warning
	if d.unreadable > 0 {
		warnings = append(warnings, Warning{Undecodable, d.unreadable})
	}
	return sheet{text: d.out.String(), added: d.added}, warnings, nil
}

// parts are the parts of an office file by name.
type parts map[string]*zip.File

// document returns the name of the main part.
func (p parts) document() (string, error) {
	rels, err := p.readOptional("_rels/.rels")
	if err != nil {
		return "", err
	}
	name := "word/document.xml"
	var r struct {
		Relationship []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if rels != nil {
		if err := xml.Unmarshal(rels, &r); err != nil {
			return "", fmt.Errorf("docx: relations: %w: %w", ErrTruncated, err)
		}
	}
	for _, rel := range r.Relationship {
		if target := strings.TrimPrefix(path.Clean(rel.Target), "/"); strings.HasSuffix(rel.Type, "/officeDocument") && p[target] != nil {
			name = target
		}
	}
	if p[name] == nil || !strings.HasPrefix(name, "word/") {
		return "", fmt.Errorf("a zip without a Word document: %w", ErrBinary)
	}
	return name, nil
}

// read unpacks the part called name, up to maxPart bytes.
func (p parts) read(name string) ([]byte, error) {
	f := p[name]
	switch {
	case f == nil:
		return nil, fmt.Errorf("docx: no part %s: %w", name, ErrTruncated)
	case f.Flags&1 != 0:
		return nil, fmt.Errorf("docx: %s: %w", name, ErrEncrypted)
	case f.UncompressedSize64 > maxPart:
		return nil, fmt.Errorf("docx: %s: %d bytes: %w", name, f.UncompressedSize64, ErrTooLarge)
	}
	in, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("docx: %s: %w: %w", name, ErrTruncated, err)
	}
	data, err := io.ReadAll(io.LimitReader(in, maxPart+1))
	if cerr := in.Close(); err == nil {
		err = cerr
	}
	switch {
	case len(data) > maxPart:
		return nil, fmt.Errorf("docx: %s: more than %d bytes: %w", name, maxPart, ErrTooLarge)
	case err != nil:
		return nil, fmt.Errorf("docx: %s: %w: %w", name, ErrTruncated, err)
	}
	return data, nil
}

// readOptional is read for a part that need not be there: nil without it.
func (p parts) readOptional(name string) ([]byte, error) {
	if p[name] == nil {
		return nil, nil
	}
	return p.read(name)
}
