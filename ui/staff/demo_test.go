package staff_test

import (
	"os"
	"testing"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/ui/staff"
)

// The whole job of the staff, from files to papers, and once more on what is
// there already.
func TestTheStaffsJobIsDone(t *testing.T) {
	dir := t.TempDir()
	did, err := staff.Demo(assets.Language(assets.Chinese), dir)
	if err != nil {
		t.Fatal(err)
	}
	taken := did.Verdicts[registry.New] + did.Verdicts[registry.Incomplete] + did.Verdicts[registry.Review]
	if did.Files != 45 || taken != 42 || did.Verdicts[registry.Duplicate] != 1 || did.Verdicts[registry.Revised] != 1 || did.Verdicts[registry.Damaged] != 1 {
		t.Errorf("%d files: %v; want 42 taken, one copy, one revision, one damaged", did.Files, did.Verdicts)
	}
	if did.Numbered != 42 || did.Filed == 0 || did.Assigned == 0 || did.Merged == "" {
		t.Errorf("%d numbered, %d filed, %d assigned, merged under %q", did.Numbered, did.Filed, did.Assigned, did.Merged)
	}
	for _, m := range did.Papers {
		if info, err := os.Stat(m.Path); err != nil || info.Size() < 1000 {
			t.Errorf("%s: %v", m.Job, err)
		}
	}
	if did.Alike < 3 {
		t.Errorf("%d groups to look at, want two in nearly the same words and one of opposite asks", did.Alike)
	}
	again, err := staff.Demo(assets.Language(assets.Chinese), dir)
	if err != nil || again.Numbered != 0 {
		t.Errorf("once more: %d numbered, %v", again.Numbered, err)
	}
}
