package targets

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
)

// menuItem is the line of a menu with that label.
func menuItem(t *testing.T, items []*fyne.MenuItem, label string) *fyne.MenuItem {
	t.Helper()
	for _, i := range items {
		if i.Label == label {
			return i
		}
	}
	t.Fatalf("no %s in the menu", label)
	return nil
}

// first is the first row that holds words.
func first(t *testing.T, p *Page, words string) desk.TargetRow {
	t.Helper()
	p.find.SetText(words)
	if len(p.rows) == 0 {
		t.Fatalf("no row with %s", words)
	}
	return p.rows[0]
}

func TestRowMenu(t *testing.T) {
	p, d := open(t)
	r := first(t, p, "公共充电桩")
	menuItem(t, p.rowItems(r), "确认无误").Action()
	if r = first(t, p, "公共充电桩"); r.State != desk.Confirmed || !strings.Contains(p.counts.Text(), "已核对 1") {
		t.Errorf("%s; %s", r.State, p.counts.Text())
	}
	if i := menuItem(t, p.rowItems(r), "确认无误"); !i.Disabled {
		t.Error("it can be confirmed twice")
	}
	menuItem(t, p.rowItems(r), "标记：存疑").Action()
	if got := newRow(p); true {
		got.set(p.rows[0])
		if text := got.cells[desk.ByState].Text(); text != "已确认 存疑" {
			t.Errorf("the row says %s", text)
		}
	}
	if i := menuItem(t, p.rowItems(p.rows[0]), "标记：存疑"); !i.Checked {
		t.Error("the mark is not ticked")
	}
	menuItem(t, p.rowItems(p.rows[0]), "不是目标，删除").Action()
	if len(p.rows) != 0 {
		t.Errorf("%d rows are left", len(p.rows))
	}
	p.state.SetSelected("已删除")
	menuItem(t, p.rowItems(p.rows[0]), "找回这项目标").Action()
	p.state.SetSelected("全部状态")
	if r = first(t, p, "公共充电桩"); r.State != desk.AsRead {
		t.Errorf("brought back as %s", r.State)
	}
	d.Press(d.Undo())
	if len(p.rows) != 0 {
		t.Error("undo does not delete again")
	}
}

func TestEditor(t *testing.T) {
	p, _ := open(t)
	e := p.edit(first(t, p, "公共充电桩"), 1)
	e.forms[0].value.SetText("很多")
	e.save()
	if !e.wrong.Visible() || !strings.Contains(e.wrong.Text(), "数值看不懂") {
		t.Errorf("told %q", e.wrong.Text())
	}
	e.forms[0].value.SetText("6万")
	e.forms[0].subject.SetText("城市公共充电桩")
	e.forms[0].deadline.SetText("6月底前")
	e.forms[0].must.SetSelectedIndex(1) // 不低于
	e.save()
	r := first(t, p, "城市公共充电桩")
	got := r.Target
	if r.State != desk.Corrected || got.Value != 60000 || got.Comparator != target.AtLeast || got.Due != "2024-06-30" {
		t.Errorf("%s: %+v", r.State, got)
	}
	if text := cellText(p.w, r, desk.ByValue); text != "6万个" {
		t.Errorf("the row says %s", text)
	}
	e = p.edit(r, 2)
	e.forms[1].subject.SetText("乡镇公共充电桩")
	e.forms[1].must.SetSelectedIndex(len(demands)) // 完成
	if !e.forms[1].value.Disabled() {
		t.Error("a milestone has a number")
	}
	e.save()
	if r = first(t, p, "乡镇公共充电桩"); r.State != desk.Split || r.Target.Kind != target.Milestone {
		t.Errorf("%s: %+v", r.State, r.Target)
	}
}

func TestFilters(t *testing.T) {
	p, _ := open(t)
	all := len(p.rows)
	for _, tt := range []struct {
		filter *filter
		choice int
		is     func(desk.TargetRow) bool
	}{
		{p.kind, 1, func(r desk.TargetRow) bool { return r.Target.Kind == target.Quantified }},
		{p.kind, 2, func(r desk.TargetRow) bool { return r.Target.Kind == target.Milestone }},
		{p.unit, 1, func(r desk.TargetRow) bool { return r.Target.Unit == p.d.TargetUnits()[0] }},
		{p.month, 1, func(r desk.TargetRow) bool { return desk.MonthOf(r.Target) == p.months[0].Month }},
	} {
		tt.filter.SetSelectedIndex(tt.choice)
		if len(p.rows) == 0 || len(p.rows) == all {
			t.Errorf("%s: %d of %d rows", tt.filter.Selected, len(p.rows), all)
		}
		for _, r := range p.rows {
			if !tt.is(r) {
				t.Errorf("%s shows %s", tt.filter.Selected, r.Target.Quote)
			}
		}
		tt.filter.SetSelectedIndex(0)
	}
	test.TapAt(p.calendar, fyne.NewPos(3, 20))
	if p.view.Month != p.months[0].Month || len(p.rows) != p.months[0].Count || p.calendar.now != 0 {
		t.Errorf("%s: %d rows", p.view.Month, len(p.rows))
	}
}

func TestTableAndCorrectionsAreSaved(t *testing.T) {
	p, d := open(t)
	dir := t.TempDir()
	p.Save = func(name string, done func(string)) { done(filepath.Join(dir, name)) }
	p.Choose = func(done func(string)) { done(filepath.Join(dir, "目标更正.json")) }
	p.export()
	menuItem(t, p.rowItems(first(t, p, "公共充电桩")), "确认无误").Action()
	p.exportCorrections()
	d.Press(d.Undo())
	p.importCorrections()
	what, _ := desk.Explain(p.w, d.Notice())
	if !strings.HasPrefix(what, "文件里有 1 条更正：采用 1；已有相同的 0；") || strings.ContainsAny(what, "{}⟦") {
		t.Errorf("told %s", what)
	}
	if r := first(t, p, "公共充电桩"); r.State != desk.Confirmed {
		t.Errorf("%s after the import", r.State)
	}
	if info, err := os.Stat(filepath.Join(dir, "漯河市2024目标表.xlsx")); err != nil || info.Size() == 0 {
		t.Errorf("no table: %v", err)
	}
}
