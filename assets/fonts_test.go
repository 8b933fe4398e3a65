package assets

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// gb2312 is every character of GB 2312. The codec is GBK's, which has the same
// characters in the same rows, and more beside them.
func gb2312(t *testing.T) []rune {
	t.Helper()
	var all []rune
	for high := byte(0xA1); high <= 0xF7; high++ {
		for low := byte(0xA1); low != 0xFF; low++ {
			row, cell := high-0xA0, low-0xA0
			if !inGB2312(row, cell) {
				continue
			}
			text, err := simplifiedchinese.GBK.NewDecoder().Bytes([]byte{high, low})
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, []rune(string(text))...)
		}
	}
	if len(all) != 6763+682 {
		t.Fatalf("GB 2312 has %d characters, want %d", len(all), 6763+682)
	}
	return all
}

// inGB2312 says which cells of the 94 by 94 table are taken.
func inGB2312(row, cell byte) bool {
	switch {
	case row == 2:
		return cell >= 17 && cell <= 66 || cell >= 69 && cell <= 78 || cell >= 81 && cell <= 92
	case row == 4:
		return cell <= 83
	case row == 5:
		return cell <= 86
	case row == 6:
		return cell <= 24 || cell >= 33 && cell <= 56
	case row == 7:
		return cell <= 33 || cell >= 49 && cell <= 81
	case row == 8:
		return cell <= 26 || cell >= 37 && cell <= 73
	case row == 9:
		return cell >= 4 && cell <= 79
	case row >= 10 && row <= 15:
		return false
	case row == 55:
		return cell <= 89
	}
	return row <= 87
}

// standard is the 8105 characters of 《通用规范汉字表》, as kept in testdata.
func standard(t *testing.T) []rune {
	t.Helper()
	text, err := os.ReadFile("testdata/standard.txt")
	if err != nil {
		t.Fatal(err)
	}
	all := slices.DeleteFunc([]rune(string(text)), unicode.IsSpace)
	if len(all) != 8105 {
		t.Fatalf("the standard table has %d characters, want 8105", len(all))
	}
	return all
}

func parse(t *testing.T, name string, data []byte) func(r rune) bool {
	t.Helper()
	f, err := sfnt.Parse(data)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var b sfnt.Buffer
	return func(r rune) bool {
		i, err := f.GlyphIndex(&b, r)
		if err != nil {
			t.Fatalf("%s: %q: %v", name, r, err)
		}
		return i != 0
	}
}

// missing lists what has does not have.
func missing(has func(rune) bool, want []rune) string {
	var out []rune
	for _, r := range want {
		if !has(r) {
			out = append(out, r)
		}
	}
	return string(out)
}

// private moves the characters of plane 2 to where the paper fonts have them.
func private(text []rune) []rune {
	second := Plane2()
	out := slices.Clone(text)
	for i, r := range out {
		if n, found := slices.BinarySearch(second, r); found {
			out[i] = Plane2Base + rune(n)
		}
	}
	return out
}

func fang(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("fonts/gpl/fang.ttf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestFontsHaveTheStandardCharacters(t *testing.T) {
	want := append(gb2312(t), standard(t)...)
	for _, tt := range []struct {
		name string
		font []byte
	}{{"window-regular", WindowRegular()}, {"window-bold", WindowBold()}} {
		if m := missing(parse(t, tt.name, tt.font), want); m != "" {
			t.Errorf("%s lacks %s", tt.name, m)
		}
	}
	for _, name := range []string{"title", "hei", "kai"} {
		font, _ := Paper(name)
		if m := missing(parse(t, name, font), private(want)); m != "" {
			t.Errorf("%s lacks %s", name, m)
		}
	}
	filler, _ := Paper("fang-fb")
	has, fills := parse(t, "fang", fang(t)), parse(t, "fang-fb", filler)
	if m := missing(func(r rune) bool { return has(r) || fills(r) }, private(want)); m != "" {
		t.Errorf("fang with fang-fb lacks %s", m)
	}
}

// Whatever stands in the texts the program comes with can be shown and printed.
func TestFontsHaveEveryCharacterOfTheSeeds(t *testing.T) {
	seen := map[rune]bool{}
	for _, pattern := range []string{"../seeds/*.txt", "../seeds/*.toml", "../seeds/rules/*.toml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range files {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range string(text) {
				if r > ' ' && !unicode.Is(unicode.Cf, r) && !unicode.IsSpace(r) {
					seen[r] = true
				}
			}
		}
	}
	if len(seen) < 1000 {
		t.Fatalf("the seeds have %d characters: the report is not among them", len(seen))
	}
	var want []rune
	for r := range seen {
		want = append(want, r)
	}
	slices.Sort(want)
	filler, _ := Paper("fang-fb")
	has, fills := parse(t, "fang", fang(t)), parse(t, "fang-fb", filler)
	if m := missing(func(r rune) bool { return has(r) || fills(r) }, private(want)); m != "" {
		t.Errorf("fang with fang-fb lacks %s", m)
	}
	if m := missing(parse(t, "window-regular", WindowRegular()), want); m != "" {
		t.Errorf("window-regular lacks %s", m)
	}
}

func TestWordsCanBeShown(t *testing.T) {
	has := parse(t, "window-regular", WindowRegular())
	for _, locale := range []string{Chinese, English} {
		words, err := catalogue(locale)
		if err != nil {
			t.Fatal(err)
		}
		for key, text := range words {
			if m := missing(has, slices.DeleteFunc([]rune(text), unicode.IsSpace)); m != "" {
				t.Errorf("%s: %s: the font of the window lacks %q", locale, key, m)
			}
		}
	}
}

// The page writer reads a cmap of format 4 only; the window needs both.
func TestFontsHaveTheMapsTheirReadersNeed(t *testing.T) {
	paper := func(name string) []byte { font, _ := Paper(name); return font }
	for _, tt := range []struct {
		name string
		font []byte
		want []uint16
	}{
		{"window-regular", WindowRegular(), []uint16{4, 12}},
		{"window-bold", WindowBold(), []uint16{4, 12}},
		{"title", paper("title"), []uint16{4}},
		{"hei", paper("hei"), []uint16{4}},
		{"kai", paper("kai"), []uint16{4}},
		{"fang-fb", paper("fang-fb"), []uint16{4}},
		{"song-num", paper("song-num"), []uint16{4}},
		{"fang", fang(t), []uint16{4}},
	} {
		if got := formats(tt.font); !slices.Equal(got, tt.want) {
			t.Errorf("%s: cmap formats %v, want %v", tt.name, got, tt.want)
		}
	}
	if _, ok := Paper("fang"); ok {
		t.Error("fang is embedded: its licence wants it beside the program")
	}
}

// formats reads the formats of the tables of a font's cmap.
func formats(font []byte) []uint16 {
	be := binary.BigEndian
	var found []uint16
	for i := range int(be.Uint16(font[4:])) {
		entry := font[12+16*i:]
		if string(entry[:4]) != "cmap" {
			continue
		}
		cmap := font[be.Uint32(entry[8:]):]
		for j := range int(be.Uint16(cmap[2:])) {
			found = append(found, be.Uint16(cmap[be.Uint32(cmap[4+8*j+4:]):]))
		}
	}
	return found
}

func TestPageNumbersCanBePrinted(t *testing.T) {
	font, _ := Paper("song-num")
	if m := missing(parse(t, "song-num", font), []rune("0123456789 —–-…·第共页")); m != "" {
		t.Errorf("song-num lacks %q", m)
	}
}

func TestPlane2IsTheStandardAboveFFFF(t *testing.T) {
	want := slices.DeleteFunc(standard(t), func(r rune) bool { return r <= 0xFFFF })
	slices.Sort(want)
	if got := Plane2(); !slices.Equal(got, want) || len(got) != 196 {
		t.Errorf("%d characters %s, want %s", len(got), string(got), string(want))
	}
}

func TestBuiltFilesAreTheListedOnes(t *testing.T) {
	list, err := os.ReadFile("fonts/SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	var listed []string
	for s := bufio.NewScanner(bytes.NewReader(list)); s.Scan(); {
		sum, name, ok := strings.Cut(s.Text(), "  ")
		if !ok {
			t.Fatalf("SHA256SUMS: %q: want a sum, two spaces and a name", s.Text())
		}
		data, err := os.ReadFile(filepath.Join("fonts", filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
			continue
		}
		got := sha256.Sum256(data)
		if hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s: SHA-256 %x, listed %s", name, got, sum)
		}
		listed = append(listed, name)
	}
	for _, pattern := range []string{"fonts/*.ttf", "fonts/gpl/*.ttf"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range found {
			name := strings.TrimPrefix(filepath.ToSlash(path), "fonts/")
			if !slices.Contains(listed, name) {
				t.Errorf("%s is not in SHA256SUMS", name)
			}
		}
	}
}

func TestFangLiesBesideTheProgram(t *testing.T) {
	got := fangPaths(filepath.FromSlash("/opt/desk/bin/deputydesk"), filepath.FromSlash("/home/a/desk"))
	want := []string{
		"/opt/desk/bin/fang.ttf",
		"/opt/desk/bin/fonts/fang.ttf",
		"/opt/desk/Resources/fang.ttf",
		"/opt/desk/share/deputydesk/fonts/fang.ttf",
		"/opt/desk/assets/fonts/gpl/fang.ttf",
		"/usr/share/deputydesk/fonts/fang.ttf",
		"/home/a/desk/assets/fonts/gpl/fang.ttf",
		"/home/a/assets/fonts/gpl/fang.ttf",
		"/home/assets/fonts/gpl/fang.ttf",
		"/assets/fonts/gpl/fang.ttf",
	}
	for i := range want {
		want[i] = filepath.FromSlash(want[i])
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if got := fangPaths("", ""); len(got) != 1 {
		t.Errorf("without a program and a folder: %q", got)
	}
}

// Characters of people's names that few fonts have, made-up names of minorities
// with both of their dots, and letters of other scripts beside them, stand in the
// fields of the window in its own font: none is left to what a machine happens
// to have.
func TestRareNamesCanBeShown(t *testing.T) {
	for _, tt := range []struct {
		name string
		font []byte
	}{{"window-regular", WindowRegular()}, {"window-bold", WindowBold()}} {
		has := parse(t, tt.name, tt.font)
		for _, name := range []string{"测试𬭊", "𫍯𬱖", "䶮㛃", "曌堃喆淼", "翀翯骉赟", "玥珺琀瑢", "测试·买买提", "测试・扎西", "测试•卓玛", "Ａｂ代表", "测试（女）"} {
			if m := missing(has, []rune(name)); m != "" {
				t.Errorf("%s: %s: lacks %s (%U)", tt.name, name, m, []rune(m))
			}
		}
	}
}
