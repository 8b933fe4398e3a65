package main

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"deputydesk/export"
)

// typstSource is a book as a source for Typst, on the same page, in the same
// fonts and with the same contents, so that the two can be compared.
func typstSource(book export.Book) []byte {
	var b bytes.Buffer
	b.WriteString(`#set page(paper: "a4", margin: (left: 28mm, top: 37mm, right: 26mm, bottom: 35mm))
#set text(font: ("Desk Fang", "Desk Fang Filler", "Desk Kai", "Desk Hei"), size: 16pt, lang: "zh", region: "cn")
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: 13pt, spacing: 13pt)
#show heading: it => block(width: 100%, above: 13pt, below: 13pt, align(center, text(font: "Desk Title", size: 22pt, weight: "bold", it.body)))
#let hei(it) = par(text(font: "Desk Hei", it))
#let kai(it) = par(text(font: "Desk Kai", it))
#let small(it) = text(size: 12pt, par(first-line-indent: 0pt, it))
`)
	for _, block := range book.Cover {
		typstBlock(&b, block)
	}
	b.WriteString("#pagebreak()\n#set page(numbering: \"I\")\n#counter(page).update(1)\n#outline(title: [目录])\n#pagebreak()\n#set page(numbering: \"— 1 —\")\n#counter(page).update(1)\n")
	for i, c := range book.Chapters {
		if i > 0 {
			b.WriteString("#pagebreak()\n")
		}
		for _, block := range c.Blocks {
			typstBlock(&b, block)
		}
	}
	return b.Bytes()
}

// quoted is s as a Typst string in markup.
func quoted(s string) string {
	return "#" + strconv.Quote(s)
}

func typstBlock(b *bytes.Buffer, block export.Block) {
	switch v := block.(type) {
	case export.Title:
		if v.Small {
			fmt.Fprintf(b, "#align(center)[%s]\n\n", quoted(v.Text))
			return
		}
		fmt.Fprintf(b, "#heading(level: %d)[%s]\n\n", max(1, v.Level), quoted(v.Text))
	case export.Heading:
		face := map[int]string{1: "hei", 2: "kai"}[v.Level]
		fmt.Fprintf(b, "#%s[%s]\n\n", face, quoted(v.Text))
	case export.Paragraph:
		for _, s := range v.Spans {
			if s.Role == export.Kai {
				fmt.Fprintf(b, "#text(font: \"Desk Kai\")[%s]", quoted(s.Text))
				continue
			}
			b.WriteString(quoted(s.Text))
		}
		b.WriteString("\n\n")
	case export.Quote:
		fmt.Fprintf(b, "#kai[%s]\n\n#small[%s]\n\n", quoted(v.Text), quoted(v.Source))
	case export.Table:
		typstTable(b, v)
	case export.Drop:
		fmt.Fprintf(b, "#v(%.1fpt)\n", v.Points)
	case export.Space:
		fmt.Fprintf(b, "#v(%.1fpt, weak: true)\n", v.Points)
	case export.Gap:
		fmt.Fprintf(b, "#v(%dem)\n", v.Lines)
	}
}

func typstTable(b *bytes.Buffer, t export.Table) {
	var columns []string
	for _, c := range t.Columns {
		columns = append(columns, fmt.Sprintf("%gmm", c))
	}
	fmt.Fprintf(b, "#{ set text(size: 12pt)\n set par(justify: false, first-line-indent: 0pt, leading: 6pt)\n table(columns: (%s), stroke: 0.5pt,\n", strings.Join(columns, ", "))
	for _, r := range t.Rows {
		for _, c := range r.Cells {
			text := fmt.Sprintf("[%s]", quoted(c.Text))
			if c.Label {
				text = fmt.Sprintf("text(font: \"Desk Hei\")%s", text)
			}
			fmt.Fprintf(b, "  table.cell(colspan: %d, %s),\n", max(1, c.Span), text)
		}
	}
	b.WriteString(") }\n")
}
