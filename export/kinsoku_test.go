package export

import (
	"strings"
	"testing"
)

// What no line break tears stands between bars.
func TestClusters(t *testing.T) {
	for _, want := range []string{
		"新|建|公|共|充|电|桩|580个|，|新|增|119处",
		"到|2024年|6月|底|前",
		"增|长|6.5%|左|右",
		"投|资|1.3亿元|以|上",
		"提|高|2个百分点",
		"面|积|12平方公里",
		"第3段|第|一|段",
		"PM2.5|浓|度",
		"停|用|——|已|久|……",
		"气|温|25℃",
		"14∶1|和|3～5年",
		"给|予|0.1元|补|贴",
		"“|双|碳|”",
		"12345|热|线",
	} {
		var got []string
		text := []rune(strings.ReplaceAll(want, "|", ""))
		at := 0
		for _, n := range clusters(text) {
			got = append(got, string(text[at:at+n]))
			at += n
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s\nwant %s", g, want)
		}
	}
}

// Where lines of ten cells end.
func TestBreaks(t *testing.T) {
	for _, tt := range []struct{ name, want string }{
		{"plain", "一二三四五六七八九十|一二"},
		{"closing mark squeezed in", "一，二三四五六七八九，|一二"},
		{"nothing to squeeze: pushed out", "一二三四五六七八九|十々一二"},
		{"opening mark not at the end", "一二三四五六七八九|（十）一二"},
		{"dash is not torn", "一二三四五六七八九|十——一二"},
		{"number with its unit", "一二三四五六七八|2024年一二三"},
		{"blank at the end hangs", "一二三四五六七八九十| 一二"},
		{"last mark does not stand alone", "一、二三四五六七八九。"},
	} {
		l := &layout{faces: plainFaces{}}
		text := strings.ReplaceAll(tt.want, "|", "")
		st := style{Fang, 16, 16}
		lines := breakLines(l.pieces([]Span{{Text: text}}, st, 160), 0, 160)
		var got []string
		for _, ln := range lines {
			got = append(got, lineText(ln))
		}
		want := tt.want
		if tt.name == "blank at the end hangs" {
			want = "一二三四五六七八九十 |一二"
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s: %s, want %s", tt.name, g, want)
		}
	}
}

// Titles are broken where it reads well.
func TestBalance(t *testing.T) {
	for _, want := range []string{
		"关于加快公共充电桩建设的建议",
		"关于加快公共充电桩建设、|方便新能源汽车出行的建议",
		"关于制定《漯河市电动汽车|充电设施管理条例》的议案",
	} {
		l := &layout{faces: plainFaces{}}
		lines := balance(l.pieces([]Span{{Text: strings.ReplaceAll(want, "|", "")}}, titleStyle, areaWidth), areaWidth-2*titleStyle.size)
		var got []string
		for _, ln := range lines {
			got = append(got, lineText(ln))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%s, want %s", g, want)
		}
	}
}
