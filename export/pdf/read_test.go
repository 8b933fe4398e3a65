package pdf

import (
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// A reading is what a reader gets out of a file: the text of each page in
// content order, artifacts left out, through the fonts' ToUnicode maps.
type reading struct {
	objects map[int]object
	pages   []string
}

var (
	pageKids   = regexp.MustCompile(`/Type /Pages /Kids \[([^\]]*)\]`)
	resFont    = regexp.MustCompile(`/F([0-9a-f]{40}) (\d+) 0 R`)
	toUni      = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	bfchar     = regexp.MustCompile(`<([0-9A-F]{4})> <([0-9A-F]+)>`)
	pageStream = regexp.MustCompile(`/Contents (\d+) 0 R`)
)

// read takes a file of ours apart.
func read(t *testing.T, file []byte) reading {
	t.Helper()
	objects, err := readObjects(file)
	if err != nil {
		t.Fatal(err)
	}
	r := reading{objects: objects}
	m := pageKids.FindStringSubmatch(objects[2].body)
	if m == nil {
		t.Fatal("no page tree")
	}
	maps := map[string]map[uint16]string{}
	for _, kid := range kidRef.FindAllStringSubmatch(m[1], -1) {
		page := objects[number(t, kid[1])]
		for _, f := range resFont.FindAllStringSubmatch(page.body, -1) {
			if maps[f[1]] == nil {
				maps[f[1]] = r.toUnicode(t, number(t, f[2]))
			}
		}
		c := pageStream.FindStringSubmatch(page.body)
		content, err := inflate(objects[number(t, c[1])].stream)
		if err != nil {
			t.Fatal(err)
		}
		r.pages = append(r.pages, contentText(t, content, maps))
	}
	return r
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func (r reading) toUnicode(t *testing.T, font int) map[uint16]string {
	t.Helper()
	m := toUni.FindStringSubmatch(r.objects[font].body)
	if m == nil {
		t.Fatalf("font %d has no ToUnicode", font)
	}
	data, err := inflate(r.objects[number(t, m[1])].stream)
	if err != nil {
		t.Fatal(err)
	}
	all := map[uint16]string{}
	for _, e := range bfchar.FindAllStringSubmatch(string(data), -1) {
		var units []uint16
		for i := 0; i < len(e[2]); i += 4 {
			units = append(units, hex(t, e[2][i:i+4]))
		}
		all[hex(t, e[1])] = string(utf16.Decode(units))
	}
	return all
}

func hex(t *testing.T, s string) uint16 {
	t.Helper()
	n, err := strconv.ParseUint(s, 16, 16)
	if err != nil {
		t.Fatal(err)
	}
	return uint16(n)
}

// contentText reads the operators the page writer uses. A new stretch of
// marked content begins a new line.
func contentText(t *testing.T, content []byte, maps map[string]map[uint16]string) string {
	t.Helper()
	var out strings.Builder
	font, artifact := "", false
	for i := 0; i < len(content); {
		rest := content[i:]
		switch {
		case rest[0] == '(':
			raw, n := literal(rest)
			i += n
			if artifact {
				continue
			}
			for k := 0; k+1 < len(raw); k += 2 {
				c := uint16(raw[k])<<8 | uint16(raw[k+1])
				s, ok := maps[font][c]
				if !ok {
					t.Errorf("code %04X of font %s has no character", c, font)
				}
				out.WriteString(s)
			}
		case strings.HasPrefix(string(rest[:min(2, len(rest))]), "/F"):
			font = string(rest[2:42])
			i += 42
		case strings.HasPrefix(string(rest[:min(13, len(rest))]), "/Artifact BMC"):
			artifact = true
			i += 13
		case strings.HasPrefix(string(rest[:min(5, len(rest))]), "/Span"):
			artifact = false
			out.WriteByte('\n')
			i += 5
		default:
			i++
		}
	}
	return strings.TrimPrefix(out.String(), "\n")
}

// literal decodes the string at the start of s and says how long it is.
func literal(s []byte) ([]byte, int) {
	var out []byte
	depth := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '\\':
			i++
			if s[i] == 'r' {
				out = append(out, '\r')
			} else {
				out = append(out, s[i])
			}
		case '(':
			if depth++; depth > 1 {
				out = append(out, c)
			}
		case ')':
			if depth--; depth == 0 {
				return out, i + 1
			}
			out = append(out, c)
		default:
			out = append(out, c)
		}
	}
	return out, len(s)
}

// dict returns the body of the first object with all of the words in it.
func (r reading) dict(t *testing.T, words ...string) object {
	t.Helper()
next:
	for n := 1; n <= len(r.objects); n++ {
		for _, w := range words {
			if !strings.Contains(r.objects[n].body, w) {
				continue next
			}
		}
		return r.objects[n]
	}
	t.Fatalf("no object with %q", words)
	return object{}
}
