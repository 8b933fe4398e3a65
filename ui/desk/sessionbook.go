package desk

import (
	"fmt"
	"path/filepath"
	"strings"

	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/export/pdf"
	"deputydesk/export/xlsx"
	"deputydesk/seeds/rules"
)

// A session as one spreadsheet, which staff fill in instead of session.toml.
//
// It has six sheets: 会议 and 编号与期限 with a row an item, 单位, 代表团, 代表名册 and
// 类别 with a row an entry. The names of sheets and heads are read, what stands in
// a note at a head or under 说明 is not. All that is wrong is told at once, cell by
// cell, and then nothing is taken.

// A SessionBook is what such a spreadsheet says.
type SessionBook struct {
	Session export.Session
	Numbers registry.Numbering // how the register of the session prints numbers
}

// A bookSheet is one sheet of the spreadsheet.
type bookSheet struct {
	name    string
	columns []xlsx.Column
	items   []string // of a sheet with a row an item: their names, in order
	rows    func(b SessionBook) [][]any
	picks   func(d *Desk, b SessionBook) map[int][]string
}

const itemHead, valueHead = "项目", "填写"

var itemColumns = []xlsx.Column{{Head: itemHead, Width: 22, Fixed: true},
	{Head: valueHead, Width: 44, Note: "在这一栏里填。空着的按程序的默认。"}, {Head: "说明", Width: 56, Fixed: true}}

// The sheets, in order.
var bookSheets = []bookSheet{
	{name: "会议", columns: itemColumns, items: []string{"会议名称", "开始日期", "结束日期", "收件公钥"},
		rows: func(b SessionBook) [][]any {
			s := b.Session
			return [][]any{
				{"会议名称", s.Name, "必填，印在每份表单上。例如：示例市第九届人民代表大会第一次会议"},
				{"开始日期", s.Begins, "例如：2024-02-21"},
				{"结束日期", s.Ends, "例如：2024-02-23"},
				{"收件公钥", s.Key, "以 age1 开头；代表交来的文件用它加密。不加密就空着。私钥不要写在这里。"},
			}
		}},
	{name: "单位", columns: []xlsx.Column{
		{Head: "单位全称", Width: 30, Note: "承办单位的全称，一行一个。"},
		{Head: "简称", Width: 24, Note: "常用的简称，几个之间用顿号。"},
		{Head: "系统", Width: 12, Note: "单位属于哪个系统：从下拉里选。"},
		{Head: "职责词", Width: 60, Note: "标题或正文里出现这些词，就推荐这个单位。几个之间用顿号。"}},
		rows: func(b SessionBook) (rows [][]any) {
			for _, u := range b.Session.Units {
				rows = append(rows, []any{u.Name, strings.Join(u.Short, "、"), u.System, strings.Join(u.Duties, "、")})
			}
			return rows
		},
		picks: func(d *Desk, _ SessionBook) map[int][]string {
			return map[int][]string{2: d.pack.Register.Systems}
		}},
	{name: "代表团", columns: []xlsx.Column{{Head: "代表团", Width: 30, Note: "代表团的全称，一行一个，按印发的次序。"}},
		rows: func(b SessionBook) (rows [][]any) {
			for _, name := range b.Session.Delegations {
				rows = append(rows, []any{name})
			}
			return rows
		}},
	{name: "代表名册", columns: []xlsx.Column{
		{Head: "姓名", Width: 14, Note: "必填。"},
		{Head: "代表证号", Width: 14, Note: "必填，每人一个，不能重。"},
		{Head: "代表团", Width: 24, Note: "与“代表团”表里的写法一样。"},
		{Head: "工作单位及职务", Width: 40, Note: "可以空着。请不要写电话、住址和身份证号：名册要发给每一位代表。"}},
		rows: func(b SessionBook) (rows [][]any) {
			for _, m := range b.Session.Roster {
				rows = append(rows, []any{m.Name, m.Number, m.Delegation, m.Post})
			}
			return rows
		},
		picks: func(_ *Desk, b SessionBook) map[int][]string { return map[int][]string{2: b.Session.Delegations} }},
	{name: "类别", columns: []xlsx.Column{
		{Head: "类别", Width: 20, Note: "建议的类别，一行一个。分类时第一类按 1，第二类按 2，依此类推。"},
		{Head: "二级类别", Width: 36, Note: "可以空着。几个之间用顿号。"},
		{Head: "关键词", Width: 72, Note: "标题或正文里出现这些词，就推荐这一类。几个之间用顿号。"}},
		rows: func(b SessionBook) (rows [][]any) {
			for _, c := range b.Session.Categories {
				rows = append(rows, []any{c.Name, strings.Join(c.Parts, "、"), strings.Join(c.Words, "、")})
			}
			return rows
		}},
	{name: "编号与期限", columns: itemColumns, items: []string{"建议编号前缀", "议案编号前缀", "编号位数", "议案截止", "建议截止"},
		rows: func(b SessionBook) [][]any {
			digits := ""
			if b.Numbers.Width > 0 {
				digits = fmt.Sprint(b.Numbers.Width)
			}
			return [][]any{
				{"建议编号前缀", b.Numbers.Prefix, "印在“第001号”前面。例如：示九届一次"},
				{"议案编号前缀", b.Numbers.Motions, "空：与建议相同"},
				{"编号位数", digits, "不足的前面补零。空：3"},
				{"议案截止", b.Session.Motion, "例如：2024-02-22 12:00"},
				{"建议截止", b.Session.Suggestion, "例如：2024-02-23 12:00"},
			}
		}},
}

// SessionBookName is the file name that is offered for the spreadsheet.
const SessionBookName = "会议设置.xlsx"

// sessionBook is what the spreadsheet says to begin with: the session in force,
// and units and categories of the rule pack.
func (d *Desk) sessionBook(n registry.Numbering) SessionBook {
	b := SessionBook{Numbers: n}
	if d.meeting != nil {
		b.Session = d.meeting.Session
	}
	b.Session.Units, b.Session.Categories, b.Session.Delegations = nil, nil, d.pack.Delegations
	for _, u := range d.pack.Units {
		b.Session.Units = append(b.Session.Units, export.SessionUnit(u))
	}
	for _, c := range d.pack.Categories {
		b.Session.Categories = append(b.Session.Categories, export.SessionMatter(c))
	}
	return b
}

// WriteSessionBook saves the spreadsheet at path, filled in with what is known.
func (d *Desk) WriteSessionBook(path string, n registry.Numbering) error {
	b := d.sessionBook(n)
	var tables []xlsx.Table
	for _, s := range bookSheets {
		t := xlsx.Table{Name: s.name, Title: s.name, Columns: s.columns, Rows: s.rows(b), Form: true}
		if s.picks != nil {
			t.Choices = s.picks(d, b)
		}
		tables = append(tables, t)
	}
	data, err := xlsx.Write(tables...)
	if err != nil {
		return err
	}
	return pdf.Save(path, data)
}

// ReadSessionBook reads a spreadsheet that was filled in. All that is wrong comes
// as one rules.Faults.
func (d *Desk) ReadSessionBook(path string) (SessionBook, error) {
	data, err := readSource(path)
	if err != nil {
		return SessionBook{}, err
	}
	name := filepath.Base(path)
	grids, err := xlsx.Read(data)
	if err != nil {
		return SessionBook{}, fmt.Errorf("%s: %w", name, err)
	}
	r := bookReading{file: name, systems: d.pack.Register.Systems, now: d.set.Now()}
	b := r.read(grids)
	if len(r.faults) == 0 {
		if _, err := export.NewSession(b.Session); err != nil {
			r.faults = append(r.faults, &rules.Fault{Name: name, Reason: err.Error()})
		}
	}
	if len(r.faults) > 0 {
		return SessionBook{}, r.faults
	}
	return b, nil
}

// TakeSession puts the session of a filled-in spreadsheet in force. One that asks
// for another key than before waits as an offer, as with a session package.
func (d *Desk) TakeSession(path string) (SessionBook, error) {
	b, err := d.ReadSessionBook(path)
	if err != nil {
		return b, err
	}
	pkg, err := export.NewSession(b.Session)
	if err == nil {
		d.consider(offer{name: filepath.Base(path), pkg: pkg})
	}
	return b, err
}
