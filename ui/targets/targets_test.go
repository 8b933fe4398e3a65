package targets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"deputydesk/assets"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// open shows the page on a real desk, in a window of the smallest screen at
// 125 %, less the bars of the window.
func open(t *testing.T) (*Page, *desk.Desk) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("r.ttf", assets.WindowRegular()), fyne.NewStaticResource("b.ttf", assets.WindowBold())))
	d := desk.Open(desk.Settings{Folder: t.TempDir()})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	d.Turn(desk.Aims)
	w := test.NewTempWindow(t, nil)
	p := New(d, assets.Language(assets.Chinese), w)
	d.Changed = p.Changed
	w.SetPadded(false)
	w.SetContent(p.Object())
	w.Resize(fyne.NewSize(1093, 510))
	return p, d
}

// quotes are the rows in order.
func quotes(p *Page) []string {
	var all []string
	for _, r := range p.rows {
		all = append(all, r.Target.Quote)
	}
	return all
}

func TestFilterByText(t *testing.T) {
	p, _ := open(t)
	all := len(p.rows)
	test.Type(p.find, "充电桩")
	if len(p.rows) == 0 || len(p.rows) >= all {
		t.Fatalf("%d of %d rows", len(p.rows), all)
	}
	for _, q := range quotes(p) {
		if !strings.Contains(q, "充电桩") {
			t.Errorf("row %q", q)
		}
	}
	p.find.SetText("没有这样的目标")
	if len(p.rows) != 0 || !p.none.Visible() {
		t.Errorf("%d rows; told that there are none: %v", len(p.rows), p.none.Visible())
	}
	p.find.SetText("")
	if len(p.rows) != all || p.none.Visible() {
		t.Errorf("%d rows of %d are back", len(p.rows), all)
	}
}

func TestFilterBySection(t *testing.T) {
	p, _ := open(t)
	all, first := len(p.rows), p.paths[1]
	p.section.SetSelectedIndex(2) // after all sections and the first
	if len(p.rows) != first.Count || p.chart.now != 1 {
		t.Errorf("%d rows, want %d; the chart is at %d", len(p.rows), first.Count, p.chart.now)
	}
	// a click on the bar of the section that is shown shows all again
	slot := p.chart.Size().Width / float32(len(p.paths))
	test.TapAt(p.chart, fyne.NewPos(slot*1.5, 20))
	if len(p.rows) != all || p.section.SelectedIndex() != 0 {
		t.Errorf("%d rows, the menu is at %d", len(p.rows), p.section.SelectedIndex())
	}
	test.TapAt(p.chart, fyne.NewPos(slot*0.5, 20))
	if len(p.rows) != p.paths[0].Count || p.section.SelectedIndex() != 1 {
		t.Errorf("%d rows, the menu is at %d", len(p.rows), p.section.SelectedIndex())
	}
}

func TestSortByColumn(t *testing.T) {
	p, _ := open(t)
	inOrder := quotes(p)
	test.Tap(p.heads[desk.ByValue])
	for i := 1; i < len(p.rows); i++ {
		a, b := p.rows[i-1].Target, p.rows[i].Target
		if a.Kind == target.Milestone && b.Kind == target.Quantified || b.Kind == target.Quantified && a.Value > b.Value {
			t.Fatalf("%q stands before %q", a.Quote, b.Quote)
		}
	}
	if got := p.heads[desk.ByValue].words.Text(); got != "数值 ↑" {
		t.Errorf("head: %q", got)
	}
	test.Tap(p.heads[desk.ByValue])
	if p.rows[0].Target.Value < p.rows[1].Target.Value || p.heads[desk.ByValue].words.Text() != "数值 ↓" {
		t.Errorf("downwards: %v before %v", p.rows[0].Target.Value, p.rows[1].Target.Value)
	}
	if last := p.rows[len(p.rows)-1].Target; last.Kind != target.Milestone {
		t.Errorf("the greatest first: %q stands last, not a milestone", last.Quote)
	}
	test.Tap(p.heads[desk.BySection])
	for i, q := range quotes(p) {
		if q != inOrder[i] {
			t.Fatalf("row %d is %q, not in the order of the report", i, q)
		}
	}
}

func TestRowLeadsToTheReportAndToADraft(t *testing.T) {
	p, d := open(t)
	test.Type(p.find, "公共充电桩")
	want := p.rows[0].Target
	p.list.Select(0)
	if d.Page() != desk.Reading || d.Words() != want.Quote || d.Place().Paragraph != want.Paragraph {
		t.Errorf("page %s, selected %q, place %s", d.Page(), d.Words(), d.Place().Paragraph)
	}
	p.write(want.ID)
	if d.Page() != desk.Drafting || d.Draft() == nil || d.Draft().Cites[0].Target != want.ID {
		t.Errorf("page %s, draft %+v", d.Page(), d.Draft())
	}
}

func TestNotesAreCounted(t *testing.T) {
	p, d := open(t)
	test.Type(p.find, "公共充电桩")
	got := p.rows[0].Target
	d.Select(got.Paragraph, got.Span)
	d.Comment("每个区县各建多少？").Do()
	if p.rows[0].Notes != 1 || !strings.Contains(p.counts.Text(), "有批注 1") {
		t.Errorf("notes in the row: %d; counts %q", p.rows[0].Notes, p.counts.Text())
	}
}

func TestWhatATargetDemands(t *testing.T) {
	w := assets.Language(assets.Chinese)
	for _, tt := range []struct {
		kind       target.Kind
		measure    target.Measure
		comparator target.Comparator
		tone       target.Tone
		want       string
	}{
		{target.Quantified, target.Level, target.AtLeast, target.Expected, "不低于"},
		{target.Quantified, target.Level, target.AtMost, target.Expected, "不超过"},
		{target.Quantified, target.Level, target.Below, target.Binding, "低于"},
		{target.Quantified, target.Level, target.About, target.Expected, "约"},
		{target.Quantified, target.Level, target.Exactly, target.Expected, "达到"},
		{target.Quantified, target.Growth, target.AtLeast, target.Striving, "力争增幅不低于"},
		{target.Quantified, target.Growth, target.About, target.Expected, "增长约"},
		{target.Milestone, "", "", target.Expected, "完成"},
		{target.Milestone, "", "", target.Striving, "力争完成"},
	} {
		got := desk.Must(w, target.Target{Kind: tt.kind, Measure: tt.measure, Comparator: tt.comparator, Tone: tt.tone})
		if got != tt.want {
			t.Errorf("%s %s %s %s: %q, want %q", tt.kind, tt.measure, tt.comparator, tt.tone, got, tt.want)
		}
	}
}

// Every row is high enough for its words, at this width and a wider one.
func TestNothingIsCut(t *testing.T) {
	p, _ := open(t)
	if need := p.Object().MinSize(); need.Width > 1093 || need.Height > 480 {
		t.Errorf("the page needs %v", need)
	}
	for _, width := range []float32{1045, 1400} {
		for i, r := range p.rows {
			row := newRow(p)
			row.set(r)
			row.Resize(fyne.NewSize(width, row.MinSize().Height))
			h := row.MinSize().Height
			p.measure(width)
			for c, cell := range row.cells {
				if cell.Size().Height+2*rowSpace > h+1 {
					t.Errorf("width %v row %d column %d: cell %v in a row of %v", width, i, c, cell.Size(), h)
				}
			}
		}
	}
}

func TestPointerOverTheChart(t *testing.T) {
	p, _ := open(t)
	p.chart.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(5, 5)}})
	if p.chart.over != 0 {
		t.Errorf("over %d", p.chart.over)
	}
	p.chart.MouseOut()
	if p.chart.over != -1 {
		t.Errorf("over %d after leaving", p.chart.over)
	}
}
