package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"deputydesk/export"
)

// A LocalFont is a typeface of this machine that the paper may use.
type LocalFont struct {
	Role   export.Role
	Family string // as it calls itself, "仿宋_GB2312"
	File   string
}

// wanted are the typefaces that offices expect, the best first, by the names
// that the files give themselves.
var wanted = []struct {
	role     export.Role
	families []string
}{
	{export.Song, []string{"方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"}},
	{export.Hei, []string{"黑体", "SimHei"}},
	{export.Kai, []string{"楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi"}},
	{export.Fang, []string{"仿宋_GB2312", "FangSong_GB2312", "仿宋", "FangSong"}},
}

// localFace is the face of a role that comes from this machine.
func localFace(r export.Role) export.Face { return export.Face("local-" + string(r)) }

// mostFont is how large a font file may be that is read, in bytes.
const mostFont = 64 << 20

// Local returns the program's own fonts with those of this machine before them
// that offices expect: of each role the best that is in one of the folders, may
// be embedded and is of a kind the page writer takes. What it lacks comes from
// the program's own, character by character.
func Local(folders []string) (*Fonts, []LocalFont, error) {
	own, err := Bundled()
	if err != nil {
		return nil, nil, err
	}
	found := map[string]string{} // file by family
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.EqualFold(filepath.Ext(path), ".ttf") {
				return nil // a folder that is not there or not ours to read has no fonts for us
			}
			for _, family := range familiesOf(path) {
				if _, seen := found[family]; !seen {
					found[family] = path
				}
			}
			return nil
		})
		if err != nil {
			return nil, nil, fmt.Errorf("pdf: fonts in %s: %w", folder, err)
		}
	}
	f := &Fonts{faces: map[export.Face]*sfnt{}, chains: map[export.Role][]export.Face{}, plane2: own.plane2, noFang: own.noFang}
	for face, font := range own.faces {
		f.faces[face] = font
	}
	var used []LocalFont
	for _, w := range wanted {
		f.chains[w.role] = own.chains[w.role]
		for _, family := range w.families {
			path := found[family]
			if path == "" {
				continue
			}
			font, err := readLocal(path)
			if err != nil {
				continue // of no use; the next name may be
			}
			face := localFace(w.role)
			f.faces[face] = font
			f.chains[w.role] = append([]export.Face{face}, own.chains[w.role]...)
			used = append(used, LocalFont{w.role, family, path})
			if w.role == export.Fang {
				f.noFang = false
			}
			break
		}
	}
	f.chains[export.Num] = own.chains[export.Num]
	return f, used, nil
}

// readLocal reads a font file that may be embedded and that the page writer can
// cut down.
func readLocal(path string) (*sfnt, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	font, err := readFont(data)
	if err != nil {
		return nil, err
	}
	if err := embeddable(data); err != nil {
		return nil, err
	}
	font.local = true
	return font, trial(data)
}

// errEmbedding is why a font may not stand in a file that is handed on.
var errEmbedding = errors.New("its maker does not allow embedding")

// embeddable reads fsType: no restricted licence (2), subsets allowed (not
// 0x100), outlines and not bitmaps only (not 0x200).
func embeddable(data []byte) error {
	at, size := table(bytes.NewReader(data), "OS/2")
	if size < 10 || at+10 > int64(len(data)) {
		return nil // a font that says nothing forbids nothing
	}
	kind := binary.BigEndian.Uint16(data[at+8:])
	if kind&0xF == 2 || kind&0x300 != 0 {
		return errEmbedding
	}
	return nil
}

// trial writes a small file with the font: the page writer panics on what it
// does not know, and the user shall not meet that while printing.
func trial(data []byte) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%v: %w", r, errFont)
		}
	}()
	w := gofpdf.New("P", "pt", "A4", "")
	w.AddUTF8FontFromBytes("trial", "", bytes.Clone(data))
	w.AddPage()
	w.SetFont("trial", "", 16)
	w.Text(10, 10, "关于建议的1234，。（）")
	return w.Output(io.Discard)
}

// familiesOf is what a font file calls itself; nothing if it cannot be read.
func familiesOf(path string) (names []string) {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer func() {
		if f.Close() != nil || recover() != nil {
			names = nil
		}
	}()
	if info, err := f.Stat(); err != nil || info.Size() > mostFont {
		return nil
	}
	at, size := table(f, "name")
	if size < 6 || size > 1<<20 {
		return nil
	}
	data := make([]byte, size)
	if _, err := f.ReadAt(data, at); err != nil {
		return nil
	}
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(data[at:])) }
	texts := u16(4)
	for i := range u16(2) {
		rec := 6 + 12*i
		platform, id := u16(rec), u16(rec+6)
		if platform != 3 || id != 1 && id != 4 && id != 16 {
			continue // only what Windows reads, and only families and full names
		}
		from := texts + u16(rec+10)
		raw := data[from : from+u16(rec+8)]
		units := make([]uint16, len(raw)/2)
		for k := range units {
			units[k] = binary.BigEndian.Uint16(raw[2*k:])
		}
		if n := string(utf16.Decode(units)); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	return names
}

// table is where a table of a font begins and how long it is; 0, 0 if it is
// not there.
func table(r io.ReaderAt, name string) (at int64, size int) {
	head := make([]byte, 12)
	if _, err := r.ReadAt(head, 0); err != nil {
		return 0, 0
	}
	records := make([]byte, 16*int(binary.BigEndian.Uint16(head[4:])))
	if _, err := r.ReadAt(records, 12); err != nil {
		return 0, 0
	}
	for ; len(records) > 0; records = records[16:] {
		if string(records[:4]) == name {
			return int64(binary.BigEndian.Uint32(records[8:])), int(binary.BigEndian.Uint32(records[12:]))
		}
	}
	return 0, 0
}
