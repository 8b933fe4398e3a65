package intake

import (
	"sort"
	"strings"
	surrogates "unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// A charmap says which codes a string is made of and what each stands for:
// text in a ToUnicode map, a number in a font's own map of codes to glyphs.
type charmap struct {
	spaces []codeSpace
	ranges []codeRange // sorted by length and first code once read
	parent string      // the predefined map it goes on from, "" if none
}

// A codeSpace is a range of codes of one length.
type codeSpace struct {
	length int // bytes
	lo, hi uint32
}

// A codeRange maps the codes lo to hi, counting on in the last character.
type codeRange struct {
	length int
	lo, hi uint32
	text   string // of lo, in UTF-16 with the high byte first; "" for numbers
	number uint32 // of lo
}

// maxRanges is how many ranges are read of one map. The largest map of all
// Chinese characters has 30,000.
const maxRanges = 1 << 17

// readCharmap reads a character map. What it does not understand it passes
// over, as every reader does.
func readCharmap(src []byte) *charmap {
	m := &charmap{}
	l := lexer{src: src}
	var operands []token
	for len(m.ranges) < maxRanges {
		t := l.next()
		if t.kind == tokenEnd {
			break
		}
		if t.kind != tokenOperator {
			operands = append(operands, t)
			continue
		}
		switch t.str {
		case "usecmap":
			if n := len(operands); n > 0 && operands[n-1].kind == tokenName {
				m.parent = operands[n-1].str
			}
		case "endcodespacerange":
			for i := 0; i+1 < len(operands); i += 2 {
				lo, hi := operands[i], operands[i+1]
				if n := len(lo.str); lo.kind == tokenString && n >= 1 && n <= 4 && len(hi.str) == n {
					m.spaces = append(m.spaces, codeSpace{n, code(lo.str), code(hi.str)})
				}
			}
		case "endbfchar", "endcidchar":
			for i := 0; i+1 < len(operands); i += 2 {
				m.add(operands[i].str, operands[i].str, operands[i+1])
			}
		case "endbfrange", "endcidrange":
			for i := 0; i+2 < len(operands); i += 3 {
				m.add(operands[i].str, operands[i+1].str, operands[i+2])
			}
		}
		operands = operands[:0]
	}
	sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].before(m.ranges[j].length, m.ranges[j].lo) })
	return m
}

func (r codeRange) before(length int, lo uint32) bool {
	return r.length < length || r.length == length && r.lo < lo
}

// add maps the codes lo to hi.
func (m *charmap) add(lo, hi string, to token) {
	if len(lo) == 0 || len(lo) > 4 || len(hi) != len(lo) {
		return
	}
	r := codeRange{length: len(lo), lo: code(lo), hi: code(hi)}
	switch to.kind {
	case tokenString:
		r.text = to.str
		m.ranges = append(m.ranges, r)
	case tokenNumber:
		r.number = uint32(max(to.num, 0))
		m.ranges = append(m.ranges, r)
	case tokenList:
		for i, t := range to.list {
			if c := r.lo + uint32(i); c <= r.hi && len(m.ranges) < maxRanges {
				m.ranges = append(m.ranges, codeRange{r.length, c, c, t.str, 0})
			}
		}
	}
}

// find returns the range that holds a code.
func (m *charmap) find(length int, c uint32) (codeRange, bool) {
	i := sort.Search(len(m.ranges), func(i int) bool { return !m.ranges[i].before(length, c+1) })
	if c == 1<<32-1 {
		i = len(m.ranges)
	}
	if i == 0 {
		return codeRange{}, false
	}
	r := m.ranges[i-1]
	return r, r.length == length && c >= r.lo && c <= r.hi
}

// text returns what a code stands for, "" if the map does not say.
func (m *charmap) text(length int, c uint32) string {
	r, ok := m.find(length, c)
	if !ok || r.text == "" {
		return ""
	}
	units := []byte(r.text)
	if len(units) == 1 {
		units = []byte{0, units[0]}
	}
	for n, i := c-r.lo, len(units)-1; n > 0 && i >= 0; i-- { // counts on
		n += uint32(units[i])
		units[i] = byte(n)
		n >>= 8
	}
	return fromUTF16(string(units))
}

// number returns the glyph of a code, 0 if the map does not say.
func (m *charmap) number(length int, c uint32) uint32 {
	if r, ok := m.find(length, c); ok {
		return r.number + c - r.lo
	}
	return 0
}

// width returns the number of bytes of the code that s starts with.
func (m *charmap) width(s string) int {
	for n := 1; n <= 4 && n <= len(s); n++ {
		c := code(s[:n])
		for _, space := range m.spaces {
			if space.length == n && inSpace(c, space) {
				return n
			}
		}
	}
	return 0
}

// inSpace compares byte by byte, as the spaces of maps are boxes.
func inSpace(c uint32, s codeSpace) bool {
	for i := range s.length {
		if b := byte(c >> (8 * i)); b < byte(s.lo>>(8*i)) || b > byte(s.hi>>(8*i)) {
			return false
		}
	}
	return true
}

func code(s string) uint32 {
	n := uint32(0)
	for i := range len(s) {
		n = n<<8 | uint32(s[i])
	}
	return n
}

func fromUTF16(s string) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(surrogates.Decode(units))
}

// A predefined map is one that readers know by name. Those of Chinese text
// have codes that are an encoding of text; glyphs are not known by number.
type predefined int

const (
	unknownMap  predefined = iota
	identityMap            // two bytes, the number of the glyph
	unicodeMap             // UTF-16
	gbMap                  // GB 2312, GBK, GB 18030
)

// predefinedMap returns the map called name, written -H or -V.
func predefinedMap(name string) predefined {
	name = strings.TrimSuffix(strings.TrimSuffix(name, "-H"), "-V")
	switch {
	case name == "Identity":
		return identityMap
	case strings.HasSuffix(name, "-UCS2"), strings.HasSuffix(name, "-UTF16"):
		return unicodeMap
	case strings.HasPrefix(name, "GB") && (strings.HasSuffix(name, "-EUC") || name == "GBK2K"):
		return gbMap
	}
	return unknownMap
}

// cut returns the bytes of the code that s starts with, and its text.
func (p predefined) cut(s string) (n int, text string) {
	switch p {
	case unicodeMap:
		n = min(2, len(s))
		if len(s) >= 4 && s[0] >= 0xD8 && s[0] < 0xDC {
			n = 4
		}
		return n, fromUTF16(s[:n])
	case gbMap:
		n = 1
		if s[0] >= 0x81 && len(s) > 1 {
			n = 2
			if s[1] >= '0' && s[1] <= '9' && len(s) >= 4 {
				n = 4
			}
		}
		text, err := simplifiedchinese.GB18030.NewDecoder().String(s[:n])
		if err != nil {
			text = ""
		}
		return n, text
	}
	return min(2, len(s)), ""
}
