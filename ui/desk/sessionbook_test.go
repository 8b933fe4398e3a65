package desk

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export/pdf"
	"deputydesk/export/xlsx"
	"deputydesk/seeds/rules"
)

// filledBook writes the template of d with cells put in, by sheet and cell, and
// returns its path.
func filledBook(t *testing.T, d *Desk, cells map[string]map[[2]int]string) string {
	t.Helper()
	blank := filepath.Join(t.TempDir(), SessionBookName)
	if err := d.WriteSessionBook(blank, registry.Numbering{}); err != nil {
		t.Fatal(err)
	}
	data, err := readSource(blank)
	if err != nil {
		t.Fatal(err)
	}
	grids, err := xlsx.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var tables []xlsx.Table
	for _, g := range grids {
		table := xlsx.Table{Name: g.Name, Form: true}
		for at, text := range cells[g.Name] {
			for len(g.Rows) <= at[0] {
				g.Rows = append(g.Rows, nil)
			}
			for len(g.Rows[at[0]]) <= at[1] {
				g.Rows[at[0]] = append(g.Rows[at[0]], "")
			}
			g.Rows[at[0]][at[1]] = text
		}
		for _, head := range g.Rows[0] {
			table.Columns = append(table.Columns, xlsx.Column{Head: head, Width: 12})
		}
		for _, row := range g.Rows[1:] {
			var line []any
			for _, c := range row {
				line = append(line, c)
			}
			table.Rows = append(table.Rows, line)
		}
		tables = append(tables, table)
	}
	if data, err = xlsx.Write(tables...); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), SessionBookName)
	if err := pdf.Save(path, data); err != nil {
		t.Fatal(err)
	}
	return path
}

// aSession is a spreadsheet as staff fill it in.
var aSession = map[string]map[[2]int]string{
	"会议":    {{1, 1}: "示例市第九届人民代表大会第一次会议", {2, 1}: "2024/2/21", {3, 1}: "2024-02-23"},
	"代表团":   {{1, 0}: "示例甲区代表团", {2, 0}: "示例乙县代表团"},
	"代表名册":  {{1, 0}: "测试代表甲", {1, 1}: "0001", {1, 2}: "示例甲区代表团", {1, 3}: "示例小学教师", {2, 0}: "测试代表乙", {2, 1}: "0002", {2, 2}: "示例乙县代表团"},
	"编号与期限": {{1, 1}: "示九届一次", {2, 1}: "示九届一次议", {3, 1}: "4", {4, 1}: "2024-02-22 12:00"},
}

// One spreadsheet sets a session up, and what is sent of it sets up a deputy.
func TestASessionFromOneSpreadsheet(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	b, err := d.TakeSession(filledBook(t, d, aSession))
	if err != nil {
		t.Fatal(err)
	}
	if want := (registry.Numbering{Prefix: "示九届一次", Motions: "示九届一次议", Width: 4}); b.Numbers != want {
		t.Errorf("numbers %+v", b.Numbers)
	}
	m := d.Meeting()
	if m == nil || m.Session.Name != "示例市第九届人民代表大会第一次会议" || m.Session.Begins != "2024-02-21" || m.Session.Motion != "2024-02-22 12:00" ||
		len(m.Session.Roster) != 2 || len(d.Rules().Pack.Delegations) != 2 || len(d.Rules().Pack.Units) < 20 {
		t.Fatalf("in force is %+v", m)
	}
	out := filepath.Join(t.TempDir(), "会议包.dbs")
	done, err := d.IssueMeeting(out)
	if err != nil || done.File != out {
		t.Fatalf("%+v: %v", done.File, err)
	}
	deputy := open(t, t.TempDir())
	defer shut(t, deputy)
	deputy.OpenSession(out)
	if m := deputy.Meeting(); m == nil || len(m.Session.Roster) != 2 || len(deputy.Rules().Pack.Delegations) != 2 {
		t.Fatalf("the deputy has %+v; told: %v", m, deputy.Notice())
	}
	deputy.Dismiss()
	if _, err := deputy.IssueMeeting(out); err != nil {
		t.Errorf("again: %v", err)
	}
}

// Everything that is wrong is told at once, cell by cell, and nothing is taken.
func TestFaultsOfASpreadsheetAreNamedByCell(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	path := filledBook(t, d, map[string]map[[2]int]string{
		"会议":    {{2, 1}: "二月底"},
		"单位":    {{1, 2}: "不明系统", {2, 0}: "市人大常委会"},
		"代表团":   {{1, 0}: "示例甲区代表团"},
		"代表名册":  {{1, 0}: "测试代表甲", {1, 1}: "0001", {1, 2}: "示例丙县代表团", {2, 0}: "测试代表乙", {2, 1}: "0001", {3, 1}: "0003", {3, 3}: "电话 13800000000"},
		"编号与期限": {{3, 1}: "四位", {5, 1}: "中午"},
	})
	_, err := d.TakeSession(path)
	var faults rules.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("told: %v", err)
	}
	w := assets.Language(assets.Chinese)
	var said []string
	for _, f := range faults {
		said = append(said, FaultText(w, f))
	}
	for _, want := range []string{
		"“会议”表 B2 格：没有填会议名称", "“会议”表 B3 格：“二月底”不是日期，应写成 2024-02-21 的样子",
		"“单位”表 A3 格：“市人大常委会”与第 2 行重复", "“代表名册”表 C2 格：“代表团”表里没有“示例丙县代表团”",
		"“代表名册”表 B3 格：“0001”与第 2 行重复", "“代表名册”表 A4 格：“姓名”空着",
		"“代表名册”表 D4 格：这里像是电话或身份证号，名册要发给每一位代表，请删去",
		"“编号与期限”表 B4 格：“四位”应是 1 到 8 的数字", "“编号与期限”表 B6 格：“中午”不是时间，应写成 2024-02-22 12:00 的样子",
	} {
		if !slices.Contains(said, want) {
			t.Errorf("nobody says %s", want)
		}
	}
	if !slices.ContainsFunc(said, func(s string) bool {
		return strings.HasPrefix(s, "“单位”表 C2 格：没有“不明系统”这个系统")
	}) {
		t.Errorf("said: %s", strings.Join(said, "\n"))
	}
	if d.Meeting() != nil {
		t.Error("something was taken all the same")
	}
}
