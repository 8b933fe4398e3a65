package rules

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A Match is a category or a unit that a text points to.
type Match struct {
	Name  string
	Words []string // of the pack, found in the text, in the pack's order
	Score int      // characters of Words, the title counted three times
}

// Classify returns the categories that title and body point to, the best
// first; it returns none if no word of any category occurs.
func (p *Pack) Classify(title, body string) []Match {
	var all []Match
	for _, c := range p.Categories {
		all = appendMatch(all, c.Name, c.Words, title, body)
	}
	return ranked(all)
}

// Hosts returns the units whose duties title and body point to, the best first.
func (p *Pack) Hosts(title, body string) []Match {
	var all []Match
	for _, u := range p.Units {
		all = appendMatch(all, u.Name, u.Duties, title, body)
	}
	return ranked(all)
}

// titleWeight is how much more a word in the title says than one in the body:
// the title names the matter, the body also names its surroundings.
const titleWeight = 3

func appendMatch(all []Match, name string, words []string, title, body string) []Match {
	m := Match{Name: name}
	for _, w := range words {
		in, n := false, utf8.RuneCountInString(w)
		if strings.Contains(title, w) {
			in = true
			m.Score += titleWeight * n
		}
		if strings.Contains(body, w) {
			in = true
			m.Score += n
		}
		if in {
			m.Words = append(m.Words, w)
		}
	}
	if m.Score == 0 {
		return all
	}
	return append(all, m)
}

// ranked sorts by score; equals stay in the order of the pack.
func ranked(all []Match) []Match {
	sort.SliceStable(all, func(i, j int) bool { return all[i].Score > all[j].Score })
	return all
}
