package entries

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/export/xlsx"
)

// What colleagues filled in is listed before anything changes, and only what is
// ticked is taken.
func TestASheetComesBackInTheWindow(t *testing.T) {
	p := open(t, 6)
	p.o.SetWho("测试经办辛")
	path := filepath.Join(t.TempDir(), "协办表.xlsx")
	p.Save = func(_ string, done func(string)) { done(path) }
	p.Choose = func(done func(string)) { done(path) }
	p.ledger.toggle(0)
	p.ledger.toggle(1)
	p.share()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := xlsx.Read(data)
	if err != nil || len(sheets[0].Rows) != 3 {
		t.Fatalf("%d rows went out for two that are chosen: %v", len(sheets[0].Rows)-1, err)
	}
	p.askReturned()
	top := p.win.Canvas().Overlays().Top()
	if b := buttonOf(top, "收下 0 处"); b == nil || !b.Disabled() {
		t.Fatalf("nothing was changed, and offered is %s", said(top))
	}
	tap(t, top, "取消")

	for r, text := range map[int]string{1: "教科文卫", 2: "不明类别"} {
		sheets[0].Rows[r][6] = text
	}
	var tables []xlsx.Table
	for _, g := range sheets {
		table := xlsx.Table{Name: g.Name}
		for _, head := range g.Rows[0] {
			table.Columns = append(table.Columns, xlsx.Column{Head: head, Width: 9})
		}
		for _, row := range g.Rows[1:] {
			var line []any
			for _, cell := range row {
				line = append(line, cell)
			}
			table.Rows = append(table.Rows, line)
		}
		tables = append(tables, table)
	}
	if data, err = xlsx.Write(tables...); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	p.askReturned()
	top = p.win.Canvas().Overlays().Top()
	if text := said(top); !strings.Contains(text, "2 件，改动 1 处") || !strings.Contains(text, "填错的 1 处") {
		t.Errorf("said: %s", text)
	}
	tap(t, top, "收下 1 处")
	if e := p.entry(t, 0); e.Category != "教科文卫" || !strings.Contains(e.Journal[len(e.Journal)-1].Who, "协办表.xlsx") {
		t.Errorf("filed under %q by %q", e.Category, e.Journal[len(e.Journal)-1].Who)
	}
}
