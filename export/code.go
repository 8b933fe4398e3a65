package export

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"rsc.io/qr"

	"deputydesk/annotate"
)

// Code is the short code of a draft, for people to read out: the first eight
// digits of its UUID and its revision, "1F3A-9C27/2".
func Code(p annotate.Proposal) string {
	id := strings.ToUpper(strings.ReplaceAll(string(p.ID), "-", ""))
	if len(id) < 8 {
		id += strings.Repeat("0", 8-len(id))
	}
	return id[:4] + "-" + id[4:8] + "/" + strconv.Itoa(max(1, p.Revision))
}

// Digest is the lower-case hex SHA-256 of what p says: the hash of p's item in
// a packet, so that a paper and a file can be told to be the same. How far the
// draft has come and when it was touched do not count.
func Digest(p annotate.Proposal) string {
	p = p.Bare()
	data, err := encode(&p)
	if err != nil {
		// A Proposal is strings, numbers and times; the zero time encodes.
		panic("export: digest: " + err.Error())
	}
	return digest(data)
}

// symbol is the QR symbol of the head: "DESK <uuid>/<revision> <hash>", the
// hash cut to 24 digits, all in the alphabet that takes the least room.
func symbol(p annotate.Proposal, hash string) [][]bool {
	code, err := qr.Encode(symbolOf(p, hash), qr.M)
	if err != nil {
		return nil // an id as long as a page; the short code is still printed
	}
	rows := make([][]bool, code.Size)
	for y := range rows {
		rows[y] = make([]bool, code.Size)
		for x := range rows[y] {
			rows[y][x] = code.Black(x, y)
		}
	}
	return rows
}

// symbolOf is the text of the symbol.
func symbolOf(p annotate.Proposal, hash string) string {
	id := strings.ReplaceAll(string(p.ID), "-", "")
	return strings.ToUpper(fmt.Sprintf("DESK %s/%d %s", id, max(1, p.Revision), hash[:24]))
}

// A Printed is what a paper of ours says of itself: in the line of its head, which
// people and other programs can read, and in its symbol.
type Printed struct {
	ID       annotate.ProposalID // from the symbol; "" where only the line was read
	Code     string              // the first eight digits of the id, upper-case, no dash
	Revision int
	Hash     string // the first digits of the Digest, lower-case
}

var (
	codeLine   = regexp.MustCompile(`草稿码[\s　]*([0-9A-F]{4})-([0-9A-F]{4})/([0-9]{1,4})[\s　]*校验[\s　]*([0-9a-f]{12})`)
	symbolText = regexp.MustCompile(`^DESK ([0-9A-F]{32})/([0-9]{1,4}) ([0-9A-F]{24})$`)
)

// ReadCode finds the line of the head in the text of a paper.
func ReadCode(text string) (Printed, bool) {
	m := codeLine.FindStringSubmatch(text)
	if m == nil {
		return Printed{}, false
	}
	n, err := strconv.Atoi(m[3])
	return Printed{Code: m[1] + m[2], Revision: max(1, n), Hash: m[4]}, err == nil
}

// ReadSymbol reads the text of a symbol; ok is false for one that is not ours.
func ReadSymbol(text string) (p Printed, ok bool) {
	m := symbolText.FindStringSubmatch(text)
	if m == nil {
		return Printed{}, false
	}
	id := strings.ToLower(m[1])
	n, err := strconv.Atoi(m[2])
	return Printed{
		ID:   annotate.ProposalID(id[:8] + "-" + id[8:12] + "-" + id[12:16] + "-" + id[16:20] + "-" + id[20:]),
		Code: m[1][:8], Revision: max(1, n), Hash: strings.ToLower(m[3]),
	}, err == nil
}

// FileName is what p's sheet is called: "建议_标题_姓名.pdf". Characters that
// a file system refuses become "_".
func FileName(p annotate.Proposal) string {
	parts := []string{string(p.Form), p.Title, p.Deputy.Name}
	var kept []string
	for _, s := range parts {
		s = strings.Map(func(r rune) rune {
			if r < 0x20 || r == 0x7F || strings.ContainsRune(`<>:"/\|?*`, r) || invisible(r) {
				return '_'
			}
			return r
		}, strings.TrimSpace(s))
		if s != "" {
			kept = append(kept, s)
		}
	}
	name := strings.Join(kept, "_")
	// File systems count 255 bytes; a Han character is three of them.
	for len(name) > 200 {
		r := []rune(name)
		name = string(r[:len(r)-1])
	}
	name = strings.TrimRight(name, ". ")
	if first, _, _ := strings.Cut(name, "."); name == "" || reserved(first) {
		name = strings.TrimSuffix(string(annotate.Suggestion)+"_"+name, "_")
	}
	return name + ".pdf"
}
