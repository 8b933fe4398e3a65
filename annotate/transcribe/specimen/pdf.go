package specimen

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf16"
)

// The measures of a drawn page, in points.
const (
	pageWidth  = 595.0
	pageHeight = 842.0
	margin     = 72.0
	em         = 12.0
	pitch      = 20.0
	padding    = 4.0
)

// A pdfPages draws from the top down.
type pdfPages struct {
	pages []*bytes.Buffer
	y     float64 // of the next line's top
	head  string
	foot  string
}

// drawPDF prints the paper as an office program prints it: characters at their
// places, tables as ruled lines, a row too high for a page going on on the next.
// The font is not embedded, since nobody looks at it; its characters are named.
func drawPDF(blocks []block) ([]byte, error) {
	d := &pdfPages{}
	for _, b := range blocks {
		switch b.place {
		case "head":
			d.head = b.text
		case "foot":
			d.foot = b.text
		}
	}
	d.turn()
	for _, b := range blocks {
		switch {
		case b.place == "head" || b.place == "foot":
		case b.place == "break":
			d.turn()
		case b.rows != nil:
			d.table(b)
		default:
			d.paragraph(b)
		}
	}
	return d.file(), nil
}

func (d *pdfPages) turn() {
	d.pages = append(d.pages, &bytes.Buffer{})
	d.y = pageHeight - margin
	if d.head != "" {
		d.text((pageWidth-wide(d.head, 9))/2, pageHeight-45, 9, d.head)
	}
	if d.foot != "" {
		d.text((pageWidth-wide(d.foot, 9))/2, 40, 9, strings.Replace(d.foot, "1", fmt.Sprint(len(d.pages)), 1))
	}
}

// wide is how wide text is at a size.
func wide(text string, size float64) float64 {
	w := 0.0
	for _, r := range text {
		if r < 0x80 {
			w += size / 2
		} else {
			w += size
		}
	}
	return w
}

// wrap cuts text into lines no wider than width.
func wrap(text string, size, width float64) []string {
	var all []string
	line := ""
	for _, r := range text {
		if wide(line+string(r), size) > width && !strings.ContainsRune("，。；：、）”", r) {
			all = append(all, line)
			line = ""
		}
		line += string(r)
	}
	return append(all, line)
}

func (d *pdfPages) text(x, y, size float64, text string) {
	var codes strings.Builder
	for _, u := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&codes, "%04X", u)
	}
	fmt.Fprintf(d.pages[len(d.pages)-1], "BT /F1 %.0f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET\n", size, x, y, codes.String())
}

func (d *pdfPages) paragraph(b block) {
	size, width := em, pageWidth-2*margin
	if b.place == "centre" {
		size = 18
	}
	for _, line := range wrap(b.text, size, width) {
		if d.y-pitch*size/em < margin {
			d.turn()
		}
		x := margin
		switch b.place {
		case "centre":
			x = (pageWidth - wide(line, size)) / 2
		case "right":
			x = pageWidth - margin - wide(line, size) - 2*em
		}
		d.text(x, d.y-size, size, line)
		d.y -= pitch * size / em
	}
}

// A drawn is a cell with the lines it has left to print.
type drawn struct {
	x, width float64
	lines    []string
	above    bool
	below    bool // the cell under it belongs to it
}

func (d *pdfPages) table(b block) {
	sum := 0
	for _, w := range b.width {
		sum += w
	}
	unit := (pageWidth - 2*margin) / float64(sum)
	for y, row := range b.rows {
		var cells []drawn
		x, most := margin, 1
		for i := 0; i < len(row); i += span(row, i) {
			c := drawn{x: x, above: row[i].above, below: y+1 < len(b.rows) && b.rows[y+1][i].above}
			for k := range span(row, i) {
				c.width += float64(b.width[i+k]) * unit
			}
			for line := range strings.SplitSeq(row[i].text, "\n") {
				c.lines = append(c.lines, wrap(line, em, c.width-2*padding)...)
			}
			most = max(most, len(c.lines))
			cells = append(cells, c)
			x += c.width
		}
		for most > 0 {
			fits := int((d.y - margin - 2*padding) / pitch)
			if fits < 1 {
				d.turn()
				continue
			}
			n := min(fits, most)
			d.row(cells, n)
			if most -= n; most > 0 {
				d.turn()
			}
		}
	}
	d.y -= padding
}

// row draws n lines of the cells of a row with the lines around them.
func (d *pdfPages) row(cells []drawn, n int) {
	height := float64(n)*pitch + 2*padding
	rule := func(x0, y0, x1, y1 float64) {
		fmt.Fprintf(d.pages[len(d.pages)-1], "%.2f %.2f m %.2f %.2f l S\n", x0, y0, x1, y1)
	}
	for i := range cells {
		c := &cells[i]
		rule(c.x, d.y, c.x, d.y-height)
		rule(c.x+c.width, d.y, c.x+c.width, d.y-height)
		if !c.above {
			rule(c.x, d.y, c.x+c.width, d.y)
		}
		if !c.below {
			rule(c.x, d.y-height, c.x+c.width, d.y-height)
		}
		now := c.lines[:min(n, len(c.lines))]
		c.lines = c.lines[len(now):]
		top := d.y - padding - float64(n-len(now))*pitch/2 // in the middle of the cell
		for k, line := range now {
			d.text(c.x+padding, top-float64(k)*pitch-em-2, em, line)
		}
	}
	d.y -= height
}

// file puts the pages together.
func (d *pdfPages) file() []byte {
	var objects []string
	var kids strings.Builder
	for i := range d.pages {
		fmt.Fprintf(&kids, "%d 0 R ", 6+2*i)
	}
	var names strings.Builder
	for hi := 0; hi < 256; hi += 100 {
		last := min(256, hi+100)
		fmt.Fprintf(&names, "%d beginbfrange\n", last-hi)
		for h := hi; h < last; h++ {
			fmt.Fprintf(&names, "<%02X00> <%02XFF> <%02X00>\n", h, h, h)
		}
		names.WriteString("endbfrange\n")
	}
	cmap := "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n" + names.String() + "endcmap end end"
	objects = append(objects,
		"<< /Type /Catalog /Pages 2 0 R >>",
		fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(d.pages)),
		"<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
		"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /W [32 126 500] >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(cmap), cmap))
	for i, p := range d.pages {
		objects = append(objects,
			fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>", 7+2*i),
			fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", p.Len(), p.String()))
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	var at []int
	for i, o := range objects {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&out, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return out.Bytes()
}
