package hanzi

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed synonyms.txt
var synonymTable string

// Synonyms says which words mean the same. The zero value knows none. A value
// is never changed, so it may be shared.
type Synonyms struct {
	same  map[string][]string // canonical word: the others of its group, as printed
	means map[string][]string // canonical word: what it may stand for, best first
	keys  []string            // of same, longest first
}

// Known returns the synonyms that come with the program.
var Known = sync.OnceValue(func() Synonyms {
	s, err := ReadSynonyms(strings.NewReader(synonymTable))
	if err != nil {
		panic("synonyms.txt: " + err.Error()) // a test reads the same table
	}
	return s
})

// ReadSynonyms reads a table of words, one rule a line:
//
//	# a remark
//	规上 = 规模以上          the very same, either way, also inside longer words
//	看病难 > 就医 | 医院     who asks for the first means the others too, best first
//
// Words may be of any width and script. A line of any other shape is refused
// with its number.
func ReadSynonyms(r io.Reader) (Synonyms, error) {
	s := Synonyms{same: make(map[string][]string), means: make(map[string][]string)}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(lines.Text(), "\uFEFF"))
		if line == "" || line[0] == '#' {
			continue
		}
		if from, to, ok := strings.Cut(line, ">"); ok {
			words, err := split(to, "|", 1)
			key := Canon(from).Text
			if err != nil || key == "" {
				return Synonyms{}, fmt.Errorf("synonyms: line %d: want 甲 > 乙 | 丙", n)
			}
			s.means[key] = union(s.means[key], words)
			continue
		}
		words, err := split(line, "=", 2)
		if err != nil {
			return Synonyms{}, fmt.Errorf("synonyms: line %d: want 甲 = 乙", n)
		}
		for i, w := range words {
			key := Canon(w).Text
			others := append(append([]string(nil), words[:i]...), words[i+1:]...)
			s.same[key] = union(s.same[key], others)
		}
	}
	if err := lines.Err(); err != nil {
		return Synonyms{}, fmt.Errorf("synonyms: %w", err)
	}
	s.index()
	return s, nil
}

func split(line, mark string, least int) ([]string, error) {
	var words []string
	for _, w := range strings.Split(line, mark) {
		if w = strings.TrimSpace(w); Canon(w).Text == "" {
			return nil, fmt.Errorf("empty word")
		}
		words = append(words, w)
	}
	if len(words) < least {
		return nil, fmt.Errorf("%d words, want %d", len(words), least)
	}
	return words, nil
}

func union(a, b []string) []string {
	out := a[:len(a):len(a)]
next:
	for _, w := range b {
		for _, known := range out {
			if known == w {
				continue next
			}
		}
		out = append(out, w)
	}
	return out
}

func (s *Synonyms) index() {
	s.keys = s.keys[:0]
	for k := range s.same {
		s.keys = append(s.keys, k)
	}
	sort.Slice(s.keys, func(a, b int) bool {
		return len(s.keys[a]) > len(s.keys[b]) || len(s.keys[a]) == len(s.keys[b]) && s.keys[a] < s.keys[b]
	})
}

// With returns s and more together.
func (s Synonyms) With(more Synonyms) Synonyms {
	out := Synonyms{same: make(map[string][]string), means: make(map[string][]string)}
	for _, t := range []Synonyms{s, more} {
		for k, w := range t.same {
			out.same[k] = union(out.same[k], w)
		}
		for k, w := range t.means {
			out.means[k] = union(out.means[k], w)
		}
	}
	out.index()
	return out
}

// maxRewrites bounds what Same returns: more than a few dozen alternatives for
// one word would only slow search down.
const maxRewrites = 24

// Same returns the other ways to write word: word itself replaced, or a part
// of it. The longest known part counts; 规上工业 gives 规模以上工业.
func (s Synonyms) Same(word string) []string {
	canon := Canon(word).Text
	var all []string
	covered := make([]bool, len(canon))
	for _, key := range s.keys {
		for at := 0; at < len(canon); {
			k := strings.Index(canon[at:], key)
			if k < 0 {
				break
			}
			i, j := at+k, at+k+len(key)
			at = j
			if covered[i] || covered[j-1] || !whole(canon, i, j) {
				continue
			}
			for b := i; b < j; b++ {
				covered[b] = true
			}
			for _, other := range s.same[key] {
				if len(all) == maxRewrites {
					return all
				}
				all = append(all, printable(canon[:i])+other+printable(canon[j:]))
			}
		}
	}
	return all
}

// whole reports whether canon[i:j] does not cut a Latin word or a number.
func whole(canon string, i, j int) bool {
	edge := func(a, b rune) bool { return isWord(a) && isWord(b) }
	before, _ := utf8.DecodeLastRuneInString(canon[:i])
	after, _ := utf8.DecodeRuneInString(canon[j:])
	first, _ := utf8.DecodeRuneInString(canon[i:])
	last, _ := utf8.DecodeLastRuneInString(canon[:j])
	return !edge(before, first) && !edge(last, after)
}

// printable takes the marks of numbers out of canonical text.
func printable(canon string) string {
	return strings.Map(func(r rune) rune {
		if r == Open || r == Close {
			return -1
		}
		return r
	}, canon)
}

// Means returns the words that who asks for word may also mean, best first.
func (s Synonyms) Means(word string) []string { return s.means[Canon(word).Text] }

// Knows reports whether word, as canonical text, is in the table.
func (s Synonyms) Knows(canon string) bool {
	return s.same[canon] != nil || s.means[canon] != nil
}
