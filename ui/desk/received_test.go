package desk

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate/registry"
	"deputydesk/export"
)

// What the staff have received is compared with as well.
func TestSimilarOnesAreFoundInTheRegister(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	p := wholeProposal(d)
	theirs := p
	theirs.ID = "9b0c6c2e-6f0d-4f0c-8a43-0f5d2f1d7e11"
	theirs.Title = "关于尽快建设公共充电桩的建议"
	if found := d.Similar(p); len(found) != 0 {
		t.Fatalf("before anything was received: %v", found)
	}
	if _, err := d.Register(func(b *registry.Book) error {
		b.Take("1", "工作人员甲", b.Judge([]registry.Received{{File: "a.dbz", Proposal: theirs, Digest: export.Digest(theirs)}}), beforeTheMeeting)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	found := d.Similar(p)
	if len(found) != 1 || found[0].Source != Received || found[0].Title != theirs.Title || found[0].Percent() < 50 {
		t.Errorf("afterwards: %+v", found)
	}
}

// The paper offers what the rule pack of the place offers.
func TestPaperOffersTheChoicesOfThePack(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	p := wholeProposal(d)
	p.Open = "只公开目录"
	said := func() string { return fmt.Sprintf("%+v", export.Sheet(p, d.Find, d.wording).Blocks) }
	if text := said(); !strings.Contains(text, "□同意全文公开　□仅同意公开标题　□不同意公开　■只公开目录") {
		t.Errorf("by the bundled pack: %s", text)
	}
	own := *d.pack
	own.Choices.Open = []string{"全部公开", "只公开目录"}
	d.pack = &own
	if text := said(); !strings.Contains(text, "□全部公开　■只公开目录") || strings.Contains(text, "仅同意公开标题") {
		t.Errorf("by its own: %s", text)
	}
	if slices.Equal(own.Choices.Reply, nil) {
		t.Error("the bundled pack offers no replies")
	}
}
