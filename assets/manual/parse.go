package manual

import (
	"strings"
	"unicode/utf8"
)

// Parse cuts Markdown into blocks. It never loses a word: what is no block it
// knows is a paragraph.
func Parse(text string) Document {
	var d Document
	var open *Block // the paragraph, item or remark that the next line may go on
	add := func(b Block) *Block {
		d.Blocks = append(d.Blocks, b)
		return &d.Blocks[len(d.Blocks)-1]
	}
	var table *Block
	lines := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimRight(lines[i], " \t")
		trimmed := strings.TrimSpace(line)
		if !strings.HasPrefix(trimmed, "|") {
			table = nil
		}
		deep := strings.HasPrefix(line, "  ")
		switch {
		case trimmed == "":
			open = nil
		case d.Title == "" && strings.HasPrefix(line, "# "):
			d.Title = strings.TrimSpace(line[2:])
			open = nil
		case strings.HasPrefix(line, "### "):
			add(Block{Kind: Part, Spans: spans(line[4:])})
			open = nil
		case strings.HasPrefix(line, "## "):
			words, place := placed(line[3:])
			add(Block{Kind: Chapter, Spans: spans(words), Label: place})
			open = nil
		case strings.HasPrefix(line, "    "):
			add(Block{Kind: Typed, Spans: []Span{{Text: trimmed, Exact: true}}})
			open = nil
		case strings.HasPrefix(trimmed, "|"):
			if ruled(trimmed) {
				continue
			}
			if table == nil {
				table = add(Block{Kind: Table})
			}
			table.Rows = append(table.Rows, cells(trimmed))
			open = nil
		case strings.HasPrefix(trimmed, "![") && strings.HasSuffix(trimmed, ")") && strings.Contains(trimmed, "]("):
			caption, file, _ := strings.Cut(trimmed[2:len(trimmed)-1], "](")
			add(Block{Kind: Figure, Spans: spans(caption), File: file})
			open = nil
		case strings.HasPrefix(trimmed, "- "):
			open = add(Block{Kind: Item, Deep: deep, Spans: spans(trimmed[2:])})
		case numbered(trimmed) > 0:
			n := numbered(trimmed)
			open = add(Block{Kind: Step, Deep: deep, Label: trimmed[:n], Spans: spans(strings.TrimSpace(trimmed[n:]))})
		case strings.HasPrefix(trimmed, "> "):
			if open != nil && open.Kind == Remark {
				open.Spans = append(open.Spans, spans(joint(open.Spans, trimmed[2:]))...)
				continue
			}
			open = add(Block{Kind: Remark, Spans: spans(trimmed[2:])})
		case open != nil:
			open.Spans = append(open.Spans, spans(joint(open.Spans, trimmed))...)
		default:
			open = add(Block{Kind: Paragraph, Spans: spans(trimmed)})
		}
	}
	return d
}

// joint is a line that goes on after what is before it: between two Latin words
// there is a blank.
func joint(before []Span, line string) string {
	last, _ := utf8.DecodeLastRuneInString(Text(before))
	first, _ := utf8.DecodeRuneInString(line)
	if last < 0x2E80 && first < 0x2E80 {
		return " " + line
	}
	return line
}

// placed takes {#margin} off the end of a heading.
func placed(line string) (words, place string) {
	line = strings.TrimSpace(line)
	at := strings.LastIndex(line, "{#")
	if at < 0 || !strings.HasSuffix(line, "}") {
		return line, ""
	}
	return strings.TrimSpace(line[:at]), line[at+2 : len(line)-1]
}

// numbered is how many bytes "12." is long at the start of a line; 0 if it does
// not begin so.
func numbered(line string) int {
	n := 0
	for n < len(line) && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n == 0 || n > 3 || !strings.HasPrefix(line[n:], ". ") {
		return 0
	}
	return n + 1
}

// ruled says whether a row of a table is the line below its head.
func ruled(row string) bool { return strings.Trim(row, "|-: ") == "" && strings.Contains(row, "-") }

func cells(row string) [][]Span {
	row = strings.TrimSuffix(strings.TrimPrefix(row, "|"), "|")
	var all [][]Span
	for cell := range strings.SplitSeq(row, "|") {
		all = append(all, spans(strings.TrimSpace(cell)))
	}
	return all
}

// spans reads **bold** and `exact`; a mark without its pair is what it is.
func spans(text string) []Span {
	var all []Span
	for text != "" {
		at := strings.IndexAny(text, "*`")
		if at < 0 {
			return append(all, Span{Text: text})
		}
		mark := "`"
		if text[at] == '*' {
			mark = "**"
		}
		inside, rest, closed := "", "", false
		if strings.HasPrefix(text[at:], mark) {
			inside, rest, closed = strings.Cut(text[at+len(mark):], mark)
		}
		if !closed || inside == "" {
			at += max(1, len(mark)-1)
			if at >= len(text) {
				return append(all, Span{Text: text})
			}
			all, text = append(all, Span{Text: text[:at]}), text[at:]
			continue
		}
		if at > 0 {
			all = append(all, Span{Text: text[:at]})
		}
		all = append(all, Span{Text: inside, Bold: mark == "**", Exact: mark == "`"})
		text = rest
	}
	return all
}
