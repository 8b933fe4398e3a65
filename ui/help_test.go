package ui

import (
	"strings"
	"testing"

	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
)

// F1 opens the manual at the page in front, Ctrl+F1 the keys, and neither key
// does two things.
func TestF1IsTheManual(t *testing.T) {
	v := window(t, t.TempDir())
	v.desk.Turn(desk.Margin)
	for _, k := range []widgets.Key{{Name: fyne.KeyF1}, {Name: fyne.KeyF1, Mod: widgets.Ctrl}} {
		if !widgets.Press(v.keys, k) {
			t.Fatalf("%v does nothing", k)
		}
	}
	if name, place, _ := v.desk.ManualAt(); v.desk.Page() != desk.Manual || name != "使用手册" || place != "margin" {
		t.Errorf("F1 shows %s, %s at %q", v.desk.Page(), name, place)
	}
	if v.sheet == nil {
		t.Error("Ctrl+F1 shows no keys")
	}
	v.closeSheet()
	v.escape()
	if v.desk.Page() != desk.Margin {
		t.Errorf("Escape leads to %s", v.desk.Page())
	}
}

// What is shown as a diagnosis is what is copied.
func TestTheDiagnosisIsShown(t *testing.T) {
	v := window(t, t.TempDir())
	v.showDiagnosis()
	fyne.CurrentApp().Clipboard().SetContent("")
	overlay := v.win.Canvas().Overlays().Top()
	if overlay == nil {
		t.Fatal("nothing is shown")
	}
	for _, want := range []string{"诊断报告", "窗口大小", "完好检查：完好"} {
		if !strings.Contains(v.desk.Diagnose(v.graphics()).Text(v.words), want) {
			t.Errorf("the diagnosis does not say %q", want)
		}
	}
	overlay.Hide()
}
