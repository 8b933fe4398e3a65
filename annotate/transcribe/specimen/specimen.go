// Package specimen holds made-up papers 样张 as offices get them: proposals in
// tables, with labels and lines to fill, or as plain letters, each with what a
// clerk would copy from it. Transcription is measured on them.
//
// A paper is written once, as text a person can review (papers/*.txt), and drawn
// as an office file, as PDF and as plain text. Everybody in them is invented.
package specimen

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"
)

// A Paper is one file that is handed in, before it is drawn.
//
// A paper file has three parts, parted by lines of dashes: what the paper is
// (名 its name, 式 the kinds of file it is drawn as, 写 how an office file of it is
// written: plain, wps, runs, control; 盲 if it was written after the rules); the
// paper; and what is to be read off it, one "field = value" a line, one proposal
// after the other between lines of "=".
//
// In the paper every line is a paragraph. "# " and "## " begin a centred line,
// "> " one at the right edge, "| " a row of a table whose cells stand between
// "|"; "<" is a cell joined with the one to its left, "^" with the one above, "¶"
// a line end in a cell. "宽 3 5" gives the widths of the columns of the next table,
// 页眉 and 页脚 what stands on every page, ---分页--- begins a page.
type Paper struct {
	Name  string
	Kinds []string // docx, pdf, txt
	Style string   // of the office file
	Blind bool     // written after the rules that read it
	Gold  []map[string]string

	lines []string
}

//go:embed papers/*.txt
var papers embed.FS

// All are the papers, in the order of their files.
func All() ([]Paper, error) {
	files, err := papers.ReadDir("papers")
	if err != nil {
		return nil, fmt.Errorf("specimen: %w", err)
	}
	var all []Paper
	for _, f := range files {
		data, err := papers.ReadFile(path.Join("papers", f.Name()))
		if err != nil {
			return nil, fmt.Errorf("specimen: %w", err)
		}
		p, err := parse(string(data))
		if err != nil {
			return nil, fmt.Errorf("specimen: %s: %w", f.Name(), err)
		}
		p.Name = strings.TrimSuffix(f.Name(), ".txt") + " " + p.Name
		all = append(all, p)
	}
	return all, nil
}

func parse(text string) (Paper, error) {
	parts := strings.Split(text, "\n----\n")
	if len(parts) != 3 {
		return Paper{}, fmt.Errorf("%d parts, want 3", len(parts))
	}
	p := Paper{Style: "plain", lines: strings.Split(parts[1], "\n")}
	for line := range strings.Lines(parts[0]) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch key {
		case "名":
			p.Name = value
		case "式":
			p.Kinds = strings.Fields(value)
		case "写":
			p.Style = value
		case "盲":
			p.Blind = true
		default:
			return Paper{}, fmt.Errorf("line %q", line)
		}
	}
	for each := range strings.SplitSeq(parts[2], "====\n") {
		gold := map[string]string{}
		for line := range strings.Lines(each) {
			key, value, ok := strings.Cut(strings.TrimSpace(line), " = ")
			if !ok {
				return Paper{}, fmt.Errorf("line %q", line)
			}
			gold[key] = value
		}
		p.Gold = append(p.Gold, gold)
	}
	return p, nil
}

// File draws p as a file of one of its kinds.
func (p Paper) File(kind string) ([]byte, error) {
	blocks := p.blocks()
	switch kind {
	case "docx":
		return drawWord(blocks, p.Style)
	case "pdf":
		return drawPDF(blocks)
	case "txt":
		return drawText(blocks), nil
	}
	return nil, fmt.Errorf("specimen: %s: no such kind", kind)
}

// A block is a paragraph, a table, or the end of a page.
type block struct {
	text  string
	place string // "", centre, right, head, foot, break
	rows  [][]cell
	width []int // of the columns, in parts of their sum
}

// A cell is one of a table's grid. One that belongs to another has no text.
type cell struct {
	text        string
	left, above bool // joined with that neighbour
}

func (p Paper) blocks() []block {
	var all []block
	var width []int
	for _, line := range p.lines {
		switch {
		case line == "---分页---":
			all = append(all, block{place: "break"})
		case strings.HasPrefix(line, "宽 "):
			width = nil
			for w := range strings.FieldsSeq(line[len("宽 "):]) {
				n := 0
				if _, err := fmt.Sscan(w, &n); err == nil {
					width = append(width, n)
				}
			}
		case strings.HasPrefix(line, "| "):
			var row []cell
			for c := range strings.SplitSeq(strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|"), "|") {
				c = strings.TrimSpace(c)
				row = append(row, cell{text: strings.ReplaceAll(strings.Trim(c, "<^"), "¶", "\n"), left: c == "<", above: c == "^"})
			}
			if n := len(all); n == 0 || all[n-1].rows == nil || width != nil || len(all[n-1].rows[0]) != len(row) {
				if width == nil {
					width = slices.Repeat([]int{1}, len(row))
				}
				all = append(all, block{width: width})
				width = nil
			}
			table := &all[len(all)-1]
			table.rows = append(table.rows, row)
		default:
			b := block{text: line}
			for mark, place := range map[string]string{"# ": "centre", "## ": "centre", "> ": "right", "页眉 ": "head", "页脚 ": "foot"} {
				if rest, ok := strings.CutPrefix(line, mark); ok {
					b.text, b.place = rest, place
				}
			}
			all = append(all, b)
		}
	}
	return all
}

// span is how many columns the cell at x of a row reaches across.
func span(row []cell, x int) int {
	n := 1
	for x+n < len(row) && row[x+n].left {
		n++
	}
	return n
}

// drawText writes the paper as somebody who copies it into a plain text does:
// the cells of a row behind each other.
func drawText(blocks []block) []byte {
	var b strings.Builder
	for _, it := range blocks {
		for _, row := range it.rows {
			var cells []string
			for _, c := range row {
				if !c.left && !c.above {
					cells = append(cells, c.text)
				}
			}
			b.WriteString(strings.Join(cells, "\t") + "\n")
		}
		if it.rows == nil && it.place != "head" && it.place != "foot" && it.place != "break" {
			b.WriteString(it.text + "\n")
		}
	}
	return []byte(b.String())
}
