package staff_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
)

// press is an office whose register holds a motion and proposals for two units.
func press(t *testing.T) *staff.Office {
	t.Helper()
	d := desk.Open(desk.Settings{Folder: t.TempDir(), Fonts: []string{}})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	_, err := d.Register(func(b *registry.Book) error {
		for i, r := range []struct {
			form                       annotate.Form
			number                     int
			host, wished, open, phrase string
			state                      registry.State
		}{
			{annotate.Motion, 1, "市司法局", "", "同意全文公开", "", registry.Registered},
			{annotate.Suggestion, 1, "市教育局", "", "同意全文公开", "请拨打13800000000。", registry.Filed},
			{annotate.Suggestion, 2, "市教育局", "", "仅同意公开标题", "", registry.Registered},
			{annotate.Suggestion, 0, "", "市交通运输局", "不同意公开", "", registry.Registered},
			{annotate.Suggestion, 3, "市教育局", "", "同意全文公开", "", registry.Withdrawn},
		} {
			p := annotate.New(annotate.ProposalID(string(rune('0'+i))+"a3f9c27-5b1d-4c3e-8f00-0123456789ab"), r.form)
			p.Title, p.Open, p.Host = "关于第"+[]string{"一", "二", "三", "四", "五"}[i]+"件事/与“路”的建议", r.open, r.wished
			p.Session, p.Date, p.Category = "测试市第八届人民代表大会第三次会议", "2024-02-22", "教科文卫"
			p.Deputy = annotate.Deputy{Name: "测试代表甲", Number: "0001", Delegation: "甲区代表团", Phone: "000-7654321"}
			p.Body.Proposal = "建议办好。" + r.phrase
			b.Entries = append(b.Entries, registry.Entry{Proposal: p, Number: r.number, Host: r.host, State: r.state, Review: i == 2})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return staff.New(d)
}

// What is lacking is said before a paper is printed, and only of what it is made
// of.
func TestWhatIsLackingForAJob(t *testing.T) {
	o := press(t)
	for _, tt := range []struct {
		job    staff.Job
		choice staff.Choice
		n      int
		want   string
	}{
		{staff.Job(desk.RegisterPaper), staff.Choice{}, 4, "number 1, review 1"},
		{staff.Job(desk.RegisterPaper), staff.Choice{Unit: "市教育局"}, 2, "review 1"},
		{staff.Job(desk.RegisterPaper), staff.Choice{Public: true, Side: staff.OtherSide}, 3, "trace 1, withheld 2, number 1, review 1"},
		{staff.Job(desk.AssignPaper), staff.Choice{}, 4, "host 1, number 1, review 1, due 4"},
		{staff.Job(desk.MotionsPaper), staff.Choice{}, 5, "fate 1, review 1"},
		{staff.Job(desk.StatisticsPaper), staff.Choice{Side: staff.MotionSide}, 1, ""},
		{staff.PublicJob, staff.Choice{}, 4, "trace 1, withheld 2, number 1, review 1"},
		{staff.EachJob, staff.Choice{Delegation: "乙区代表团"}, 0, ""},
	} {
		o.Choose(tt.job, tt.choice)
		var all []string
		for _, g := range o.Gaps(tt.job) {
			all = append(all, string(g.Kind)+" "+string(rune('0'+len(g.Entries))))
		}
		if got := strings.Join(all, ", "); got != tt.want || len(o.Issued(tt.job)) != tt.n {
			t.Errorf("%s %+v: %d entries, lacking %q; want %d, %q", tt.job, tt.choice, len(o.Issued(tt.job)), got, tt.n, tt.want)
		}
	}
}

func TestChoicesAreKeptForEachJob(t *testing.T) {
	o := press(t)
	o.Choose(staff.UnitsJob, staff.Choice{From: staff.FromLook, Unit: "市教育局", Texts: true})
	o.SetHead(staff.Head{Maker: " 大会秘书处议案组 ", Until: "2024-02-22 12:00"})
	again := staff.New(o.Desk())
	if got := again.Choice(staff.UnitsJob); got != (staff.Choice{Unit: "市教育局", Texts: true}) {
		t.Errorf("kept %+v", got)
	}
	if got := again.Choice(staff.EachJob); got != (staff.Choice{}) {
		t.Errorf("another job has %+v", got)
	}
	if got := again.Head(); got.Maker != "大会秘书处议案组" || got.Until != "" {
		t.Errorf("head %+v: the maker is kept, the moment is not", got)
	}
}

// tree lists the files below a folder.
func tree(t *testing.T, folder string) []string {
	t.Helper()
	var all []string
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			name, _ := filepath.Rel(folder, path)
			all = append(all, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(all)
	return all
}

func TestFoldersOfPapers(t *testing.T) {
	o := press(t)
	w := assets.Language(assets.Chinese)
	for _, tt := range []struct {
		job    staff.Job
		choice staff.Choice
		want   []string
	}{
		{staff.UnitsJob, staff.Choice{}, []string{
			"01_市教育局/交办单.pdf", "01_市教育局/建议全文.pdf", "01_市教育局/清单.xlsx",
			"02_市交通运输局/交办单.pdf", "02_市交通运输局/建议全文.pdf", "02_市交通运输局/清单.xlsx",
			"03_市司法局/交办单.pdf", "03_市司法局/建议全文.pdf", "03_市司法局/清单.xlsx"}},
		{staff.UnitsJob, staff.Choice{Unit: "市教育局", Word: true, Texts: true}, []string{
			"01_市教育局/交办单.docx", "01_市教育局/建议全文.docx", "01_市教育局/清单.xlsx",
			"01_市教育局/逐件/第001号_关于第二件事_与“路”的建议.docx", "01_市教育局/逐件/第002号_关于第三件事_与“路”的建议.docx"}},
		{staff.EachJob, staff.Choice{Packet: true, Side: staff.OtherSide}, []string{
			"未编号_关于第四件事_与“路”的建议.dbz", "第001号_关于第二件事_与“路”的建议.dbz", "第002号_关于第三件事_与“路”的建议.dbz"}},
		{staff.PublicJob, staff.Choice{}, []string{
			"内部留存/不公开情况.xlsx", "可以公开/汇编（公开本）.pdf", "可以公开/目录（公开本）.pdf", "可以公开/目录（公开本）.xlsx", "可以公开/统计（公开本）.pdf"}},
	} {
		o.Choose(tt.job, tt.choice)
		path := filepath.Join(t.TempDir(), "out")
		made, err := o.Make(context.Background(), w, o.Bill(tt.job), path, nil)
		if err != nil {
			t.Fatalf("%s: %v", tt.job, err)
		}
		slices.Sort(tt.want)
		if got := tree(t, path); !slices.Equal(got, tt.want) || made.Files != len(tt.want) {
			t.Errorf("%s %+v: %d files\n%s\nwant\n%s", tt.job, tt.choice, made.Files, strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
		}
		again, err := o.Make(context.Background(), w, o.Bill(tt.job), path, nil)
		if err != nil || again.Path != path+" (2)" {
			t.Errorf("%s: once more at %q, %v", tt.job, again.Path, err)
		}
		stopped, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := o.Make(stopped, w, o.Bill(tt.job), path+"x", nil); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: stopped: %v", tt.job, err)
		}
		if left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); len(left) != 2 {
			t.Errorf("%s: after a stop there is %v", tt.job, left)
		}
	}
}

// A packet that goes out can be taken in elsewhere, as it came.
func TestACopyIsAPacket(t *testing.T) {
	o := press(t)
	o.Choose(staff.EachJob, staff.Choice{Packet: true, Side: staff.MotionSide})
	path := filepath.Join(t.TempDir(), "out")
	if _, err := o.Make(context.Background(), assets.Language(assets.Chinese), o.Bill(staff.EachJob), path, nil); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(filepath.Join(path, tree(t, path)[0]))
	if err != nil {
		t.Fatal(err)
	}
	packet, err := export.Unpack("copy", data)
	if err != nil || len(packet.Items) != 1 || packet.Items[0].Title != o.Issued(staff.EachJob)[0].Proposal.Title || packet.Seal != nil {
		t.Errorf("%+v, %v", packet.Manifest, err)
	}
}
