package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export"
)

// lastSession is a desk whose register holds some decided proposals, with a
// phrase wherever a person can put one.
func lastSession(t *testing.T, folder string) *Desk {
	t.Helper()
	d := openAt(t, folder, beforeTheMeeting)
	var received []registry.Received
	for i, open := range []string{"同意全文公开", "仅同意公开标题", "同意全文公开"} {
		p := wholeProposal(d)
		p.ID = annotate.ProposalID([]string{"1", "2", "3"}[i] + "fa9c27f-5b1d-4c3e-8f00-0123456789ab")
		p.Title = []string{"关于尽快建设公共充电桩的建议", "关于整修乡村道路的建议", "关于增加社区食堂的建议"}[i]
		p.Open, p.Confidential = open, i == 2
		p.Deputy.Phone, p.Deputy.Address = "13800000000", spoken
		p.Files = []annotate.File{{Name: spoken + ".txt", Size: len(spoken), SHA256: digestOf(spoken)}}
		p.Attachments = []string{spoken + ".txt"}
		if i > 0 {
			p.Body.Situation = spoken
		}
		if i == 2 { // what may be published stays
			p.Body.Situation, p.Deputy.Name = "联系电话13800000000。", spoken
		}
		received = append(received, registry.Received{File: spoken + ".dbz", Proposal: p, Digest: export.Digest(p)})
		q := p
		q.Revision, q.Body.Proposal = 2, q.Body.Proposal+"（改）"
		received = append(received, registry.Received{File: "第二稿.dbz", Proposal: q, Digest: export.Digest(q)})
	}
	if err := d.keepFile(digestOf(spoken), []byte(spoken)); err != nil {
		t.Fatal(err)
	}
	_, err := d.Register(func(b *registry.Book) error {
		by := d.Decides("工作人员甲")
		b.Take("1", by.Who, b.Judge(received), by.At)
		b.GiveNumbers(by, registry.Numbering{})
		for i := range b.Entries {
			if b.Entries[i].Proposal.ID[0] == '1' {
				b.Entries[i].Answer = "B"
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	d.NoteIssued(export.Issue{Job: "目录", Name: "目录.pdf", Pages: 1, Proposals: 3})
	return d
}

func archiveAt(t *testing.T, d *Desk, path string) Archived {
	t.Helper()
	k, err := d.Keepsake(assets.Language(assets.Chinese), "", "大会秘书处议案组")
	if err != nil {
		t.Fatal(err)
	}
	a, err := k.Write(context.Background(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	d.KeepArchived(a)
	return a
}

// What is archived is what the register was; next year a draft is told which
// number the same matter had and how it was answered.
func TestAnArchiveIsComparedWithNextYear(t *testing.T) {
	path := filepath.Join(t.TempDir(), "上届.dba")
	d := lastSession(t, t.TempDir())
	a := archiveAt(t, d, path)
	if a.Entries != 3 || a.Signed == "" || len(a.Missing) != 0 || a.Files != 6 {
		t.Errorf("archived %+v", a)
	}
	if _, current := d.ArchivedLast(); !current {
		t.Error("just archived, and it is not current")
	}
	whole := book(t, d)
	archive, _, err := readArchive(path)
	if err != nil {
		t.Fatal(err)
	}
	b, _ := d.Book()
	if got, want := asJSON(t, archive.Entries), asJSON(t, b.Entries); got != want {
		t.Errorf("archived %.300s\nwant %.300s", got, want)
	}
	if len(archive.Issued) != 1 || archive.Issued[0].Job != "目录" {
		t.Errorf("issued %+v", archive.Issued)
	}
	shut(t, d)
	if whole == "" {
		t.Fatal("an empty register")
	}

	folder := t.TempDir()
	next := openAt(t, folder, beforeTheMeeting)
	if _, err := next.UsePast(path); err != nil {
		t.Fatal(err)
	}
	shut(t, next)
	if found := inClear(t, folder); len(found) > 0 {
		// The text of the second stays, to compare with; addresses, files and the
		// name that was not to be said do not.
		data, _ := os.ReadFile(found[0])
		if n := countIn(data, spoken); n > 1 {
			t.Errorf("the phrase stands %d times in %v", n, found)
		}
	}
	next = openAt(t, folder, beforeTheMeeting)
	defer shut(t, next)
	mine := wholeProposal(next)
	mine.ID = "9fa9c27f-5b1d-4c3e-8f00-0123456789ab"
	found := next.Similar(mine)
	if len(found) == 0 || found[0].Source != Before {
		t.Fatalf("similar %+v", found)
	}
	if got := SaySource(assets.Language(assets.Chinese), found[0]); got != "上届第002号，答复B类" {
		t.Errorf("said %q", got)
	}
	next.ForgetPast(next.Past()[0].ID)
	if found := next.Similar(mine); len(found) != 0 {
		t.Errorf("forgotten, and found %+v", found)
	}
	next.Press(next.Undo())
	if len(next.Similar(mine)) == 0 {
		t.Error("the archive does not come back")
	}
}

func digestOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

func countIn(data []byte, phrase string) (n int) {
	for i := 0; i+len(phrase) <= len(data); i++ {
		if string(data[i:i+len(phrase)]) == phrase {
			n++
		}
	}
	return n
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// Nothing of a person is left in the folder after scrubbing, the numbers and the
// decisions are.
func TestScrubbingLeavesNothingInTheFolder(t *testing.T) {
	folder := t.TempDir()
	d := lastSession(t, folder)
	if err := d.Backup(filepath.Join(folder, "desk-replaced-1.db")); err != nil {
		t.Fatal(err)
	}
	d.Did(func() error { return nil }, func() error { return nil })
	path := filepath.Join(t.TempDir(), "a.dba")
	archiveAt(t, d, path)
	if len(inClear(t, folder)) == 0 {
		t.Fatal("the phrase should stand in the folder")
	}
	s, err := d.ScrubRegister("工作人员甲")
	if err != nil {
		t.Fatal(err)
	}
	if s.Entries != 3 || s.Deputies != 3 || s.Texts != 1 || s.Named != 1 || s.Earlier != 3 || s.Files != 3 || len(s.Left) != 0 {
		t.Errorf("scrubbed %+v", s)
	}
	if d.Undo().Off == nil {
		t.Error("it can be taken back")
	}
	if _, current := d.ArchivedLast(); current {
		t.Error("the archive still counts as that of the register")
	}
	if _, err := d.FileBytes(digestOf(spoken)); !errors.Is(err, ErrNoBytes) {
		t.Errorf("the attachment: %v", err)
	}
	shut(t, d)
	if found := inClear(t, folder); len(found) > 0 {
		t.Errorf("left in %v", found)
	}
	d = openAt(t, folder, beforeTheMeeting)
	defer shut(t, d)
	b, err := d.Book()
	if err != nil || len(b.Entries) != 3 {
		t.Fatalf("%d entries, %v", len(b.Entries), err)
	}
	if e := b.Entries[1]; e.NumberText() != "第002号" || e.Answer != "B" || e.Proposal.Deputy.Name == "" || e.Proposal.Body.Situation == "" {
		t.Errorf("too much went: %+v", e)
	}
	if text := b.Entries[0].Proposal.Body.Situation; text != "联系电话■■■■。" {
		t.Errorf("public text %q", text)
	}
}
