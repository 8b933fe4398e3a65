package export

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"deputydesk/seeds/rules"
)

// roster.csv, the deputies of a session as a table.
//
// The first row that names its columns is the head; what stands above it, such
// as a title, is left out. Columns may stand in any order and are parted by
// commas, semicolons or tabs. 姓名, 代表证号 and 代表团 must be there, 职务 may.
// Every other column is dropped and its name returned, so that telephones and
// addresses stay with staff. Refused, by line: a deputy without name or without
// number, a number that stands twice, and a telephone or identity number in a
// column that is kept.

// columns are the heads by which the columns that are kept are known.
var columns = [4][]string{
	{"姓名", "代表姓名", "代表", "name"},
	{"代表证号", "代表证编号", "证号", "代表编号", "代表证", "number"},
	{"代表团", "所在代表团", "所属代表团", "代表团名称", "delegation"},
	{"工作单位及职务", "单位及职务", "单位职务", "现任职务", "职务", "工作单位", "单位", "post"},
}

// The columns that are kept.
const (
	nameColumn = iota
	numberColumn
	delegationColumn
	postColumn
)

// headRows is how far down the head may stand: below a title and a date.
const headRows = 5

// ReadRoster reads a roster from text; name stands in its errors, which are
// *rules.Fault. A deputy of another delegation than those given is refused,
// unless none are given. It also returns the heads of the columns that were dropped.
func ReadRoster(name, text string, delegations []string) (roster []Member, dropped []string, err error) {
	text = strings.TrimPrefix(text, "\uFEFF")
	fault := func(line int, format string, args ...any) error {
		return &rules.Fault{Name: name, Line: line, Reason: fmt.Sprintf(format, args...)}
	}
	if i := strings.IndexRune(text, '\uFFFD'); i >= 0 {
		return nil, nil, fault(strings.Count(text[:i], "\n")+1, "a character that cannot be read; save the table as UTF-8")
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = separator(text), -1, true
	var where [4][]int // columns of the table for each of ours; nil until the head was read
	seen := map[string]int{}
	for row := 0; ; row++ {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			var wrong *csv.ParseError
			if errors.As(err, &wrong) {
				return nil, nil, fault(wrong.Line, "%v", wrong.Err)
			}
			return nil, nil, fault(0, "%v", err)
		}
		line, _ := r.FieldPos(0)
		if where[nameColumn] == nil {
			if where, dropped = head(cells); where[nameColumn] == nil && row+1 >= headRows {
				break
			}
			for i, columnName := range []string{"姓名", "代表证号", "代表团"} {
				if where[nameColumn] != nil && where[i] == nil {
					return nil, nil, fault(line, "no column %s among %s", columnName, strings.Join(cells, " "))
				}
			}
			continue
		}
		m := member(cells, where)
		if m == (Member{}) {
			continue
		}
		if m.Number == "" && m.Name != "" {
			return nil, nil, fault(line, "%s: no 代表证号", m.Name)
		}
		if err := m.check(); err != nil {
			return nil, nil, fault(line, "%v", err)
		}
		if len(delegations) > 0 && !slices.Contains(delegations, m.Delegation) {
			return nil, nil, fault(line, "%s: 代表团 %q is not one of the session's", m.Name, m.Delegation)
		}
		if first, twice := seen[m.Number]; twice {
			return nil, nil, fault(line, "number %s stands in line %d already", m.Number, first)
		}
		seen[m.Number] = line
		roster = append(roster, m)
	}
	if where[nameColumn] == nil {
		return nil, nil, fault(1, "no row that names its columns: 姓名, 代表证号, 代表团, 职务")
	}
	return roster, dropped, nil
}

// separator is the sign that parts the columns: the most frequent one.
func separator(text string) rune {
	best := ','
	for _, sign := range []rune{';', '\t'} {
		if strings.Count(text, string(sign)) > strings.Count(text, string(best)) {
			best = sign
		}
	}
	return best
}

// head finds our columns in a row; that of the name is nil if the row is no
// head. A table may give the unit and the post apart.
func head(cells []string) (where [4][]int, dropped []string) {
	for i, c := range cells {
		title, _, _ := strings.Cut(strings.NewReplacer("（", "(", "*", "").Replace(c), "(")
		title = strings.ToLower(strings.Join(strings.Fields(title), ""))
		column := slices.IndexFunc(columns[:], func(heads []string) bool { return slices.Contains(heads, title) })
		switch {
		case column >= 0 && (column == postColumn || where[column] == nil):
			where[column] = append(where[column], i)
		case title != "":
			dropped = append(dropped, strings.TrimSpace(c))
		}
	}
	return where, dropped
}

func member(cells []string, where [4][]int) Member {
	cell := func(column int) string {
		var words []string
		for _, i := range where[column] {
			if i < len(cells) {
				words = append(words, strings.Fields(cells[i])...)
			}
		}
		return strings.Join(words, " ")
	}
	return Member{
		Name:       personName(cell(nameColumn)),
		Number:     strings.ReplaceAll(unwide(cell(numberColumn)), " ", ""),
		Delegation: strings.ReplaceAll(cell(delegationColumn), " ", ""),
		Post:       cell(postColumn),
	}
}

// personName closes the gap that tables leave in a name of two characters.
func personName(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return !unicode.Is(unicode.Han, r) && r != ' ' && r != '·' }) {
		return name
	}
	return strings.ReplaceAll(name, " ", "")
}
