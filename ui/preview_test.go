package ui

import (
	"testing"

	"deputydesk/annotate"
	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// The paper of a draft is looked at, turned by keys, and put away again; the
// draft is still there.
func TestPreviewInTheWindow(t *testing.T) {
	v := window(t, t.TempDir())
	v.desk.Press(v.desk.Write(annotate.Suggestion))
	v.desk.SetTitle("关于测试预览的建议")
	test.Tap(button(t, v, "预览"))
	p := v.desk.Preview()
	if p == nil || len(v.body.Objects) != 1 || v.body.Objects[0] != v.preview.Object() {
		t.Fatalf("no preview: %v", v.desk.Notice())
	}
	if back := button(t, v, "上一页"); !back.Disabled() {
		t.Error("there is a page before the first")
	}
	press(v, fyne.KeyPageDown)
	if back := button(t, v, "上一页"); back.Disabled() {
		t.Error("the page was not turned")
	}
	press(v, fyne.KeyHome)
	for range 5 {
		press(v, fyne.KeyDown) // the whole page is seen: the arrow turns it
	}
	if on := button(t, v, "下一页"); !on.Disabled() {
		t.Error("the last page was not reached")
	}
	for _, label := range []string{"＋", "－", "页宽", "整页"} {
		test.Tap(button(t, v, label))
	}
	press(v, fyne.KeyEscape)
	if v.desk.Preview() != nil || v.body.Objects[0] == v.preview.Object() || v.desk.Page() != desk.Drafting {
		t.Errorf("Escape: preview %v, page %s", v.desk.Preview(), v.desk.Page())
	}
	test.Tap(button(t, v, "预览"))
	v.desk.Turn(desk.Reading)
	if v.desk.Preview() != nil {
		t.Error("the preview stays over another page")
	}
}
