package pdf

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf16"

	"deputydesk/assets"
	"deputydesk/export"
)

// asNamed is one of our fonts under another family name and licence bits, as a
// font of an office's machine would be.
func asNamed(t *testing.T, face, family string, fsType uint16) []byte {
	t.Helper()
	data, ok := assets.Paper(face)
	if !ok {
		t.Fatalf("no font %s", face)
	}
	data = bytes.Clone(data)
	var text []byte
	for _, u := range utf16.Encode([]rune(family)) {
		text = binary.BigEndian.AppendUint16(text, u)
	}
	var name []byte
	for _, v := range []int{0, 1, 6 + 12, 3, 1, 0x804, 1, len(text), 0} {
		name = binary.BigEndian.AppendUint16(name, uint16(v))
	}
	name = append(name, text...)
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		rec := data[12+16*i:]
		at := binary.BigEndian.Uint32(rec[8:])
		switch string(rec[:4]) {
		case "name":
			binary.BigEndian.PutUint32(rec[8:], uint32(len(data)))
			binary.BigEndian.PutUint32(rec[12:], uint32(len(name)))
		case "OS/2":
			binary.BigEndian.PutUint16(data[at+8:], fsType)
		}
	}
	return append(data, name...)
}

// Of the fonts in a folder those are taken that offices expect and that may be
// embedded; everything else stays with the program's own.
func TestLocalFonts(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string][]byte{
		"sub/simfang.TTF": asNamed(t, "kai", "仿宋_GB2312", 0),
		"fzxbs.ttf":       asNamed(t, "hei", "方正小标宋简体", 8),
		"simkai.ttf":      asNamed(t, "title", "楷体_GB2312", 2),    // no embedding
		"simhei.ttf":      asNamed(t, "title", "黑体", 0x100),       // no subsets
		"other.ttf":       asNamed(t, "title", "测试字体", 0),         // nobody asks for it
		"broken.ttf":      asNamed(t, "title", "KaiTi", 0)[:4000], // cut short
		"simkai.ttc":      asNamed(t, "title", "KaiTi_GB2312", 0), // a collection by its name
		"letter.txt":      []byte("not a font"),
	} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	fonts, used, err := Local([]string{dir, filepath.Join(dir, "nowhere")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, u := range used {
		got = append(got, string(u.Role)+" "+u.Family)
	}
	if s := strings.Join(got, ", "); s != "song 方正小标宋简体, fang 仿宋_GB2312" {
		t.Errorf("used: %s", s)
	}
	for _, tt := range []struct {
		role export.Role
		r    rune
		want export.Face
	}{
		{export.Fang, '建', "local-fang"}, {export.Song, '建', "local-song"}, {export.Kai, '建', "kai"}, {export.Hei, '建', "hei"},
		{export.Song, '𬭊', "title"}, {export.Num, '1', "song-num"}, // rare characters only in our own
	} {
		if face, _, ok := fonts.Glyph(tt.role, tt.r); !ok || face != tt.want {
			t.Errorf("%s %c is in %s, want %s", tt.role, tt.r, face, tt.want)
		}
	}
	file, info := mustWrite(t, testSheet(), Options{Fonts: fonts, Preset: ForArchive})
	if len(info.Missing) > 0 || info.NoFang {
		t.Errorf("%+v", info)
	}
	r := read(t, file)
	if text := strings.Join(r.pages, "\n"); !strings.Contains(text, testPara) || !strings.Contains(text, testName) {
		t.Error("text is lost")
	}
	if !bytes.Contains(file, []byte("+LocalFang")) {
		t.Error("the local 仿宋 is not in the file")
	}
}

// Without any such font the paper is what it always was, byte for byte.
func TestNoLocalFonts(t *testing.T) {
	fonts, used, err := Local([]string{t.TempDir()})
	if err != nil || len(used) > 0 {
		t.Fatalf("%v, %v", used, err)
	}
	a, _ := mustWrite(t, testSheet(), Options{Fonts: fonts})
	b, _ := mustWrite(t, testSheet(), Options{})
	if !bytes.Equal(a, b) {
		t.Error("the files differ")
	}
}
