package finder

import (
	"slices"
	"strings"
	"testing"

	"deputydesk/assets"
	"deputydesk/search"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// pane is the pane of results on a desk of its own, as wide as in the window.
func pane(t *testing.T) (*Page, *desk.Desk) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("window-regular.ttf", assets.WindowRegular()),
		fyne.NewStaticResource("window-bold.ttf", assets.WindowBold())))
	d := desk.Open(desk.Settings{})
	p := New(d, assets.Language(assets.Chinese))
	d.Changed = p.Changed
	w := test.NewTempWindow(t, p.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(248, 560))
	return p, d
}

// ask asks for the whole answer without opening a hit.
func ask(d *desk.Desk, query string) {
	d.Search(query)
	d.ShowInOrder(true)
	d.ShowInOrder(false)
}

func TestTitles(t *testing.T) {
	w := assets.Language(assets.Chinese)
	report := func(heading string, past bool, targets int) desk.Find {
		return desk.Find{Hit: search.Hit{Doc: search.Doc{Kind: search.Reports, Section: "三/(四)", Past: past, Year: 2024}},
			Heading: heading, Planned: !past, Targets: targets}
	}
	note := desk.Find{Hit: search.Hit{Doc: search.Doc{Kind: search.Notes, Section: "三/(四)"}}, Heading: "(四) 注重内外兼修，提升城市品质"}
	for _, tt := range []struct {
		find           desk.Find
		grouped, years bool
		want           string
	}{
		{report("(四) 注重内外兼修，提升城市品质", false, 0), false, false, "(四) 注重内外兼修  今年安排"},
		{report("(四) 注重内外兼修，提升城市品质", false, 3), true, false, "今年安排  目标3"},
		{report("(八) 民生福祉日益增进", true, 0), false, false, "(八) 民生福祉日益增进  去年回顾"},
		{report("", true, 0), false, false, "第三(四)部分  去年回顾"},
		{report("(四) 注重内外兼修，提升城市品质", false, 0), false, true, "2024年  (四) 注重内外兼修  今年安排"},
		{note, false, false, "批注  (四) 注重内外兼修"},
		{note, true, false, "批注"},
		{desk.Find{Hit: search.Hit{Doc: search.Doc{Kind: search.Proposals}}}, false, false, "建议"},
	} {
		if got := title(w, tt.find, tt.grouped, tt.years, 1000, 13); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

// In a narrow pane the section is shortened; what the find is stays.
func TestTitlesFitTheirPane(t *testing.T) {
	test.NewTempApp(t)
	f := desk.Find{Hit: search.Hit{Doc: search.Doc{Kind: search.Targets, Section: "二"}},
		Heading: "二、2024年工作总体要求和主要目标", Planned: true}
	for _, width := range []float32{180, 228, 400} {
		got := title(assets.Language(assets.Chinese), f, false, false, width, 13)
		wide := fyne.MeasureText(got, 13, fyne.TextStyle{}).Width
		if wide > width || !strings.HasPrefix(got, "目标  二") || !strings.HasSuffix(got, "今年安排") {
			t.Errorf("%.0f pixels: %q takes %.0f", width, got, wide)
		}
	}
}

func TestSnippetsBeginWithTheirSentence(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"改造«管网»60公里", "改造«管网»60公里"},
		{"前面一句。改造«管网»60公里", "…改造«管网»60公里"},
		{"道路停车位3000个，新建公共«充电桩»580个", "…新建公共«充电桩»580个"},
		{"共有车位33000个新建的公共«充电桩»", "…33000个新建的公共«充电桩»"},
		{"很长很长很长很长的一句话里改造«管网»和«管网»", "…长的一句话里改造«管网»和«管网»"},
	} {
		h := search.Hit{}
		for part := range strings.SplitSeq(tt.text, "«") {
			if marked, rest, ok := strings.Cut(part, "»"); ok {
				h.Spans = append(h.Spans, search.Span{Start: len(h.Text), End: len(h.Text) + len(marked)})
				part = marked + rest
			}
			h.Text += part
		}
		got, spans := snippet(h)
		for _, s := range slices.Backward(spans) {
			got = got[:s.Start] + "«" + got[s.Start:s.End] + "»" + got[s.End:]
		}
		if got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestFindsAreGroupedInOrderOfTheReport(t *testing.T) {
	p, d := pane(t)
	ask(d, "就业")
	groups := func() (all []string) {
		for _, l := range p.list.lines {
			if l.group != "" {
				all = append(all, l.group)
			}
		}
		return all
	}
	if got := groups(); len(got) != 0 {
		t.Errorf("by relevance there are groups: %q", got)
	}
	test.TapAt(p.order, middle(p.order, 1))
	got := groups()
	if len(got) < 3 || got[0] != "(八) 民生福祉日益增进" || len(slices.Compact(slices.Clone(got))) != len(got) {
		t.Errorf("groups %q", got)
	}
	if len(p.list.lines) != len(got)+len(p.shown.Rows) {
		t.Errorf("%d lines for %d groups and %d finds", len(p.list.lines), len(got), len(p.shown.Rows))
	}
}

// middle is the middle of a word of p.
func middle(p *Picks, i int) fyne.Position {
	all, _ := p.lay(p.Size().Width)
	return all[i].at.AddXY(all[i].size.Width/2, all[i].size.Height/2)
}

func TestFacetsAreClicked(t *testing.T) {
	p, d := pane(t)
	ask(d, "预制菜")
	want := []string{"全部", "报告 ", "目标 "}
	if got := p.facets.Words(); !slices.EqualFunc(got, want, strings.HasPrefix) {
		t.Fatalf("facets %q", got)
	}
	test.TapAt(p.facets, middle(p.facets, 2))
	if p.facets.Current() != 2 || len(p.shown.Rows) == 0 || p.shown.Rows[0].Kind != search.Targets {
		t.Errorf("facet %d is in force, %d finds", p.facets.Current(), len(p.shown.Rows))
	}
}

func TestWhatThePaneSays(t *testing.T) {
	for _, tt := range []struct {
		query         string
		stage, remark string // how they begin
		near          []string
		help, tools   bool
	}{
		{"充电桩", "“充电桩”：1 处", "", nil, false, true},
		{"“高质量发展”", "“高质量发展”：", "", nil, false, true},
		{"充电柱", "没有“充电柱”，相近的词：", "这份报告是摘录，“(上接01版)”以前", []string{"充电", "充电桩"}, false, false},
		{strings.Repeat("充电桩", 40), "没有找到“充电桩充电桩充电桩充电桩充电桩充电桩充电桩充电…”。", "这份报告是摘录", nil, false, false},
		{"ylty", "拼音“ylty”，请点一个词：", "", []string{"养老托育"}, false, false},
		{"航空母舰", "没有找到“航空母舰”。可以换个说法", "这份报告是摘录", nil, false, false},
		{"充电桩 (停车", "括号没有成对（第 5 字附近）。", "", nil, true, false},
		{"chongdianzhuang", "按拼音“chongdianzhuang”查找：1 处", "", []string{"充电桩"}, false, true},
	} {
		p, d := pane(t)
		ask(d, tt.query)
		visible := func(o fyne.CanvasObject) bool { return p.rows[o].Visible() }
		if got := p.stage.Text(); !strings.HasPrefix(got, tt.stage) {
			t.Errorf("%s: says %q", tt.query, got)
		}
		if got := p.remark.Text(); !strings.HasPrefix(got, tt.remark) || visible(p.remark) != (tt.remark != "") {
			t.Errorf("%s: remarks %q, visible %v", tt.query, got, visible(p.remark))
		}
		if !slices.Equal(p.near.Words(), tt.near) || visible(p.near) != (tt.near != nil) {
			t.Errorf("%s: near %q, visible %v", tt.query, p.near.Words(), visible(p.near))
		}
		if visible(p.help) != tt.help || visible(p.tools) != tt.tools {
			t.Errorf("%s: help %v, tools %v", tt.query, visible(p.help), visible(p.tools))
		}
	}
}

// Every example of the help finds something in the bundled report.
func TestExamplesFindSomething(t *testing.T) {
	for _, locale := range []string{assets.Chinese, assets.English} {
		all := Examples(assets.Language(locale))
		if len(all) != 11 {
			t.Errorf("%s: %d examples", locale, len(all))
		}
		d := desk.Open(desk.Settings{})
		for _, each := range all {
			answer, err := d.Ask(search.Query{Text: each.Query})
			if err != nil || len(answer.Hits) == 0 || each.Does == "" {
				t.Errorf("%s: %s (%s): %d hits, %v", locale, each.Query, each.Does, len(answer.Hits), err)
			}
		}
	}
}

// Picks break into rows where the pane ends, and nothing is cut that fits.
func TestPicksBreak(t *testing.T) {
	test.NewTempApp(t)
	p := NewPicks(Setting{}, nil)
	p.Set([]string{"全部", "报告 14", "目标 18", "批注 2", "建议 1"}, 0)
	for _, width := range []float32{120, 228, 600} {
		all, height := p.lay(width)
		for i, each := range all {
			if each.at.X+each.size.Width > width || each.at.Y+each.size.Height > height || each.size.Width != p.width(i) {
				t.Errorf("%.0f pixels: %s stands at %v, %v", width, p.words[i], each.at, each.size)
			}
		}
	}
}
