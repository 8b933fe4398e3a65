package intake

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	xcharmap "golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// A font turns the bytes that a page shows into characters and widths.
type font struct {
	toUnicode *charmap
	composite bool
	codes     *charmap   // composite with a map of its own
	known     predefined // composite with a map known by name
	encoding  [256]string
	widths    map[uint32]float64 // by glyph number or byte, in em
	standard  float64            // width of all others
	latin     uint32             // composite: glyph number of the space of a Latin row, 0 if unknown
	seen      map[uint64]shown
	signs     map[rune]rune // of a font of signs: what its numbers show
}

// A shown is what one code shows.
type shown struct {
	text  string  // U+FFFD if nobody knows
	width float64 // in em
}

// readFont reads a font of a page's resources. Whatever is missing or broken
// in it costs characters, which are counted, and no error.
func (f *pdfFile) readFont(o types.Object) (*font, error) {
	d := f.dict(o)
	n := &font{widths: map[uint32]float64{}, standard: 0.5, seen: map[uint64]shown{}, signs: signsOf(f.name(d["BaseFont"]))}
	src, err := f.stream(d["ToUnicode"])
	if err != nil {
		return nil, err
	}
	if src != nil {
		n.toUnicode = readCharmap(src)
	}
	if f.name(d["Subtype"]) == "Type0" {
		return n, f.readComposite(n, d)
	}
	scale := 0.001
	if m := f.array(d["FontMatrix"]); f.name(d["Subtype"]) == "Type3" && len(m) == 6 {
		if a, ok := f.number(m[0]); ok && a != 0 {
			scale = a
		}
	}
	first, _ := f.number(d["FirstChar"])
	for i, w := range f.array(d["Widths"]) {
		if v, ok := f.number(w); ok && i < 256 {
			n.widths[uint32(int(first)+i)&0xFF] = v * scale
		}
	}
	if v, ok := f.number(f.dict(d["FontDescriptor"])["MissingWidth"]); ok && v > 0 {
		n.standard = v * scale
	}
	f.readEncoding(n, d["Encoding"])
	return n, nil
}

// signsOf are the signs of the font of that name, "ABCDEF+Wingdings-Regular"; nil for
// a font of characters. OpenSymbol is what LibreOffice takes where Wingdings is not
// there, with its numbers.
func signsOf(name string) map[rune]rune {
	switch {
	case strings.Contains(name, "Wingdings2"), strings.Contains(name, "Wingdings 2"), strings.Contains(name, "Wingdings-2"):
		return signFonts["Wingdings 2"]
	case strings.Contains(name, "Wingdings") && !strings.Contains(name, "3"), strings.Contains(name, "OpenSymbol"):
		return signFonts["Wingdings"]
	}
	return nil
}

// readEncoding fills in what the bytes of a simple font stand for.
func (f *pdfFile) readEncoding(n *font, o types.Object) {
	base := f.name(o)
	differences := types.Array(nil)
	if d := f.dict(o); d != nil {
		base, differences = f.name(d["BaseEncoding"]), f.array(d["Differences"])
	}
	table := xcharmap.Windows1252
	if base == "MacRomanEncoding" {
		table = xcharmap.Macintosh
	}
	for i := range n.encoding {
		if r := table.DecodeByte(byte(i)); i >= 32 && r != utf8.RuneError {
			n.encoding[i] = string(r)
		}
	}
	at := 0
	for _, item := range differences {
		if v, ok := f.number(item); ok {
			at = int(v)
			continue
		}
		if name := f.name(item); name != "" {
			if at >= 0 && at < 256 {
				n.encoding[at] = glyphText(name)
			}
			at++
		}
	}
}

// readComposite reads a font of more than 256 glyphs.
func (f *pdfFile) readComposite(n *font, d types.Dict) error {
	n.composite, n.standard = true, 1
	if name := f.name(d["Encoding"]); name != "" {
		n.known = predefinedMap(name)
		switch {
		case strings.HasPrefix(name, "GBK-EUC"), strings.HasPrefix(name, "GB-EUC"):
			n.latin = 813 // these two set Latin letters half as wide as Chinese ones
		case n.known != identityMap:
			n.latin = 1
		}
	} else {
		src, err := f.stream(d["Encoding"])
		if err != nil {
			return err
		}
		n.codes = readCharmap(src)
		n.known = predefinedMap(n.codes.parent)
	}
	below := f.array(d["DescendantFonts"])
	if len(below) == 0 {
		return nil
	}
	cid := f.dict(below[0])
	if v, ok := f.number(cid["DW"]); ok {
		n.standard = v / 1000
	}
	list := f.array(cid["W"])
	for i := 0; i+1 < len(list); {
		first, _ := f.number(list[i])
		if each := f.array(list[i+1]); each != nil {
			for k, w := range each {
				if v, ok := f.number(w); ok {
					n.widths[uint32(first)+uint32(k)] = v / 1000
				}
			}
			i += 2
			continue
		}
		last, _ := f.number(list[i+1])
		if i+2 < len(list) && last < 1<<16 {
			if v, ok := f.number(list[i+2]); ok {
				for c := uint32(max(first, 0)); c <= uint32(max(last, 0)); c++ {
					n.widths[c] = v / 1000
				}
			}
		}
		i += 3
	}
	return nil
}

// cut takes the first code off s, which is not empty: its length in bytes and
// what it shows.
func (n *font) cut(s string) (int, shown) {
	length, text := 1, ""
	switch {
	case !n.composite:
		text = n.encoding[s[0]]
	case n.codes != nil && len(n.codes.spaces) > 0:
		if length = n.codes.width(s); length == 0 {
			length = min(len(s), n.codes.spaces[0].length)
		}
	case n.known == unknownMap && n.toUnicode != nil && n.toUnicode.width(s) > 0:
		length = n.toUnicode.width(s)
	default:
		length, text = n.known.cut(s)
	}
	c := code(s[:length])
	key := uint64(length)<<32 | uint64(c)
	if g, ok := n.seen[key]; ok {
		return length, g
	}
	if n.toUnicode != nil {
		if t := n.toUnicode.text(length, c); t != "" {
			text = t
		} else if n.composite && length == 1 {
			if t := n.toUnicode.text(2, c); t != "" {
				text = t
			}
		}
	}
	if r, size := utf8.DecodeRuneInString(text); n.signs != nil && size == len(text) && (r < 0x100 || r&^0xFF == 0xF000) {
		if sign, known := n.signs[r&0xFF]; known {
			text = string(sign)
		}
	}
	glyph := c
	switch {
	case n.codes != nil:
		glyph = n.codes.number(length, c)
	case n.composite && n.latin > 0:
		glyph = 1 << 30
		if len(text) == 1 && text[0] >= ' ' {
			glyph = n.latin + uint32(text[0]-' ')
		}
	}
	g := shown{plain(text), n.standard}
	if w, ok := n.widths[glyph]; ok {
		g.width = w
	} else if n.latin > 1 && len(text) == 1 {
		g.width = n.standard / 2
	}
	n.seen[key] = g
	return length, g
}

// plain makes characters that only stand for the shape of another into that
// other, and what is no character into U+FFFD.
func plain(text string) string {
	if text == "" {
		return "\uFFFD"
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00A0' || r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.IsControl(r) || r >= 0xE000 && r < 0xF900:
			return '\uFFFD'
		case r >= 0x2F00 && r <= 0x2FD5, r >= 0xF900 && r <= 0xFAFF, r >= 0xFB00 && r <= 0xFB06:
			if s := []rune(norm.NFKC.String(string(r))); len(s) == 1 {
				return s[0]
			}
		case r >= 0x2E80 && r <= 0x2EF3:
			if i := strings.IndexRune(radicals, r); i >= 0 {
				after, _ := utf8.DecodeRuneInString(radicals[i+3:])
				return after
			}
		}
		return r
	}, text)
}

// radicals pairs the code points of radicals with the characters of the same
// shape: some programs write the one for the other.
const radicals = "⺟母⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"

// glyphText returns what a glyph of this name shows, as far as names say it.
func glyphText(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if utf8.RuneCountInString(name) == 1 {
		return name
	}
	for _, prefix := range []string{"uni", "u"} {
		hex, ok := strings.CutPrefix(name, prefix)
		if n, err := strconv.ParseUint(hex, 16, 32); ok && err == nil && len(hex) >= 4 && n <= unicode.MaxRune {
			return string(rune(n))
		}
	}
	fields := strings.Fields(glyphNames)
	for i := 0; i+1 < len(fields); i += 2 {
		if fields[i] == name {
			return fields[i+1]
		}
	}
	if name == "space" {
		return " "
	}
	return ""
}

// glyphNames pairs the names of glyphs that reports use with their characters.
const glyphNames = `zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9
period . comma , colon : semicolon ; hyphen - percent % parenleft ( parenright ) slash / plus + equal =
less < greater > asterisk * numbersign # ampersand & exclam ! question ? at @ quotesingle ' quotedbl "
quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” endash – emdash — bullet • ellipsis … degree °
bracketleft [ bracketright ] underscore _ multiply × periodcentered · plusminus ± fi fi fl fl minus −`
