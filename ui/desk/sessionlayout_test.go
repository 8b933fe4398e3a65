package desk

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/seeds/intake"
)

// Staff check the layout once; it comes to every deputy with the 会议包, and does
// not replace what a deputy has put right.
func TestLayoutComesWithThePackage(t *testing.T) {
	staff := scanned(t, t.TempDir())
	fix(t, staff, intake.AsHeading1, "改善")
	fix(t, staff, intake.DropHere, "图为")
	p, err := staff.Proof()
	if err != nil {
		t.Fatal(err)
	}
	layoutJSON, err := json.Marshal(map[string]any{"fixes": p.Meta().Fixes})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, text := range map[string]string{
		planFile:      "schema = 1\nname = \"" + shili + "\"\nissued = \"2024-02-20 09:00\"\n[report]\nid = \"shili-2024\"\n",
		"report.txt":  scan,
		layoutFile:    string(layoutJSON),
		"ignored.txt": "x",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out := filepath.Join(t.TempDir(), "会议包.dbs")
	if _, err := PackSession(dir, out, beforeTheMeeting); err != nil {
		t.Fatal(err)
	}

	home := t.TempDir()
	d := openAt(t, home, beforeTheMeeting)
	d.OpenSession(out)
	want := layout(staff)
	if !strings.Contains(want, "#三 改善民生") || strings.Contains(want, "图为") || layout(d) != want {
		t.Errorf("the deputy reads\n%s\nwant\n%s\n(%v)", layout(d), want, d.Notice())
	}
	shut(t, d)
	d = openAt(t, home, beforeTheMeeting)
	if layout(d) != want {
		t.Errorf("after a restart\n%s", layout(d))
	}
	d.Dismiss()
	pressGood(t, d, d.RestorePiece(pieceOf(t, d, "图为")))
	own := layout(d)
	d.OpenSession(out)
	if layout(d) != own || !strings.Contains(own, "图为") {
		t.Errorf("opened again\n%s\nwant\n%s", layout(d), own)
	}
	shut(t, d)

	// A layout that is none is refused with its name, and nothing is packed.
	if err := os.WriteFile(filepath.Join(dir, layoutFile), []byte(`[{"op": "turn", "at": 3}]`), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := PackSession(dir, out, beforeTheMeeting); err == nil || !strings.Contains(err.Error(), "layout.json") {
		t.Errorf("a bad layout: %v", err)
	}
}
