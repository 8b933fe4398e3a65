package merging

import (
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

const lamps = "青石路中段一千二百米没有路灯，学生晚自习后摸黑回家。移交手续不全，照明没有列入养护范围。一、暑假前装好路灯。二、移交手续一个月内补办。"

// page is the page of an office with so many texts about one road.
func page(t *testing.T, texts ...string) (*Page, *staff.Office) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("regular.ttf", assets.WindowRegular()), fyne.NewStaticResource("bold.ttf", assets.WindowBold())))
	d := desk.Open(desk.Settings{Folder: t.TempDir()})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	o := staff.New(d)
	_, err := d.Register(func(b *registry.Book) error {
		for i, text := range texts {
			p := annotate.New(annotate.ProposalID(rune('a'+i)), annotate.Suggestion)
			p.Title, p.Body.Proposal = "关于路灯的建议", text
			p.Deputy = annotate.Deputy{Name: "测试代表" + string(rune('甲'+i)), Delegation: "示例区代表团"}
			b.Entries = append(b.Entries, registry.Entry{Proposal: p, State: registry.Registered})
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	p := New(o, assets.Language(assets.Chinese))
	d.Changed = p.Changed
	d.SetRole(desk.Staff)
	w := test.NewTempWindow(t, p.Object())
	w.Resize(fyne.NewSize(1200, 700))
	d.Turn(desk.Merging)
	return p, o
}

// hit presses keys one after the other.
func (p *Page) hit(keys ...fyne.KeyName) {
	for _, k := range keys {
		p.list.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// A whole table can be worked off with the keyboard, and every step taken back.
func TestKeysWorkOffTheGroups(t *testing.T) {
	longer := strings.ReplaceAll(lamps, "一个月内", "半年之内") + "三、修剪行道树。"
	p, o := page(t, lamps, lamps, longer, "图书馆五点半闭馆。", "图书馆五点半闭馆。")
	if p.waiting != 2 || !p.empty.Hidden {
		t.Fatalf("%d groups, empty hidden %v", p.waiting, p.empty.Hidden)
	}
	s, _ := o.Sight()
	if s.Cluster.Kind != registry.Identical || len(s.Entries) != 2 || !p.buttons.both.Hidden {
		t.Errorf("first: %+v", s)
	}
	p.hit(fyne.KeyJ)
	if s, _ = o.Sight(); s.At != 1 || s.Left != "c" || s.Right != "a" || p.buttons.both.Hidden {
		t.Errorf("second: %+v", s)
	}
	p.hit(fyne.KeyN)
	if s, _ = o.Sight(); s.Right != "b" {
		t.Errorf("another at the right: %+v", s)
	}
	p.hit(fyne.Key2)
	if s, _ = o.Sight(); s.Left != "b" || s.Right != "c" {
		t.Errorf("the right one leads: %+v", s)
	}
	p.hit(fyne.KeyM)
	if p.waiting != 1 || len(p.offers) != 2 || o.Unions()[0].Lead.Proposal.ID != "b" {
		t.Errorf("merged: %d waiting, %+v", p.waiting, o.Unions())
	}
	if s, _ = o.Sight(); !s.Merged || !p.buttons.merge.Hidden || p.buttons.split.Hidden {
		t.Errorf("what was merged is in sight: %+v", s)
	}
	p.hit(fyne.KeyS)
	if u := o.Unions(); len(u) != 1 || len(u[0].Members) != 1 {
		t.Errorf("split: %+v", u)
	}
	p.d.Press(p.d.Undo())
	p.d.Press(p.d.Undo())
	if p.waiting != 2 || len(o.Unions()) != 0 {
		t.Errorf("undone: %d waiting, %+v", p.waiting, o.Unions())
	}
	p.hit(fyne.KeyK, fyne.KeyX)
	if p.waiting != 1 || !strings.Contains(p.count.Text(), "待看 1 组") {
		t.Errorf("told apart: %d waiting, %s", p.waiting, p.count.Text())
	}
	p.hit(fyne.KeyX)
	if p.empty.Hidden || p.right.Visible() || !strings.HasPrefix(p.said.Text(), "没有要并案的") {
		t.Errorf("empty: %s", p.said.Text())
	}
}

// What only one text has is marked on its side.
func TestDifferencesAreMarked(t *testing.T) {
	p, _ := page(t, lamps, strings.ReplaceAll(lamps, "一个月内", "半年之内")+"三、修剪行道树。")
	marked := func(c *fyne.Container) string {
		all := ""
		for _, o := range c.Objects {
			if r, ok := o.(*widgets.Redline); ok {
				all += r.Text()
			}
		}
		return all
	}
	if got := marked(p.columns.left); !strings.Contains(got, "三、修剪行道树。") {
		t.Errorf("the longer text is not at the left: %s", got)
	}
	if got := marked(p.columns.right); !strings.Contains(got, "一个月内") || strings.Contains(got, "半年之内") {
		t.Errorf("the right text: %s", got)
	}
}

func TestAnEmptyRegisterSaysWhatToDo(t *testing.T) {
	p, _ := page(t)
	if p.empty.Hidden || p.said.Text() != "登记簿里还没有建议" || !strings.Contains(p.more.Text(), "收件") {
		t.Errorf("%q %q", p.said.Text(), p.more.Text())
	}
}

// On a small screen the buttons stand in two rows and nothing is cut.
func TestTheButtonsFitASmallScreen(t *testing.T) {
	p, _ := page(t, lamps, lamps, lamps)
	if need := p.object.MinSize().Width; need > 853 {
		t.Errorf("needs %.0f pixels", need)
	}
	p.object.Resize(fyne.NewSize(853, 560))
	last := p.buttons.another
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last)
	if at.X+last.Size().Width > 853 || at.Y+last.Size().Height > 560 {
		t.Errorf("the last button ends at %v", at)
	}
}
