package desk

import (
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
)

// A remedy changes its own field and nothing typed in the meantime.
func TestRemedyIsUndoneByItself(t *testing.T) {
	d := open(t, t.TempDir())
	d.Press(d.Write(annotate.Suggestion))
	d.SetTitle("加快公共充电桩建设")
	var titled check.Finding
	for _, f := range d.Findings() {
		if f.Rule == check.TitleForm {
			titled = f
		}
		if _, ok := d.Remedy(f); ok && f.Rule == check.ThreeParts {
			t.Errorf("%s has a remedy", f.Key())
		}
	}
	const mended = "关于加快公共充电桩建设的建议"
	if r, ok := d.Remedy(titled); !ok || r.To != mended {
		t.Fatalf("remedy %q, %t", r.To, ok)
	}
	d.Press(d.Mend(titled))
	d.SetPartText(Situation, "后来写的话")
	if d.Draft().Title != mended {
		t.Errorf("title %q", d.Draft().Title)
	}
	d.Press(d.Undo())
	if d.Draft().Title != "加快公共充电桩建设" || d.PartText(Situation) != "后来写的话" {
		t.Errorf("undone: %q, %q", d.Draft().Title, d.PartText(Situation))
	}
	d.Press(d.Redo())
	if d.Draft().Title != mended || d.PartText(Situation) != "后来写的话" {
		t.Errorf("again: %q, %q", d.Draft().Title, d.PartText(Situation))
	}
}
