package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The pictures of the program's own icon come back out of the file as they went
// in: read here as Windows reads them.
func TestIconHoldsItsPictures(t *testing.T) {
	out := filepath.Join(t.TempDir(), "案头.ico")
	sides := []int{16, 32, 48, 64, 128, 256}
	args := []string{"ico", out}
	for _, name := range []string{"16", "32", "48", "64", "128", "256"} {
		args = append(args, "../../icon/icon-"+name+".png")
	}
	if err := run(args); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if n := int(binary.LittleEndian.Uint16(data[4:])); n != len(sides) {
		t.Fatalf("%d pictures, want %d", n, len(sides))
	}
	end := 6 + 16*len(sides)
	for i := range sides {
		side := sides[len(sides)-1-i]
		entry := data[6+16*i:]
		if entry[0] != byte(side) || entry[1] != byte(side) {
			t.Fatalf("picture %d is %d × %d, want %d", i, entry[0], entry[1], side)
		}
		size, offset := int(binary.LittleEndian.Uint32(entry[8:])), int(binary.LittleEndian.Uint32(entry[12:]))
		if offset != end {
			t.Fatalf("picture %d stands at %d, want %d", i, offset, end)
		}
		end = offset + size
		want, err := png.Decode(bytes.NewReader(read(t, args[len(args)-1-i])))
		if err != nil {
			t.Fatal(err)
		}
		got := shown(t, data[offset:end], side)
		for y := range side {
			for x := range side {
				w := color.NRGBAModel.Convert(want.At(x, y))
				if g := color.NRGBAModel.Convert(got.At(x, y)); g != w {
					t.Fatalf("%d pixels: at %d, %d %v, want %v", side, x, y, g, w)
				}
			}
		}
	}
	if end != len(data) {
		t.Errorf("%d bytes after the last picture", len(data)-end)
	}
}

// shown draws one picture of an icon.
func shown(t *testing.T, data []byte, side int) image.Image {
	t.Helper()
	if side == largest {
		m, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		return m
	}
	if w, h := binary.LittleEndian.Uint32(data[4:]), binary.LittleEndian.Uint32(data[8:]); int(w) != side || int(h) != 2*side {
		t.Fatalf("bitmap of %d × %d, want %d × %d", w, h, side, 2*side)
	}
	row := (side + 31) / 32 * 4
	if want := 40 + 4*side*side + row*side; len(data) != want {
		t.Fatalf("bitmap of %d bytes, want %d", len(data), want)
	}
	mask := data[40+4*side*side:]
	m := image.NewNRGBA(image.Rect(0, 0, side, side))
	for y := range side {
		for x := range side {
			p := data[40+4*((side-1-y)*side+x):]
			if clear := mask[(side-1-y)*row+x/8]&(0x80>>(x%8)) != 0; clear != (p[3] == 0) {
				t.Fatalf("%d pixels: at %d, %d the mask says %t, the alpha is %d", side, x, y, clear, p[3])
			}
			m.SetNRGBA(x, y, color.NRGBA{R: p[2], G: p[1], B: p[0], A: p[3]})
		}
	}
	return m
}

func TestIconRefusesWhatIsNoIcon(t *testing.T) {
	folder := t.TempDir()
	oblong := filepath.Join(folder, "长.png")
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewNRGBA(image.Rect(0, 0, 32, 16))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(oblong, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, path, want string }{
		{"not square", oblong, "32 × 16 pixels"},
		{"too large", "../../icon/icon-512.png", "512 × 512 pixels"},
		{"no picture", "../../icon/icon.svg", "png"},
		{"not there", filepath.Join(folder, "没有.png"), "没有.png"},
	} {
		err := run([]string{"ico", filepath.Join(folder, "out.ico"), tt.path})
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want words of %q", tt.name, err, tt.want)
		}
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
