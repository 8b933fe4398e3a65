package assets

import (
	_ "embed" // the fonts below
	"os"
	"path/filepath"
)

// The fonts are built by fonts/build.py; fonts/README.md says from what, and
// under which licences. All are static TrueType outlines (glyf).
var (
	//go:embed fonts/window-regular.ttf
	windowRegular []byte
	//go:embed fonts/window-bold.ttf
	windowBold []byte
	//go:embed fonts/title.ttf
	title []byte
	//go:embed fonts/hei.ttf
	hei []byte
	//go:embed fonts/kai.ttf
	kai []byte
	//go:embed fonts/fang-fb.ttf
	fangFiller []byte
	//go:embed fonts/song-num.ttf
	songNumbers []byte
	//go:embed fonts/plane2.txt
	plane2 string
)

// WindowRegular is the regular font of the window, a TTF whose cmap knows every
// character at its own code point, above U+FFFF too. Nobody may write into it.
func WindowRegular() []byte { return windowRegular }

// WindowBold is the bold font of the window, otherwise like WindowRegular.
func WindowBold() []byte { return windowBold }

// Paper returns a font of the printed page as a TTF with one cmap, of format 4:
//
//	title      小标宋, titles
//	hei        黑体, first-level headings
//	kai        楷体, second-level headings
//	fang-fb    fills what 仿宋 (see FangPath) has not
//	song-num   page numbers: ASCII, — – … · 第 共 页
//
// The characters Plane2 lists stand at U+E000 and after. Nobody may write into
// the bytes: the page writer gets a copy of its own. An unknown name is false.
func Paper(name string) ([]byte, bool) {
	switch name {
	case "title":
		return title, true
	case "hei":
		return hei, true
	case "kai":
		return kai, true
	case "fang-fb":
		return fangFiller, true
	case "song-num":
		return songNumbers, true
	}
	return nil, false
}

// Plane2Base is where the first character of Plane2 stands in the paper fonts:
// the i-th stands at Plane2Base + i.
const Plane2Base = 0xE000

// Plane2 returns the characters above U+FFFF among the 8105 of 《通用规范汉字表》,
// in order of code point. They are mostly people's names: 𬭊 𬱖 𫍯.
func Plane2() []rune {
	var runes []rune
	for _, r := range plane2 {
		if r != '\n' {
			runes = append(runes, r)
		}
	}
	return runes
}

// FangPath returns where the 仿宋 of printed text may lie, best first. Its
// licence is the GPL with the font exception, so it is a file beside the program
// and never a part of it. exe is the path of the running program, or empty; the
// folders above the working directory serve a program run from its source tree.
// No file need exist: without any, fang-fb and kai are there to print with.
func FangPath(exe string) []string {
	dir, err := os.Getwd()
	if err != nil {
		dir = "" // a working directory that is gone holds no font
	}
	return fangPaths(exe, dir)
}

func fangPaths(exe, dir string) []string {
	var paths []string
	if exe != "" {
		bin := filepath.Dir(exe)
		paths = append(paths,
			filepath.Join(bin, "fang.ttf"),
			filepath.Join(bin, "fonts", "fang.ttf"),
			filepath.Join(bin, "..", "Resources", "fang.ttf"), // in a macOS bundle
			filepath.Join(bin, "..", "share", "deputydesk", "fonts", "fang.ttf"),
			filepath.Join(bin, "..", "assets", "fonts", "gpl", "fang.ttf"), // built in a checkout
		)
	}
	paths = append(paths, filepath.FromSlash("/usr/share/deputydesk/fonts/fang.ttf"))
	if dir != "" {
		for {
			paths = append(paths, filepath.Join(dir, "assets", "fonts", "gpl", "fang.ttf"))
			up := filepath.Dir(dir)
			if up == dir {
				break
			}
			dir = up
		}
	}
	return paths
}
