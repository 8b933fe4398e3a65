package entries

import (
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// said are all words on what lies over the page.
func said(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widgets.Passage:
		return o.Text() + "\n"
	case *widget.Button:
		return o.Text + "\n"
	case *container.Scroll:
		return said(o.Content)
	case *fyne.Container:
		all := ""
		for _, each := range o.Objects {
			all += said(each)
		}
		return all
	case fyne.Widget:
		all := ""
		for _, each := range test.WidgetRenderer(o).Objects() {
			all += said(each)
		}
		return all
	}
	return ""
}

// tap presses the button with a label on what lies over the page.
func tap(t *testing.T, o fyne.CanvasObject, label string) {
	t.Helper()
	if b := buttonOf(o, label); b != nil {
		test.Tap(b)
		return
	}
	t.Fatalf("no button %q among %s", label, said(o))
}

func buttonOf(o fyne.CanvasObject, label string) *widget.Button {
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *widget.Button:
		if o.Text == label {
			return o
		}
		return nil
	case *container.Scroll:
		inside = []fyne.CanvasObject{o.Content}
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, each := range inside {
		if b := buttonOf(each, label); b != nil {
			return b
		}
	}
	return nil
}

// The template goes out, and what is wrong in it when it comes back is said cell
// by cell in the dialog.
func TestASessionIsSetUpInTheWindow(t *testing.T) {
	p := open(t, 0)
	path := filepath.Join(t.TempDir(), "会议设置.xlsx")
	p.Save = func(_ string, done func(string)) { done(path) }
	p.Choose = func(done func(string)) { done(path) }
	p.askMeeting()
	top := p.win.Canvas().Overlays().Top()
	tap(t, top, "模板另存为…")
	if !strings.Contains(said(top), "模板已存到") {
		t.Errorf("said: %s", said(top))
	}
	tap(t, top, "读入…")
	if text := said(top); !strings.Contains(text, "有 1 处要改") || !strings.Contains(text, "“会议”表 B2 格：没有填会议名称") {
		t.Errorf("said: %s", text)
	}
	if b := buttonOf(top, "发给代表…"); b == nil || !b.Disabled() {
		t.Error("a session package can be made of no session")
	}
}
