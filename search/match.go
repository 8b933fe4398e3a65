package search

import (
	"math"
	"strings"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// A way is one manner in which a word of a query may be met by a leaf: any of
// its groups' words alone, or a word of every group within one sentence.
type way struct {
	stage  Stage
	weight float64
	groups [][]needle // one group: any of these words; several: one of each, in one sentence
}

// Weights of the ways. A printed word must outrank any sum of rewritten ones
// that a paragraph can reasonably hold; only their order matters.
const (
	exactWeight   = 8
	synonymWeight = 5
	relatedWeight = 4
	soundWeight   = 6
	repairWeight  = 5
	tokensWeight  = 3
	partialWeight = 1
)

// A match is a leaf that answers, and where.
type match struct {
	leaf   *leaf
	score  float64
	stage  Stage // the weakest way that was needed
	places []place
}

// meet evaluates n on l; on success the places and the score are added to m.
func meet(n *node, l *leaf, m *match) bool {
	switch n.op {
	case opAnd:
		// Headings lend context only: at least one word must stand in the text.
		for _, k := range n.kids {
			if !meet(k, l, m) {
				return false
			}
		}
		return true
	case opOr:
		any := false
		for _, k := range n.kids {
			part := match{leaf: l, stage: Exact}
			if meet(k, l, &part) {
				any = true
				m.add(part)
			}
		}
		return any
	case opNot:
		return !meet(n.kids[0], l, &match{leaf: l})
	}
	part := match{leaf: l, stage: Exact}
	if !n.term.meet(l, &part) {
		return false
	}
	m.add(part)
	return true
}

func (m *match) add(part match) {
	m.score += part.score
	m.places = append(m.places, part.places...)
	if stageRank[part.stage] > stageRank[m.stage] {
		m.stage = part.stage
	}
}

// stageRank orders the stages from the strictest.
var stageRank = map[Stage]int{"": 0, Exact: 0, Synonym: 1, Pinyin: 2, Tokens: 3, Repair: 4, Partial: 5, None: 6}

// meet evaluates a single term on l.
func (t *term) meet(l *leaf, m *match) bool {
	l.fold()
	switch t.kind {
	case wordTerm:
		return t.meetWord(l, m)
	case phraseTerm:
		return m.take(t.needle.in(l, 0), exactWeight)
	case headingTerm:
		if isHeading(l.doc) && len(t.needle.in(l, 1)) > 0 {
			return m.take(t.needle.in(l, 0), exactWeight)
		}
		return t.needle.inHeading(l)
	case sectionTerm:
		return inSection(l.doc.Section, t.text)
	case yearTerm:
		return float64(l.doc.Year) >= t.lo && float64(l.doc.Year) <= t.hi
	case kindTerm:
		return string(l.doc.Kind) == t.text
	case patternTerm:
		var all []place
		for _, at := range t.re.FindAllStringIndex(l.plain, -1) {
			if at[0] < at[1] {
				all = append(all, place{false, at[0], at[1]})
			}
		}
		return m.take(all, exactWeight)
	case rangeTerm:
		var all []place
		for _, f := range hanzi.Figures(l.canon) {
			if t.admits(f) {
				all = append(all, place{true, f.Start, f.End + len(t.unit)})
			}
		}
		return m.take(all, exactWeight)
	case nearTerm:
		return m.take(t.near(l), exactWeight)
	}
	return false
}

// isHeading reports whether d is a heading that was indexed for itself: its
// text is not a sentence and nothing stands above it but headings.
func isHeading(d Doc) bool {
	return d.Heading != "" && strings.HasSuffix(d.Heading, d.Text)
}

// inSection reports whether path lies in the section named want: the whole
// path, its beginning, or one of its ordinals.
func inSection(path, want string) bool {
	path, want = hanzi.Fold(path).Text, strings.Trim(want, "/")
	if path == want || strings.HasPrefix(path, want+"/") {
		return true
	}
	for _, part := range strings.Split(path, "/") {
		if part == want || strings.Trim(part, "()") == strings.Trim(want, "()") && strings.HasPrefix(want, "(") {
			return true
		}
	}
	return false
}

// take adds places to m and scores them: the first occurrence counts most.
func (m *match) take(places []place, weight float64) bool {
	if len(places) == 0 {
		return false
	}
	m.places = append(m.places, places...)
	m.score += weight * (1 + 0.25*math.Log(float64(len(places))))
	return true
}

// near returns the places of t's two words where these are close enough.
func (t *term) near(l *leaf) []place {
	var all []place
	for _, a := range t.needle.in(l, 0) {
		for _, b := range t.other.in(l, 0) {
			if a.canon != b.canon {
				continue
			}
			text := l.plain
			if a.canon {
				text = l.canon
			}
			first, second := a, b
			if b.i < a.i {
				first, second = b, a
			}
			if second.i >= first.j && utf8.RuneCountInString(text[first.j:second.i]) <= t.gap {
				all = append(all, a, b)
			}
		}
	}
	return all
}

// meetWord tries the ways of a word; all that hold count for the marks, the
// best for the score. A word that only the headings hold is no hit by itself.
func (t *term) meetWord(l *leaf, m *match) bool {
	best, stage, any := 0.0, Stage(""), false
	for _, w := range t.ways {
		places := w.in(l)
		if len(places) == 0 {
			continue
		}
		m.places = append(m.places, places...)
		score := w.weight * (1 + 0.25*math.Log(float64(len(places))/float64(len(w.groups))))
		if !any || stageRank[w.stage] < stageRank[stage] {
			stage = w.stage
		}
		any = true
		best = max(best, score)
	}
	m.score += best
	m.stage = stage
	return any
}

// in returns the places where w holds in l.
func (w way) in(l *leaf) []place {
	if len(w.groups) == 1 {
		var all []place
		for _, n := range w.groups[0] {
			all = append(all, n.in(l, 0)...)
		}
		return all
	}
	return w.together(l)
}

// together returns the places of one word of every group, in the sentences
// that hold one of each.
func (w way) together(l *leaf) []place {
	l.fold()
	type mark struct {
		place
		group, sentence int
	}
	var marks []mark
	for g, group := range w.groups {
		before := len(marks)
		for _, n := range group {
			for _, p := range n.in(l, 0) {
				text := l.plain
				if p.canon {
					text = l.canon
				}
				marks = append(marks, mark{p, g, sentenceOf(text, p.i)})
			}
		}
		if len(marks) == before {
			return nil
		}
	}
	held := make(map[int]map[int]bool)
	for _, m := range marks {
		if held[m.sentence] == nil {
			held[m.sentence] = make(map[int]bool)
		}
		held[m.sentence][m.group] = true
	}
	var all []place
	for _, m := range marks {
		if len(held[m.sentence]) == len(w.groups) {
			all = append(all, m.place)
		}
	}
	return all
}

// sentenceOf counts the sentence ends before byte i; canonical and folded text
// have the same ones.
func sentenceOf(text string, i int) int {
	n := 0
	for _, end := range []string{"。", "；", "！", "？", "\n"} {
		n += strings.Count(text[:i], end)
	}
	return n
}
