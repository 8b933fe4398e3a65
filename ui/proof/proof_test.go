package proof

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

const scan = `政府工作报告

一、2023年工作回顾

新建农村公路120公里，群众生活持
— 2 —
续改善。

图为新建的公园。

城市建设

新建公共充电桩580个。

二、2024年重点工作

新增停车位300个。`

// open shows the page of an imported report in a window of the smallest screen.
func open(t *testing.T) (*Page, *desk.Desk) {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("r.ttf", assets.WindowRegular()), fyne.NewStaticResource("b.ttf", assets.WindowBold())))
	d := desk.Open(desk.Settings{Folder: t.TempDir()})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	d.ImportText(scan)
	p := New(d, assets.Language(assets.Chinese))
	d.Changed = p.Changed
	w := test.NewTempWindow(t, p.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1093, 510))
	d.Press(d.CheckLayout())
	return p, d
}

// side is one side of the page as it reads, a block a line.
func side(blocks []widgets.Block) string {
	var all []string
	for _, b := range blocks {
		all = append(all, b.Text)
	}
	return strings.Join(all, "|")
}

// click clicks on words of the right side.
func click(t *testing.T, p *Page, words string) {
	t.Helper()
	for i, b := range p.made.blocks {
		if at := strings.Index(b.Text, words); at >= 0 {
			p.tap(widgets.Position{Block: i, Offset: at})
			return
		}
	}
	t.Fatalf("%s is not there: %s", words, side(p.made.blocks))
}

// press presses a button by its words.
func press(t *testing.T, p *Page, label string) {
	t.Helper()
	for _, a := range p.acts {
		if a.button.Text == label {
			if a.button.Disabled() {
				t.Fatalf("%s cannot be pressed: %v", label, a.can(p).Off)
			}
			test.Tap(a.button)
			return
		}
	}
	t.Fatalf("no button %s", label)
}

const (
	source = "政府工作报告|一、2023年工作回顾|新建农村公路120公里，群众生活持 →\n— 2 — →\n续改善。|图为新建的公园。|城市建设|新建公共充电桩580个。|二、2024年重点工作|新增停车位300个。"
	asRead = "政府工作报告|一、2023年工作回顾|新建农村公路120公里，群众生活持续改善。|图为新建的公园。|城市建设|新建公共充电桩580个。|二、2024年重点工作|新增停车位300个。"
)

func TestSourceBesideReport(t *testing.T) {
	p, _ := open(t)
	if got := side(p.source.blocks); got != source {
		t.Errorf("left stands\n%s", got)
	}
	if got := side(p.made.blocks); got != asRead {
		t.Errorf("right stands\n%s", got)
	}
	click(t, p, "群众")
	from, to := p.left.Selection()
	if from.Block != 2 || from.Offset != 0 || to.Block != 2 || p.left.SelectedText() != "新建农村公路120公里，群众生活持 →\n— 2 — →\n续改善。" {
		t.Errorf("marked on the left is %q", p.left.SelectedText())
	}
	p.tapSource(widgets.Position{Block: 2, Offset: to.Offset - 3})
	if p.proof.Pieces[p.piece].Text != "新建农村公路120公里，群众生活持续改善。" {
		t.Errorf("a click on the third line chooses %s", p.proof.Pieces[p.piece].Text)
	}
	p.tapSource(widgets.Position{Block: 4})
	if p.proof.Pieces[p.piece].Text != "城市建设" {
		t.Errorf("a click on the left chooses %s", p.proof.Pieces[p.piece].Text)
	}
}

// Every button does what it says, and is taken back by 撤销.
func TestButtons(t *testing.T) {
	for _, tt := range []struct{ words, button, want string }{
		{"图为", "并入上段", "政府工作报告|一、2023年工作回顾|新建农村公路120公里，群众生活持续改善。图为新建的公园。|城市建设|新建公共充电桩580个。|二、2024年重点工作|新增停车位300个。"},
		{"群众", "在此断开", "政府工作报告|一、2023年工作回顾|新建农村公路120公里，|群众生活持续改善。|图为新建的公园。|城市建设|新建公共充电桩580个。|二、2024年重点工作|新增停车位300个。"},
		{"图为", "略去此段", "政府工作报告|一、2023年工作回顾|新建农村公路120公里，群众生活持续改善。|已略去|图为新建的公园。|城市建设|新建公共充电桩580个。|二、2024年重点工作|新增停车位300个。"},
	} {
		p, d := open(t)
		click(t, p, tt.words)
		press(t, p, tt.button)
		if got := side(p.made.blocks); got != tt.want {
			t.Errorf("%s: right stands\n%s", tt.button, got)
		}
		test.Tap(p.undo)
		if got := side(p.made.blocks); got != asRead || side(p.source.blocks) != source || d.Notice() != nil || !p.undo.Disabled() {
			t.Errorf("%s, taken back:\n%s", tt.button, got)
		}
	}
}

func TestHeadingsLeftOutAndBroughtBack(t *testing.T) {
	p, d := open(t)
	click(t, p, "城市")
	press(t, p, "设为二级标题")
	press(t, p, "设为一级标题")
	if s := d.Report().Sections; len(s) != 3 || s[1].Heading != "城市建设" || s[1].Path != "一之一" {
		t.Errorf("sections %+v", s)
	}
	press(t, p, "改为正文")
	press(t, p, "略去此段")
	if !strings.Contains(p.say(), "恢复") {
		t.Errorf("says %s", p.say())
	}
	press(t, p, "恢复此段")
	test.Tap(p.reset)
	if got := side(p.made.blocks); got != asRead {
		t.Errorf("right stands\n%s", got)
	}
	if !p.reset.Disabled() {
		t.Errorf("nothing is left to reset")
	}
}

// The keyboard does it all: down to the caption, out, down, a heading.
func TestKeyboard(t *testing.T) {
	p, d := open(t)
	for _, name := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDelete, fyne.KeyDown, fyne.Key2, fyne.KeyDown, fyne.KeyUp} {
		p.right.TypedKey(&fyne.KeyEvent{Name: name})
	}
	s := d.Report().Sections
	if len(s) != 3 || s[1].Heading != "城市建设" || !strings.Contains(side(p.made.blocks), "图为新建的公园。|城市建设") || len(p.proof.Meta().Fixes) != 2 {
		t.Errorf("sections %+v, right %s", s, side(p.made.blocks))
	}
	p.right.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.Page() != desk.Reading {
		t.Errorf("Escape leads to %s", d.Page())
	}
}

// The place is marked with |, the click was on «.
func TestWhereAClickDivides(t *testing.T) {
	for _, tt := range []string{
		"修路«|五条。修桥。", "修路五条«，|修桥。", "修路五条«。”|修桥。", "新建|58«0个。", "覆盖|Wi-F«i园区。", "|修路五条«。", "增长|5.«8%左右。",
	} {
		text := strings.NewReplacer("«", "", "|", "").Replace(tt)
		click := strings.Index(strings.ReplaceAll(tt, "|", ""), "«")
		want := strings.Index(strings.ReplaceAll(tt, "«", ""), "|")
		if got := where(text, click); got != want {
			t.Errorf("%s: %d, want %d", tt, got, want)
		}
	}
}
