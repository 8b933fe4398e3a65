package rules

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A Match is a category or a unit that a text points to.
type Match struct {
	Name  string
	Words []string // of the pack, found in the text, those that count most first
	Score int      // characters of Words, those of the title weighted; see weigh
}

// Classify returns the categories that title and body point to, the best
// first; it returns none if no word of any category occurs.
func (p *Pack) Classify(title, body string) []Match {
	lists := make([]list, len(p.Categories))
	for i, c := range p.Categories {
		lists[i] = list{c.Name, c.Words}
	}
	return match(lists, title, body)
}

// Hosts returns the units whose duties title and body point to, the best first.
func (p *Pack) Hosts(title, body string) []Match {
	lists := make([]list, len(p.Units))
	for i, u := range p.Units {
		lists[i] = list{u.Name, u.Duties}
	}
	return match(lists, title, body)
}

// A list is one name with the words that point to it.
type list struct {
	name  string
	words []string
}

// titleWeight is how much more a word in the title says than one in the body:
// the title names the matter, the body also names its surroundings.
const titleWeight = 3

// match scores every list. Words are looked for from left to right, the longest
// first, and what one word has taken no shorter one gets: 农村留守儿童 holds
// 农村 and 留守儿童 but not 儿童, and 未成年人检察 is not about 未成年人.
func match(lists []list, title, body string) []Match {
	words := map[rune][]word{} // by first character
	at := map[string]int{}     // in its bucket
	for i, l := range lists {
		for _, w := range l.words {
			first, _ := utf8.DecodeRuneInString(w)
			if w == "" {
				continue
			}
			if j, known := at[w]; known {
				words[first][j].lists = append(words[first][j].lists, i)
				continue
			}
			at[w] = len(words[first])
			words[first] = append(words[first], word{text: w, lists: []int{i}})
		}
	}
	all := make([]Match, len(lists))
	scores := make([]map[string]int, len(lists))
	give := func(w word, points int) {
		for _, i := range w.lists {
			if scores[i] == nil {
				scores[i] = map[string]int{}
			}
			scores[i][w.text] += points
			all[i].Score += points
		}
	}
	for w, end := range found(words, title) {
		give(w, weigh(utf8.RuneCountInString(w.text), end, len(title)))
	}
	for w := range found(words, body) {
		give(w, utf8.RuneCountInString(w.text))
	}
	var hit []Match
	for i, l := range lists {
		if all[i].Score == 0 {
			continue
		}
		m := Match{Name: l.name, Score: all[i].Score}
		for w := range scores[i] {
			m.Words = append(m.Words, w)
		}
		sort.Slice(m.Words, func(a, b int) bool {
			x, y := m.Words[a], m.Words[b]
			if scores[i][x] != scores[i][y] {
				return scores[i][x] > scores[i][y]
			}
			return x < y
		})
		hit = append(hit, m)
	}
	// Equals stay in the order of the pack.
	sort.SliceStable(hit, func(i, j int) bool { return hit[i].Score > hit[j].Score })
	return hit
}

// weigh is what a word of n characters is worth that ends at byte end of a
// title of length bytes. In Chinese what a title is about stands at its end,
// and what it is in front of: 学校门口的拥堵.
func weigh(n, end, length int) int { return titleWeight*n + n*end/length }

// A word points to some of the lists.
type word struct {
	text  string
	lists []int
}

// found yields each word that stands in text, once, with the byte offset of
// its first end.
func found(words map[rune][]word, text string) func(yield func(word, int) bool) {
	return func(yield func(word, int) bool) {
		seen := map[string]bool{}
		for at := 0; at < len(text); {
			first, size := utf8.DecodeRuneInString(text[at:])
			longest := word{}
			for _, w := range words[first] {
				if len(w.text) > len(longest.text) && strings.HasPrefix(text[at:], w.text) {
					longest = w
				}
			}
			if longest.text == "" {
				at += size
				continue
			}
			at += len(longest.text)
			if !seen[longest.text] {
				seen[longest.text] = true
				if !yield(longest, at) {
					return
				}
			}
		}
	}
}
