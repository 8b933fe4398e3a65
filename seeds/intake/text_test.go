package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"deputydesk/seeds/report"
)

// outline writes a report as a reviewer reads it: headings behind #, then one
// paragraph a line, ¦ where two pieces were joined, [ ] around what was taken
// out.
func outline(r *report.Report) string {
	var b strings.Builder
	for _, l := range r.Front {
		fmt.Fprintf(&b, "^ %s\n", l)
	}
	for _, s := range r.Sections {
		fmt.Fprintf(&b, "# %s %s\n", s.Path, s.Heading)
		for _, p := range s.Paragraphs {
			text, at := "", 0
			for _, rep := range p.Repairs {
				text += p.Text[at:rep.At]
				at = rep.At
				if rep.Kind == report.Joined {
					text += "¦"
				} else {
					text += "[" + strings.TrimSpace(rep.Was) + "]"
				}
			}
			fmt.Fprintf(&b, "%s\n", text+p.Text[at:])
		}
	}
	return b.String()
}

func TestLayouts(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"blank lines between paragraphs",
			"政府工作报告\n\n一、2023年工作回顾\n\n去年，我们完成了任务。\n\n各位代表！\n\n二、2024年重点工作\n\n新建公园十座。",
			"^ 政府工作报告\n# 一 一、2023年工作回顾\n去年，我们完成了任务。\n各位代表！\n# 二 二、2024年重点工作\n新建公园十座。\n"},
		{"one paragraph a line",
			"一、重点工作\n新建公园十座，改造道路三条。\n新建学校两所，惠及群众。\n改造管网五公里，方便群众。\n修桥三座。\n修路五条。",
			"# 一 一、重点工作\n新建公园十座，改造道路三条。\n新建学校两所，惠及群众。\n改造管网五公里，方便群众。\n修桥三座。\n修路五条。\n"},
		{"one clause a line",
			"一、重点工作\n新建公园十座，\n改造道路三条；\n新建学校两所。\n改造管网五公里。\n修桥，\n修路。",
			"# 一 一、重点工作\n新建公园十座，¦改造道路三条；¦新建学校两所。\n改造管网五公里。\n修桥，¦修路。\n"},
		{"wrapped at one width",
			"一、重点工作\n" + strings.Repeat("新建公园十座，改造道路三条，\n新建学校两所，改造管网五里。\n", 8) + "修桥三座。\n　　修路五条。",
			"# 一 一、重点工作\n" + strings.Repeat("新建公园十座，改造道路三条，¦新建学校两所，改造管网五里。¦", 8) + "修桥三座。\n修路五条。\n"},
		{"links on lines of their own",
			"二、重点工作\n\n贯彻《\n道路法\n》，新建公园。\n\n　　\n提升品质。\n改造道路三条，种树百株。",
			"# 二 二、重点工作\n贯彻《¦道路法¦》，新建公园。\n提升品质。¦改造道路三条，种树百株。\n"},
		{"a heading in pieces",
			"一、关于《\n发展规划\n》的说明\n\n规划共十章。\n\n二、下一步\n\n抓好落实。",
			"# 一 一、关于《发展规划》的说明\n规划共十章。\n# 二 二、下一步\n抓好落实。\n"},
		{"a break inside a sentence",
			"一、重点工作\n\n培育规上企业，高质量办好第二\n\n十一届博览会。\n\n修路五条。",
			"# 一 一、重点工作\n培育规上企业，高质量办好第二¦十一届博览会。\n修路五条。\n"},
		{"sub-sections and the return to the whole",
			"一、重点工作\n\n总的要求如下。\n\n（一）修路\n\n修路五条。\n\n各位代表！这里仍讲修路。\n\n（二）修桥。修桥三座。\n\n各位代表！让我们努力。\n\n谢谢大家。",
			"# 一 一、重点工作\n总的要求如下。\n# 一/(一) （一）修路\n修路五条。\n各位代表！这里仍讲修路。\n# 一/(二) （二）修桥\n（二）修桥。修桥三座。\n# 一 \n各位代表！让我们努力。\n谢谢大家。\n"},
		{"a fragment that begins in a sub-section",
			"政府工作报告\n\n(上接01版)\n\n(八) 民生改善。支出十亿元。\n\n二、重点工作\n\n修路五条。(下转03版)",
			"^ 政府工作报告\n^ (上接01版)\n# 一/(八) (八) 民生改善\n(八) 民生改善。支出十亿元。\n# 二 二、重点工作\n修路五条。[(下转03版)]\n"},
		{"pointers and page numbers inside a paragraph",
			"一、重点工作\n\n新建公园十座，改造道路(下转02版)\n\n(上接01版)\n\n三条，方便群众。\n\n— 2 —\n\n修桥三座。",
			"# 一 一、重点工作\n新建公园十座，改造道路[(下转02版)][(上接01版)]三条，方便群众。[— 2 —]\n修桥三座。\n"},
		{"an enumeration is no heading",
			"一、重点工作\n\n修路五条。\n\n四、五月份完成绿化。\n\n二、政府建设\n\n依法行政。",
			"# 一 一、重点工作\n修路五条。\n四、五月份完成绿化。\n# 二 二、政府建设\n依法行政。\n"},
		{"parts without ordinals",
			"政府工作报告\n\n2023年工作回顾\n\n去年修路五条。\n\n一、经济\n\n增长较快。\n\n二、民生\n\n收入提高。\n\n2024年重点工作\n\n一、修桥。修桥三座。\n\n二、种树\n\n种树百株。",
			"^ 政府工作报告\n# 一 2023年工作回顾\n去年修路五条。\n# 一/(一) 一、经济\n增长较快。\n# 一/(二) 二、民生\n收入提高。\n# 二 2024年重点工作\n# 二/(一) 一、修桥\n一、修桥。修桥三座。\n# 二/(二) 二、种树\n种树百株。\n"},
		{"a heading that never has an ordinal",
			"一、重点工作\n\n修路五条。\n\n结束语\n\n让我们努力。",
			"# 一 一、重点工作\n修路五条。\n# 二 结束语\n让我们努力。\n"},
		{"speaker, date and salutation",
			"政府工作报告\n——2024年2月21日在测试市第八届人民代表大会第三次会议上\n测试市人民政府市长　测试代表甲\n各位代表：\n现在，我代表市人民政府作报告。\n一、2023年工作回顾\n修路五条。\n二、2024年重点工作\n修桥三座。\n种树百株。",
			"^ 政府工作报告\n^ ——2024年2月21日在测试市第八届人民代表大会第三次会议上\n^ 测试市人民政府市长　测试代表甲\n#  \n各位代表：\n现在，我代表市人民政府作报告。\n# 一 一、2023年工作回顾\n修路五条。\n# 二 二、2024年重点工作\n修桥三座。\n种树百株。\n"},
		{"notes of a web page",
			"一、重点工作\n\n修路五条，种树百株，方便群众出行。\n\n责任编辑：测试代表乙\n\n打印本页",
			"# 一 一、重点工作\n修路五条，种树百株，方便群众出行。[责任编辑：测试代表乙\n\n打印本页]\n"},
		{"blanks inside words and numbers",
			"一、重点工作\n\n增长 7 ％，与 GDP 同步，发展\u200b很好。",
			"# 一 一、重点工作\n增长[]7[]％，与 GDP 同步，发展[\u200b]很好。\n"},
	} {
		r, err := Text(Meta{ID: "r"}, tt.text)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := outline(r); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
		conserved(t, tt.text, r)
	}
}

func TestParagraphNumbersGoOn(t *testing.T) {
	r, err := Text(Meta{ID: "r"}, "前言一段。\n\n一、重点工作\n\n总的要求。\n\n（一）修路\n\n修路五条。\n\n各位代表！努力。\n\n谢谢。")
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, p := range r.Paragraphs() {
		ids = append(ids, string(p.ID))
	}
	if got, want := strings.Join(ids, " "), "r/序/1 r/一/1 r/一.(一)/1 r/一/2 r/一/3"; got != want {
		t.Errorf("paragraphs are %s, want %s", got, want)
	}
}

func TestLead(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"提升企业创新能力。持续加大投入。", "提升企业创新能力。"},
		{"(八) 民生福祉日益增进。支出增加。", "(八) 民生福祉日益增进。"},
		{"加快修路，方便群众。修桥三座。", ""},
		{"提升企业创新能力。", ""},
		{"各位代表！努力。", ""},
		{"这是一个没有逗号但是已经长得不能再叫作小标题的普通句子。后面还有。", ""},
	} {
		if got := leadOf(tt.text); got != tt.want {
			t.Errorf("lead of %q is %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestWhatTheTextSaysOfItself(t *testing.T) {
	const text = "政府工作报告\n\n——2024年2月21日在漯河市第八届人民代表大会第三次会议上\n\n各位代表：\n\n现在，我代表市人民政府向大会作报告。\n\n一、2023年工作回顾\n\n修路五条。"
	r, err := Text(Meta{}, text)
	if err != nil {
		t.Fatal(err)
	}
	const want = "luohe-2024 政府工作报告 漯河市人民政府 漯河市第八届人民代表大会第三次会议 2024 2024-02-21"
	if got := fmt.Sprintf("%s %s %s %s %d %s", r.ID, r.Title, r.Body, r.Session, r.Year, r.Delivered); got != want {
		t.Errorf("read %q, want %q", got, want)
	}
	unknown, err := Text(Meta{}, "一、重点工作\n\n修路五条。")
	if err != nil {
		t.Fatal(err)
	}
	if want := "report-" + unknown.Edition.Short(); string(unknown.ID) != want {
		t.Errorf("a report of nobody is called %q, want %q", unknown.ID, want)
	}
}

func TestNoReportNoParagraphs(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", "intake: read text: no text of a report"},
		{" \n\u3000\n\u200b", "intake: read text: no text of a report"},
		{"一、重点工作", "intake: read text: only headings: no text of a report"},
	} {
		_, err := Text(Meta{}, tt.text)
		if !errors.Is(err, ErrNoText) || err.Error() != tt.want {
			t.Errorf("%q: error %v, want %q", tt.text, err, tt.want)
		}
	}
}

// words is what must not be lost: text without white space, in NFC.
func words(text string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if blank(r) {
			return -1
		}
		return r
	}, newlines(text)))
}

// conserved checks that front, headings and paragraphs, with every repair put
// back, give the source again, and that sentences cover their paragraph.
func conserved(t *testing.T, source string, r *report.Report) {
	t.Helper()
	var b strings.Builder
	moved := false
	for _, l := range r.Front {
		b.WriteString(l)
	}
	for _, s := range r.Sections {
		runIn := false
		if len(s.Paragraphs) > 0 && s.Heading != "" {
			h, mark := inLine(s.Paragraphs[0].Text)
			runIn = mark != "" && h == s.Heading || strings.HasPrefix(s.Paragraphs[0].Text, s.Heading+"。")
		}
		if !runIn {
			b.WriteString(s.Heading)
		}
		for _, p := range s.Paragraphs {
			at := 0
			for _, rep := range p.Repairs {
				if rep.At < at || rep.At > len(p.Text) || rep.Was == "" {
					t.Fatalf("%s: repair %+v does not fit a text of %d bytes", p.ID, rep, len(p.Text))
				}
				moved = moved || rep.Kind == report.Furniture || rep.Kind == report.Dropped
				b.WriteString(p.Text[at:rep.At] + rep.Was)
				at = rep.At
			}
			b.WriteString(p.Text[at:])
			end := 0
			for _, s := range p.Sentences() {
				if s.Start != end {
					t.Errorf("%s: a sentence starts at %d, the one before ends at %d", p.ID, s.Start, end)
				}
				end = s.End
			}
			if end != len(p.Text) || p.Text == "" {
				t.Errorf("%s: sentences cover %d of %d bytes", p.ID, end, len(p.Text))
			}
		}
	}
	got, want := words(b.String()), words(source)
	if moved { // a page number before a heading is kept behind it
		got, want = sorted(got), sorted(want)
	}
	if got != want {
		t.Errorf("words were lost or added:\n got %q\nwant %q", got, want)
	}
}

func sorted(s string) string {
	r := []rune(s)
	slices.Sort(r)
	return string(r)
}

// Whatever the text, not a word is lost.
func FuzzText(f *testing.F) {
	f.Add("政府工作报告\n(上接01版)\n\n(八) 民生。支出。\n\n二、重点\n\n培\n\n育企业。(下转03版)")
	f.Add("一、重点\n— 2 —\n（一）修路。修路五条，\n— 3 —\n方便。\n各位代表！\n本作品是中华人民共和国")
	f.Add("二、\n二、")
	f.Add("一、关于《\n规划\n》的说明\n各位代表：\n第 1 页 共 2 页\n a b\nc")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := Text(Meta{ID: "r"}, text)
		if err != nil {
			return
		}
		conserved(t, text, r)
		seen := map[report.ParagraphID]bool{}
		for _, p := range r.Paragraphs() {
			if seen[p.ID] {
				t.Errorf("two paragraphs are called %s", p.ID)
			}
			seen[p.ID] = true
			if p.Lead != "" && !strings.HasPrefix(p.Text, p.Lead) {
				t.Errorf("%s: lead %q does not lead %q", p.ID, p.Lead, p.Text)
			}
		}
	})
}
