package export

import (
	"fmt"
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
	id := strings.ReplaceAll(string(p.ID), "-", "")
	text := fmt.Sprintf("DESK %s/%d %s", id, max(1, p.Revision), hash[:24])
	code, err := qr.Encode(strings.ToUpper(text), qr.M)
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
	if name == "" {
		name = string(annotate.Suggestion)
	}
	return name + ".pdf"
}
