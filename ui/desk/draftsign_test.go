package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/export"
)

// Ten must sign a 议案, the author included; who signs before a change is told.
func TestCosigningIsCounted(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	press(t, d, d.Write(annotate.Motion))
	d.SetField("deputy.name", "测试代表甲")
	d.SetField("deputy.number", "0101")
	for _, line := range []string{"测试代表乙 0102 示例代表团", "测试代表丙 0103 示例代表团", "测试代表丁 0104"} {
		d.AddCosigner(line)
	}
	if c := d.Count(); c != (Count{Listed: 4, Signed: 1, Need: 10}) {
		t.Fatalf("%+v", c)
	}
	d.AddCosigner("测试代表乙 0102 示例代表团")
	if len(d.Cosigners()) != 3 || d.Notice() == nil {
		t.Error("one who is on the list was added again without a word")
	}
	d.Dismiss()
	d.Sign(0)
	d.Sign(1)
	if d.State() != annotate.Signing || d.Count().Signed != 3 || d.Cosigners()[0].Signed == "" {
		t.Errorf("after two signatures: %s, %+v", d.State(), d.Count())
	}
	d.SetPartText(Measures, "一是公布点位。")
	if d.SignersToTell() != "测试代表乙、测试代表丙" || !d.Cosigners()[1].Stale {
		t.Errorf("to be told: %q", d.SignersToTell())
	}
	found := false
	for _, f := range d.Grave() {
		found = found || f.Rule == check.SignedBefore
	}
	if !found {
		t.Error("the check does not say so")
	}
	d.Sign(0)
	d.Withdraw(1)
	if d.SignersToTell() != "" || d.Count().Listed != 3 || len(d.Withdrawn()) != 1 {
		t.Errorf("to be told %q, %+v, %d withdrawn", d.SignersToTell(), d.Count(), len(d.Withdrawn()))
	}
	press(t, d, d.Undo())
	if d.Count().Listed != 4 || len(d.Withdrawn()) != 0 {
		t.Errorf("after Undo: %+v", d.Count())
	}
	press(t, d, d.Redo())
	d.Rejoin(d.Withdrawn()[0].Who)
	if d.Count().Listed != 4 || d.Count().Signed != 3 {
		t.Errorf("back on the list: %+v", d.Count())
	}
	d.Unsign(0)
	d.RemoveCosigner(0)
	if d.Count().Listed != 3 || len(d.Draft().Signatures) != 1 {
		t.Errorf("removed: %+v, %d signatures", d.Count(), len(d.Draft().Signatures))
	}
}

func TestCompareShowsWhatChanged(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	press(t, d, d.Write(annotate.Suggestion))
	id := d.Draft().ID
	long := strings.Repeat("这一段没有改动，只是很长。", 200)
	d.SetTitle("关于充电桩的建议")
	d.SetPartText(Situation, long+"\n桩有580个。\n最后一段。")
	d.LeaveDraft()
	d.OpenDraft(id)
	d.SetPartText(Situation, long+"\n桩有680个，不够。\n最后一段。")
	d.SetField("host", "市发展和改革委员会")
	n := d.Revisions()[0].N
	all := d.CompareRevisions(n, Current)
	if len(all) != 2 || all[0].Field != "body.situation" || all[1].Field != "host" {
		t.Fatalf("differences: %+v", all)
	}
	var was, now, said strings.Builder
	for _, s := range all[0].Spans {
		switch s.Mark {
		case export.Struck:
			was.WriteString(s.Text)
			said.WriteString("[-" + s.Text + "]")
		case export.Under:
			now.WriteString(s.Text)
			said.WriteString("[+" + s.Text + "]")
		default:
			was.WriteString(s.Text)
			now.WriteString(s.Text)
			said.WriteString(s.Text)
		}
	}
	if was.String() != all[0].Was || now.String() != all[0].Now {
		t.Error("the two sides cannot be read off the marked text")
	}
	if !strings.Contains(said.String(), "桩有[-580个][+680个，不够]。\n最后一段。") {
		t.Errorf("marked: …%s", said.String()[len(long):])
	}
	if same := d.CompareRevisions(n, n); len(same) != 0 {
		t.Errorf("a revision differs from itself: %+v", same)
	}
}

func TestCopiesAndTemplates(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	press(t, d, d.Write(annotate.Suggestion))
	d.SetTitle("关于保障村医待遇的建议")
	d.SetField("deputy.name", "测试代表甲")
	d.AddCosigner("测试代表乙 0102")
	d.Sign(0)
	press(t, d, d.SetState(annotate.Final))
	old := *d.Draft()
	press(t, d, d.CopyDraft(old.ID))
	p := *d.Draft()
	if p.ID == old.ID || p.Title != old.Title || p.State != annotate.Drafting || p.Frozen != "" || len(p.Cosigners)+len(p.Signatures) != 0 || p.Deputy.Name != "测试代表甲" {
		t.Errorf("the copy: %+v", p)
	}
	d.SaveTemplate("")
	all := d.Templates()
	if len(all) != 1 || all[0].Name != p.Title || all[0].Proposal.Deputy.Name != "" {
		t.Fatalf("templates: %+v", all)
	}
	d.Dismiss()
	press(t, d, d.FromTemplate(all[0].ID))
	if d.Draft().Title != p.Title || d.Draft().ID == p.ID {
		t.Errorf("from the template: %+v", d.Draft())
	}
	d.DropTemplate(all[0].ID)
	if len(d.Templates()) != 0 {
		t.Error("the template is still there")
	}
	press(t, d, d.Undo())
	if len(d.Templates()) != 1 {
		t.Error("Undo did not bring the template back")
	}
}

// A file goes into the packet, comes out of the paper, and can be copied from
// there with the draft.
func TestAttachmentsGoAlong(t *testing.T) {
	folder, papers := t.TempDir(), t.TempDir()
	d := open(t, folder)
	defer shut(t, d)
	press(t, d, d.Write(annotate.Suggestion))
	d.SetTitle("关于保障村医待遇的建议")
	path := func(name string, size int) string {
		name = filepath.Join(papers, name)
		if err := os.WriteFile(name, []byte(strings.Repeat("x"+name, size)), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	first := path("调研照片.jpg", 10)
	d.Attach(first)
	d.Attach(first)
	if refused(d) != "desk.draft.attach.twice" {
		t.Errorf("the same file again: %v", refused(d))
	}
	d.Attach(path("空.txt", 0))
	if refused(d) != "desk.draft.attach.empty" {
		t.Errorf("an empty file: %v", refused(d))
	}
	d.Attach(path("大.bin", MostFileSize/5))
	if refused(d) != "desk.draft.attach.size" {
		t.Errorf("a large file: %v", refused(d))
	}
	d.Attach(papers)
	if refused(d) != "desk.draft.attach.folder" {
		t.Errorf("a folder: %v", refused(d))
	}
	d.Attach(path("二.txt", 2))
	d.Attach(path("三.txt", 3))
	d.Attach(path("四.txt", 4))
	if refused(d) != "desk.draft.attach.count" || len(d.Draft().Files) != 3 {
		t.Errorf("a fourth file: %v", refused(d))
	}
	d.Dismiss()
	d.Detach(0)
	press(t, d, d.Undo())
	if got := d.Draft().Attachments; len(got) != 3 || got[0] != "调研照片.jpg" {
		t.Fatalf("after Undo: %v", got)
	}
	paper := filepath.Join(papers, "建议.pdf")
	d.Print(paper)
	if d.Notice() != nil {
		t.Fatalf("print: %v", d.Notice())
	}
	other := open(t, t.TempDir())
	defer shut(t, other)
	items, err := other.ReadProposals(paper)
	if err != nil || len(items) != 1 {
		t.Fatalf("read: %v, %d items", err, len(items))
	}
	press(t, other, other.Copy(items[0]))
	f := other.Draft().Files[0]
	if data, err := other.FileBytes(f.SHA256); err != nil || len(data) != f.Size {
		t.Errorf("%s: %d bytes, %v", f.Name, len(data), err)
	}
}

// refused is the key of the last refusal.
func refused(d *Desk) string {
	if r, ok := d.Notice().(*Refusal); ok {
		return r.Key
	}
	return ""
}

func TestAmendmentsStandAsInTheReport(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	all := d.Report().Paragraphs()
	for _, i := range []int{20, 5, 12} {
		d.SelectSentence(all[i].ID, 0, false)
		if d.Draft() == nil {
			press(t, d, d.WriteOnSelection(annotate.Revision))
		} else {
			press(t, d, d.CiteSelection())
		}
	}
	var order []string
	for _, a := range d.Draft().Amends {
		order = append(order, string(a.Anchor.Paragraph))
	}
	want := []string{string(all[5].ID), string(all[12].ID), string(all[20].ID)}
	if strings.Join(order, " ") != strings.Join(want, " ") {
		t.Errorf("order %v, want %v", order, want)
	}
	press(t, d, d.Undo())
	if len(d.Draft().Amends) != 2 {
		t.Errorf("%d amendments after Undo", len(d.Draft().Amends))
	}
}

func TestReplaceAllIsOneStep(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	press(t, d, d.Write(annotate.Suggestion))
	d.SetPartText(Situation, "桩少，pm2.5高。桩坏。")
	d.SetPartText(Measures, "增加桩，降低PM2.5。")
	if got := d.Matches("PM2.5"); len(got) != 2 || got[1].Part != Measures {
		t.Errorf("matches: %+v", got)
	}
	if n := d.ReplaceAll("桩", "充电桩"); n != 3 || d.PartText(Situation) != "充电桩少，pm2.5高。充电桩坏。" {
		t.Errorf("%d: %s", n, d.PartText(Situation))
	}
	press(t, d, d.Undo())
	if d.PartText(Situation) != "桩少，pm2.5高。桩坏。" || d.PartText(Measures) != "增加桩，降低PM2.5。" {
		t.Errorf("after Undo: %s / %s", d.PartText(Situation), d.PartText(Measures))
	}
}
