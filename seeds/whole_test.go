package seeds

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// A report is read whole when no paragraph ends inside a sentence, every heading
// of the first two levels stands in the outline, and no character is lost. The
// bundled report and some made-up ones are tried here; DESK_REPORTS names a
// folder with more:
//
//	DESK_REPORTS=DIR go test -v -run ReadWhole ./seeds

// madeUp are the layouts that reports come in, each with what makes it hard.
var madeUp = map[string]string{
	"links on lines of their own": "政府工作报告\n\n——2024年2月21日在测试市第八届人民代表大会第三次会议上\n\n一、2023年工作回顾\n\n认真贯彻《\n\n道路交通安全法\n\n》，新建公园十座，\n改造道路三条。\n\n二、2024年重点工作\n\n（一）修路。修路五条，方便群众。\n\n（二）修桥\n\n修桥三座。",
	"pages in between":            "政府工作报告\n\n一、工作回顾\n\n新建公园十座，改造道\n\n— 2 —\n\n路三条。\n\n二、重点工作\n\n高质量办好第二\n\n第 3 页 共 9 页\n\n十一届博览会。\n\n三、政府建设\n\n依法行政。",
	"one clause a line":           "一、工作回顾\n修路五条，\n修桥三座；\n种树百株。\n二、重点工作\n（一）经济\n增长百分之五，\n收入同步。\n（二）民生\n新建学校两所。\n三、结尾\n努力。",
	"full-width and zero-width":   "　　一、工作回顾\n\n　　修\u200b路５条，增长 7 ％。\n\n　　二、重点工作\n\n　　(一) 修桥\n\n　　修桥３座。\n\n结束语\n\n　　努力。",
	"a fragment":                  "(上接01版)\n\n(八) 民生福祉日益增进。支出十亿元。\n\n二、2024年总体要求\n\n稳中求进。\n\n三、重点工作\n\n(一) 修路\n\n修路五条。(下转03版)",
}

func TestReportsAreReadWhole(t *testing.T) {
	all := map[string]string{"luohe-2024": luohe}
	for name, text := range madeUp {
		all[name] = text
	}
	if dir := os.Getenv("DESK_REPORTS"); dir != "" {
		files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: no reports: %v", dir, err)
		}
		for _, f := range files {
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			all[filepath.Base(f)] = string(data)
		}
	}
	paragraphs, headings := 0, 0
	for name, text := range all {
		p, err := intake.Proofread(intake.Meta{ID: "r"}, name, []byte(text))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		endsAreEnds(t, name, p)
		headings += everyHeading(t, name, text, p.Report)
		nothingLost(t, name, text, p)
		paragraphs += len(p.Report.Paragraphs())
	}
	t.Logf("%d reports, %d paragraphs, %d headings", len(all), paragraphs, headings)
}

// endsAreEnds checks that each paragraph ends where a sentence does. Only a line
// of its own, or the last before a heading, may lack the mark, because the
// print does.
func endsAreEnds(t *testing.T, name string, p *intake.Proof) {
	t.Helper()
	for i, piece := range p.Pieces {
		end := strings.TrimRight(piece.Text, "”’」』）)》】")
		r, _ := utf8.DecodeLastRuneInString(end)
		beforeHeading := i+1 == len(p.Pieces) || p.Pieces[i+1].Level > 0
		alone := utf8.RuneCountInString(piece.Text) < 20 && !strings.ContainsAny(piece.Text, "，、；。")
		if piece.Kind == intake.TextBlock && !strings.ContainsRune("。！？；：…!?;:", r) && !beforeHeading && !alone {
			t.Errorf("%s: %s ends inside a sentence: …%s", name, piece.Paragraph, piece.Text[max(0, len(piece.Text)-60):])
		}
	}
}

// Headings as anybody sees them: a line that begins with the next ordinal and is
// one short sentence, or a paragraph that begins with one.
var (
	topLine = regexp.MustCompile(`(?m)^[\s\x{3000}]*([一二三四五六七八九十]+)[、．]\s*([^。\n]{2,46})。?$`)
	subLine = regexp.MustCompile(`(?m)^[\s\x{3000}]*[（(]([一二三四五六七八九十]+)[）)]\s*([^。\n]{2,46})(?:。|$)`)
)

func everyHeading(t *testing.T, name, text string, r *report.Report) (n int) {
	t.Helper()
	var outline []string
	for _, s := range r.Sections {
		outline = append(outline, report.Squeeze(s.Heading))
	}
	for _, re := range []*regexp.Regexp{topLine, subLine} {
		for _, m := range re.FindAllStringSubmatch(text, -1) {
			n++
			words := report.Squeeze(m[2])
			if !slices.ContainsFunc(outline, func(h string) bool { return strings.Contains(h, words) }) {
				t.Errorf("%s: no heading %s in the outline", name, m[0])
			}
		}
	}
	return n
}

// nothingLost checks that front, headings, paragraphs and what each repair took
// out hold every character of the source as often as the source does.
func nothingLost(t *testing.T, name, text string, p *intake.Proof) {
	t.Helper()
	count := map[rune]int{}
	add := func(s string, by int) {
		for _, r := range report.Squeeze(s) {
			count[r] += by
		}
	}
	add(text, -1)
	for _, l := range p.Report.Front {
		add(l, 1)
	}
	for _, s := range p.Report.Sections {
		if len(s.Paragraphs) == 0 || s.Heading == "" || !strings.HasPrefix(s.Paragraphs[0].Text, s.Heading+"。") {
			add(s.Heading, 1)
		}
		for _, para := range s.Paragraphs {
			add(para.Text, 1)
			for _, rep := range para.Repairs {
				add(rep.Was, 1)
			}
		}
	}
	lines := ""
	for _, l := range p.Lines {
		lines += l.Text
	}
	for r, n := range count {
		if n != 0 {
			t.Errorf("%s: %q stands %+d times more in the report than in the source", name, r, n)
		}
	}
	if report.Squeeze(lines) != report.Squeeze(text) {
		t.Errorf("%s: the lines of the source are not the source", name)
	}
}
