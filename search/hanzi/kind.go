package hanzi

import (
	"sync"
	"unicode"
)

// kinds holds what sort of character every rune of the Basic Multilingual
// Plane is, since every character of every text is asked for it.
const (
	numeralKind     = 1 << iota // 〇 to 九, 两, 十 百 千 万 亿
	transparentKind             // quotes and brackets
	spaceKind
	hanKind
)

var kinds = sync.OnceValue(func() *[0x10000]uint8 {
	var k [0x10000]uint8
	for r := range digitOf {
		k[r] |= numeralKind
	}
	for r := range powerOf {
		k[r] |= numeralKind
	}
	for _, r := range transparent {
		k[r] |= transparentKind
	}
	for r := rune(0); r < 0x10000; r++ {
		if unicode.IsSpace(r) {
			k[r] |= spaceKind
		}
		if isHan(r) {
			k[r] |= hanKind
		}
	}
	return &k
})

func isHan(r rune) bool {
	return 0x4E00 <= r && r <= 0x9FFF || r == '〇' || 0x3400 <= r && r <= 0x4DBF ||
		r >= 0x20000 && r <= 0x323AF
}
