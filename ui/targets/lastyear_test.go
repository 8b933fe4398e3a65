package targets

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/ui/desk"
)

// years are two reports of one city: what was planned, and what became of it.
var years = []string{`政府工作报告

——2023年2月21日在鹤壁市第十二届人民代表大会第二次会议上

各位代表：

现在，我代表市人民政府向大会作报告。

一、2022年工作回顾

新建农村公路120公里。

二、2023年主要任务

新建公共充电桩580个，改造老旧小区120个，新增停车位300个。
`, `政府工作报告

——2024年2月20日在鹤壁市第十二届人民代表大会第三次会议上

各位代表：

现在，我代表市人民政府向大会作报告。

一、2023年工作回顾

新建公共充电桩612个，改造老旧小区98个。

二、2024年主要任务

新建公共充电桩300个。
`}

func TestLastYear(t *testing.T) {
	p, d := open(t)
	p.tabs.OnTurn(1)
	l := p.lastYear
	if !l.nothing.Visible() || !strings.Contains(l.empty.Text(), "请导入漯河市人民政府2023年的报告") {
		t.Errorf("with nothing to compare: %s", l.empty.Text())
	}
	for _, text := range years {
		d.ImportText(text)
	}
	d.Turn(desk.Aims)
	if l.nothing.Visible() || len(l.pairs) != 3 || !strings.Contains(l.counts.Text(), "达到 1 · 未达到 1 · 口径不同 0 · 报告未说明 1") {
		t.Fatalf("%d pairs: %s", len(l.pairs), l.counts.Text())
	}
	row := newPairRow(l)
	row.set(l.pairs[1])
	row.Resize(fyne.NewSize(1045, 60))
	if row.plan.words.Text() != "改造老旧小区120个" || row.result.words.Text() != "改造老旧小区98个" || row.outcome.Text() != "未达到" {
		t.Errorf("%s / %s: %s", row.plan.words.Text(), row.result.words.Text(), row.outcome.Text())
	}
	row.wrong.OnTapped()
	if len(l.pairs) != 3 || l.pairs[2].Found {
		t.Error("the rejected match is still there")
	}
	row.set(l.pairs[0])
	row.right.OnTapped()
	row.set(l.pairs[0])
	if row.right.Text != "✓ 配对正确" {
		t.Errorf("the confirmed match says %s", row.right.Text)
	}
	l.filter.SetSelected("报告未说明")
	if len(l.pairs) != 2 {
		t.Errorf("%d pairs of which nothing is said", len(l.pairs))
	}
	l.filter.SetSelected("全部")
	dir := t.TempDir()
	p.Save = func(name string, done func(string)) { done(filepath.Join(dir, name)) }
	l.save()
	if what, _ := desk.Explain(p.w, d.Notice()); what != "已把 3 项目标存成表格“鹤壁市2023目标与鹤壁市2024完成.xlsx”。" {
		t.Errorf("told %s", what)
	}
	test.Tap(row.result)
	if d.Page() != desk.Reading || d.Words() != "新建公共充电桩612个" {
		t.Errorf("page %s, selected %q", d.Page(), d.Words())
	}
	test.Tap(row.plan)
	if d.Words() != "新建公共充电桩580个" {
		t.Errorf("selected %q", d.Words())
	}
}
