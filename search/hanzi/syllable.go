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

// A Set is a set of characters of the common block, U+4E00 to U+9FFF.
type Set [(0x9FFF-0x4E00)/64 + 1]uint64

// Has reports whether r is in s.
func (s *Set) Has(r rune) bool {
	if r < 0x4E00 || r > 0x9FFF {
		return false
	}
	r -= 0x4E00
	return s[r/64]&(1<<(r%64)) != 0
}

// Add puts r into s, if it is of the common block.
func (s *Set) Add(r rune) {
	if 0x4E00 <= r && r <= 0x9FFF {
		s.add([]rune{r})
	}
}

func (s *Set) add(chars []rune) {
	for _, r := range chars {
		r -= 0x4E00
		s[r/64] |= 1 << (r % 64)
	}
}

// Heard returns the characters that may be read as sound.
func Heard(sound Sound) *Set {
	var set Set
	x := readings()
	for _, s := range x.syllables {
		if s == sound.Letters || sound.Open && strings.HasPrefix(s, sound.Letters) {
			set.add(x.all[s])
		}
	}
	return &set
}

// Initials returns the characters whose usual reading begins with letter.
func Initials(letter byte) *Set {
	var set Set
	x := readings()
	for _, s := range x.syllables {
		if s[0] == letter {
			set.add(x.usual[s])
		}
	}
	return &set
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
