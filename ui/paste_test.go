package ui

import (
	"strings"
	"testing"

	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
)

// Text that was copied elsewhere becomes a report; without any a sentence says
// so.
func TestPastedTextBecomesAReport(t *testing.T) {
	v := window(t, t.TempDir())
	clipboard := fyne.CurrentApp().Clipboard()
	clipboard.SetContent(" \n")
	v.importClipboard()
	if what, _ := desk.Explain(v.words, v.desk.Notice()); !strings.HasPrefix(what, "剪贴板里没有文字") {
		t.Errorf("an empty clipboard: %s", what)
	}
	clipboard.SetContent("政府工作报告\n\n一、2024年重点工作\n\n新建公共充电桩580个。")
	v.importClipboard()
	if len(v.desk.Reports()) != 2 || v.desk.Report().Sections[0].Heading != "一、2024年重点工作" || v.strips.came.Hidden {
		t.Errorf("%d reports, told %v", len(v.desk.Reports()), v.desk.Notice())
	}
	v.desk.Press(v.desk.CheckLayout())
	if v.desk.Page() != desk.Proofing || !v.strips.came.Hidden {
		t.Errorf("page %s", v.desk.Page())
	}
	button(t, v, "回到报告").OnTapped()
	if v.desk.Page() != desk.Reading {
		t.Errorf("page %s", v.desk.Page())
	}
}
