// Package docx writes a Document of the press as a file for Word and WPS, for
// those who must edit it further.
//
// It writes the few parts of Office Open XML itself. The words are those of
// the PDF, in the same order; where lines and pages end is left to the program
// that opens the file, on the same page geometry and with the typefaces that
// government offices have (方正小标宋简体, 黑体, 楷体_GB2312, 仿宋_GB2312). The
// QR symbol of the PDF is not in it, since the file is meant to be changed.
//
// The same document gives the same bytes: the only time in the file is the
// document's date.
package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"deputydesk/export"
)

// Lengths in twips (1/1440 inch): 22 lines of 28.95 points.
const (
	textWidth = 8844 // 156 mm
	gridLine  = 580
)

const (
	wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	xmlHead   = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
)

// Write returns doc as the bytes of a .docx file.
func Write(doc export.Document) ([]byte, error) {
	b := newBody(doc.Paper)
	for _, block := range doc.Blocks {
		b.block(block)
	}
	return b.file(doc, b.section(sectionOf{footed: true}))
}

// file wraps the body; last is the properties of its last section.
func (b *body) file(doc export.Document, last string) ([]byte, error) {
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRelations},
		{"docProps/core.xml", properties(doc)},
		{"word/document.xml", xmlHead + "<w:document " + wordSpace + "><w:body>" + b.String() + last + "</w:body></w:document>"},
		{"word/_rels/document.xml.rels", documentRelations},
		{"word/styles.xml", styles},
		{"word/settings.xml", settings(b.duplex)},
		{"word/footer1.xml", footer("right")},
		{"word/footer2.xml", footer("left")},
		{"word/footer3.xml", xmlHead + "<w:ftr " + wordSpace + "><w:p/></w:ftr>"},
	}
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate})
		if err == nil {
			_, err = io.WriteString(w, p.text)
		}
		if err != nil {
			return nil, fmt.Errorf("docx: %s: %w", p.name, err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("docx: %w", err)
	}
	return out.Bytes(), nil
}

const contentTypes = xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
	`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
	`<Default Extension="xml" ContentType="application/xml"/>` +
	`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
	`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
	`<Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/>` +
	`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
	`<Override PartName="/word/footer2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
	`<Override PartName="/word/footer3.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
	`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>` +
	`</Types>`

const packageRelations = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`</Relationships>`

const documentRelations = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>` +
	`<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer1.xml"/>` +
	`<Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer2.xml"/>` +
	`<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer" Target="footer3.xml"/>` +
	`</Relationships>`

// The style every paragraph stands on: 仿宋 三号 in fixed lines.
var styles = xmlHead + `<w:styles ` + wordSpace + `><w:docDefaults><w:rPrDefault><w:rPr>` + face(export.Fang) +
	`<w:kern w:val="0"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
	`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`

// settings: odd and even pages differ, marks may be drawn together at the end of
// a line, and the margins of a book printed on both sides are mirrored.
func settings(duplex bool) string {
	mirrored := ""
	if duplex {
		mirrored = "<w:mirrorMargins/>"
	}
	return xmlHead + `<w:settings ` + wordSpace + `>` + mirrored + `<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/></w:settings>`
}

// footer is the page number, "— 1 —" in 宋体 四号, one character in.
func footer(side string) string {
	run := func(s string) string {
		return `<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>` + s + `</w:r>`
	}
	return xmlHead + `<w:ftr ` + wordSpace + `><w:p><w:pPr><w:ind w:left="280" w:right="280"/><w:jc w:val="` + side + `"/></w:pPr>` +
		run(`<w:t xml:space="preserve">— </w:t>`) + run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText xml:space="preserve"> PAGE </w:instrText>`) +
		run(`<w:fldChar w:fldCharType="separate"/>`) + run(`<w:t>1</w:t>`) + run(`<w:fldChar w:fldCharType="end"/>`) +
		run(`<w:t xml:space="preserve"> —</w:t>`) + `</w:p></w:ftr>`
}

// properties are title, author and date of the document.
func properties(doc export.Document) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, e := range []struct{ name, value string }{
		{"dc:title", doc.Title}, {"dc:subject", doc.Subject}, {"dc:creator", doc.Author},
		{"cp:keywords", strings.Join(doc.Keywords, "; ")}, {"dc:identifier", doc.Code}, {"dc:language", "zh-CN"},
	} {
		if e.value != "" {
			fmt.Fprintf(&b, "<%s>%s</%s>", e.name, escape(e.value), e.name)
		}
	}
	if day, err := time.Parse(time.DateOnly, doc.Date); err == nil {
		for _, name := range []string{"dcterms:created", "dcterms:modified"} {
			fmt.Fprintf(&b, `<%s xsi:type="dcterms:W3CDTF">%sT00:00:00Z</%s>`, name, day.Format(time.DateOnly), name)
		}
	}
	return b.String() + `</cp:coreProperties>`
}
