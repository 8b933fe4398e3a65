package desk

import (
	"testing"

	"deputydesk/export"
)

// Doubtful places are marked for staff and not for deputies, unless they chose.
func TestDoubtsAreShownByWhoReads(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)
	if d.Staff() || d.ShowsDoubts() {
		t.Error("a deputy sees doubts without asking")
	}
	secret, _, err := export.NewKey()
	if err != nil {
		t.Fatal(err)
	}
	if err := d.KeepKey(secret); err != nil {
		t.Fatal(err)
	}
	if !d.Staff() || !d.ShowsDoubts() {
		t.Error("staff do not see doubts")
	}
	d.KeepView(View{Doubts: d.View().Doubts})
	if !d.ShowsDoubts() {
		t.Error("keeping the place counts as a choice")
	}
	d.ChooseDoubts(false)
	if d.ShowsDoubts() {
		t.Error("a choice does not last")
	}
}

// The doubtful places are gone through in reading order, and from the last to
// the first again.
func TestNextDoubt(t *testing.T) {
	d := open(t, t.TempDir())
	var all []string
	for range len(d.Doubts()) + 1 {
		next := d.NextDoubt()
		if next.Off != nil {
			t.Fatal(next.Off)
		}
		next.Do()
		if len(d.DoubtsIn(d.Selection())) == 0 {
			t.Errorf("no doubt at %+v", d.Selection())
		}
		all = append(all, d.Words())
	}
	if n := len(all); n != 16 || all[0] != d.Doubts()[0].Text || all[n-1] != all[0] || all[1] == all[0] {
		t.Errorf("went through %q", all)
	}
}
