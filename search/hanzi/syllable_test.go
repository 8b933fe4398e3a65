package hanzi

import (
	"flag"
	"os"
	"reflect"
	"sort"
	"strings"
	"testing"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

var update = flag.Bool("update", false, "write readings.txt anew")

// The table of readings is derived data; this is how it is derived, and it is
// never edited by hand.
func TestReadingTable(t *testing.T) {
	usual, other := make(map[string][]rune), make(map[string][]rune)
	args := pinyin.NewArgs()
	args.Heteronym = true
	args.Style = pinyin.Normal
	for r := rune(0x4E00); r <= 0x9FFF; r++ {
		if folded, ok := FoldRune(r); !ok || folded != r {
			continue
		}
		seen := make(map[string]bool)
		for _, s := range pinyin.SinglePinyin(r, args) {
			s = strings.ReplaceAll(s, "ü", "v")
			if seen[s] || !strings.ContainsAny(s, "aeiouv") || strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
				continue
			}
			if len(seen) == 0 {
				usual[s] = append(usual[s], r)
			} else {
				other[s] = append(other[s], r)
			}
			seen[s] = true
		}
	}
	var names []string
	for s := range usual {
		names = append(names, s)
	}
	for s := range other {
		if usual[s] == nil {
			names = append(names, s)
		}
	}
	sort.Strings(names)
	var b strings.Builder
	b.WriteString("# Readings without tones, derived from go-pinyin, Copyright (c) 2016 mozillazg,\n" +
		"# MIT licence; simplified characters only. Usual readings, then | other ones.\n")
	for _, s := range names {
		b.WriteString(s + " " + string(usual[s]))
		if len(other[s]) > 0 {
			b.WriteString("|" + string(other[s]))
		}
		b.WriteString("\n")
	}
	if *update {
		if err := os.WriteFile("readings.txt", []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if b.String() != readingTable {
		t.Error("readings.txt is not what go-pinyin says; run the test with -update")
	}
}

func TestSplitSounds(t *testing.T) {
	for _, tt := range []struct {
		letters string
		want    []string
	}{
		{"shalihe", []string{"sha li he"}},
		{"chongdianzhuang", []string{"chong dian zhuang", "chong dian zhu ang", "chong di an zhuang", "chong di an zhu ang"}},
		{"yunnan", []string{"yun nan"}},
		{"xian", []string{"xian", "xi an"}},
		{"xi'an", []string{"xi an"}},
		{"shalih", []string{"sha li h…"}},
		{"slh", nil},
	} {
		var got []string
		for _, split := range SplitSounds(tt.letters) {
			var words []string
			for _, s := range split {
				if s.Open {
					s.Letters += "…"
				}
				words = append(words, s.Letters)
			}
			got = append(got, strings.Join(words, " "))
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.letters, got, tt.want)
		}
	}
}

func TestReadings(t *testing.T) {
	for _, tt := range []struct {
		char rune
		want string
	}{{'漯', "luo"}, {'澧', "li"}, {'重', "zhong"}, {'桩', "zhuang"}, {'绿', "lv"}} {
		if got := Readings(tt.char); len(got) == 0 || got[0] != tt.want {
			t.Errorf("%c: got %v, want %s first", tt.char, got, tt.want)
		}
	}
	for _, tt := range []struct {
		sound Sound
		want  bool
	}{{Sound{"hang", false}, true}, {Sound{"xing", false}, true}, {Sound{"ha", true}, true}, {Sound{"ha", false}, false}, {Sound{"lu", true}, false}} {
		if got := Heard(tt.sound).Has('行'); got != tt.want {
			t.Errorf("行 as %v: got %v", tt.sound, got)
		}
	}
	if !Initials('s').Has('沙') || Initials('s').Has('河') || Initials('s').Has('a') {
		t.Error("沙 begins with s, 河 and a do not")
	}
	if !strings.ContainsRune(string(Homophones('庄')), '桩') {
		t.Error("庄 and 桩 sound alike")
	}
}
