package intake

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

// said is what a person does to a source, one act after the other: an op and
// the words at whose start it is done.
type said struct {
	op    FixOp
	words string
}

// fixed is text after the acts, read anew after each as the window does.
func fixed(t *testing.T, meta Meta, text string, acts []said) *Proof {
	t.Helper()
	p, err := Proofread(meta, "甲.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range acts {
		i := slices.IndexFunc(p.Pieces, func(piece Piece) bool { return strings.HasPrefix(piece.Text, a.words) })
		offset := 0
		if a.op == SplitHere {
			i = slices.IndexFunc(p.Pieces, func(piece Piece) bool { return strings.Contains(piece.Text, a.words) })
			if i >= 0 {
				offset = strings.Index(p.Pieces[i].Text, a.words)
			}
		}
		if i < 0 {
			t.Fatalf("no piece starts with %q", a.words)
		}
		if a.op == SplitHere && !p.Splits(i, offset) {
			t.Fatalf("nothing to split before %q", a.words)
		}
		meta.Fixes = AddFix(meta.Fixes, p.Fix(a.op, i, offset))
		if p, err = Proofread(meta, "甲.txt", []byte(text)); err != nil {
			t.Fatalf("%s %s: %v", a.op, a.words, err)
		}
	}
	return p
}

func TestFixes(t *testing.T) {
	const plan = "政府工作报告\n\n一、重点工作\n\n修路五条。\n\n修桥三座，\n\n建闸两座。\n\n生态环境\n\n种树百株。\n\n二、政府建设\n\n依法行政。"
	for _, tt := range []struct {
		name, text string
		acts       []said
		want       string
	}{
		{"a paragraph goes on the one before it", plan, []said{{MergeUp, "修桥"}},
			"^ 政府工作报告\n# 一 一、重点工作\n修路五条。¦修桥三座，¦建闸两座。\n生态环境\n种树百株。\n# 二 二、政府建设\n依法行政。\n"},
		{"a paragraph is divided where it was joined", plan, []said{{SplitHere, "建闸"}},
			"^ 政府工作报告\n# 一 一、重点工作\n修路五条。\n修桥三座，\n建闸两座。\n生态环境\n种树百株。\n# 二 二、政府建设\n依法行政。\n"},
		{"divided and joined again", plan, []said{{SplitHere, "三座"}, {MergeUp, "三座"}},
			"^ 政府工作报告\n# 一 一、重点工作\n修路五条。\n修桥三座，¦建闸两座。\n生态环境\n种树百株。\n# 二 二、政府建设\n依法行政。\n"},
		{"a heading without ordinal between two that have one", plan, []said{{AsHeading1, "生态"}},
			"^ 政府工作报告\n# 一 一、重点工作\n修路五条。\n修桥三座，¦建闸两座。\n# 一之一 生态环境\n种树百株。\n# 二 二、政府建设\n依法行政。\n"},
		{"a sub-heading", plan, []said{{AsHeading2, "生态"}},
			"^ 政府工作报告\n# 一 一、重点工作\n修路五条。\n修桥三座，¦建闸两座。\n# 一/(一) 生态环境\n种树百株。\n# 二 二、政府建设\n依法行政。\n"},
		{"a heading becomes text again", plan, []said{{AsText, "二、"}},
			"^ 政府工作报告\n# 一 一、重点工作\n修路五条。\n修桥三座，¦建闸两座。\n生态环境\n种树百株。\n二、政府建设\n依法行政。\n"},
		{"the first sentence of a paragraph is a heading", "一、重点工作\n\n加快修路。今年修路五条。\n\n修桥三座。", []said{{AsHeading2, "加快"}},
			"# 一 一、重点工作\n# 一/(一) 加快修路\n加快修路。今年修路五条。\n修桥三座。\n"},
		{"a paragraph is a heading, another one is none any more", plan, []said{{AsHeading2, "种树"}, {MergeUp, "种树"}, {AsHeading2, "修路"}},
			"^ 政府工作报告\n# 一 一、重点工作\n# 一/(一) 修路五条。\n修桥三座，¦建闸两座。\n生态环境¦种树百株。\n# 二 二、政府建设\n依法行政。\n"},
		{"a paragraph is left out, and kept", plan, []said{{DropHere, "生态"}},
			"^ 政府工作报告\n# 一 一、重点工作\n修路五条。\n修桥三座，¦建闸两座。[生态环境]\n种树百株。\n# 二 二、政府建设\n依法行政。\n"},
		{"what stands before the first paragraph is left out", plan, []said{{DropHere, "一、"}, {DropHere, "修路"}},
			"^ 政府工作报告\n#  \n[一、重点工作][修路五条。]修桥三座，¦建闸两座。\n生态环境\n种树百株。\n# 二 二、政府建设\n依法行政。\n"},
		{"a heading is left out, the next one still is one", "一、重点工作\n\n（一）修路。修路五条。\n\n（二）修桥\n\n修桥三座。", []said{{DropHere, "（一）"}},
			"# 一 一、重点工作\n# 一/(二) （二）修桥\n[（一）修路。修路五条。]修桥三座。\n"},
		{"a line of the front is a paragraph", "政府工作报告\n\n各位同志\n\n一、重点工作\n\n修路五条。", []said{{AsText, "各位"}},
			"^ 政府工作报告\n#  \n各位同志\n# 一 一、重点工作\n修路五条。\n"},
		{"a number the scan has lost", "一、重点工作\n\n修路五条。\n\n政府建设\n\n依法行政。\n\n三、展望\n\n努力。", []said{{AsHeading1, "政府"}},
			"# 一 一、重点工作\n修路五条。\n# 二 政府建设\n依法行政。\n# 三 三、展望\n努力。\n"},
		{"parts that count anew", "去年情况\n\n一、经济\n\n增长较快。\n\n二、民生\n\n收入提高。\n\n今年打算\n\n一、修桥\n\n修桥三座。",
			[]said{{AsHeading1, "去年"}, {AsHeading1, "今年"}},
			"# 一 去年情况\n# 一/(一) 一、经济\n增长较快。\n# 一/(二) 二、民生\n收入提高。\n# 二 今年打算\n# 二/(一) 一、修桥\n修桥三座。\n"},
	} {
		p := fixed(t, Meta{ID: "r"}, tt.text, tt.acts)
		if got := outline(p.Report); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
		conserved(t, tt.text, p.Report)
		if p.Report.Edition != report.EditionOf(tt.text) {
			t.Errorf("%s: another edition", tt.name)
		}
	}
}

// A fix that is taken back leaves no trace.
func TestWithoutFix(t *testing.T) {
	p := fixed(t, Meta{ID: "r"}, "一、重点\n\n修路五条。\n\n修桥三座。", nil)
	merge := p.Fix(MergeUp, 2, 0)
	all := AddFix(AddFix(nil, p.Fix(DropHere, 2, 0)), merge)
	if all = AddFix(all, p.Fix(SplitHere, 2, 0)); len(all) != 2 || all[1].Op != SplitHere {
		t.Errorf("split beside merge: %+v", all)
	}
	all = WithoutFix(WithoutFix(all, merge.At, DropHere), merge.At, MergeUp)
	if len(all) != 0 {
		t.Errorf("left are %+v", all)
	}
	if merge.Words != "修桥三座。" || merge.At != 9 {
		t.Errorf("fix at %d, %q", merge.At, merge.Words)
	}
}

// A fix finds its place again when the source counts otherwise, by its words;
// without them it is passed over.
func TestFixFindsItsPlace(t *testing.T) {
	const text = "一、重点\n\n修路五条。\n\n修桥三座。\n\n种树。"
	for _, tt := range []struct {
		fix  Fix
		want string
	}{
		{Fix{MergeUp, 9, "修桥三座。"}, "修路五条。¦修桥三座。|种树。"},
		{Fix{MergeUp, 2, "修桥三座。"}, "修路五条。¦修桥三座。|种树。"},
		{Fix{MergeUp, -7, "修桥三座。"}, "修路五条。¦修桥三座。|种树。"},
		{Fix{MergeUp, 9, "修塔三座。"}, "修路五条。|修桥三座。|种树。"},
		{Fix{MergeUp, 99, ""}, "修路五条。|修桥三座。|种树。"},
	} {
		r, err := Text(Meta{ID: "r", Fixes: []Fix{tt.fix}}, text)
		if err != nil {
			t.Fatal(err)
		}
		got := strings.ReplaceAll(strings.TrimSpace(outline(r)), "\n", "|")
		if got != "# 一 一、重点|"+tt.want {
			t.Errorf("%+v: %s", tt.fix, got)
		}
	}
}

// The source stands in the lines of a proof, every word once.
func TestProofShowsTheSource(t *testing.T) {
	const text = "政府工作报告\n\n一、重点工作\n\n新建公园 7 座，改造道路\n— 2 —\n\n三条。\n\n种树。\n\n责任编辑：测试代表乙\n\n打印本页"
	p := fixed(t, Meta{ID: "r"}, text, []said{{DropHere, "种树"}})
	var got strings.Builder
	for n, l := range p.Lines {
		out := ""
		for _, s := range l.Out {
			out += "[" + s.Of(l.Text) + "]"
		}
		fmt.Fprintf(&got, "%s|%s|%v|%d|%d\n", l.Text, out, l.Joined, l.Spaces, p.PieceAt(n, 0))
	}
	const want = "政府工作报告||false|0|0\n一、重点工作||false|0|1\n新建公园 7 座，改造道路||true|2|2\n— 2 —|[— 2 —]|true|0|2\n三条。||false|0|2\n" +
		"种树。|[种树。]|false|0|3\n责任编辑：测试代表乙|[责任编辑：测试代表乙]|false|0|4\n打印本页|[打印本页]|false|0|4\n"
	if got.String() != want {
		t.Errorf("lines are\n%s\nwant\n%s", got.String(), want)
	}
	if first, last, ok := p.LinesOf(2); !ok || first != 2 || last != 4 || p.OnLine(2, 3).Of(p.Lines[3].Text) != "— 2 —" {
		t.Errorf("the paragraph stands on lines %d to %d", first, last)
	}
}

// Pages, and what a page adds to the text, are shown where they stand.
func TestProofOfPages(t *testing.T) {
	data, err := os.ReadFile("testdata/lines.pdf")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Proofread(Meta{ID: "r"}, "甲.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	paper, _, err := open(data)
	if err != nil {
		t.Fatal(err)
	}
	all, extra, page := "", 0, 1
	for _, l := range p.Lines {
		if l.Page < page || l.Page > len(paper.pages) {
			t.Errorf("%q is on page %d after %d", l.Text, l.Page, page)
		}
		page = l.Page
		if l.Extra {
			extra++
			continue
		}
		all += l.Text
	}
	if words(all) != words(paper.text) {
		t.Errorf("the lines hold %q, the text is %q", words(all), words(paper.text))
	}
	if extra != len(paper.added) || len(p.Lines) <= len(p.Pieces) {
		t.Errorf("%d lines of %d pieces, %d of them added by the page, want %d", len(p.Lines), len(p.Pieces), extra, len(paper.added))
	}
}

// Whatever a person says of the layout, not a word is lost, no two paragraphs
// share a name, and the source is shown whole.
func FuzzFixes(f *testing.F) {
	f.Add("一、重点\n\n修路五条。\n— 2 —\n修桥， G 3 ，\n\n种树。\n\n二、展望\n\n努力。", []byte{0, 3, 1, 7, 2, 9, 3, 12, 4, 0, 5, 20})
	f.Add("政府工作报告\n测试市市长\n（一）修路。修路五条。\n（二）修桥\n各位代表：\n努力。", []byte{1, 1, 1, 9, 2, 15, 3, 16, 0, 20})
	f.Fuzz(func(t *testing.T, text string, acts []byte) {
		ops := []FixOp{MergeUp, SplitHere, AsHeading1, AsHeading2, AsText, DropHere}
		meta := Meta{ID: "r"}
		for i := 0; i+1 < min(len(acts), 24); i += 2 {
			meta.Fixes = AddFix(meta.Fixes, Fix{Op: ops[int(acts[i])%len(ops)], At: int(acts[i+1])})
		}
		r, err := Text(meta, text)
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
		}
		proof, err := Proofread(meta, "甲", []byte(text))
		if err != nil {
			return // it speaks no sentence, or is no text
		}
		all := ""
		for n, l := range proof.Lines {
			all += l.Text
			if i := proof.PieceAt(n, len(l.Text)-len(strings.TrimLeftFunc(l.Text, blank))); i >= 0 && proof.OnLine(i, n) == (report.Span{}) {
				t.Errorf("piece %d is not on line %d", i, n)
			}
		}
		if decoded, _, err := Decode([]byte(text)); err == nil && words(all) != words(decoded) {
			t.Errorf("the lines hold %q of %q", words(all), words(decoded))
		}
	})
}

func TestReadFixes(t *testing.T) {
	for _, tt := range []struct {
		json string
		want int // -1: refused
	}{
		{`{"fixes": [{"op": "merge", "at": 9, "words": "修桥三座。"}], "id": "r"}`, 1},
		{`[{"op": "drop", "at": 0, "words": ""}, {"op": "heading2", "at": 3, "words": "修"}]`, 2},
		{`[]`, 0},
		{`{}`, -1},
		{`[{"op": "turn", "at": 3}]`, -1},
		{`[{"op": "merge", "at": -1}]`, -1},
		{`fixes`, -1},
	} {
		all, err := ReadFixes([]byte(tt.json))
		if (err != nil) != (tt.want < 0) || err == nil && len(all) != tt.want || err != nil && !errors.Is(err, ErrFixes) {
			t.Errorf("%s: %d fixes, %v", tt.json, len(all), err)
		}
	}
}
