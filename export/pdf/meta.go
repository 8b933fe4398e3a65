package pdf

import (
	"encoding/xml"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"

	"deputydesk/annotate"
)

// What the file says it was made by.
const producer = "代表案头 Deputy Desk"

// A stamp is a time as Info and XMP write it; empty if there is none.
type stamp struct{ pdf, xmp string }

// stampOf is midnight in Beijing of a civil date.
func stampOf(date string) stamp {
	t, err := time.ParseInLocation(time.DateOnly, date, annotate.Beijing)
	if err != nil {
		return stamp{}
	}
	return stamp{t.Format("D:20060102150405") + "+08'00'", t.Format("2006-01-02T15:04:05-07:00")}
}

// text is a text string: UTF-16 in hexadecimal digits.
func text(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	b.WriteString(">")
	return b.String()
}

// info is the document information dictionary; metadata says the same.
func (f *finisher) info() string {
	d := f.doc
	var b strings.Builder
	b.WriteString("<<")
	for _, e := range []struct{ key, value string }{
		{"Title", d.Title}, {"Author", d.Author}, {"Subject", d.Subject}, {"Keywords", strings.Join(d.Keywords, "; ")},
		{"Creator", producer}, {"Producer", producer},
	} {
		if e.value != "" {
			fmt.Fprintf(&b, "/%s %s ", e.key, text(e.value))
		}
	}
	if f.when.pdf != "" {
		fmt.Fprintf(&b, "/CreationDate (%s) /ModDate (%s) ", f.when.pdf, f.when.pdf)
	}
	return b.String() + ">>"
}

func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(s)); err != nil {
		panic(err) // writing to memory cannot fail
	}
	return b.String()
}

// metadata is the XMP packet. It is not compressed, so that any tool finds it.
func (f *finisher) metadata() ref {
	d := f.doc
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n")
	open := func(prefix, space string) {
		fmt.Fprintf(&b, "<rdf:Description rdf:about=\"\" xmlns:%s=\"%s\">\n", prefix, space)
	}
	end := func() { b.WriteString("</rdf:Description>\n") }
	alt := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "<dc:%s><rdf:Alt><rdf:li xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:%s>\n", key, escape(value), key)
		}
	}
	open("dc", "http://purl.org/dc/elements/1.1/")
	b.WriteString("<dc:format>application/pdf</dc:format>\n")
	alt("title", d.Title)
	if d.Author != "" {
		fmt.Fprintf(&b, "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>\n", escape(d.Author))
	}
	alt("description", d.Subject)
	if d.Code != "" {
		fmt.Fprintf(&b, "<dc:identifier>%s sha256:%s</dc:identifier>\n", escape(d.Code), escape(d.Hash))
	}
	b.WriteString("<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>\n")
	end()
	open("pdf", "http://ns.adobe.com/pdf/1.3/")
	fmt.Fprintf(&b, "<pdf:Producer>%s</pdf:Producer>\n", escape(producer))
	if k := strings.Join(d.Keywords, "; "); k != "" {
		fmt.Fprintf(&b, "<pdf:Keywords>%s</pdf:Keywords>\n", escape(k))
	}
	end()
	open("xmp", "http://ns.adobe.com/xap/1.0/")
	fmt.Fprintf(&b, "<xmp:CreatorTool>%s</xmp:CreatorTool>\n", escape(producer))
	if f.when.xmp != "" {
		fmt.Fprintf(&b, "<xmp:CreateDate>%s</xmp:CreateDate>\n<xmp:ModifyDate>%s</xmp:ModifyDate>\n", f.when.xmp, f.when.xmp)
	}
	end()
	if f.o.Preset == ForArchive {
		open("pdfaid", "http://www.aiim.org/pdfa/ns/id/")
		b.WriteString("<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n")
		end()
	}
	b.WriteString("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return f.stored(" /Type /Metadata /Subtype /XML", []byte(b.String()))
}
