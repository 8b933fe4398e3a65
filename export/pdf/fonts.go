package pdf

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"sync"

	"deputydesk/assets"
	"deputydesk/export"
)

// Fonts are the faces of the paper and the order in which they are asked for a
// character. A Fonts is never written to once made and may be shared.
type Fonts struct {
	faces  map[export.Face]*sfnt
	chains map[export.Role][]export.Face
	plane2 map[rune]rune // where the fonts keep characters above U+FFFF
	noFang bool
}

// The order for each role. What the first face lacks comes from the next: the
// filler is the thinnest Song, which stands best beside 仿宋.
var chains = map[export.Role][]export.Face{
	export.Song: {"title", "hei", "kai"},
	export.Hei:  {"hei", "title", "kai"},
	export.Kai:  {"kai", "fang-fb", "hei"},
	export.Fang: {"fang", "fang-fb", "kai", "hei"},
	export.Num:  {"song-num", "title", "kai"},
}

// withoutFang is the order for the text when the 仿宋 is not there: all in one
// face rather than a mixture.
var withoutFang = []export.Face{"kai", "hei", "title"}

// Bundled returns the program's own fonts. They are read once.
var Bundled = sync.OnceValues(func() (*Fonts, error) {
	files := map[export.Face][]byte{}
	for _, name := range []string{"title", "hei", "kai", "fang-fb", "song-num"} {
		data, ok := assets.Paper(name)
		if !ok {
			return nil, fmt.Errorf("pdf: font %s: not in the program", name)
		}
		files[export.Face(name)] = data
	}
	exe, err := os.Executable()
	if err != nil {
		exe = "" // the places beside the source are still tried
	}
	for _, path := range assets.FangPath(exe) {
		data, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("pdf: font fang: %w", err)
		}
		files["fang"] = data
		break
	}
	return newFonts(files)
})

// newFonts reads font files by face.
func newFonts(files map[export.Face][]byte) (*Fonts, error) {
	f := &Fonts{faces: map[export.Face]*sfnt{}, chains: map[export.Role][]export.Face{}, plane2: map[rune]rune{}}
	for face, data := range files {
		font, err := readFont(data)
		if err != nil {
			return nil, fmt.Errorf("pdf: font %s: %w", face, err)
		}
		f.faces[face] = font
	}
	for role, chain := range chains {
		if role == export.Fang && f.faces["fang"] == nil {
			chain, f.noFang = withoutFang, true
		}
		for _, face := range chain {
			if f.faces[face] != nil {
				f.chains[role] = append(f.chains[role], face)
			}
		}
	}
	for i, r := range assets.Plane2() {
		f.plane2[r] = assets.Plane2Base + rune(i)
	}
	return f, nil
}

// code returns the code point under which the fonts keep r, and false for a
// character that they cannot have. The private-use area is the fonts' own: a
// private-use character that was typed is never looked up there.
func (f *Fonts) code(r rune) (rune, bool) {
	if c, ok := f.plane2[r]; ok {
		return c, true
	}
	return r, r < 0xD800 || r > 0xF8FF && r <= 0xFFFD
}

// NoFang reports whether 仿宋 is missing, so that the text is in 楷体.
func (f *Fonts) NoFang() bool { return f.noFang }

// Glyph implements export.Faces.
func (f *Fonts) Glyph(role export.Role, r rune) (export.Face, float64, bool) {
	if role == "" {
		role = export.Fang
	}
	c, ok := f.code(r)
	if !ok {
		return "", 0, false
	}
	for _, face := range f.chains[role] {
		if f.faces[face].local && c >= assets.Plane2Base && c <= 0xF8FF {
			continue // only our own fonts keep rare characters there
		}
		if w, ok := f.faces[face].advances[c]; ok {
			return face, w, true
		}
	}
	return "", 0, false
}
