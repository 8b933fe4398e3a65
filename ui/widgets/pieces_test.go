package widgets

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// texts returns what a widget writes, from the first object to the last.
func texts(w fyne.Widget) []string {
	var all []string
	for _, o := range test.WidgetRenderer(w).Objects() {
		if t, ok := o.(*canvas.Text); ok && t.Visible() {
			all = append(all, t.Text)
		}
	}
	return all
}

func TestTabsTurnByMouseAndKeys(t *testing.T) {
	look(t, Light)
	var turned []int
	b := NewTabBar(func(i int) { turned = append(turned, i) })
	b.Set([]Tab{{Label: "报告"}, {Label: "目标"}, {Label: "批注", Count: 2}}, 1)
	win := window(t, b, 400, 40)
	if got := strings.Join(texts(b), "|"); got != "报告|目标|批注 2" {
		t.Errorf("tabs read %s", got)
	}
	win.Canvas().Focus(b)
	test.TapAt(b, fyne.NewPos(b.width(0)+b.width(1)+5, 10))
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	test.TapAt(b, fyne.NewPos(399, 10))
	if fmt.Sprint(turned) != "[2 0 2]" {
		t.Errorf("turned to %v, want [2 0 2]", turned)
	}
}

func TestATabBarLooksLikeThis(t *testing.T) {
	look(t, Light)
	b := NewTabBar(nil)
	b.Set([]Tab{{Label: "报告"}, {Label: "批注", Count: 2}}, 1)
	win := window(t, b, 200, 40)
	win.Canvas().Focus(b)
	test.AssertRendersToMarkup(t, "tabbar.xml", win.Canvas())
}

func TestSwatchesArePickedByMouseAndKeys(t *testing.T) {
	look(t, Light)
	var picked []int
	b := NewSwatchBar(func(i int) { picked = append(picked, i) })
	window(t, b, 300, 40)
	test.TapAt(b, fyne.NewPos(3*(swatchWidth+swatchGap)+5, 10))
	test.TapAt(b, fyne.NewPos(swatchWidth+3, 10)) // between two
	b.SetCurrent(4)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	b.SetCurrent(0)
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	b.TypedRune('2')
	b.TypedRune('9')
	if fmt.Sprint(picked) != "[3 0 4 1]" {
		t.Errorf("picked %v, want [3 0 4 1]", picked)
	}
}

func TestARowMarksItsWords(t *testing.T) {
	look(t, Light)
	r := NewRow()
	window(t, r, 240, 80)
	text := "科学规划道路停车位3000个，新建公共充电桩580个，新增拆墙透绿119处，新建口袋公园"
	i := strings.Index(text, "充电桩")
	r.Set("三、（四）", text, []RowSpan{{i, i + len("充电桩")}}, true)
	lines := texts(r)
	if len(lines) != 3 || !strings.HasSuffix(lines[2], "…") || !strings.HasPrefix(text, lines[1]) {
		t.Fatalf("the row reads %q", lines)
	}
	w := test.WidgetRenderer(r).(*rowRenderer)
	marked := float32(0)
	for _, m := range w.marks {
		marked += m.Size().Width
	}
	if want := 3 * w.em(); marked < want-1 || marked > want+1 {
		t.Errorf("%v pixels are marked, want %v", marked, want)
	}
	if w.bar.Hidden {
		t.Error("nothing shows that the row is the current one")
	}
}

func TestTheLastRemarkStandsAtTheRight(t *testing.T) {
	look(t, Light)
	s := NewStatusLine()
	window(t, s, 500, statusHeight)
	s.Set("已自动保存 14:05", "", "内容只在本机")
	if got := strings.Join(texts(s), "|"); got != "已自动保存 14:05|内容只在本机" {
		t.Errorf("the line reads %s", got)
	}
	last := test.WidgetRenderer(s).(*statusLineRenderer).texts[1]
	if right := last.Position().X + last.Size().Width; right != 500-statusSpace {
		t.Errorf("the last remark ends at %v, want %v", right, 500-statusSpace)
	}
}

func TestAStripIsClosedOnlyIfItMayBe(t *testing.T) {
	look(t, Light)
	s := NewStrip(ColorInfo)
	window(t, s, 500, 60)
	s.SetText("内置: 测试报告")
	if s.closing.Visible() {
		t.Error("a strip that cannot be closed has a button for it")
	}
	closed := false
	s.OnClose = func() { closed = true }
	s.Refresh()
	if test.Tap(s.closing); !closed || s.Text() != "内置: 测试报告" {
		t.Errorf("closed: %v, text %q", closed, s.Text())
	}
}

func TestAPassageWrapsAndIsCut(t *testing.T) {
	look(t, Light)
	words := "新建公共充电桩580个，新增拆墙透绿119处。"
	wrapped := NewPassage(words, Lettering{Wrap: true})
	window(t, wrapped, 150, 200)
	if got := texts(wrapped); len(got) < 2 || strings.Join(got, "") != words {
		t.Errorf("wrapped: %q", got)
	}
	if h := wrapped.HeightFor(150); h != wrapped.MinSize().Height {
		t.Errorf("height for 150 is %v, least height %v", h, wrapped.MinSize().Height)
	}
	cut := NewPassage(words, Lettering{Cut: true})
	window(t, cut, 150, 30)
	got := texts(cut)
	if len(got) != 1 || !strings.HasSuffix(got[0], "…") || !strings.HasPrefix(words, strings.TrimSuffix(got[0], "…")) {
		t.Errorf("cut: %q", got)
	}
}

func TestEveryPatternDiffersAndFillsItsWidth(t *testing.T) {
	seen := map[string]pattern{}
	for _, p := range []pattern{solid, dashed, dotted, wavy, double} {
		img := drawPattern(p, rgb(0x123456), 60, 5)
		var s strings.Builder
		inked := 0
		for x := range 60 {
			col := 0
			for y := range 5 {
				if _, _, _, a := img.At(x, y).RGBA(); a > 0 {
					col |= 1 << y
				}
			}
			if col != 0 {
				inked++
			}
			fmt.Fprint(&s, col, " ")
		}
		if inked < 15 {
			t.Errorf("pattern %d has ink in %d of 60 columns", p, inked)
		}
		if q, ok := seen[s.String()]; ok {
			t.Errorf("patterns %d and %d are drawn alike", p, q)
		}
		seen[s.String()] = p
	}
}
