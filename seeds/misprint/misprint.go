// Package misprint plants misprints into a text, so that it can be measured how
// many of them are shown as doubtful.
//
// It knows nothing of the rules that look for them: its words are its own, and
// a misprint that no rule can see is planted like any other. The same text and
// seed give the same misprints.
package misprint

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"

	"deputydesk/seeds/report"
)

// Kind says what was done to the text.
type Kind string

// The kinds of misprint.
const (
	Doubled Kind = "doubled" // 提升 → 提升提升
	Dropped Kind = "dropped" // 以人民为中心 → 以人民为中
	Latin   Kind = "latin"   // a stray English word between Chinese ones
	Ordinal Kind = "ordinal" // 一是 二是 四是; 二十届九中全会
	Unit    Kind = "unit"    // 1000万户 for 1000户, 5亿元 for 5万元
)

// Kinds lists every kind in the order in which they are told.
var Kinds = []Kind{Doubled, Dropped, Latin, Ordinal, Unit}

// A Planted is one misprint.
type Planted struct {
	Kind Kind
	Was  string // as it stood
	Is   string // as it stands now; may be empty in a kind that only takes away
	// Around is the text at the misprint without white space, and At the runes
	// of Around that were touched; at least one.
	Around string
	At     report.Span
}

// apart is how many bytes there are at least between two misprints, so that a
// rule that looks at the words around one does not see the other.
const apart = 240

// context is how many runes on either side name the place of a misprint.
const context = 14

// A slip is a misprint that could be made: text[start:end] becomes now.
type slip struct {
	kind       Kind
	start, end int
	now        string
}

// Plant makes up to each misprints of every kind in text and returns the text
// with them, in reading order. A text that has too few places for a kind gets
// fewer.
func Plant(text string, seed uint64, each int) (string, []Planted) {
	rng := rand.New(rand.NewPCG(seed, uint64(len(text))))
	var chosen []slip
	// The rarest kind chooses first.
	for _, k := range []Kind{Ordinal, Unit, Dropped, Doubled, Latin} {
		all := slips(k, text, rng)
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		n := 0
		for _, s := range all {
			if n == each {
				break
			}
			near := func(c slip) bool { return s.start < c.end+apart && c.start < s.end+apart }
			if s.now != text[s.start:s.end] && !slices.ContainsFunc(chosen, near) {
				chosen = append(chosen, s)
				n++
			}
		}
	}
	slices.SortFunc(chosen, func(a, b slip) int { return cmp.Compare(a.start, b.start) })
	var b strings.Builder
	at := 0
	var starts []int
	for _, s := range chosen {
		b.WriteString(text[at:s.start])
		starts = append(starts, b.Len())
		b.WriteString(s.now)
		at = s.end
	}
	b.WriteString(text[at:])
	now := b.String()
	var planted []Planted
	for i, s := range chosen {
		p := Planted{Kind: s.kind, Was: text[s.start:s.end], Is: s.now}
		p.Around, p.At = around(now, starts[i], starts[i]+len(s.now))
		planted = append(planted, p)
	}
	return now, planted
}

// around returns what stands at text[start:end] and beside it in the same line,
// without white space, and which of its runes were touched.
func around(text string, start, end int) (string, report.Span) {
	line := strings.LastIndexByte(text[:start], '\n') + 1
	left := lastRunes(report.Squeeze(text[line:start]), context)
	rest := text[end:]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	right := []rune(report.Squeeze(rest))
	right = right[:min(len(right), context)]
	mid := []rune(report.Squeeze(text[start:end]))
	whole := string(left) + string(mid) + string(right)
	at := report.Span{Start: len(left), End: len(left) + max(len(mid), 1)}
	return whole, at
}

func lastRunes(s string, n int) []rune {
	r := []rune(s)
	return r[max(0, len(r)-n):]
}

// In returns where the misprint stands in the text of a paragraph.
func (p Planted) In(text string) (report.Span, bool) {
	var squeezed strings.Builder
	var from []int // byte of text for each byte of squeezed
	for i, r := range text {
		if unicode.IsSpace(r) || strings.ContainsRune("\u200b\u200c\u200d\ufeff", r) {
			continue
		}
		for range len(string(r)) {
			from = append(from, i)
		}
		squeezed.WriteRune(r)
	}
	from = append(from, len(text))
	at := strings.Index(squeezed.String(), p.Around)
	if at < 0 || p.Around == "" {
		return report.Span{}, false
	}
	runes := []rune(p.Around)
	start := at + len(string(runes[:p.At.Start]))
	end := at + len(string(runes[:min(p.At.End, len(runes))]))
	return report.Span{Start: from[start], End: from[end]}, true
}
