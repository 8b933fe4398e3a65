package pdf

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"deputydesk/export"
)

// names are what the subsets are called inside a file.
var names = map[export.Face]string{
	"title": "DeskSong", "hei": "DeskHei", "kai": "DeskKai", "fang": "DeskFang", "fang-fb": "DeskFangFiller", "song-num": "DeskSongNumerals",
	"local-song": "LocalSong", "local-hei": "LocalHei", "local-kai": "LocalKai", "local-fang": "LocalFang",
}

var (
	fontRef    = regexp.MustCompile(`/F([0-9a-f]{40}) (\d+) 0 R`)
	baseFont   = regexp.MustCompile(`/BaseFont /utf8(\S+)`)
	descendant = regexp.MustCompile(`/DescendantFonts \[(\d+) 0 R\]`)
	descriptor = regexp.MustCompile(`/FontDescriptor (\d+) 0 R`)
	gidMap     = regexp.MustCompile(`/CIDToGIDMap (\d+) 0 R`)
	fontFile   = regexp.MustCompile(`/FontFile2 (\d+) 0 R`)
	fullLength = regexp.MustCompile(`/Length1 (\d+)`)
	metrics    = regexp.MustCompile(`(?s)/Ascent.*?/StemV -?\d+`)
)

// follow returns the object that pattern names in body.
func (f *finisher) follow(body string, pattern *regexp.Regexp) (object, error) {
	m := pattern.FindStringSubmatch(body)
	if m == nil {
		return object{}, fmt.Errorf("nothing for %s: %w", pattern, errDraft)
	}
	n, err := strconv.Atoi(m[1])
	if err != nil {
		return object{}, fmt.Errorf("nothing for %s: %w", pattern, errDraft)
	}
	o, ok := f.draft[n]
	if !ok {
		return object{}, fmt.Errorf("no object %d: %w", n, errDraft)
	}
	return o, nil
}

// resources copies the fonts, writes the pictures, and returns the entries of a resource dictionary.
func (f *finisher) resources() (string, error) {
	var fonts []string
	for _, m := range fontRef.FindAllStringSubmatch(f.draft[2].body, -1) {
		n, err := strconv.Atoi(m[2])
		if err != nil {
			return "", fmt.Errorf("font %s: %w", m[1], errDraft)
		}
		r, err := f.font(f.draft[n])
		if err != nil {
			return "", err
		}
		fonts = append(fonts, "/F"+m[1]+" "+r.String())
	}
	if len(fonts) != len(f.drawing.uses) {
		return "", fmt.Errorf("%d fonts for %d: %w", len(fonts), len(f.drawing.uses), errDraft)
	}
	return "/Font <<" + strings.Join(fonts, " ") + ">>" + f.pictures(), nil
}

// font writes one composite font anew around the draft's subset.
func (f *finisher) font(old object) (ref, error) {
	m := baseFont.FindStringSubmatch(old.body)
	if m == nil {
		return 0, fmt.Errorf("font without name: %w", errDraft)
	}
	face := export.Face(m[1])
	cid, err := f.follow(old.body, descendant)
	if err != nil {
		return 0, err
	}
	desc, err := f.follow(cid.body, descriptor)
	if err != nil {
		return 0, err
	}
	gids, err := f.follow(cid.body, gidMap)
	if err != nil {
		return 0, err
	}
	file, err := f.follow(desc.body, fontFile)
	if err != nil {
		return 0, err
	}
	size := fullLength.FindStringSubmatch(file.body)
	numbers := metrics.FindString(desc.body)
	if size == nil || numbers == "" {
		return 0, fmt.Errorf("font %s: no metrics: %w", face, errDraft)
	}
	codes := sorted(f.drawing.uses[face])
	name := subsetTag(face, codes) + "+" + names[face]

	fontFile := f.stored(" /Filter /FlateDecode /Length1 "+size[1], file.stream)
	descBody := fmt.Sprintf("<</Type /FontDescriptor /FontName /%s %s /FontFile2 %v", name, numbers, fontFile)
	if f.o.Preset == ForArchive {
		set, err := cidSet(gids.stream)
		if err != nil {
			return 0, fmt.Errorf("font %s: %w", face, err)
		}
		descBody += fmt.Sprintf(" /CIDSet %v", f.stream("", set))
	}
	d := f.add(descBody + ">>")
	sub := f.add(fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "+
		"/FontDescriptor %v /DW 1000 /W [%s] /CIDToGIDMap %v>>", name, d, f.widths(face, codes), f.stored(" /Filter /FlateDecode", gids.stream)))
	return f.add(fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%v] /ToUnicode %v>>",
		name, sub, f.stream("", toUnicode(codes, f.drawing.uses[face])))), nil
}

func sorted(u use) []rune {
	codes := make([]rune, 0, len(u))
	for c := range u {
		codes = append(codes, c)
	}
	slices.Sort(codes)
	return codes
}

// subsetTag is six capitals that differ when the subset does.
func subsetTag(face export.Face, codes []rune) string {
	sum := sha256.Sum256([]byte(string(face) + string(codes)))
	tag := make([]byte, 6)
	for i := range tag {
		tag[i] = 'A' + sum[i]%26
	}
	return string(tag)
}

// widths lists the advances that are not a whole em.
func (f *finisher) widths(face export.Face, codes []rune) string {
	var w strings.Builder
	for _, c := range codes {
		if a := f.fonts.faces[face].advances[c]; a != 1000 {
			fmt.Fprintf(&w, "%d [%.0f] ", c, a)
		}
	}
	return w.String()
}

// toUnicode maps the codes of a font back to characters: what a reader copies
// and searches. Characters above U+FFFF become surrogate pairs.
func toUnicode(codes []rune, u use) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for part := range slices.Chunk(codes, 100) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(part))
		for _, c := range part {
			fmt.Fprintf(&b, "<%04X> <", c)
			for _, unit := range utf16.Encode([]rune{u[c]}) {
				fmt.Fprintf(&b, "%04X", unit)
			}
			b.WriteString(">\n")
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(b.String())
}

// cidSet has one bit for each code the subset can show, the highest bit first.
func cidSet(gids []byte) ([]byte, error) {
	gidOf, err := inflate(gids)
	if err != nil {
		return nil, err
	}
	set := make([]byte, 0x2000)
	set[0] = 0x80
	for c := 0; 2*c+1 < len(gidOf); c++ {
		if gidOf[2*c] != 0 || gidOf[2*c+1] != 0 {
			set[c/8] |= 0x80 >> (c % 8)
		}
	}
	return set, nil
}
