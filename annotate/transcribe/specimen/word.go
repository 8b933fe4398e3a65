package specimen

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"
)

const wordSpaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
	`xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"`

// drawWord writes an office file. The styles are those of the programs people
// have: plain is tidy; wps parts a paragraph into runs with settings of their own
// and boxes given as symbols of a font; runs has one run a character, as after much
// editing; control has its boxes in content controls.
func drawWord(blocks []block, style string) ([]byte, error) {
	var body, head, foot strings.Builder
	for _, b := range blocks {
		switch {
		case b.rows != nil:
			wordTable(&body, b, style)
		case b.place == "head":
			head.WriteString(wordParagraph(b.text, "", style))
		case b.place == "foot":
			foot.WriteString(wordParagraph(b.text, "", style))
		case b.place == "break":
			body.WriteString(`<w:p><w:r><w:br w:type="page"/></w:r></w:p>`)
		default:
			body.WriteString(wordParagraph(b.text, b.place, style))
		}
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document ` + wordSpaces + `><w:body>` + body.String() + `<w:sectPr/></w:body></w:document>`},
		{"word/header1.xml", `<w:hdr ` + wordSpaces + `>` + head.String() + `</w:hdr>`},
		{"word/footer1.xml", `<w:ftr ` + wordSpaces + `>` + foot.String() + `</w:ftr>`},
	} {
		w, err := z.Create(part[0])
		if err == nil {
			_, err = w.Write([]byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + part[1]))
		}
		if err != nil {
			return nil, fmt.Errorf("specimen: docx: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return nil, fmt.Errorf("specimen: docx: %w", err)
	}
	return file.Bytes(), nil
}

const borders = `<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/>` +
	`<w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>`

func wordTable(b *strings.Builder, it block, style string) {
	b.WriteString("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/>" + borders + "</w:tblPr><w:tblGrid>")
	for _, w := range it.width {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w*500)
	}
	b.WriteString("</w:tblGrid>")
	for y, row := range it.rows {
		b.WriteString("<w:tr>")
		for x, c := range row {
			if c.left {
				continue
			}
			b.WriteString("<w:tc><w:tcPr>")
			if n := span(row, x); n > 1 {
				fmt.Fprintf(b, `<w:gridSpan w:val="%d"/>`, n)
			}
			switch {
			case c.above:
				b.WriteString(`<w:vMerge/>`)
			case y+1 < len(it.rows) && it.rows[y+1][x].above:
				b.WriteString(`<w:vMerge w:val="restart"/>`)
			}
			b.WriteString("</w:tcPr>")
			for line := range strings.SplitSeq(c.text, "\n") {
				b.WriteString(wordParagraph(line, "", style))
			}
			b.WriteString("</w:tc>")
		}
		b.WriteString("</w:tr>")
	}
	b.WriteString("</w:tbl>")
}

func wordParagraph(text, place, style string) string {
	settings := ""
	if place == "centre" || place == "right" {
		settings = `<w:pPr><w:jc w:val="` + map[string]string{"centre": "center", "right": "right"}[place] + `"/></w:pPr>`
	}
	var b strings.Builder
	b.WriteString(`<w:p>` + settings)
	flush := func(run string) {
		if run == "" {
			return
		}
		var esc bytes.Buffer
		if err := xml.EscapeText(&esc, []byte(run)); err != nil {
			return // a buffer takes everything
		}
		font := ""
		if style == "wps" {
			font = `<w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="28"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>`
		}
		b.WriteString(`<w:r>` + font + `<w:t xml:space="preserve">` + esc.String() + `</w:t></w:r>`)
	}
	run := ""
	for _, r := range text {
		isBox := strings.ContainsRune("☑☐□■√", r)
		switch {
		case style == "wps" && (r == '☑' || r == '□'):
			flush(run)
			run = ""
			b.WriteString(`<w:r><w:sym w:font="Wingdings" w:char="` + map[rune]string{'☑': "F0FE", '□': "F0A8"}[r] + `"/></w:r>`)
		case style == "control" && isBox:
			flush(run)
			run = ""
			b.WriteString(`<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="` + fmt.Sprint(btoi(r == '☑')) + `"/></w14:checkbox></w:sdtPr><w:sdtContent>`)
			flush(string(r))
			b.WriteString(`</w:sdtContent></w:sdt>`)
		default:
			run += string(r)
			if style == "runs" || style == "wps" && strings.ContainsRune("：，0", r) {
				flush(run)
				run = ""
			}
		}
	}
	flush(run)
	b.WriteString(`</w:p>`)
	return b.String()
}

func btoi(is bool) int {
	if is {
		return 1
	}
	return 0
}
