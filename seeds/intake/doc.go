package intake

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	surrogates "unicode/utf16"

	"github.com/richardlehane/mscfb"
	codepage "golang.org/x/text/encoding/charmap"
)

// A .doc of Word 97 to 2003, and a .wps of WPS Writer, is a compound file with two
// streams: WordDocument, whose head says where everything is, and a table stream
// (0Table or 1Table). The text lies in pieces anywhere in the first; the second says
// which piece is which stretch of the text, and where the properties of paragraphs
// and characters stand, in pages of 512 bytes of the first. Of the properties only
// those are read that make tables and boxes.

// Where the head of WordDocument says what, in bytes.
const (
	docFlags    = 0x0A  // bit 8: locked; bit 9: 1Table
	docLength   = 0x4C  // characters of the main text
	docChars    = 0xFA  // fc and lcb of the pages of character properties
	docParas    = 0x102 // of paragraph properties
	docPieces   = 0x1A2 // of the pieces
	docLeast    = 0x200
	docPage     = 512
	docMagic    = 0xA5EC
	docFirst    = 0xC1 // Word 97
	mostStreams = 1000
)

// The properties that are read: [MS-DOC] calls them sprms.
const (
	sprmInTable  = 0x2416
	sprmRowEnd   = 0x2417
	sprmTableDef = 0xD608
	sprmSymbol   = 0x6A09
	sprmHidden   = 0x083C
	sprmDeleted  = 0x0800
)

// A wordFile is the streams of a .doc.
type wordFile struct {
	main, table []byte
	at          []int // place in main of each character of the text
	text        []rune
	paras       []docRun // in order of at
	chars       []docRun
}

// A docRun is a stretch of main with the same properties.
type docRun struct {
	from, to int
	sprms    []byte
}

// openDoc finds the streams and puts the text together.
func openDoc(data []byte) (w *wordFile, err error) {
	streams := map[string][]byte{}
	r, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("doc: %w: %w", ErrOldWord, err)
	}
	for range mostStreams {
		f, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("doc: %w: %w", ErrTruncated, err)
		}
		if name := f.Name; name == "WordDocument" || name == "0Table" || name == "1Table" {
			content, err := io.ReadAll(io.LimitReader(f, maxPart))
			if err != nil {
				return nil, fmt.Errorf("doc: %s: %w: %w", name, ErrTruncated, err)
			}
			if _, twice := streams[name]; !twice {
				streams[name] = content
			}
		}
	}
	w = &wordFile{main: streams["WordDocument"]}
	switch {
	case len(w.main) < docLeast:
		return nil, fmt.Errorf("doc: no text: %w", ErrOldWord)
	case w.u16(0) != docMagic || w.u16(2) < docFirst:
		return nil, fmt.Errorf("doc: of a program before Word 97: %w", ErrOldWord)
	case w.u16(docFlags)&0x100 != 0:
		return nil, fmt.Errorf("doc: %w", ErrEncrypted)
	}
	w.table = streams["0Table"]
	if w.u16(docFlags)&0x200 != 0 {
		w.table = streams["1Table"]
	}
	if w.table == nil {
		return nil, fmt.Errorf("doc: no table stream: %w", ErrTruncated)
	}
	if err := w.pieces(); err != nil {
		return nil, err
	}
	w.paras = w.runs(docParas, false)
	w.chars = w.runs(docChars, true)
	return w, nil
}

func (w *wordFile) u16(at int) int { return int(binary.LittleEndian.Uint16(w.main[at:])) }
func (w *wordFile) u32(at int) int { return int(binary.LittleEndian.Uint32(w.main[at:])) }

// part is what the head says lies in the table stream at a pair of numbers.
func (w *wordFile) part(pair int) ([]byte, error) {
	from, n := w.u32(pair), w.u32(pair+4)
	if from < 0 || n < 0 || from > len(w.table) || n > len(w.table)-from {
		return nil, fmt.Errorf("doc: a part past the end: %w", ErrTruncated)
	}
	return w.table[from : from+n], nil
}

// pieces puts the main text together.
func (w *wordFile) pieces() error {
	clx, err := w.part(docPieces)
	if err != nil {
		return err
	}
	for len(clx) > 2 && clx[0] == 1 { // properties of what was saved in haste
		n := 3 + int(binary.LittleEndian.Uint16(clx[1:]))
		if n > len(clx) {
			return fmt.Errorf("doc: pieces: %w", ErrTruncated)
		}
		clx = clx[n:]
	}
	if len(clx) < 5 || clx[0] != 2 {
		return fmt.Errorf("doc: no pieces: %w", ErrTruncated)
	}
	plc := clx[5:]
	n := (len(plc) - 4) / 12
	length := w.u32(docLength)
	if n < 1 || length < 0 || length > MaxText {
		return fmt.Errorf("doc: %d characters in %d pieces: %w", length, n, ErrTruncated)
	}
	cp := func(i int) int { return int(binary.LittleEndian.Uint32(plc[4*i:])) }
	for i := range n {
		from, to := cp(i), min(cp(i+1), length)
		if to <= from {
			continue
		}
		fc := int(binary.LittleEndian.Uint32(plc[4*(n+1)+8*i+2:]))
		narrow := fc&0x40000000 != 0
		fc &= 0x3FFFFFFF
		size := 2 * (to - from)
		if narrow {
			fc, size = fc/2, to-from
		}
		if fc+size > len(w.main) {
			return fmt.Errorf("doc: a piece past the end: %w", ErrTruncated)
		}
		for k := range to - from {
			if narrow {
				w.at = append(w.at, fc+k)
				w.text = append(w.text, codepage.Windows1252.DecodeByte(w.main[fc+k]))
				continue
			}
			w.at = append(w.at, fc+2*k)
			w.text = append(w.text, rune(w.u16(fc+2*k)))
		}
	}
	return nil
}

// runs reads the pages of properties that the head names at pair.
func (w *wordFile) runs(pair int, ofChars bool) []docRun {
	plc, err := w.part(pair)
	if err != nil || len(plc) < 12 {
		return nil // without them the text stands there without its tables
	}
	n := (len(plc) - 4) / 8
	var all []docRun
	for i := range n {
		start := int(binary.LittleEndian.Uint32(plc[4*(n+1)+4*i:])&0x3FFFFF) * docPage
		if start < 0 || start+docPage > len(w.main) {
			continue
		}
		page := w.main[start : start+docPage]
		count := int(page[docPage-1])
		entry := 13
		if ofChars {
			entry = 1
		}
		if 4*(count+1)+entry*count > docPage-1 {
			continue
		}
		for k := range count {
			run := docRun{from: int(binary.LittleEndian.Uint32(page[4*k:])), to: int(binary.LittleEndian.Uint32(page[4*k+4:]))}
			if at := 2 * int(page[4*(count+1)+entry*k]); at > 0 {
				run.sprms = sprmsAt(page, at, ofChars)
			}
			all = append(all, run)
		}
	}
	slices.SortFunc(all, func(a, b docRun) int { return a.from - b.from })
	return all
}

// sprmsAt are the properties that stand at a place of a page.
func sprmsAt(page []byte, at int, ofChars bool) []byte {
	n, from := int(page[at]), at+1
	switch {
	case ofChars:
	case n == 0 && at+1 < len(page):
		n, from = 2*int(page[at+1]), at+2
	default:
		n = 2*n - 1
	}
	if !ofChars { // the style comes first
		from += 2
		n -= 2
	}
	if n <= 0 || from+n > len(page) {
		return nil
	}
	return page[from : from+n]
}

// run is the stretch in which a place of main lies.
func run(all []docRun, at int) []byte {
	i, found := slices.BinarySearchFunc(all, at, func(r docRun, at int) int { return r.from - at })
	if !found {
		i--
	}
	if i < 0 || i >= len(all) || at >= all[i].to {
		return nil
	}
	return all[i].sprms
}

// sprm is the operand of a property; nil if it is not there.
func sprm(sprms []byte, wanted int) []byte {
	var last []byte
	for len(sprms) > 2 {
		op := int(binary.LittleEndian.Uint16(sprms))
		n, skip := 0, 2
		switch op >> 13 {
		case 0, 1:
			n = 1
		case 2, 4, 5:
			n = 2
		case 3:
			n = 4
		case 7:
			n = 3
		case 6:
			n, skip = int(sprms[2]), 3
			if op == sprmTableDef && len(sprms) > 3 {
				n, skip = int(binary.LittleEndian.Uint16(sprms[2:]))-1, 4
			}
		}
		if n < 0 || skip+n > len(sprms) {
			return last
		}
		if op == wanted {
			last = sprms[skip : skip+n]
		}
		sprms = sprms[skip+n:]
	}
	return last
}

// has reports whether a switch is on.
func has(sprms []byte, wanted int) bool {
	v := sprm(sprms, wanted)
	return len(v) > 0 && v[0] == 1
}

// joinSurrogates makes characters of the halves in which the file has some.
func joinSurrogates(text []rune) string {
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if surrogates.IsSurrogate(text[i]) && i+1 < len(text) {
			if r := surrogates.DecodeRune(text[i], text[i+1]); r != '\uFFFD' {
				b.WriteRune(r)
				i++
				continue
			}
		}
		b.WriteRune(text[i])
	}
	return b.String()
}
