package rulebook

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// says collects the words on the page.
func says(o fyne.CanvasObject) string {
	var b strings.Builder
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *widgets.Passage:
			b.WriteString(o.Text() + "\n")
		case *fyne.Container:
			for _, each := range o.Objects {
				walk(each)
			}
		case fyne.Widget:
			for _, each := range test.WidgetRenderer(o).Objects() {
				walk(each)
			}
		}
	}
	walk(o)
	return b.String()
}

func TestPageShowsThePackAndEveryFault(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("window-regular.ttf", assets.WindowRegular()), fyne.NewStaticResource("window-bold.ttf", assets.WindowBold())))
	folder := t.TempDir()
	d := desk.Open(desk.Settings{Folder: folder})
	p := New(d, assets.Language(assets.Chinese))
	d.Changed = p.Changed
	d.ShowRules().Do()
	if got := says(p.Object()); !strings.Contains(got, "现在用的是“河南省设区的市（通用）”\n程序自带") || !strings.Contains(got, "议案 10 人以上") {
		t.Errorf("the page says\n%s", got)
	}
	if !p.restore.Disabled() {
		t.Error("there is something to restore")
	}
	bad := filepath.Join(folder, "本市.toml")
	if err := os.WriteFile(bad, []byte("schema = 1\nclases = []\nname = \"某某市\"\n[lengths]\nbody = -1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.Choose = func(done func(string)) { done(bad) }
	p.Choose(d.TakeRules)
	if got := says(p.Object()); !strings.Contains(got, "“本市.toml”里有 2 处要改：\n第 2 行：没有“clases”这一项") || !strings.Contains(got, "第 5 行：-1 不能小于零") {
		t.Errorf("the page says\n%s", got)
	}
	if err := os.WriteFile(bad, []byte("schema = 1\nname = \"某某市\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.Choose(d.TakeRules)
	if got := says(p.Object()); !strings.Contains(got, "现在用的是“某某市”") || strings.Contains(got, "处要改") || p.restore.Disabled() {
		t.Errorf("the page says\n%s", got)
	}
	test.Tap(p.restore)
	if got := says(p.Object()); !strings.Contains(got, "程序自带") {
		t.Errorf("the page says\n%s", got)
	}
	d.CloseRules()
	if d.Page() != desk.Reading {
		t.Errorf("closed, and on page %s", d.Page())
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}
