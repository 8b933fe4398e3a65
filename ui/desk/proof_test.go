package desk

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/search"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// scan is a report as a scanner leaves it: a heading without its ordinal, a
// paragraph torn in two, a caption that does not belong to it.
const scan = `政府工作报告

——2024年2月21日在鹤壁市第十二届人民代表大会第三次会议上

一、2023年工作回顾

新建农村公路120公里，新增城镇就业5200人。城乡居民收入稳步提高，群众生活持续改善。各项社会事业全面进步，社会大局保持稳定。

二、2024年主要任务

加强城市建设。

各位代表！

新建公共充电桩580个，改造老旧小区120个。

图为新建的公园。

改善民生

新增停车位300个，新建学校两所。

各位代表！

让我们一起努力，把各项任务完成好。
`

// scanned is a desk with it open.
func scanned(t *testing.T, dir string) *Desk {
	t.Helper()
	d := keeping(t, dir)
	d.ImportText(scan)
	if told(d) != "desk.import.done" {
		t.Fatalf("told %v", d.Notice())
	}
	d.Dismiss()
	return d
}

// layout is the open report, headings behind #, paragraphs parted by |.
func layout(d *Desk) string {
	var all []string
	for _, s := range d.Report().Sections {
		if s.Heading != "" {
			all = append(all, "#"+string(s.Path)+" "+s.Heading)
		}
		for _, p := range s.Paragraphs {
			all = append(all, p.Text)
		}
	}
	return strings.Join(all, "|")
}

// pieceOf is the piece of the open report that begins with words.
func pieceOf(t *testing.T, d *Desk, words string) int {
	t.Helper()
	p, err := d.Proof()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(p.Pieces, func(p intake.Piece) bool { return strings.HasPrefix(p.Text, words) })
	if i < 0 {
		t.Fatalf("no piece begins with %s", words)
	}
	return i
}

// fix does op where words begin.
func fix(t *testing.T, d *Desk, op intake.FixOp, words string) {
	t.Helper()
	press(t, d, d.FixLayout(op, pieceOf(t, d, words), 0))
}

const (
	asRead  = "#一 一、2023年工作回顾|新建农村公路120公里，新增城镇就业5200人。城乡居民收入稳步提高，群众生活持续改善。各项社会事业全面进步，社会大局保持稳定。|#二 二、2024年主要任务|加强城市建设。|各位代表！|新建公共充电桩580个，改造老旧小区120个。|图为新建的公园。|改善民生|新增停车位300个，新建学校两所。|各位代表！|让我们一起努力，把各项任务完成好。"
	asFixed = "#一 一、2023年工作回顾|新建农村公路120公里，新增城镇就业5200人。城乡居民收入稳步提高，群众生活持续改善。各项社会事业全面进步，社会大局保持稳定。|#二 二、2024年主要任务|加强城市建设。|各位代表！新建公共充电桩580个，|改造老旧小区120个。|#三 改善民生|新增停车位300个，新建学校两所。|各位代表！|让我们一起努力，把各项任务完成好。"
)

// The whole way: proofread, undo and redo, close, open again, the same file
// once more, and a new text of it.
func TestLayoutIsCheckedAndKept(t *testing.T) {
	dir := t.TempDir()
	d := Open(Settings{Folder: furnish(t, dir)})
	d.ImportText(scan)
	d.Dismiss()
	if got := layout(d); got != asRead {
		t.Fatalf("read as\n%s", got)
	}
	press(t, d, d.CheckLayout())
	if d.Page() != Proofing {
		t.Errorf("page %s", d.Page())
	}
	fix(t, d, intake.MergeUp, "新建公共")
	i := pieceOf(t, d, "各位代表！新建")
	press(t, d, d.FixLayout(intake.SplitHere, i, len("各位代表！新建公共充电桩580个，")))
	fix(t, d, intake.DropHere, "图为")
	fix(t, d, intake.AsHeading1, "改善")
	if got := layout(d); got != asFixed {
		t.Fatalf("fixed to\n%s", got)
	}
	for range 4 {
		press(t, d, d.Undo())
	}
	if got := layout(d); got != asRead {
		t.Errorf("undone to\n%s", got)
	}
	for range 4 {
		press(t, d, d.Redo())
	}
	d.Turn(Reading)
	if a, err := d.Ask(search.Query{Text: "图为新建"}); err != nil || len(a.Hits) > 0 {
		t.Errorf("what was left out is still found: %v", a.Hits)
	}
	shut(t, d)

	d = keeping(t, dir)
	if d.Find("report-"+report.ID(report.EditionOf(scan).Short())) == nil && len(d.Reports()) != 2 {
		t.Fatalf("%d reports", len(d.Reports()))
	}
	d.OpenReport(d.Reports()[1].ID)
	if got := layout(d); got != asFixed {
		t.Errorf("after a restart\n%s", got)
	}
	d.ImportText(strings.ReplaceAll(scan, "\n\n", "\r\n \r\n"))
	if told(d) != "desk.import.known" || layout(d) != asFixed {
		t.Errorf("the same text again: told %v, layout\n%s", d.Notice(), layout(d))
	}
	d.Dismiss()
	d.ImportText(strings.Replace(scan, "停车位300个", "停车位500个", 1))
	if told(d) != "desk.import.edition" || len(d.Editions(d.Report().ID)) != 2 || layout(d) != strings.Replace(asFixed, "停车位300个", "停车位500个", 1) {
		t.Errorf("a new text: told %v, %d editions, layout\n%s", d.Notice(), len(d.Editions(d.Report().ID)), layout(d))
	}
	d.Dismiss()
	press(t, d, d.RestorePiece(pieceOf(t, d, "图为")))
	press(t, d, d.LastFix())
	press(t, d, d.AsPrinted())
	if got := layout(d); got != strings.Replace(asRead, "停车位300个", "停车位500个", 1) {
		t.Errorf("as printed:\n%s", got)
	}
	if !errors.Is(d.LastFix().Off, ErrNoFix) {
		t.Errorf("nothing is left to take back: %v", d.LastFix().Off)
	}
}

// Notes, citations and rulings stay on their words, also where two paragraphs
// say the same and the first of them is gone.
func TestNotesFollowTheLayout(t *testing.T) {
	d := scanned(t, t.TempDir())
	var marked []annotate.Anchor
	for _, id := range []int{4, 5, 7} {
		p := d.Report().Paragraphs()[id-1]
		d.SelectSentence(p.ID, 0, false)
		press(t, d, d.Mark(annotate.Blue))
	}
	for _, n := range d.Notes() {
		marked = append(marked, n.Anchor)
	}
	goal := aimed(t, d, "停车位")
	press(t, d, d.ConfirmTarget(goal.ID))
	second := d.Report().Paragraphs()[7]
	if second.Text != "各位代表！" {
		t.Fatalf("paragraph 8 is %s", second.Text)
	}
	d.Select(second.ID, report.Span{Start: 0, End: len(second.Text)})
	press(t, d, d.Mark(annotate.Pink))
	last := d.Notes()[len(d.Notes())-1].Anchor

	fix(t, d, intake.MergeUp, "新建公共")
	fix(t, d, intake.AsHeading2, "改善")
	fix(t, d, intake.DropHere, "图为")
	for _, a := range marked {
		f := d.Where(a, d.Report())
		p, _ := d.Report().Paragraph(f.Paragraph)
		switch {
		case strings.HasPrefix(a.Quote, "图为"):
			if f.Status != annotate.Orphan {
				t.Errorf("%s is left out, its note is %s", a.Quote, f.Status)
			}
		case f.Status != annotate.Attached || annotate.Fold(f.Span.Of(p.Text)) != annotate.Fold(a.Quote):
			t.Errorf("%s: %s at %q", a.Quote, f.Status, f.Span.Of(p.Text))
		}
	}
	f := d.Where(last, d.Report())
	all := d.Report().Paragraphs()
	if at := slices.IndexFunc(all, func(p report.Paragraph) bool { return p.ID == f.Paragraph }); at != len(all)-2 {
		t.Errorf("the note on the second 各位代表 is on paragraph %d of %d (%s)", at+1, len(all), f.Status)
	}
	press(t, d, d.RestorePiece(pieceOf(t, d, "图为")))
	for _, a := range marked {
		if f := d.Where(a, d.Report()); f.Status != annotate.Attached {
			t.Errorf("brought back, the note on %s is %s", a.Quote, f.Status)
		}
	}
	if got := d.TargetState(d.Report(), aimed(t, d, "停车位").ID); got != Confirmed {
		t.Errorf("the confirmed target is %s", got)
	}
}

func TestWhatCannotBeFixed(t *testing.T) {
	d := scanned(t, t.TempDir())
	fix(t, d, intake.DropHere, "图为")
	long := pieceOf(t, d, "加强")
	for _, tt := range []struct {
		name string
		a    Action
		want error
	}{
		{"the title has nothing above", d.FixLayout(intake.MergeUp, 0, 0), ErrNothingAbove},
		{"above is left out", d.FixLayout(intake.MergeUp, pieceOf(t, d, "改善"), 0), ErrNothingAbove},
		{"split at the start", d.FixLayout(intake.SplitHere, long, 0), ErrNoSplit},
		{"split at the end", d.FixLayout(intake.SplitHere, long, len("加强城市建设。")), ErrNoSplit},
		{"text is text", d.FixLayout(intake.AsText, long, 0), ErrIsSo},
		{"a heading is one", d.FixLayout(intake.AsHeading1, pieceOf(t, d, "二、"), 0), ErrIsSo},
		{"left out already", d.FixLayout(intake.DropHere, pieceOf(t, d, "图为"), 0), ErrDroppedPiece},
		{"not left out", d.RestorePiece(long), ErrNotDropped},
		{"no such piece", d.FixLayout(intake.MergeUp, 99, 0), ErrNoPiece},
	} {
		if !errors.Is(tt.a.Off, tt.want) || !Explained(tt.a.Off) {
			t.Errorf("%s: %v, want %v", tt.name, tt.a.Off, tt.want)
		}
	}
	d.OpenReport("luohe-2024")
	if off := d.CheckLayout().Off; !errors.Is(off, ErrBuiltIn) || !Explained(off) {
		t.Errorf("the bundled report: %v", off)
	}
}

// A report all of which is left out would be none: the last fix is refused, and
// nothing of it is kept.
func TestNotEverythingIsLeftOut(t *testing.T) {
	d := keeping(t, t.TempDir())
	d.ImportText("一、重点工作\n\n修路五条。")
	d.Dismiss()
	a := d.FixLayout(intake.DropHere, pieceOf(t, d, "修路"), 0)
	if a.Off != nil {
		t.Fatal(a.Off)
	}
	a.Do()
	if !errors.Is(d.Notice(), intake.ErrNotReport) || layout(d) != "#一 一、重点工作|修路五条。" || d.Undo().Off == nil {
		t.Errorf("told %v, layout %s", d.Notice(), layout(d))
	}
}
