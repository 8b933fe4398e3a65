package search

import (
	"math"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// A match is a leaf that answers, and where.
type match struct {
	leaf    *leaf
	score   float64
	stage   Stage // the weakest way that was needed
	places  []place
	context bool // words may be met by the headings
	headed  bool // some word was met by the headings only
	sought  bool // some word was looked for at all, not only conditions set
}

// meet evaluates n on l; on success the places and the score are added to m.
func meet(n *node, l *leaf, m *match) bool {
	switch n.op {
	case opAnd:
		for _, k := range n.kids {
			if !meet(k, l, m) {
				return false
			}
		}
		return true
	case opOr:
		any := false
		for _, k := range n.kids {
			part := match{leaf: l, context: m.context}
			if meet(k, l, &part) {
				any = true
				m.add(part)
			}
		}
		return any
	case opNot:
		return !meet(n.kids[0], l, &match{leaf: l})
	}
	part := match{leaf: l, context: m.context}
	if !n.term.meet(l, &part) {
		return false
	}
	m.add(part)
	return true
}

func (m *match) add(part match) {
	m.score += part.score
	m.places = append(m.places, part.places...)
	m.headed = m.headed || part.headed
	m.sought = m.sought || part.sought
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
		m.sought = true
		return t.meetWord(l, m)
	case phraseTerm:
		m.sought = true
		return m.take(t.needle.in(l, 0), exactWeight)
	case headingTerm:
		if l.isHeading() {
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
	case dueTerm:
		return m.take(t.due(l), exactWeight)
	case nearTerm:
		return m.take(t.near(l), exactWeight)
	}
	return false
}

// take adds places to m and scores them: the first occurrence counts most.
func (m *match) take(places []place, weight float64) bool {
	if len(places) == 0 {
		return false
	}
	m.places = append(m.places, places...)
	m.score += weight * often(len(places))
	return true
}

// often is how much n occurrences count against one.
func often(n int) float64 { return 1 + 0.15*math.Log(float64(n)) }

// near returns the places of t's two words where these are close enough.
func (t *term) near(l *leaf) []place {
	var all []place
	for _, a := range t.needle.in(l, 0) {
		for _, b := range t.other.in(l, 0) {
			if a.canon != b.canon {
				continue
			}
			first, second := a, b
			if b.i < a.i {
				first, second = b, a
			}
			if second.i >= first.j && utf8.RuneCountInString(l.text(a)[first.j:second.i]) <= t.gap {
				all = append(all, a, b)
			}
		}
	}
	return all
}

// meetWord tries the ways of a word; all that hold count for the marks, the
// best for the score. A word that only the headings hold is no hit by itself.
func (t *term) meetWord(l *leaf, m *match) bool {
	best, any := 0.0, false
	for _, w := range t.ways {
		places := w.in(l)
		if len(places) == 0 {
			continue
		}
		m.places = append(m.places, places...)
		if !any || stageRank[w.stage] < stageRank[m.stage] {
			m.stage = w.stage
		}
		any = true
		best = max(best, w.weight*often(1+(len(places)-1)/len(w.groups)))
	}
	if any {
		m.score += best
		for _, w := range t.ways {
			if w.inHeading(l) {
				m.score += headingBonus
				break
			}
		}
		return true
	}
	if m.context {
		for _, w := range t.ways {
			if w.inHeading(l) {
				m.headed, m.stage = true, w.stage
				m.score += headingBonus
				return true
			}
		}
	}
	return false
}
