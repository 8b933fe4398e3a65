package annotate

import (
	"strings"
	"testing"
	"unicode"
)

func TestTidy(t *testing.T) {
	for _, tt := range []struct{ name, pasted, want string }{
		{"lines cut by the edge of a page", "老城区的居民小区没有固定车位，充电要到\n三公里外，群众意见较\r\n大。\n现有的桩位坏了没人修。",
			"老城区的居民小区没有固定车位，充电要到三公里外，群众意见较大。\n现有的桩位坏了没人修。"},
		{"blank lines between paragraphs", "第一段说的是情况。\n\n\n第二段说的是分析。\n", "第一段说的是情况。\n第二段说的是分析。"},
		{"indents", "　　第一段说的是情况。\n\t第二段说的是分析。\n    第三段。", "第一段说的是情况。\n第二段说的是分析。\n第三段。"},
		{"an indent starts a paragraph even after a line without an end", "目前全市共有充电桩一千二百余个\n　　其中能用的不到八成。", "目前全市共有充电桩一千二百余个\n其中能用的不到八成。"},
		{"Word's bullets", "\uF0B7\t增加桩位；\n\uF06C 明确管护；\n•\u00a0公布点位。", "增加桩位；\n明确管护；\n公布点位。"},
		{"a hyphen is a bullet only before a blank", "- 增加桩位。\n-5℃以下也能用。", "增加桩位。\n-5℃以下也能用。"},
		{"hard and unseen blanks", "充\u200b电\ufeff桩\u00a0580\u202f个，\u00ad年底前。", "充电桩 580 个，年底前。"},
		{"tabs and doubled blanks", "甲\t乙   丙", "甲 乙 丙"},
		{"a full-width blank in a name stays", "请张　三同志牵头。", "请张　三同志牵头。"},
		{"numbered points are paragraphs", "具体办法如下，请市政府研究采纳\n一是增加桩位\n二是明确管护单位\n1.5倍于去年。", "具体办法如下，请市政府研究采纳\n一是增加桩位\n二是明确管护单位\n1.5倍于去年。"},
		{"a heading is a paragraph", "基本情况\n老城区没有固定车位。", "基本情况\n老城区没有固定车位。"},
		{"a quotation that ends a line", "报告提出“新建公共充电桩580个”\n，请明确到区县。", "报告提出“新建公共充电桩580个”，请明确到区县。"},
		{"English words keep their blank", "采用 open charge point protocol\nversion two 的桩。", "采用 open charge point protocol version two 的桩。"},
		{"already clean", "一段。\n二段。", "一段。\n二段。"},
		{"nothing", " \n\t\n", ""},
	} {
		if got := Tidy(tt.pasted); got != tt.want {
			t.Errorf("%s:\n%q\nwant\n%q", tt.name, got, tt.want)
		}
	}
}

// FuzzTidy: no visible character is lost or changed but bullets, and no
// paragraph is empty.
func FuzzTidy(f *testing.F) {
	for _, s := range []string{"甲，\n乙。", "\uF0B7\t桩；\n• 桩", "　　一是桩\n二是", "1. 甲\n- 乙\nabc\ndef", "- - 甲", "a  b\u00a0\u3000c"} {
		f.Add(s)
	}
	visible := func(s string) string {
		return strings.Map(func(r rune) rune {
			if unicode.IsSpace(r) || unseen(r) || strings.ContainsRune(bullets+weakBullets, r) {
				return -1
			}
			return r
		}, strings.ToValidUTF8(s, "\uFFFD"))
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := Tidy(s)
		if visible(once) != visible(s) {
			t.Errorf("%q became %q", s, once)
		}
		if strings.Contains(once, "\n\n") {
			t.Errorf("%q has an empty paragraph", once)
		}
	})
}

func TestNumbered(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		by         Numbering
		want       string
	}{
		{"plain", "增加桩位。\n明确管护。", Ordinals, "一是增加桩位。\n二是明确管护。"},
		{"a line that leads", "建议：\n增加桩位。\n明确管护。", Arabic, "建议：\n1. 增加桩位。\n2. 明确管护。"},
		{"from one to another", "1、增加桩位。\n2、明确管护。", Brackets, "（一）增加桩位。\n（二）明确管护。"},
		{"out of order after a cut", "一是增加。\n三是管护。", Ordinals, "一是增加。\n二是管护。"},
		{"taken away", "（一）增加。\n（二）管护。", Unnumbered, "增加。\n管护。"},
		{"empty lines stay", "增加。\n\n管护。", Ordinals, "一是增加。\n\n二是管护。"},
		{"a figure is no number", "1.5倍于去年。", Arabic, "1. 1.5倍于去年。"},
	} {
		if got := Numbered(tt.text, tt.by); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	for n, want := range map[int]string{1: "一", 10: "十", 11: "十一", 20: "二十", 35: "三十五", 99: "九十九"} {
		if got := Numeral(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

func TestNextNumber(t *testing.T) {
	for _, tt := range []struct {
		paragraph, next string
		empty           bool
	}{
		{"一是增加桩位。", "二是", false},
		{"十九是", "二十是", true},
		{"1. 增加", "2. ", false},
		{"9．", "10．", true},
		{"（三）管护", "（四）", false},
		{"四、管护", "五、", false},
		{"没有编号", "", false},
		{"2024年的事", "", false},
		{"一体化推进", "", false},
	} {
		if next, empty := NextNumber(tt.paragraph); next != tt.next || empty != tt.empty {
			t.Errorf("%s: %q %v, want %q %v", tt.paragraph, next, empty, tt.next, tt.empty)
		}
	}
}

func TestSignedBefore(t *testing.T) {
	p := New("x", Suggestion)
	p.Body.Proposal = "增加桩位。"
	b, c := Deputy{Name: "测试代表乙", Number: "0102"}, Deputy{Name: "测试代表丙", Number: "0103"}
	p.Signatures = []Signature{{Who: b, Text: TextDigest(p)}, {Who: c, Text: TextDigest(p), Withdrawn: "2024-02-22"}}
	p.Deputy.Phone, p.Host, p.Cosigners = "13900000001", "市住房和城乡建设局", []Deputy{b}
	if got := p.SignedBefore(); len(got) != 0 {
		t.Errorf("only the sheet was filled in, but %v signed other words", got)
	}
	p.Body.Proposal = "增加桩位，年底前完成。"
	if got := p.SignedBefore(); len(got) != 1 || got[0] != b {
		t.Errorf("after a change: %v", got)
	}
	if bare := p.Bare(); bare.Signatures != nil || bare.Body != p.Body {
		t.Errorf("what leaves the machine: %+v", bare)
	}
}
