package widgets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// offered returns the names of a menu that can be chosen.
func offered(m *fyne.Menu) string {
	var names []string
	for _, i := range m.Items {
		if !i.Disabled && !i.IsSeparator {
			names = append(names, i.Label)
		}
	}
	return strings.Join(names, " ")
}

// choose does what a menu calls name.
func choose(t *testing.T, m *fyne.Menu, name string) {
	t.Helper()
	n := slices.IndexFunc(m.Items, func(i *fyne.MenuItem) bool { return i.Label == name })
	if n < 0 {
		t.Fatalf("%s is not offered", name)
	}
	m.Items[n].Action()
}

// The other mouse button offers, in the words it was given, what can be done.
func TestTheMenuOfTheOtherButton(t *testing.T) {
	e := opened(t, "")
	words := EditMenu{Undo: "撤销", Redo: "重做", Cut: "剪切", Copy: "复制", Paste: "粘贴", SelectAll: "全选"}
	menu := func() *fyne.Menu { return words.menu(e) }
	if got := offered(menu()); got != "" {
		t.Errorf("an empty editor offers %s", got)
	}
	test.Type(e, "代表建议")
	for _, step := range []struct{ do, text, offers string }{
		{"全选", "代表建议", "撤销 剪切 复制 全选"},
		{"复制", "代表建议", "撤销 剪切 复制 粘贴 全选"},
		{"剪切", "", "撤销 粘贴"},
		{"粘贴", "代表建议", "撤销 粘贴 全选"},
		{"撤销", "", "撤销 重做 粘贴"},
		{"重做", "代表建议", "撤销 粘贴 全选"},
	} {
		choose(t, menu(), step.do)
		if e.Text() != step.text || offered(menu()) != step.offers {
			t.Errorf("%s: the text is %q and %s is offered, want %q and %s", step.do, e.Text(), offered(menu()), step.text, step.offers)
		}
	}
}

// It is shown where the button was pressed, and keeps what was selected.
func TestTheMenuIsShown(t *testing.T) {
	e := opened(t, "代表建议")
	EditWords = EditMenu{Undo: "撤销", Redo: "重做", Cut: "剪切", Copy: "复制", Paste: "粘贴", SelectAll: "全选"}
	t.Cleanup(func() { EditWords = EditMenu{} })
	e.Select(0, len("代表"))
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonSecondary}
	ev.Position = fyne.NewPos(editorSpace+e.em()/2, editorSpace+4)
	e.MouseDown(ev)
	e.MouseUp(ev)
	c := fyne.CurrentApp().Driver().CanvasForObject(e)
	if c.Overlays().Top() == nil || e.SelectedText() != "代表" {
		t.Errorf("menu shown: %v; selected %q, want 代表", c.Overlays().Top() != nil, e.SelectedText())
	}
	f := NewField()
	win := window(t, f, 300, 40)
	f.TappedSecondary(&fyne.PointEvent{})
	if win.Canvas().Overlays().Top() == nil {
		t.Error("a field shows no menu")
	}
}
