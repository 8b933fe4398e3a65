package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/seeds"
)

// A file is opened for what it is, whatever it is called.
func TestFilesAreOpenedByTheirContent(t *testing.T) {
	example, err := annotate.ReadFile("example.toml", seeds.Example())
	if err != nil {
		t.Fatal(err)
	}
	packet, err := export.Pack(example.Deputy.Name, []annotate.Proposal{example})
	if err != nil {
		t.Fatal(err)
	}
	paper := filepath.Join(t.TempDir(), "建议.pdf")
	maker := open(t, t.TempDir())
	defer shut(t, maker)
	if _, err := maker.Sheet(example, paper); err != nil {
		t.Fatal(err)
	}
	pkg, err := os.ReadFile(issue(t, meeting()))
	if err != nil {
		t.Fatal(err)
	}
	find(t, maker, "充电桩")
	press(t, maker, maker.Comment("每个区县各建多少？"))
	noted := filepath.Join(t.TempDir(), "批注.json")
	maker.SaveNotes(NoteChoice{}, noted)
	notes, err := os.ReadFile(noted)
	if err != nil {
		t.Fatal(err)
	}
	maker.Dismiss()
	press(t, maker, maker.ConfirmTarget(maker.Targets(maker.Report())[0].ID))
	rulings := filepath.Join(t.TempDir(), "更正.json")
	maker.SaveCorrections(rulings)
	for _, tt := range []struct{ name, path, want string }{
		{"a session package", lay(t, "会议包.zip", string(pkg)), "已打开会议包"},
		{"a packet", lay(t, "收件", string(packet)), "这是" + example.Deputy.Name + "的一份建议：“" + example.Title + "”"},
		{"our paper", paper, "这是" + example.Deputy.Name + "的一份建议：“" + example.Title + "”"},
		{"a proposal", lay(t, "x.toml", string(seeds.Example())), "已作为草稿打开：“" + example.Title + "”。"},
		{"a proposal under another name", lay(t, "x.txt", string(seeds.Example())), "已作为草稿打开：“" + example.Title + "”。"},
		{"notes", noted, "文件里有 1 条批注：放回原处 1，"},
		{"notes under another name", lay(t, "批注.txt", string(notes)), "文件里有 1 条批注：放回原处 1，"},
		{"corrections of targets", rulings, "文件里有 1 条更正：采用 1；"},
		{"other data", lay(t, "x.json", `{"format": "something-else/1"}`), "没有打开“x.json”：它不是批注文件，也不是目标更正文件。"},
		{"a report", lay(t, "示例县2024.toml.txt", county), "已导入"},
		{"a packet cut short", lay(t, "a.dbz", string(packet[:len(packet)/2])), ""},
		{"a slip", lay(t, "y.toml", "titel = 1\n"), "没有打开：这不是一份建议的文本文件。（y.toml: line 1: unknown key \"titel\"）"},
		{"rules", lay(t, "rules.toml", "schema = 1\nname = \"甲市\"\n"), "没有打开：这不是一份建议的文本文件。（rules.toml: line 1:"},
	} {
		d := open(t, t.TempDir())
		d.OpenFile(tt.path)
		if !strings.HasPrefix(said(d), tt.want) || d.Notice() == nil {
			t.Errorf("%s: said %q, want %q", tt.name, said(d), tt.want)
		}
		shut(t, d)
	}
}

func TestProposalAsTextNeverOverwritesADraft(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	path := lay(t, "x.toml", string(seeds.Example()))
	d.OpenFile(path)
	first := *d.Draft()
	d.SetTitle("关于我改过的建议")
	d.OpenFile(path)
	if told(d) != "desk.file.draft.again" || len(d.Drafts()) != 2 || d.Draft().ID == first.ID || d.Draft().Title != first.Title {
		t.Fatalf("%v: %d drafts", d.Notice(), len(d.Drafts()))
	}
	if d.Draft().Cites[0].Anchor.Paragraph == "" {
		t.Error("the quotes were not found in the report")
	}
	second := d.Draft().ID
	pressGood(t, d, d.DeleteDraft(second))
	pressGood(t, d, d.DeleteDraft(first.ID))
	d.OpenFile(path)
	if d.Draft().ID == first.ID || d.Draft().ID == second {
		t.Error("a deleted draft was overwritten")
	}
	pressGood(t, d, d.Undo())
	for _, p := range d.Drafts() {
		if p.ID == first.ID && p.Title != "关于我改过的建议" {
			t.Errorf("the first draft came back as %s", p.Title)
		}
	}
}
