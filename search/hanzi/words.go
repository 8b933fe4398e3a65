package hanzi

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

var (
	//go:embed words.txt
	wordTable string
	//go:embed generic.txt
	genericTable string
	//go:embed alike.txt
	alikeTable string
	//go:embed lone.txt
	loneTable string
)

// rows calls f with the fields of every line of table that is no remark.
func rows(table string, f func(fields []string)) {
	for _, line := range strings.Split(table, "\n") {
		if fields := strings.Fields(line); len(fields) > 0 && line[0] != '#' {
			f(fields)
		}
	}
}

// Words returns the words that stand in reports everywhere.
var Words = sync.OnceValue(func() map[string]bool {
	all := make(map[string]bool)
	rows(wordTable, func(fields []string) {
		for _, w := range fields {
			all[Fold(w).Text] = true
		}
	})
	for k := range Known().same {
		all[k] = true
	}
	for k := range Known().means {
		all[k] = true
	}
	return all
})

var wordsFrom = sync.OnceValue(func() map[rune][]string {
	all := make(map[rune][]string)
	for w := range Words() {
		first, _ := utf8.DecodeRuneInString(w)
		all[first] = append(all[first], w)
	}
	return all
})

// WordsFrom returns those of Words that begin with first, in no order.
func WordsFrom(first rune) []string { return wordsFrom()[first] }

// A Weight says how much a word adds to a question.
type Weight int

// The weights of words.
const (
	Strong Weight = iota // what is asked for
	Weak                 // 建设, 治理: worth finding together, not alone
	Asking               // 多少, 今年, 的: belongs to asking, not to what is asked for
)

var generic = sync.OnceValue(func() map[string]Weight {
	all := make(map[string]Weight)
	rows(genericTable, func(fields []string) {
		weight := map[string]Weight{"ask": Asking, "weak": Weak}[fields[0]]
		for _, w := range fields[1:] {
			all[w] = weight
		}
	})
	return all
})

// WeightOf returns the weight of a word in folded text.
func WeightOf(word string) Weight { return generic()[word] }

var alike = sync.OnceValue(func() map[rune]string {
	all := make(map[rune]string)
	rows(alikeTable, func(fields []string) {
		for _, r := range fields[0] {
			all[r] += fields[0]
		}
	})
	return all
})

// Alike reports whether a and b look so similar that one is read or typed for
// the other.
func Alike(a, b rune) bool { return a != b && strings.ContainsRune(alike()[a], b) }

// AlikeTo returns the characters that Alike reports for r, and r.
func AlikeTo(r rune) string { return alike()[r] }

var lone = sync.OnceValue(func() map[rune][]string {
	all := make(map[rune][]string)
	rows(loneTable, func(fields []string) {
		all[[]rune(fields[0])[0]] = fields[1:]
	})
	return all
})

// Otherwise returns the words in which r does not mean what it names: 水平 for
// 水.
func Otherwise(r rune) []string { return lone()[r] }
