package intake

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// What newspapers and printers put between the words of a text.
var (
	upstream   = regexp.MustCompile(`[(（]\s*上接\s*第?[0-9０-９A-Za-z一二三四五六七八九十]+\s*版[^()（）\n]{0,12}[)）]`)
	downstream = regexp.MustCompile(`[(（]\s*(?:下转|紧接)\s*第?[0-9０-９A-Za-z一二三四五六七八九十]+\s*版[^()（）\n]{0,12}[)）]`)
	pageNumber = regexp.MustCompile(`(?m)^[ \t\x{3000}]*(?:[-—–－―·]+[ \t]*[0-9０-９]{1,3}[ \t]*[-—–－―·]+|第[ \t]*[0-9]{1,3}[ \t]*页(?:[ \t]*[,，/]?[ \t]*共[ \t]*[0-9]{1,3}[ \t]*页)?)[ \t\x{3000}]*$`)
)

// furniture returns the ranges of s that the print has added, in order, not
// overlapping.
func furniture(s string) [][]int {
	if !strings.ContainsAny(s, "版页-—–－―·") {
		return nil
	}
	var all [][]int
	for i := 0; i < len(s); {
		best := []int(nil)
		for _, re := range []*regexp.Regexp{upstream, downstream, pageNumber} {
			m := re.FindStringIndex(s[i:])
			if m == nil || re == pageNumber && m[0] == 0 && i > 0 && s[i-1] != '\n' {
				continue
			}
			if best == nil || m[0] < best[0]-i {
				best = []int{m[0] + i, m[1] + i}
			}
		}
		if best == nil {
			return all
		}
		all = append(all, best)
		i = best[1]
	}
	return all
}

// isFurniture reports whether s holds nothing but furniture.
func isFurniture(s string) bool {
	at := 0
	found := furniture(s)
	for _, f := range found {
		if strings.TrimFunc(s[at:f[0]], blank) != "" {
			return false
		}
		at = f[1]
	}
	return len(found) > 0 && strings.TrimFunc(s[at:], blank) == ""
}

// mend puts one paragraph together from raw, the range of the source where it
// stands. Outside the repairs not a character differs; putting back what each
// repair took out gives raw again, but for white space.
func mend(raw string) (string, []report.Repair) {
	text, repairs, _ := mendAt(strings.TrimFunc(raw, blank))
	return text, repairs
}

// A cut says that from byte text of a mended text on it runs beside byte raw of
// the source, until the next cut. There is one at the start and one behind each
// repair.
type cut struct{ text, raw int }

// mendAt is mend for raw without blanks around it, and says where in raw each
// piece of the text stood.
func mendAt(raw string) (string, []report.Repair, []cut) {
	var (
		b       strings.Builder
		repairs []report.Repair
		cuts    = []cut{{}}
		found   = furniture(raw)
	)
	for i := 0; i < len(raw); {
		if len(found) > 0 && strings.TrimFunc(raw[i:max(i, found[0][0])], blank) == "" {
			end := found[0][1]
			found = found[1:]
			for end < len(raw) { // the white space after it belongs to it
				r, n := utf8.DecodeRuneInString(raw[end:])
				if !blank(r) {
					break
				}
				end += n
			}
			if len(found) > 0 && end > found[0][0] {
				end = found[0][0]
			}
			repairs = append(repairs, report.Repair{Kind: report.Furniture, At: b.Len(), Was: raw[i:end]})
			i = end
			cuts = append(cuts, cut{b.Len(), i})
			continue
		}
		r, n := utf8.DecodeRuneInString(raw[i:])
		if !blank(r) {
			b.WriteString(raw[i : i+n])
			i += n
			continue
		}
		end := i + n
		for end < len(raw) && (len(found) == 0 || end < found[0][0]) {
			r, n := utf8.DecodeRuneInString(raw[end:])
			if !blank(r) {
				break
			}
			end += n
		}
		before, _ := utf8.DecodeLastRuneInString(b.String())
		after, _ := utf8.DecodeRuneInString(raw[end:])
		kind, keep := gap(raw[i:end], before, after, b.String())
		if kind == report.Spaces && setOff(raw, i, end) {
			kind, keep = "", raw[i:end]
		}
		if kind != "" {
			repairs = append(repairs, report.Repair{Kind: kind, At: b.Len(), Was: raw[i:end]})
		}
		b.WriteString(keep)
		i = end
		if kind != "" {
			cuts = append(cuts, cut{b.Len(), i})
		}
	}
	return b.String(), repairs, cuts
}

// gap decides what becomes of white space inside a paragraph: the kind of
// repair ("" if it stays) and what is left of it. Between two Latin letters a
// blank is left; after the ordinal of a heading the blank is the print's own.
func gap(space string, before, after rune, sofar string) (report.RepairKind, string) {
	words := latin(before) && latin(after)
	switch {
	case strings.Contains(space, "\n"):
		if words {
			return report.Joined, " "
		}
		return report.Joined, ""
	case strings.TrimFunc(space, invisible) == "":
		return report.Invisible, ""
	case latin(before) || latin(after) || isOrdinal(sofar):
		return "", space
	}
	return report.Spaces, ""
}

// blank reports whether r is white space or has no width.
func blank(r rune) bool { return unicode.IsSpace(r) || invisible(r) }

// invisible reports whether r has no width: U+200B–U+200D, U+FEFF.
func invisible(r rune) bool { return r >= 0x200B && r <= 0x200D || r == 0xFEFF }

func latin(r rune) bool { return r < 0x250 && unicode.IsLetter(r) }
