package hanzi

import (
	"slices"
	"strings"
	"testing"
)

func TestSame(t *testing.T) {
	for _, tt := range []struct{ word, want string }{
		{"规上工业", "规模以上工业"},
		{"规模以上工业", "规上工业"},
		{"gdp", "地区生产总值"},
		{"ＰＭ２．５", "细颗粒物"},
		{"R&D经费", "研发经费"},
		{"空氣汙染", ""},
		{"gdpr", ""},
	} {
		got := Known().Same(tt.word)
		if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Contains(got, tt.want) {
			t.Errorf("%s: got %q, want %q among them", tt.word, got, tt.want)
		}
	}
	if !slices.Contains(Known().Means("停車難"), "停车位") {
		t.Error("who asks for 停车难 means 停车位")
	}
}

func TestReadSynonyms(t *testing.T) {
	own, err := ReadSynonyms(strings.NewReader("# 本地\n\n漯河西城区 = 西城区 = 漯西\n龙舟 > 龙舟赛 | 沙澧河\n"))
	if err != nil {
		t.Fatal(err)
	}
	all := Known().With(own)
	if got := all.Same("漯西"); !slices.Equal(got, []string{"漯河西城区", "西城区"}) {
		t.Errorf("漯西: got %q", got)
	}
	if len(all.Means("龙舟")) != 2 || len(all.Same("社零")) == 0 {
		t.Error("the user's words and ours must both be known")
	}
	if len(Known().Means("龙舟")) != 0 {
		t.Error("With must not change what it is called on")
	}
	for _, bad := range []string{"孤单", "甲 = ", "> 乙", "甲 >", "甲 > 乙 |"} {
		if _, err := ReadSynonyms(strings.NewReader("甲 = 乙\n" + bad)); err == nil || !strings.HasPrefix(err.Error(), "synonyms: line 2: want") {
			t.Errorf("%q: got %v", bad, err)
		}
	}
}

// The tables that come with the program are well formed.
func TestTables(t *testing.T) {
	if n := len(Known().same); n < 300 {
		t.Errorf("%d words have synonyms", n)
	}
	for key, words := range Known().means {
		for _, w := range words {
			if Canon(w).Text == "" {
				t.Errorf("%s means an empty word", key)
			}
		}
	}
	for w := range generic() {
		if Fold(w).Text != w {
			t.Errorf("generic word %s is not folded", w)
		}
	}
	for r, words := range lone() {
		for _, w := range words {
			if !strings.ContainsRune(w, r) {
				t.Errorf("%s does not hold %c", w, r)
			}
		}
	}
	if !Alike('沣', '澧') || !Alike('莱', '菜') || Alike('水', '水') || Alike('水', '火') {
		t.Error("look-alikes are not what they should be")
	}
}
