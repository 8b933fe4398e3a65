package hanzi

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
)

// readingTable lists for every syllable without tone the characters read so:
// first those of which it is the usual reading, after | the others. It is kept
// equal to what the module go-pinyin says by TestReadingTable.
//
//go:embed readings.txt
var readingTable string

type readingIndex struct {
	syllables []string          // sorted
	number    map[string]uint16 // place in syllables
	of        map[rune][]uint16 // usual reading first
	usual     map[string][]rune // characters by usual reading
	all       map[string][]rune // by any reading, usual ones first
}

var readings = sync.OnceValue(func() *readingIndex {
	x := &readingIndex{number: make(map[string]uint16), of: make(map[rune][]uint16, 1<<15),
		usual: make(map[string][]rune), all: make(map[string][]rune)}
	type entry struct{ usual, other string }
	table := make(map[string]entry)
	for _, line := range strings.Split(readingTable, "\n") {
		syllable, chars, ok := strings.Cut(line, " ")
		if !ok || syllable == "#" {
			continue
		}
		usual, other, _ := strings.Cut(chars, "|")
		table[syllable] = entry{usual, other}
		x.syllables = append(x.syllables, syllable)
	}
	sort.Strings(x.syllables)
	for i, s := range x.syllables {
		x.number[s] = uint16(i)
		for _, r := range table[s].usual {
			x.of[r] = append(x.of[r], uint16(i))
		}
		x.usual[s] = []rune(table[s].usual)
	}
	for i, s := range x.syllables {
		for _, r := range table[s].other {
			x.of[r] = append(x.of[r], uint16(i))
		}
		x.all[s] = append(append([]rune(nil), x.usual[s]...), []rune(table[s].other)...)
	}
	return x
})

// Readings returns how r is read, without tones, the usual reading first.
func Readings(r rune) []string {
	x := readings()
	var all []string
	for _, n := range x.of[r] {
		all = append(all, x.syllables[n])
	}
	return all
}

// Reads reports whether r may be read as syllable, or, if open, as a syllable
// that begins so.
func Reads(r rune, syllable string, open bool) bool {
	x := readings()
	for _, n := range x.of[r] {
		if s := x.syllables[n]; s == syllable || open && strings.HasPrefix(s, syllable) {
			return true
		}
	}
	return false
}

// Initial returns the first letter of the usual reading of r, or 0.
func Initial(r rune) byte {
	x := readings()
	if of := x.of[r]; len(of) > 0 {
		return x.syllables[of[0]][0]
	}
	return 0
}

// Homophones returns the characters that share a reading with r, those that
// share the usual one first, r itself not among them.
func Homophones(r rune) []rune {
	x := readings()
	seen := map[rune]bool{r: true}
	var all []rune
	for _, table := range []map[string][]rune{x.usual, x.all} {
		for _, n := range x.of[r] {
			for _, h := range table[x.syllables[n]] {
				if !seen[h] {
					seen[h] = true
					all = append(all, h)
				}
			}
		}
	}
	return all
}

// A Sound is one syllable as typed; Open if more letters may follow.
type Sound struct {
	Letters string
	Open    bool
}

// maxSplits bounds the number of ways SplitSounds returns. Seven letters in a
// row rarely have more than four.
const maxSplits = 16

// SplitSounds returns every way to read letters as syllables, those with the
// fewest first. Only the last syllable may be unfinished, and only if there is
// no way without. An apostrophe always parts syllables.
func SplitSounds(letters string) [][]Sound {
	x := readings()
	var whole, part [][]Sound
	var walk func(rest string, sofar []Sound)
	walk = func(rest string, sofar []Sound) {
		rest = strings.TrimLeft(rest, "'’")
		if rest == "" {
			if len(sofar) > 0 {
				whole = append(whole, append([]Sound(nil), sofar...))
			}
			return
		}
		if len(whole) >= 4*maxSplits {
			return
		}
		for n := min(len(rest), 6); n > 0; n-- {
			if _, ok := x.number[rest[:n]]; ok {
				walk(rest[n:], append(sofar, Sound{Letters: rest[:n]}))
			}
		}
		if len(part) < 4*maxSplits && len(rest) < 6 && len(sofar) > 0 && x.begins(rest) {
			part = append(part, append(append([]Sound(nil), sofar...), Sound{rest, true}))
		}
	}
	walk(letters, nil)
	if len(whole) == 0 {
		whole = part
	}
	sort.SliceStable(whole, func(a, b int) bool { return len(whole[a]) < len(whole[b]) })
	return whole[:min(len(whole), maxSplits)]
}

// begins reports whether a syllable starts with letters.
func (x *readingIndex) begins(letters string) bool {
	i := sort.SearchStrings(x.syllables, letters)
	return i < len(x.syllables) && strings.HasPrefix(x.syllables[i], letters)
}
