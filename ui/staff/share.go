package staff

import (
	"fmt"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export/xlsx"
	"deputydesk/ui/desk"
)

// A 协办表 is the register, or part of it, as a spreadsheet for colleagues who have
// no such program. It has three sheets.
//
// 登记 has a row an entry. The columns of shared may be filled in, the others are
// grey and not read; the last is hidden and holds the id of the proposal. 原值 is
// hidden: what the shared columns said when the spreadsheet went out, by id. 说明
// says how to fill it in and asks who does.
//
// Rows may be sorted, taken away or put in, columns moved or taken away: a row is
// known by its id or, if that is gone, by its 代码.

// The names of sheets and heads that are read again.
const (
	sharedSheet, wasSheet, aboutSheet = "登记", "原值", "说明"
	idHead, codeHead, fromHead        = "件号", "代码", "填表人"
)

// A sharedColumn is one that colleagues may fill in.
type sharedColumn struct {
	head, field string // field as the journal names it
	width       float64
	note        string
	get         func(e *registry.Entry) string
}

// shared are these columns, in the order in which their changes are made.
var shared = []sharedColumn{
	{"类别", "category", 18, "从下拉里选。空着：用代表自己填的。", func(e *registry.Entry) string { return e.Category }},
	{"主办", "host", 24, "从下拉里选一个单位。", func(e *registry.Entry) string { return e.Host }},
	{"会办", "cohosts", 28, "几个单位之间用顿号。", func(e *registry.Entry) string { return strings.Join(e.Cohosts, "、") }},
	{"状态", "state", 12, "从下拉里选。并案请在程序里办。", func(e *registry.Entry) string { return string(e.State) }},
	{"重点督办", "focus", 10, "是，或者空着。", func(e *registry.Entry) string { return yesText(e.Focus) }},
	{"领衔督办", "leader", 14, "重点督办由谁领衔。", func(e *registry.Entry) string { return e.Leader }},
	{"备注", "remark", 30, "", func(e *registry.Entry) string { return e.Remark }},
}

const yesWord = "是"

func yesText(on bool) string {
	if on {
		return yesWord
	}
	return ""
}

// fixed are the columns in front of them, which only say what a row is about.
var fixed = []xlsx.Column{
	{Head: "编号", Width: 16, Fixed: true}, {Head: "标题", Width: 48, Fixed: true}, {Head: "领衔代表", Width: 12, Fixed: true},
	{Head: "代表团", Width: 18, Fixed: true}, {Head: "代表填的类别", Width: 16, Fixed: true}, {Head: "代表希望的主办", Width: 24, Fixed: true},
}

// guidance is what the sheet 说明 says.
var guidance = []string{
	"请只填“登记”表里不是灰色的各栏，填好存盘，把文件发回。",
	"可以排序、筛选、删行、挪动各栏，但不要改第一行的栏名。没有改动的格不会影响登记簿。",
	"两边都改了同一格的，由登记簿一方逐格选定。",
}

// Shared is the spreadsheet of the entries in rows.
func (o *Office) Shared(rows []Row) ([]byte, error) {
	states := make([]string, 0, len(States))
	for _, s := range States {
		if s != registry.Merged {
			states = append(states, string(s))
		}
	}
	choices := [][]string{o.Categories(), o.UnitNames(), nil, states, {yesWord}, nil, nil}
	register := xlsx.Table{Name: sharedSheet, Title: sharedSheet, Form: true, Columns: append([]xlsx.Column{}, fixed...), Choices: map[int][]string{}}
	was := xlsx.Table{Name: wasSheet, Form: true, Hidden: true, Columns: []xlsx.Column{{Head: idHead, Width: 38}}}
	for i, c := range shared {
		if len(choices[i]) > 0 {
			register.Choices[len(register.Columns)] = choices[i]
		}
		register.Columns = append(register.Columns, xlsx.Column{Head: c.head, Width: c.width, Note: c.note})
		was.Columns = append(was.Columns, xlsx.Column{Head: c.head, Width: c.width})
	}
	register.Columns = append(register.Columns, xlsx.Column{Head: codeHead, Width: 12, Fixed: true}, xlsx.Column{Head: idHead, Width: 38, Fixed: true, Hidden: true})
	for _, r := range rows {
		e := r.Entry
		sheet := e.Sheet()
		line := []any{r.Number, r.Title, r.Deputy, r.Delegation, sheet.Category, sheet.Host}
		before := []any{string(e.Proposal.ID)}
		for _, c := range shared {
			line, before = append(line, c.get(e)), append(before, c.get(e))
		}
		register.Rows = append(register.Rows, append(line, Code(e), string(e.Proposal.ID)))
		was.Rows = append(was.Rows, before)
	}
	about := xlsx.Table{Name: aboutSheet, Form: true, Columns: []xlsx.Column{{Head: fromHead, Width: 60}, {Head: "", Width: 30}}}
	about.Rows = append(about.Rows, []any{"（请在这一行的右边一格写您的姓名）", ""})
	for _, text := range guidance {
		about.Rows = append(about.Rows, []any{text})
	}
	return xlsx.Write(register, about, was)
}

// Share 发出协办表 writes the spreadsheet of ids or, without any, of what the filter
// leaves, to path. It returns where it lies and how many entries are in it.
func (o *Office) Share(path string, ids ...annotate.ProposalID) (file string, n int, err error) {
	rows := o.Rows(Order{})
	if len(ids) > 0 {
		rows = o.Listed(Filter{Only: ids}, Order{})
	}
	if len(rows) == 0 {
		return "", 0, unchosen
	}
	data, err := o.Shared(rows)
	if err != nil {
		return "", 0, err
	}
	file, err = desk.SaveFile(path, data)
	return file, len(rows), err
}

// ShareName is the file name that is offered for it.
func (o *Office) ShareName() string {
	return fmt.Sprintf("协办表_%s.xlsx", o.desk.Decides("").At.Format("20060102"))
}
