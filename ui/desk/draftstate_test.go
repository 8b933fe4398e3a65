package desk

import (
	"testing"

	"deputydesk/annotate"
	"deputydesk/export"
)

// A finalised text stays as it is, its digest is that on the paper, and going
// on with it makes a new revision.
func TestFinalisingFreezes(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	press(t, d, d.Write(annotate.Suggestion))
	id := d.Draft().ID
	d.SetTitle("关于加快公共充电桩建设的建议")
	press(t, d, d.SetState(annotate.Final))
	first := *d.Draft()
	if first.State != annotate.Final || first.Frozen != export.Digest(first) || len(first.Frozen) != 64 {
		t.Fatalf("state %s, digest %q", first.State, first.Frozen)
	}
	d.SetTitle("另一个标题")
	if d.Draft().Title != first.Title || d.Notice() != ErrFrozen {
		t.Errorf("title %q, notice %v", d.Draft().Title, d.Notice())
	}
	d.Dismiss()
	if a := d.SetState(annotate.Recalled); a.Off != ErrNotNow {
		t.Errorf("recalled before it was filed: %v", a.Off)
	}
	press(t, d, d.SetState(annotate.Filed))
	if d.Draft().Frozen != first.Frozen || d.State() != annotate.Filed {
		t.Errorf("filed: %s %s", d.State(), d.Draft().Frozen)
	}
	press(t, d, d.Undo())
	if d.State() != annotate.Final {
		t.Errorf("after Undo: %s", d.State())
	}
	press(t, d, d.SetState(annotate.Drafting))
	d.SetTitle("关于加快公共充电桩布局的建议")
	if d.Frozen() || d.Draft().Frozen != "" || d.Draft().Revision != first.Revision+1 {
		t.Errorf("taken up again: frozen %v, revision %d after %d", d.Frozen(), d.Draft().Revision, first.Revision)
	}
	press(t, d, d.SetState(annotate.Final))
	if d.Draft().Frozen == first.Frozen || d.Draft().Revision != first.Revision+1 {
		t.Errorf("second time: revision %d, same digest %v", d.Draft().Revision, d.Draft().Frozen == first.Frozen)
	}
	reasons := map[string]int{}
	for _, r := range d.Revisions() {
		reasons[r.Reason]++
	}
	if reasons["final"]+reasons["filed"] != 2 {
		t.Errorf("kept: %v", reasons)
	}
	d.LeaveDraft()
	d.OpenDraft(id)
	if !d.Frozen() {
		t.Error("opened again it is not frozen any more")
	}
}
