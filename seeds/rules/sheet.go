package rules

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// A rule pack as a spreadsheet, for people who never see TOML.
//
// It is a book of sheets, each a table with a head: one row an entry, or one
// row an item with what it is set to. The names of sheets and columns are
// those of tables and keys; a remark column is not read, nor is the sheet 说明.
// Several words in one cell are parted by 、 or by line breaks. Nothing may be
// missing but rows and cells: who takes a whole sheet away has most likely made
// a slip, and is told so.

// A Sheet is one sheet of such a book: its rows of cells, the head first.
type Sheet struct {
	Name  string
	Rows  [][]string
	Picks map[int][]string // words to choose from, by column
}

// remark is the head of columns that explain and are not read.
const remark = "说明"

// A page is a sheet and how it holds part of a pack.
type page struct {
	name  string
	heads []string
	write func(p *Pack) [][]string
	read  func(r *reading) // one row
	picks func(p *Pack) map[int][]string
}

// A reading is one row of a sheet on its way into a pack.
type reading struct {
	p    *Pack
	page *page
	row  []string
	line int // from 1
	at   map[spot]place
	bad  func(sheet string, line int, code string, args ...string)
}

// A place is where a spot stands in a book.
type place struct {
	sheet string
	line  int
}

// cell is the cell under head, without the blanks around it.
func (r *reading) cell(head string) string { return strings.TrimSpace(r.raw(head)) }

func (r *reading) raw(head string) string {
	for i, h := range r.page.heads {
		if h == head && i < len(r.row) {
			return r.row[i]
		}
	}
	return ""
}

// list is the words of the cell under head.
func (r *reading) list(head string) []string { return parts(r.raw(head)) }

// number reads the cell under head; an empty one is 0.
func (r *reading) number(head string) int { return r.numberOf(r.cell(head)) }

func (r *reading) numberOf(text string) int {
	if text == "" {
		return 0
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		r.bad(r.page.name, r.line, "not-number", "value", text)
	}
	return n
}

func (r *reading) yes(head string) bool {
	switch text := r.cell(head); text {
	case yes:
		return true
	case "", no:
		return false
	default:
		r.bad(r.page.name, r.line, "not-yes", "value", text)
		return false
	}
}

const yes, no = "是", "否"

// stands says that the nth entry of table stands on this row.
func (r *reading) stands(table string, nth int) { r.mark(spot{table: table, nth: nth}) }

func (r *reading) mark(s spot) { r.at[s] = place{r.page.name, r.line} }

// parting are the signs between words of a cell without line breaks.
const parting = "、，,；;"

// parts reads the words of a cell.
func parts(cell string) []string {
	part := func(r rune) bool { return strings.ContainsRune(parting, r) }
	if strings.Contains(cell, "\n") {
		part = func(r rune) bool { return r == '\n' || r == '\r' }
	}
	var all []string
	for _, w := range strings.FieldsFunc(cell, part) {
		if w = strings.TrimSpace(w); w != "" {
			all = append(all, w)
		}
	}
	return all
}

// joined writes words so that parts reads them.
func joined(words []string) string {
	cell := strings.Join(words, "、")
	if slices.Equal(parts(cell), words) {
		return cell
	}
	return strings.Join(words, "\n") + "\n" // with one word the line break says that its signs part nothing
}

func written(yesNo bool) string {
	if yesNo {
		return yes
	}
	return ""
}

func numeral(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// Titles are patterns, which nobody but programmers can read. Most of them only
// say how a title begins and ends, and are written so: 关于……的建议, or
// 对/关于……的批评.

const gap = "……"

var simple = regexp.MustCompile(`^\^(?:\(([^()|\\\[\].*+?^$]+(?:\|[^()|\\\[\].*+?^$]+)*)\)|([^()|\\\[\].*+?^$]*))\.\+([^()|\\\[\].*+?^$]*)\$$`)

// Easy is a pattern in words, if it has them: 关于……的建议.
func Easy(pattern string) string {
	m := simple.FindStringSubmatch(pattern)
	if m == nil || strings.Contains(m[1]+m[2]+m[3], "/") {
		return pattern
	}
	return strings.ReplaceAll(m[1], "|", "/") + m[2] + gap + m[3]
}

// pattern is the pattern that words stand for.
func pattern(words string) string {
	begin, end, ok := strings.Cut(words, gap)
	if !ok || strings.HasPrefix(words, "^") {
		return words
	}
	quoted := strings.Split(begin, "/")
	for i := range quoted {
		quoted[i] = regexp.QuoteMeta(quoted[i])
	}
	begin = strings.Join(quoted, "|")
	if len(quoted) > 1 {
		begin = "(" + begin + ")"
	}
	return "^" + begin + ".+" + regexp.QuoteMeta(end) + "$"
}
