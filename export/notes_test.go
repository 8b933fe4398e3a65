package export

import (
	"errors"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

func noted(id, quote, text string, tags ...string) annotate.Annotation {
	at := time.Date(2024, 2, 22, 9, 30, 0, 0, annotate.Beijing)
	return annotate.Annotation{ID: annotate.NoteID(id), Colour: annotate.Green, Kind: annotate.Question, Text: text, Tags: tags, Created: at, Changed: at,
		Anchor: annotate.Anchor{Report: "test-2024", Edition: "e1", Paragraph: "test-2024/三/1", Sentence: "加强建设，" + quote + "。", Quote: quote, Prefix: "加强建设，", Suffix: "。", Offset: 15}}
}

func TestNotesFileRoundTrip(t *testing.T) {
	all := []annotate.Annotation{noted("n1", "新建公共充电桩580个", "请说明资金来源\n第二行", "充电", "城市"), noted("n2", "改造<老旧>小区", "")}
	all[0].ToShare = true
	data, err := WriteNotes(all)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`"type": "Annotation"`, `"motivation": "commenting"`, `"motivation": "highlighting"`, `"exact": "改造<老旧>小区"`, `"edition": "e1"`, `"id": "n1"`} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
	back, err := ReadNotes("a.json", data)
	if err != nil {
		t.Fatal(err)
	}
	again, err := WriteNotes(back)
	if err != nil || string(again) != string(data) {
		t.Errorf("%v: not the same bytes:\n%s", err, again)
	}
}

func TestReadNotesOfOthers(t *testing.T) {
	for _, tt := range []struct{ name, file, want string }{
		{"selector in a list", `[{"type":"Annotation","body":[{"type":"TextualBody","value":"好"},{"purpose":"tagging","value":"路"}],
			"target":{"source":"urn:deputydesk:report:x","selector":[{"type":"TextPositionSelector","start":1},{"type":"TextQuoteSelector","exact":"修路","prefix":"要"}]}}]`, "x|修路|要|好|路|yellow|批注"},
		{"single values", `[{"body":{"value":"好"},"target":[{"source":"http://example.org/","selector":{"type":"TextQuoteSelector","exact":"修路"}}]}]`, "|修路||好||yellow|批注"},
		{"ours come first", `[{"anchor":{"quote":"修桥"},"text":"我的","body":"字","target":"http://example.org/"}]`, "|修桥||我的||yellow|批注"},
		{"with a mark before", "\uFEFF" + `[{"anchor":{"quote":"修桥"},"kind":"待核","colour":"pink"}]`, "|修桥||||pink|待核"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all, err := ReadNotes("o.json", []byte(tt.file))
			if err != nil || len(all) != 1 {
				t.Fatalf("%d notes, %v", len(all), err)
			}
			n := all[0]
			got := strings.Join([]string{string(n.Anchor.Report), n.Anchor.Quote, n.Anchor.Prefix, n.Text, strings.Join(n.Tags, ","), string(n.Colour), string(n.Kind)}, "|")
			if got != tt.want {
				t.Errorf("%s, want %s", got, tt.want)
			}
		})
	}
}

func TestReadNotesRefuses(t *testing.T) {
	for _, bad := range []string{"", "null", "{}", `[{}]`, `[{"anchor":{"quote":" "}}]`, `[] []`, `[1]`, `[{"target":{"selector":[{"type":"TextQuoteSelector","exact":1}]}}]`} {
		if _, err := ReadNotes("o.json", []byte(bad)); !errors.Is(err, ErrNotes) {
			t.Errorf("%s: %v", bad, err)
		}
	}
}

func TestMarkdown(t *testing.T) {
	l := NoteList{Title: "测试2024", Date: "2024-02-23", Groups: []NoteGroup{
		{Heading: "（一）城市建设", Items: []NoteItem{{Note: noted("n1", "新建公共充电桩580个", "# 不是标题\n1. 不是*编号*", "充电"), Locator: "第3段"}}},
		{Items: []NoteItem{{Note: noted("n2", "已删的话", ""), Now: "新的话"}}},
	}}
	const want = `# 批注：测试2024

共2条 · 2024-02-23

## （一）城市建设

> 新建公共充电桩580个

\# 不是标题··
1\. 不是\*编号\*

*第3段 · 疑问 · 标签：充电 · 2024-02-22*

## 待重新定位

> 已删的话
>
> 原文现为：新的话

*疑问 · 2024-02-22*
`
	if got := strings.ReplaceAll(string(l.Markdown()), "  \n", "··\n"); got != want { // two blanks, to be seen
		t.Errorf("got\n%s", got)
	}
	if got := string(NoteList{Title: "空"}.Markdown()); !strings.Contains(got, "没有批注。") {
		t.Error(got)
	}
	several := NoteList{Groups: []NoteGroup{{Report: "甲", Heading: "一", Items: l.Groups[0].Items}, {Report: "乙", Heading: "一", Items: l.Groups[0].Items}}}
	if got := string(several.Markdown()); strings.Count(got, "\n## ") != 2 || strings.Count(got, "\n### 一") != 2 {
		t.Error(got)
	}
}

func TestOutlineCountsWhatIsSpoken(t *testing.T) {
	o := Outline{Points: []OutlinePoint{{Line: strings.Repeat("说，", 150), Quote: "建桩580个。"}}}
	if o.Characters() != 156 || o.Minutes() != 1 {
		t.Errorf("%d characters, %d minutes", o.Characters(), o.Minutes())
	}
	o.Points = append(o.Points, OutlinePoint{Line: strings.Repeat("说", 45)})
	if o.Minutes() != 2 {
		t.Errorf("%d characters take %d minutes", o.Characters(), o.Minutes())
	}
}

// Every word of an outline is on its pages, in order, in large type.
func TestOutlineOnPages(t *testing.T) {
	o := Outline{Title: "审议发言提纲", Date: "2024-02-23"}
	for range 9 {
		o.Points = append(o.Points, OutlinePoint{Line: "建议明确公共充电桩的建设时限和资金来源，优先安排老旧小区。\n第二，请向代表报告进展。", Quote: "科学规划道路停车位3000个，新建公共充电桩580个", Locator: "三、（四）第3段"})
	}
	pages, missing := Lay(o.Document(), plainFaces{})
	if len(missing) > 0 || len(pages.Pages) < 3 {
		t.Fatalf("missing %v, %d pages", missing, len(pages.Pages))
	}
	var b strings.Builder
	for _, p := range pages.Pages {
		if first := p.Runs[0].Text; first != o.Title && !strings.HasSuffix(first, ".") {
			t.Errorf("a page begins with %q", first) // in the middle of a point
		}
		for _, r := range p.Runs {
			if r.Tag != Furniture {
				b.WriteString(r.Text)
			}
			if r.Y > areaTop+areaHeight+slop && r.Tag != Furniture {
				t.Errorf("%q stands below the area", r.Text)
			}
		}
	}
	got := b.String()
	for i := range o.Points {
		n := string(rune('1'+i)) + "."
		at := strings.Index(got, n+"建议明确")
		if at < 0 {
			t.Fatalf("no point %s in %s", n, got)
		}
		got = got[at:]
	}
	if !strings.Contains(b.String(), "分钟（连同引文") {
		t.Error("it does not say how long it takes")
	}
}

// What was read of any file is written so that it is read again the same.
func FuzzNotesFile(f *testing.F) {
	data, err := WriteNotes([]annotate.Annotation{noted("n1", "新建公共充电桩580个", "请说明", "充电")})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(data))
	f.Add(`[{"body":[{"value":"好"},{"purpose":"tagging","value":"路"}],"target":{"selector":{"type":"TextQuoteSelector","exact":"修路"}}}]`)
	f.Fuzz(func(t *testing.T, file string) {
		all, err := ReadNotes("f.json", []byte(file))
		if err != nil {
			return
		}
		once, err := WriteNotes(all)
		if err != nil {
			return // a year that JSON cannot say
		}
		back, err := ReadNotes("f.json", once)
		if err != nil {
			t.Fatalf("%v\n%s", err, once)
		}
		if twice, err := WriteNotes(back); err != nil || string(once) != string(twice) {
			t.Errorf("%v\n%s\n%s", err, once, twice)
		}
	})
}
