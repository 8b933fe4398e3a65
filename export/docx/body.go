package docx

import (
	"encoding/xml"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"deputydesk/export"
)

// A body collects the paragraphs and tables of the document.
type body struct {
	strings.Builder
	turn   bool // the next paragraph begins a page
	paper  export.Paper
	deeper int // by how much headings below titles stand deeper in the outline
	duplex bool
	marks  map[string]int    // bookmarks by the name of their place
	pages  map[string]string // page numbers to show until the fields are brought up to date
}

func newBody(paper export.Paper) *body {
	if paper == (export.Paper{}) {
		paper = export.Upright
	}
	return &body{paper: paper, marks: map[string]int{}}
}

// faces are what the machines of government offices call the roles.
var faces = map[export.Role]string{
	export.Song: "方正小标宋简体", export.Hei: "黑体", export.Kai: "楷体_GB2312", export.Fang: "仿宋_GB2312", export.Num: "宋体",
}

func face(r export.Role) string {
	if r == "" {
		r = export.Fang
	}
	n := faces[r]
	return fmt.Sprintf(`<w:rFonts w:ascii=%q w:hAnsi=%q w:eastAsia=%q w:cs=%q w:hint="eastAsia"/>`, n, n, n, n)
}

// escape makes text fit for XML, without characters that leave no mark.
func escape(s string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(export.Visible(s))); err != nil {
		panic(err) // writing to memory cannot fail
	}
	return b.String()
}

// A form is how a paragraph is set. Sizes are half points, lengths twips.
type form struct {
	role    export.Role
	half    int // size
	line    int // exact line height
	indent  int // first line, in characters
	left    int
	right   int
	align   string // "" is both sides
	keep    bool   // with the next one
	level   int    // in the outline, from 1
	tabs    bool   // one stop at the right edge
	twisted int    // added to each character, in twentieths of a point
}

func (f form) open(turn bool) string {
	var b strings.Builder
	b.WriteString("<w:p><w:pPr>")
	if f.keep {
		b.WriteString("<w:keepNext/>")
	}
	if turn {
		b.WriteString("<w:pageBreakBefore/>")
	}
	if f.tabs {
		fmt.Fprintf(&b, `<w:tabs><w:tab w:val="right" w:pos="%d"/></w:tabs>`, textWidth)
	}
	b.WriteString(`<w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>`)
	if f.line != gridLine {
		b.WriteString(`<w:snapToGrid w:val="0"/>`)
	}
	fmt.Fprintf(&b, `<w:spacing w:before="0" w:after="0" w:line="%d" w:lineRule="exact"/>`, f.line)
	if f.right > 0 {
		fmt.Fprintf(&b, `<w:ind w:right="%d"/>`, f.right)
	} else if f.indent > 0 || f.left > 0 {
		fmt.Fprintf(&b, `<w:ind w:left="%d" w:firstLineChars="%d" w:firstLine="%d"/>`, f.left, 100*f.indent, 10*f.half*f.indent)
	}
	align := f.align
	if align == "" {
		align = "both"
	}
	fmt.Fprintf(&b, `<w:jc w:val="%s"/>`, align)
	if f.level > 0 {
		fmt.Fprintf(&b, `<w:outlineLvl w:val="%d"/>`, f.level-1)
	}
	b.WriteString("</w:pPr>")
	return b.String()
}

// patterns are the lines of highlights by the names Word has for them.
var patterns = map[export.Mark]string{
	export.Lined: "thick", export.Dashed: "dash", export.Dotted: "dotted", export.Waved: "wave", export.Doubled: "double",
}

func (f form) run(s export.Span) string {
	role := s.Role
	if role == "" {
		role = f.role
	}
	strike, under, raised := "", "", "" // in three places, as the schema orders them
	switch s.Mark {
	case export.Struck:
		strike = "<w:strike/>"
	case export.Under:
		under = `<w:u w:val="single"/>`
	case export.Raised:
		raised = `<w:vertAlign w:val="superscript"/>`
	default:
		if line, ok := patterns[s.Mark]; ok {
			under = `<w:u w:val="` + line + `"/>`
		}
	}
	spacing := ""
	if f.twisted != 0 {
		spacing = fmt.Sprintf(`<w:spacing w:val="%d"/>`, f.twisted)
	}
	return fmt.Sprintf(`<w:r><w:rPr>%s%s%s<w:sz w:val="%d"/><w:szCs w:val="%d"/>%s%s</w:rPr><w:t xml:space="preserve">%s</w:t></w:r>`,
		face(role), strike, spacing, f.half, f.half, under, raised, escape(s.Text))
}

// paragraph writes spans in one paragraph.
func (b *body) paragraph(f form, spans ...export.Span) {
	b.WriteString(f.open(b.turn))
	b.turn = false
	for _, s := range spans {
		b.WriteString(f.run(s))
	}
	b.WriteString("</w:p>")
}

// text is the form of the text: 28 characters of 16 points are a little wider
// than the line, as in the PDF.
var text = form{half: 32, line: gridLine, indent: 2, twisted: -4}

// small is the form of notes and cells.
var small = form{half: 24, line: 360}

func (b *body) block(block export.Block) {
	switch v := block.(type) {
	case export.Title:
		f := form{role: export.Song, half: 44, line: gridLine, align: "center", keep: true, level: 1}
		if v.Small {
			f = form{half: 32, line: gridLine, align: "center", keep: true}
		}
		if !v.Small {
			f.level = max(1, v.Level)
		}
		b.named(v.Name, f, export.Span{Text: v.Text})
	case export.Heading:
		f := text
		f.keep, f.level, f.role = true, v.Level+1+b.deeper, [...]export.Role{export.Fang, export.Hei, export.Kai, export.Fang}[min(max(0, v.Level), 3)]
		b.paragraph(f, export.Span{Text: v.Text})
	case export.Paragraph:
		f := text
		if v.Small {
			f = small
			f.indent = 2
		}
		if v.Flush {
			f.indent = 0
		}
		f.keep = v.Follow
		b.paragraph(f, v.Spans...)
	case export.Closing:
		f := text
		f.indent, f.align, f.right = 0, "right", 4*316
		b.paragraph(f, export.Span{Text: v.Text})
	case export.Picture: // its words stand for it
		f := small
		f.align = "center"
		b.paragraph(f, export.Span{Text: v.Caption})
	case export.Entry:
		b.entry(v)
	case export.Drop:
		b.blank(v.Points)
	case export.Quote:
		f := text
		f.role, f.keep = export.Kai, v.Source != ""
		b.paragraph(f, export.Span{Text: v.Text})
		if v.Source != "" {
			f = small
			f.left = 640
			b.paragraph(f, export.Span{Text: v.Source})
		}
	case export.Speech:
		f := form{half: 44, line: 760}
		switch v.Kind {
		case export.SpeechQuote:
			f.role, f.half, f.line = export.Kai, 36, 620
		case export.SpeechNote:
			f.half, f.line = 28, 480
		}
		if v.Centre {
			f.align = "center"
		}
		b.paragraph(f, export.Span{Text: v.Number + v.Text})
	case export.Table:
		b.table(v)
	case export.Signature:
		f := form{half: 32, line: gridLine * 3 / 2, align: "right", keep: true}
		spans := []export.Span{{Text: v.Label}, {Text: strings.Repeat("　", 7), Mark: export.Under}}
		if v.Dated {
			spans = append(spans, export.Span{Text: export.PenDate})
		}
		b.paragraph(f, spans...)
	case export.Head:
		f := small
		f.tabs, f.align = true, "left"
		b.WriteString(f.open(b.turn))
		b.turn = false
		b.WriteString(f.run(export.Span{Text: v.Left}) + "<w:r><w:tab/></w:r>" + f.run(export.Span{Text: v.Right}) + "</w:p>")
	case export.Gap:
		for range v.Lines {
			b.paragraph(form{half: 32, line: gridLine})
		}
	case export.Space:
		b.paragraph(form{half: 2, line: max(20, int(v.Points*20))})
	case export.Break:
		b.turn = true
	}
}

// twips turns millimetres into twips.
func twips(mm float64) int { return int(math.Round(mm * 1440 / 25.4)) }

// tallRow is from how many characters on a row may be divided between pages.
const tallRow = 300

func (b *body) table(t export.Table) {
	if b.turn {
		b.paragraph(form{half: 2, line: 20}) // a table cannot begin a page by itself
	}
	edge := func(name string, size int) string {
		return fmt.Sprintf(`<w:%s w:val="single" w:sz="%d" w:space="0" w:color="000000"/>`, name, size)
	}
	whole := 0.0
	for _, c := range t.Columns {
		whole += c
	}
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + fmt.Sprint(twips(whole)) + `" w:type="dxa"/><w:tblBorders>` +
		edge("top", 8) + edge("left", 8) + edge("bottom", 8) + edge("right", 8) + edge("insideH", 4) + edge("insideV", 4) +
		`</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, c := range t.Columns {
		b.WriteString(fmt.Sprintf(`<w:gridCol w:w="%d"/>`, twips(c)))
	}
	b.WriteString("</w:tblGrid>")
	for i, r := range t.Rows {
		b.row(t, r, i < t.Head, t.Together && i < len(t.Rows)-1)
	}
	b.WriteString("</w:tbl>")
	// Two tables in sequence would become one.
	b.paragraph(form{half: 2, line: 20})
}

func (b *body) row(t export.Table, r export.Row, head, keep bool) {
	b.WriteString("<w:tr><w:trPr>")
	if long(r) < tallRow {
		b.WriteString("<w:cantSplit/>")
	}
	if r.Height > 0 {
		b.WriteString(fmt.Sprintf(`<w:trHeight w:val="%d" w:hRule="atLeast"/>`, twips(r.Height)))
	}
	if head {
		b.WriteString("<w:tblHeader/>")
	}
	b.WriteString("</w:trPr>")
	column := 0
	for _, c := range r.Cells {
		span := max(1, c.Span)
		width := 0.0
		for k := column; k < min(column+span, len(t.Columns)); k++ {
			width += t.Columns[k]
		}
		column += span
		b.WriteString(fmt.Sprintf(`<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>`, twips(width)))
		if span > 1 {
			b.WriteString(fmt.Sprintf(`<w:gridSpan w:val="%d"/>`, span))
		}
		if !c.Top {
			b.WriteString(`<w:vAlign w:val="center"/>`)
		}
		b.WriteString("</w:tcPr>")
		f := small
		if t.Fine {
			f.half, f.line = 21, 310
		}
		f.align, f.keep = "left", keep
		if c.Label || head {
			f.role = export.Hei
		}
		if c.Label || c.Centre || head {
			f.align = "center"
		}
		switch {
		case c.Bar > 0:
			b.bar(f, twips(width)-160, c.Bar)
		case len(c.Spans) > 0:
			b.paragraph(f, c.Spans...)
		default:
			for line := range strings.SplitSeq(c.Text, "\n") {
				b.paragraph(f, export.Span{Text: line})
			}
		}
		b.WriteString("</w:tc>")
	}
	b.WriteString("</w:tr>")
}

// long is how many characters the longest cell of r has.
func long(r export.Row) int {
	most := 0
	for _, c := range r.Cells {
		n := utf8.RuneCountInString(c.Text)
		for _, s := range c.Spans {
			n += utf8.RuneCountInString(s.Text)
		}
		most = max(most, n)
	}
	return most
}
