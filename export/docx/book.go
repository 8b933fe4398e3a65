package docx

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"deputydesk/export"
)

// ErrNoWord is why labels are not written for Word: their paper is not one that
// it is good at.
var ErrNoWord = errors.New("labels are only printed as PDF")

// WriteBook returns a book as the bytes of a .docx file. pages are the page
// numbers of its places as the PDF has them; they stand in the contents until
// the program that opens the file has counted its own.
func WriteBook(book export.Book, pages map[string]string) ([]byte, error) {
	if book.Paper.Bare {
		return nil, fmt.Errorf("docx: %w", ErrNoWord)
	}
	b := newBody(book.Paper)
	b.deeper, b.duplex, b.pages = 1, book.Duplex, pages
	for _, part := range []struct {
		blocks []export.Block
		as     sectionOf
	}{{book.Cover, sectionOf{}}, {book.Front, sectionOf{footed: true, start: true, roman: true}}} {
		if len(part.blocks) == 0 {
			continue
		}
		for _, block := range part.blocks {
			b.block(block)
		}
		b.WriteString("<w:p><w:pPr>" + b.section(part.as) + "</w:pPr></w:p>")
	}
	as := sectionOf{footed: true, start: true}
	for i, c := range book.Chapters {
		if i > 0 {
			if book.Duplex {
				b.WriteString("<w:p><w:pPr>" + b.section(as) + "</w:pPr></w:p>")
				as.start = false
			} else {
				b.turn = true
			}
		}
		for _, block := range c.Blocks {
			b.block(block)
		}
	}
	return b.file(book.Document, b.section(as))
}

// A sectionOf is what is particular to a section.
type sectionOf struct {
	footed bool // page numbers at the foot
	start  bool // counted from 1
	roman  bool
}

// section is the properties of a section on b's paper.
func (b *body) section(s sectionOf) string {
	points := func(v float64) int { return int(math.Round(v * 20)) }
	p := b.paper
	var w strings.Builder
	w.WriteString("<w:sectPr>")
	odd, even := "rId5", "rId5"
	if s.footed {
		odd, even = "rId3", "rId4"
	}
	fmt.Fprintf(&w, `<w:footerReference w:type="default" r:id="%s"/><w:footerReference w:type="even" r:id="%s"/>`, odd, even)
	if b.duplex {
		w.WriteString(`<w:type w:val="oddPage"/>`)
	}
	across := ""
	if p.Width > p.Height {
		across = ` w:orient="landscape"`
	}
	fmt.Fprintf(&w, `<w:pgSz w:w="%d" w:h="%d"%s/>`, points(p.Width), points(p.Height), across)
	fmt.Fprintf(&w, `<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="851" w:footer="1304" w:gutter="0"/>`,
		points(p.Top), points(p.Width-p.Left-p.Wide), points(p.Height-p.Top-p.High), points(p.Left))
	if s.start {
		kind := "decimal"
		if s.roman {
			kind = "upperRoman"
		}
		fmt.Fprintf(&w, `<w:pgNumType w:fmt="%s" w:start="1"/>`, kind)
	}
	w.WriteString(`<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>`)
	return w.String()
}

// mark is the number of the bookmark at a place.
func (b *body) mark(name string) int {
	n, ok := b.marks[name]
	if !ok {
		n = len(b.marks) + 1
		b.marks[name] = n
	}
	return n
}

// named writes a paragraph that is a place; name may be "".
func (b *body) named(name string, f form, span export.Span) {
	if name == "" {
		b.paragraph(f, span)
		return
	}
	n := b.mark(name)
	b.WriteString(f.open(b.turn))
	b.turn = false
	fmt.Fprintf(&b.Builder, `<w:bookmarkStart w:id="%d" w:name="_p%d"/>%s<w:bookmarkEnd w:id="%d"/></w:p>`, n, n, f.run(span), n)
}

// entry writes a line of the contents or of an index: its words, dots up to the
// right edge, and the pages as fields.
func (b *body) entry(v export.Entry) {
	f := form{half: 28, line: 490, align: "left"}
	if v.Level > 0 {
		f.role, f.keep = export.Hei, true
	}
	right := int(math.Round(b.paper.Wide * 20))
	stops := fmt.Sprintf(`<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>`, right)
	hang := ""
	if v.Number != "" {
		stops = fmt.Sprintf(`<w:tabs><w:tab w:val="left" w:pos="1200"/><w:tab w:val="right" w:leader="dot" w:pos="%d"/></w:tabs>`, right)
		hang = `<w:ind w:left="1200" w:hanging="1200" w:right="640"/>`
	}
	open := strings.Replace(f.open(b.turn), `<w:overflowPunct`, stops+`<w:overflowPunct`, 1)
	if hang != "" {
		open = strings.Replace(open, `<w:jc `, hang+`<w:jc `, 1)
	}
	b.turn = false
	b.WriteString(open)
	tab := "<w:r><w:tab/></w:r>"
	if v.Number != "" {
		b.WriteString(f.run(export.Span{Text: v.Number}) + tab)
	}
	b.WriteString(f.run(export.Span{Text: v.Text}))
	last := ""
	for _, to := range v.To {
		page := b.pages[to]
		if page != "" && page == last {
			continue
		}
		separator := f.run(export.Span{Text: "，"})
		if last == "" {
			separator = tab
		}
		last = page
		field := func(kind string) string { return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>` }
		fmt.Fprintf(&b.Builder, `%s<w:hyperlink w:anchor="_p%d">%s<w:r><w:instrText xml:space="preserve"> PAGEREF _p%d </w:instrText></w:r>%s%s%s</w:hyperlink>`,
			separator, b.mark(to), field("begin"), b.mark(to), field("separate"), f.run(export.Span{Text: page, Role: export.Num}), field("end"))
	}
	b.WriteString("</w:p>")
}

// blank leaves points of room. Word allows 1584 points in a line.
func (b *body) blank(points float64) {
	for ; points > 0; points -= 700 {
		b.paragraph(form{half: 2, line: max(20, int(min(points, 700)*20))})
	}
}

// bar writes a bar of a chart: a shaded paragraph as long as its share of wide.
func (b *body) bar(f form, wide int, share float64) {
	f.right = max(0, int(float64(wide)*(1-min(1, share))))
	open := f.open(b.turn)
	b.turn = false
	open = strings.Replace(open, `<w:overflowPunct`, `<w:shd w:val="clear" w:color="auto" w:fill="737373"/><w:overflowPunct`, 1)
	b.WriteString(open + "</w:p>")
}
