package widgets

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// speech is made up; it has every style, digits, Latin and bracketed signs.
var speech = []Block{
	{ID: "t", Text: "测试市政府工作报告", Style: Title},
	{ID: "n", Text: "（报纸摘录，缺首尾）", Style: Note},
	{ID: "1", Text: "二、二〇二四年目标任务", Style: Heading1},
	{ID: "2", Text: "（四）注重内外兼修，提升城市品质", Style: Heading2},
	{ID: "3", Text: "提升服务品质。科学规划道路停车位3000个，新建公共充电桩580个，新增拆墙透绿119处，空气质量优良天数达到68.5%以上；“一刻钟”便民生活圈覆盖率达到90%。", Indent: true, Lead: len("提升服务品质。")},
	{ID: "4", Text: "", Indent: true},
	{ID: "5", Text: "实施GDP核算与CPI监测……——确保居民人均可支配收入增长6.5%左右，《测试条例》To AV——落地见效！", Indent: true},
}

func TestEveryCharacterIsHitWhereItIsDrawn(t *testing.T) {
	look(t, Light)
	for _, width := range []float32{320, 500, 901, 1400} {
		for _, zoom := range []float32{0.8, 1, 2.5} {
			f := newFlow(speech, NewProse().Theme())
			f.layout(width, bodySize*zoom)
			for bi, b := range f.blocks {
				for i, o := range b.offs[:len(b.adv)] {
					at := Position{bi, int(o)}
					x, y, w, h := f.cell(at)
					got, on := f.under(x+w/2, y+h/2)
					if got != at || !on {
						t.Fatalf("width %v zoom %v: %q at %v is found as %v, on it %v", width, zoom, b.text[o:b.offs[i+1]], at, got, on)
					}
					if got := f.caret(x+w*0.2, y+h/2); got != at {
						t.Fatalf("width %v zoom %v: caret left of %v is %v", width, zoom, at, got)
					}
				}
			}
		}
	}
}

func TestMeasureStaysReadable(t *testing.T) {
	look(t, Light)
	long := []Block{{Text: strings.Repeat("建设宜居韧性智慧城市", 200)}}
	for _, tt := range []struct{ width, em, chars float32 }{
		{300, 18, 14}, {700, 18, 36}, {1366, 18, 42}, {1366, 36, 35}, {60, 18, 4},
	} {
		f := newFlow(long, NewProse().Theme())
		f.layout(tt.width, tt.em)
		if f.chars != tt.chars {
			t.Errorf("pane of %v at %v px: %v characters a line, want %v", tt.width, tt.em, f.chars, tt.chars)
		}
	}
}

// TestAdvancesAddUp: a line is as wide as the sum of its characters, so that
// marks lie under the words they belong to.
func TestAdvancesAddUp(t *testing.T) {
	th := look(t, Light)
	for _, bold := range []bool{false, true} {
		f := faceOf(th, bold)
		for _, s := range []string{
			"科学规划道路停车位3000个，新建公共充电桩580个，",
			"空气质量优良天数达到68.5%以上；“一刻钟”便民",
			"实施GDP核算与CPI监测……——确保居民",
			"WAVE To AV 2024-02-22",
		} {
			var p para
			p.set(s, 0, f, f)
			sum := float32(0)
			for _, a := range p.adv {
				sum += a
			}
			for _, size := range []float32{13, 15, 18, 23, 45} {
				drawn := fyne.MeasureText(s, size, f.style).Width
				if d := math.Abs(float64(sum*size - drawn)); d > 0.6 {
					t.Errorf("bold %v at %v px: %q is drawn %v px wide, its characters sum to %v", bold, size, s, drawn, sum*size)
				}
			}
		}
	}
}

// TestSizesAreWholePixels: at other sizes Fyne draws characters further apart
// than it measures them.
func TestSizesAreWholePixels(t *testing.T) {
	look(t, Light)
	for _, zoom := range Zooms {
		f := newFlow(speech, NewProse().Theme())
		f.layout(900, bodySize*float32(zoom)/100)
		for _, b := range f.blocks {
			if px := float64(f.em * b.size); math.Abs(px-math.Round(px)) > 1e-3 {
				t.Errorf("zoom %d %%: %q is set in %v pixels", zoom, b.text, px)
			}
		}
	}
}
