package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"

	outline "golang.org/x/image/font/sfnt"
)

// A sfnt is what the layout must know of one TrueType file: which characters
// it has (cmap, format 4) and how wide they are (hmtx).
type sfnt struct {
	data     []byte
	advances map[rune]float64 // thousandths of the em, whole numbers as in the PDF

	local    bool                          // of this machine, not of the program
	outlines func() (*outline.Font, error) // read when first asked for
}

// errFont is wrapped by every error about a font that cannot be used.
var errFont = errors.New("not a usable TrueType font")

// readFont reads a static TrueType font with outlines in glyf. The page writer
// takes no other, and tells nobody when it gets one.
func readFont(data []byte) (f *sfnt, err error) {
	defer func() {
		if recover() != nil {
			f, err = nil, fmt.Errorf("cut short: %w", errFont)
		}
	}()
	u16 := func(at int) int { return int(binary.BigEndian.Uint16(data[at:])) }
	u32 := func(at int) int { return int(binary.BigEndian.Uint32(data[at:])) }
	tables := map[string]int{}
	for i := range u16(4) {
		rec := 12 + 16*i
		tables[string(data[rec:rec+4])] = u32(rec + 8)
	}
	for _, name := range []string{"head", "hhea", "hmtx", "cmap", "glyf", "loca", "maxp"} {
		if _, ok := tables[name]; !ok {
			return nil, fmt.Errorf("no table %q: %w", name, errFont)
		}
	}
	em := u16(tables["head"] + 18)
	metrics := u16(tables["hhea"] + 34)
	if em == 0 || metrics == 0 {
		return nil, fmt.Errorf("no em or no metrics: %w", errFont)
	}
	sub := 0
	for i := range u16(tables["cmap"] + 2) {
		rec := tables["cmap"] + 4 + 8*i
		at := tables["cmap"] + u32(rec+4)
		if (u16(rec) == 3 && u16(rec+2) == 1 || u16(rec) == 0) && u16(at) == 4 {
			sub = at
			break
		}
	}
	if sub == 0 {
		return nil, fmt.Errorf("no cmap of format 4: %w", errFont)
	}
	f = &sfnt{data: data, advances: map[rune]float64{}, outlines: sync.OnceValues(func() (*outline.Font, error) { return outline.Parse(data) })}
	segments := u16(sub+6) / 2
	ends, starts := sub+14, sub+16+2*segments
	deltas, offsets := starts+2*segments, starts+4*segments
	for s := range segments {
		first, last := u16(starts+2*s), u16(ends+2*s)
		delta, offset := u16(deltas+2*s), u16(offsets+2*s)
		for c := first; c <= last && c != 0xFFFF; c++ {
			gid := 0
			if offset == 0 {
				gid = (c + delta) & 0xFFFF
			} else if gid = u16(offsets + 2*s + offset + 2*(c-first)); gid != 0 {
				gid = (gid + delta) & 0xFFFF
			}
			if gid == 0 {
				continue
			}
			width := u16(tables["hmtx"] + 4*min(gid, metrics-1))
			f.advances[rune(c)] = math.Round(float64(width) * 1000 / float64(em))
		}
	}
	return f, nil
}
