package hanzi

import (
	"maps"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTokens(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"充电桩", "充电 电桩 桩"},
		{"水", "水"},
		{"“小巨人”企业", "小巨 巨人 人企 企业 业"},
		{"3万人以上", "[30000] 3 万人 人以 以上 人 上"},
		{"PM2.5、5G", "pm25 5g"},
		{"第一位", "第 第一 [1] 一位 位"},
		{"节水。节电", "节水 水 节电 电"},
		{"", ""},
	} {
		seen, want := make(map[string]bool), strings.Fields(tt.want)
		for _, token := range Tokens(tt.text) {
			seen[show(token.Text)] = true
		}
		for _, w := range want {
			if !seen[w] {
				t.Errorf("%s: no token %s", tt.text, w)
			}
			delete(seen, w)
		}
		for extra := range seen {
			t.Errorf("%s: token %s is not wanted", tt.text, extra)
		}
	}
}

// Tokens stand in order, on the edges of characters, inside the text.
func FuzzTokens(f *testing.F) {
	for _, text := range []string{"新建“公共”充电桩580个", "７％，3万人", "PM2.5\n\n二〇二四年", "\xff漯河\x00港", "1,23,456.7.8万亿", "百分之", "第百千万"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, token := range Tokens(text) {
			if token.Start < at || token.End <= token.Start || token.End > len(text) {
				t.Fatalf("%q: token %q at [%d, %d) after %d", text, token.Text, token.Start, token.End, at)
			}
			at = token.Start
			if token.Text == "" {
				t.Fatalf("%q: empty token at %d", text, token.Start)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[token.Start:token.End]) {
				t.Fatalf("%q: token %q cuts a character", text, token.Text)
			}
		}
		for _, folded := range []Folded{Fold(text), Canon(text)} {
			if len(folded.from) != len(folded.Text) || len(folded.to) != len(folded.Text) {
				t.Fatalf("%q: the way back is lost", text)
			}
		}
		if plain, canon := Forms(text); plain != Fold(text).Text || canon != Canon(text).Text {
			t.Fatalf("%q: Forms gives %q and %q", text, plain, canon)
		}
		// What is folded stays as it is.
		if once := Fold(text).Text; Fold(once).Text != once {
			t.Fatalf("%q: folded twice is %q, once %q", text, Fold(once).Text, once)
		}
	})
}

// What an index is built from are the tokens of Tokens.
func TestFilingGivesTheTokens(t *testing.T) {
	for _, text := range []string{
		"", "新建“公共”充电桩580个，増長７％，PM2.5", "就业13万人；二〇二四年，第八届(一)", "1,234.5万亩R&D 3 000千瓦\n\n水",
	} {
		filed, want := make(map[string]int), make(map[string]int)
		canonical := Filing(text, func(token string) { filed[token]++ })
		for _, token := range Tokens(text) {
			want[token.Text]++
		}
		if !maps.Equal(filed, want) {
			t.Errorf("%q is filed under %v, its tokens are %v", text, filed, want)
		}
		if want := Canon(text).Text; canonical != want {
			t.Errorf("%q: in canonical form %q, want %q", text, canonical, want)
		}
	}
}
