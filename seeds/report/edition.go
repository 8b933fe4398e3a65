package report

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Squeeze returns text in NFC without white space and zero-width characters
// (U+200B–U+200D, U+FEFF): what is left when only the words count.
func Squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r >= 0x200B && r <= 0x200D || r == 0xFEFF {
			return -1
		}
		return r
	}, norm.NFC.String(text))
}

// EditionOf names the edition of a source text, as it was before any repair.
func EditionOf(source string) Edition {
	sum := sha256.Sum256([]byte(Squeeze(source)))
	return Edition(hex.EncodeToString(sum[:]))
}
