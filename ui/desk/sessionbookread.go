package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"deputydesk/export"
	"deputydesk/export/xlsx"
	"deputydesk/seeds/rules"
)

// A bookReading is a spreadsheet of a session on its way into a SessionBook.
type bookReading struct {
	file    string
	systems []string
	now     time.Time
	faults  rules.Faults
}

// A bookRow is one row of it: the cells by their heads.
type bookRow struct {
	*bookReading
	sheet string
	line  int
	at    map[string]int // column of each head, from 0
	cells []string
}

// cell is what stands under a head, without blanks around it.
func (r bookRow) cell(head string) string {
	if c, ok := r.at[head]; ok && c < len(r.cells) {
		return strings.TrimSpace(r.cells[c])
	}
	return ""
}

// bad notes what is wrong with the cell under a head; args are names and values.
func (r bookRow) bad(head, code string, args ...string) {
	f := &rules.Fault{Name: r.file, Sheet: r.sheet, Line: r.line, Cell: cellName(r.at[head], r.line), Code: code, Args: map[string]string{}, Reason: code}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
		f.Reason += fmt.Sprintf(" %s %q", args[i], args[i+1])
	}
	r.faults = append(r.faults, f)
}

// cellName is a cell as spreadsheets name it: "B7" for column 1 of line 7.
func cellName(column, line int) string {
	name := ""
	for c := column + 1; c > 0; c = (c - 1) / 26 {
		name = string(rune('A'+(c-1)%26)) + name
	}
	return name + strconv.Itoa(line)
}

// rows are the filled rows of a sheet; what the sheet lacks is noted.
func (r *bookReading) rows(grids []xlsx.Grid, s bookSheet) []bookRow {
	missing := func(code string, args map[string]string) {
		r.faults = append(r.faults, &rules.Fault{Name: r.file, Sheet: s.name, Code: code, Args: args, Reason: code})
	}
	i := slices.IndexFunc(grids, func(g xlsx.Grid) bool { return strings.TrimSpace(g.Name) == s.name })
	if i < 0 {
		missing("missing-sheet", nil)
		return nil
	}
	at, whole := map[string]int{}, true
	for _, c := range s.columns {
		if len(grids[i].Rows) > 0 {
			if k := slices.IndexFunc(grids[i].Rows[0], func(cell string) bool { return strings.TrimSpace(cell) == c.Head }); k >= 0 {
				at[c.Head] = k
				continue
			}
		}
		if c.Head != "说明" {
			whole = false
			missing("missing-column", map[string]string{"column": c.Head})
		}
	}
	if !whole {
		return nil
	}
	var rows []bookRow
	for n, cells := range grids[i].Rows[1:] {
		row := bookRow{r, s.name, n + 2, at, cells}
		for head := range at {
			if head != "说明" && row.cell(head) != "" {
				rows = append(rows, row)
				break
			}
		}
	}
	return rows
}

// read reads every sheet.
func (r *bookReading) read(grids []xlsx.Grid) SessionBook {
	var b SessionBook
	s := &b.Session
	s.Issued = r.now
	sheet := map[string][]bookRow{}
	for _, known := range bookSheets {
		sheet[known.name] = r.rows(grids, known)
	}
	item := func(name string, items []string) map[string]bookRow {
		all := map[string]bookRow{}
		for _, row := range sheet[name] {
			key := row.cell(itemHead)
			if !slices.Contains(items, key) {
				row.bad(itemHead, "unknown-item", "value", key)
			}
			all[key] = row
		}
		return all
	}
	value := func(rows map[string]bookRow, key string) string {
		if row, ok := rows[key]; ok {
			return row.cell(valueHead)
		}
		return ""
	}
	meeting := item("会议", bookSheets[0].items)
	s.Name, s.Key = value(meeting, "会议名称"), value(meeting, "收件公钥")
	if row, ok := meeting["会议名称"]; s.Name == "" && ok {
		row.bad(valueHead, "session.name")
	} else if !ok && len(sheet["会议"]) > 0 {
		sheet["会议"][0].bad(itemHead, "session.name")
	}
	if row := meeting["收件公钥"]; s.Key != "" && !strings.HasPrefix(s.Key, "age1") {
		row.bad(valueHead, "session.key")
	}
	s.Begins = r.date(meeting["开始日期"])
	s.Ends = r.date(meeting["结束日期"])
	if s.Ends != "" && s.Begins > s.Ends {
		meeting["结束日期"].bad(valueHead, "session.ends")
	}
	r.lists(s, sheet)
	r.roster(s, sheet["代表名册"])

	numbers := item("编号与期限", bookSheets[5].items)
	b.Numbers.Prefix, b.Numbers.Motions = value(numbers, "建议编号前缀"), value(numbers, "议案编号前缀")
	if text := value(numbers, "编号位数"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil || n < 1 || n > 8 {
			numbers["编号位数"].bad(valueHead, "session.digits", "value", text)
		}
		b.Numbers.Width = n
	}
	s.Motion = r.moment(numbers["议案截止"])
	s.Suggestion = r.moment(numbers["建议截止"])
	return b
}

// date reads a day; spreadsheets write it in more than one way.
func (r *bookReading) date(row bookRow) string {
	if row.bookReading == nil || row.cell(valueHead) == "" {
		return ""
	}
	text := row.cell(valueHead)
	for _, layout := range []string{time.DateOnly, "2006/1/2", "2006-1-2", "2006.1.2", "2006年1月2日", "01-02-06", "2006-01-02 15:04:05"} {
		if day, err := time.Parse(layout, text); err == nil {
			return day.Format(time.DateOnly)
		}
	}
	row.bad(valueHead, "session.date", "value", text)
	return ""
}

// moment reads a day with an hour.
func (r *bookReading) moment(row bookRow) string {
	if row.bookReading == nil || row.cell(valueHead) == "" {
		return ""
	}
	text := row.cell(valueHead)
	for _, layout := range []string{rules.Moment, "2006/1/2 15:04", "2006-1-2 15:04", "2006-01-02 15:04:05", "2006年1月2日 15:04", "2006年1月2日15:04"} {
		if at, err := time.Parse(layout, text); err == nil {
			return at.Format(rules.Moment)
		}
	}
	row.bad(valueHead, "moment", "value", text)
	return ""
}

// lists reads units, delegations and categories.
func (r *bookReading) lists(s *export.Session, sheet map[string][]bookRow) {
	named := func(row bookRow, head string, seen map[string]int) string {
		name := row.cell(head)
		switch first := seen[name]; {
		case name == "":
			row.bad(head, "session.empty", "column", head)
		case first > 0:
			row.bad(head, "session.twice", "name", name, "line", strconv.Itoa(first))
		default:
			seen[name] = row.line
		}
		return name
	}
	seen := map[string]int{}
	for _, row := range sheet["单位"] {
		u := export.SessionUnit{Name: named(row, "单位全称", seen), Short: Names(row.cell("简称")), System: row.cell("系统"), Duties: Names(row.cell("职责词"))}
		if u.System != "" && !slices.Contains(r.systems, u.System) {
			row.bad("系统", "session.system", "value", u.System, "known", strings.Join(r.systems, "、"))
		}
		s.Units = append(s.Units, u)
	}
	seen = map[string]int{}
	for _, row := range sheet["代表团"] {
		s.Delegations = append(s.Delegations, named(row, "代表团", seen))
	}
	seen = map[string]int{}
	for _, row := range sheet["类别"] {
		s.Categories = append(s.Categories, export.SessionMatter{Name: named(row, "类别", seen), Parts: Names(row.cell("二级类别")), Words: Names(row.cell("关键词"))})
	}
}

// roster reads the deputies.
func (r *bookReading) roster(s *export.Session, rows []bookRow) {
	seen := map[string]int{}
	for _, row := range rows {
		m := export.Member{Name: row.cell("姓名"), Number: row.cell("代表证号"), Delegation: row.cell("代表团"), Post: row.cell("工作单位及职务")}
		for _, head := range []string{"姓名", "代表证号"} {
			if row.cell(head) == "" {
				row.bad(head, "session.empty", "column", head)
			}
		}
		if first := seen[m.Number]; first > 0 && m.Number != "" {
			row.bad("代表证号", "session.twice", "name", m.Number, "line", strconv.Itoa(first))
		}
		seen[m.Number] = row.line
		if m.Delegation != "" && len(s.Delegations) > 0 && !slices.Contains(s.Delegations, m.Delegation) {
			row.bad("代表团", "session.delegation", "value", m.Delegation)
		}
		for _, head := range []string{"姓名", "代表证号", "代表团", "工作单位及职务"} {
			if export.Private(row.cell(head)) {
				row.bad(head, "session.private")
			}
		}
		s.Roster = append(s.Roster, m)
	}
	if len(s.Delegations) == 0 {
		for _, m := range s.Roster {
			if m.Delegation != "" && !slices.Contains(s.Delegations, m.Delegation) {
				s.Delegations = append(s.Delegations, m.Delegation)
			}
		}
	}
}
