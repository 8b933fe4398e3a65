package widgets

import (
	"strings"
	"testing"
)

// ems gives every ASCII rune half an em and every other one a whole em, as a
// Chinese font roughly does.
func ems(s string) (adv []float32, kinds []kind) {
	for _, r := range s {
		w := float32(1)
		if r < 0x80 {
			w = 0.5
		}
		adv, kinds = append(adv, w), append(kinds, kindOf(r))
	}
	return adv, kinds
}

// cut breaks s into lines of width ems.
func cut(s string, first, rest float32, hang bool) []string {
	adv, kinds := ems(s)
	var out []string
	for _, l := range breakLines(nil, adv, kinds, first, rest, hang) {
		out = append(out, string([]rune(s)[l.start:l.end]))
	}
	return out
}

func TestLinesBreakAsInPrint(t *testing.T) {
	for _, tt := range []struct {
		name  string
		width float32
		hang  bool
		lines string // lines parted by |
	}{
		{"han anywhere", 4, false, "新建公共|充电桩五|百八十个"},
		{"comma goes with its character", 4, false, "新建充|电，新增|绿地"},
		{"comma hangs in the margin", 4, true, "新建充电，|新增绿地。"},
		{"stop and quote take a character along", 4, true, "他说：|“好|的。”再|见"},
		{"no opening bracket at the end", 4, false, "城市品|（四）注|重内外"},
		{"two signs do not start a line", 4, false, "目标完|成》。新|年"},
		{"number is kept whole", 5, false, "新建公共|1580个完成"},
		{"decimal and percent stay together", 5, false, "增长左右|5.5%以上"},
		{"unit stays with its number", 5, false, "建成书店|15个"},
		{"dash is not parted", 4, false, "今年的|——建设|目标"},
		{"ellipsis is not parted", 4, false, "提升服|务……目|标"},
		{"latin word", 5, false, "我们使用|Fyne库的窗|口"},
		{"long word is cut", 3, false, "abcdef|ghijkl|m"},
		{"space vanishes", 4, false, "新建桩位 |完成"},
		{"a line of its own", 6, false, "第一\n|第二\n|"},
		{"blank lines count", 6, false, "第一\n|\n|第二"},
	} {
		want := tt.lines
		if got := strings.Join(cut(strings.ReplaceAll(want, "|", ""), tt.width, tt.width, tt.hang), "|"); got != want {
			t.Errorf("%s: got %s, want %s", tt.name, got, want)
		}
	}
}

func TestFirstLineIsShorter(t *testing.T) {
	got := strings.Join(cut("经济发展稳中向好民生持续改善", 4, 6, true), "|")
	if want := "经济发展|稳中向好民生|持续改善"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// FuzzNothingIsLost: whatever the text and the width, the lines put together
// are the text, and no line but the last is empty.
func FuzzNothingIsLost(f *testing.F) {
	f.Add("（四）注重内外兼修，提升城市品质。新建580个充电桩……", uint8(6), true)
	f.Add("a  b\n\n，，，，，，，，", uint8(2), true)
	f.Add("““““““““““", uint8(3), false)
	f.Fuzz(func(t *testing.T, s string, width uint8, hang bool) {
		s = strings.ToValidUTF8(s, "")
		got := cut(s, float32(width%50), float32(width%50)+1, hang)
		if all := strings.Join(got, ""); all != s {
			t.Fatalf("lines hold %q, text is %q", all, s)
		}
		for i, l := range got[:len(got)-1] {
			if l == "" {
				t.Fatalf("line %d of %q is empty", i, s)
			}
		}
	})
}
