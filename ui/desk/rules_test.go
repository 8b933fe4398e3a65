package desk

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/export/xlsx"
	"deputydesk/seeds/rules"
)

// template writes the pack in force of a desk as a spreadsheet, changes cells of
// it and returns its path. Changes are "sheet", row, column, text.
func template(t *testing.T, d *Desk, name string, changes ...[4]any) string {
	t.Helper()
	first := filepath.Join(t.TempDir(), "规则包.xlsx")
	if err := d.WriteRules(first); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(first)
	if err != nil {
		t.Fatal(err)
	}
	grids, err := xlsx.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	var tables []xlsx.Table
	for _, g := range grids {
		for _, c := range changes {
			if c[0] == g.Name {
				row := &g.Rows[c[1].(int)-1]
				for len(*row) < c[2].(int) {
					*row = append(*row, "")
				}
				(*row)[c[2].(int)-1] = c[3].(string)
			}
		}
		table := xlsx.Table{Name: g.Name, Form: true}
		for _, head := range g.Rows[0] {
			table.Columns = append(table.Columns, xlsx.Column{Head: head, Width: 12})
		}
		for _, row := range g.Rows[1:] {
			var cells []any
			for _, cell := range row {
				cells = append(cells, cell)
			}
			table.Rows = append(table.Rows, cells)
		}
		tables = append(tables, table)
	}
	if data, err = xlsx.Write(tables...); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// What staff export, and read again, is the same pack, to the byte.
func TestPackThroughASpreadsheet(t *testing.T) {
	d := Open(Settings{})
	path := template(t, d, "规则包.xlsx")
	back, err := ReadRules(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := rules.Write(rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	got, err := rules.Write(back)
	if err != nil || string(got) != string(want) {
		t.Errorf("%v: %d bytes, want %d", err, len(got), len(want))
	}
}

func TestChosenPackIsInForceAndKept(t *testing.T) {
	folder := t.TempDir()
	d := openAt(t, folder, beforeTheMeeting)
	press(t, d, d.Write(annotate.Suggestion))
	d.SetTitle("关于加快公共充电桩建设的建议")
	d.SetPartText(Measures, strings.Repeat("加快建设公共充电桩。", 12))
	long := func() bool {
		return slices.ContainsFunc(d.Findings(), func(f check.Finding) bool { return f.Rule == check.Length && f.Code == "long" })
	}
	if got := d.Rules(); got.Origin != Bundled || long() {
		t.Fatalf("%s, long %t", got.Origin, long())
	}
	d.TakeRules(template(t, d, "本市.xlsx", [4]any{"基本", 2, 2, "某某市规则包"}, [4]any{"篇幅", 3, 2, "100"}, [4]any{"表单用字", 2, 2, "题目"}))
	if got := d.Rules(); got.Origin != Chosen || got.From != "本市.xlsx" || got.Pack.Name != "某某市规则包" || !long() || told(d) != "rules.used" {
		t.Fatalf("%s from %s: %s, long %t, told %s", got.Origin, got.From, got.Pack.Name, long(), said(d))
	}
	if d.wording("标题") != "题目" || d.wording("类型") != "" {
		t.Errorf("the form says %q", d.wording("标题"))
	}
	pressGood(t, d, d.Undo())
	if d.Rules().Origin != Bundled || long() {
		t.Error("undo left the pack in force")
	}
	pressGood(t, d, d.Redo())
	shut(t, d)

	d = openAt(t, folder, beforeTheMeeting)
	if got := d.Rules(); got.Origin != Chosen || got.Pack.Lengths.Body != 100 {
		t.Errorf("opened again: %s, %d", got.Origin, got.Pack.Lengths.Body)
	}
	pressGood(t, d, d.RestoreRules())
	if d.Rules().Origin != Bundled || d.Pack().Lengths.Body != rules.Default().Lengths.Body {
		t.Error("restored, and still the other pack is in force")
	}
	if off := d.RestoreRules().Off; !errors.Is(off, ErrBundledRules) {
		t.Errorf("nothing to restore: %v", off)
	}
}

func TestFaultyPackChangesNothingAndIsToldInChinese(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	d.TakeRules(template(t, d, "本市.xlsx", [4]any{"篇幅", 3, 2, "一千五"}, [4]any{"承办单位", 3, 3, "市府"}))
	const want = "“本市.xlsx”有 2 处要改，没有换用。“篇幅”表第 3 行：“一千五”应是数字"
	if d.Rules().Origin != Bundled || !strings.HasPrefix(said(d), want) {
		t.Errorf("%s: %s, want %s", d.Rules().Origin, said(d), want)
	}
	path := filepath.Join(t.TempDir(), "a.xlsx")
	if err := os.WriteFile(path, []byte("schema = 1"), 0o600); err != nil {
		t.Fatal(err)
	}
	if d.TakeRules(path); !strings.HasPrefix(said(d), "这个文件不是 .xlsx 表格") {
		t.Errorf("told %s", said(d))
	}
}

// The pack chosen in a session goes before that of the session; another
// session's own pack goes before it.
func TestChosenPackBesideASession(t *testing.T) {
	own := *rules.Default()
	own.Name = "会议包的规则"
	data, err := rules.Write(&own)
	if err != nil {
		t.Fatal(err)
	}
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	first := meeting()
	first.Rules = data
	d.OpenFile(issue(t, first))
	if got := d.Rules(); got.Origin != Session || got.From != first.Name || got.Pack.Name != own.Name {
		t.Fatalf("%s from %s: %s", got.Origin, got.From, got.Pack.Name)
	}
	d.TakeRules(template(t, d, "本市.xlsx", [4]any{"基本", 2, 2, "改过的规则"}))
	if got := d.Rules(); got.Origin != Chosen || got.Pack.Name != "改过的规则" {
		t.Errorf("%s: %s, %v", got.Origin, got.Pack.Name, got.Pack.Delegations)
	}
	next := meeting()
	next.Name, next.Rules = "另一次会议", data
	d.OpenFile(issue(t, next))
	if got := d.Rules(); got.Origin != Session || got.Pack.Name != own.Name {
		t.Errorf("next session: %s, %s", got.Origin, got.Pack.Name)
	}
}

// Staff put the filled-in template into the folder of the session; in the
// package it is the rule pack, and faults are named by sheet and row.
func TestTemplateInTheFolderOfASession(t *testing.T) {
	d := Open(Settings{})
	read := func(path string) string {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	good := read(template(t, d, "规则包.xlsx", [4]any{"基本", 2, 2, "某某市规则包"}))
	out := filepath.Join(t.TempDir(), "a.dbs")
	done, err := PackSession(folder(t, map[string]string{"规则包.xlsx": good}), out, beforeTheMeeting)
	if err != nil {
		t.Fatal(err)
	}
	if pack, err := rules.Read("a", done.Meeting.Session.Rules); err != nil || pack.Name != "某某市规则包" {
		t.Errorf("in the package: %v", err)
	}
	bad := read(template(t, d, "规则包.xlsx", [4]any{"篇幅", 3, 2, "一千五"}))
	_, err = PackSession(folder(t, map[string]string{"rules.xlsx": bad}), out, beforeTheMeeting)
	if want := `rules.xlsx: 篇幅: row 3: "一千五" is not a number`; err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	_, err = PackSession(folder(t, map[string]string{"rules.xlsx": good, "规则包.xlsx": good}), out, beforeTheMeeting)
	if err == nil || !strings.Contains(err.Error(), "there is rules.xlsx as well") {
		t.Errorf("two packs: %v", err)
	}
}
