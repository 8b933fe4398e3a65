package similar

import (
	"cmp"
	"slices"
)

// Twins are texts that say the same: a paper handed in twice, a template with two
// names under it, two people with one wish. Corpus finds texts about the same
// matter, which is more than that: the street light of another street is the same
// matter and another wish.
//
// Two texts are compared by the pairs of characters that the shorter one shares
// with the longer, the rare ones counting more. What they ask is compared by
// itself, because a background is often copied; and where a template was filled
// in for another place, it is the names of places that tell.
//
// Candidates are found by triples of characters that few texts have, so that
// the time grows with the number of texts and not with its square.

// The thresholds; TestTwins measures them.
const (
	// SameWhole and SameWish are the shares of the shorter text, and of what it
	// asks, that a twin has as well. Between texts that only share a background
	// the share of the wish is below 0.3, between reworded ones above 0.4.
	SameWhole = 0.50
	SameWish  = 0.35

	// OwnAngle is the cosine of the angle between what two people wrote of one wish
	// in their own words, OwnWish the share of the wish: little of it is the same,
	// but none of it by accident.
	OwnAngle = 0.12
	OwnWish  = 0.09
)

// A Draft is a text with the part that asks set apart.
type Draft struct {
	Title  string
	Ground string // why: 情况 and 分析
	Wish   string // what is asked: 建议; "" if nobody knows where it begins
}

// A Likeness says how two texts are the same.
type Likeness string

// The likenesses, the surest first.
const (
	Identical Likeness = "identical" // the same letters; signs and white space aside
	Near      Likeness = "near"      // one was made from the other
	OwnWords  Likeness = "own-words" // written apart, asking the same
)

// A Twin is two texts that are the same, A before B.
type Twin struct {
	A, B  int // where they stand
	Like  Likeness
	Score float64 // of Near the share of the shorter one that the other has, of OwnWords the cosine; from 0 to 1
}

// Twins finds the pairs of drafts that are the same, A in order and for each A the
// B in order. Of many that are near each other not every pair is told, but enough
// to lead from each to all others; and with what was written apart only the
// longest of them is compared, so that the copies of a letter do not make its
// words common ones.
//
// known are names of places that do not end like one.
func Twins(all []Draft, known []string) []Twin {
	m := newMeter(all, known)
	longest := make([]int, len(all)) // of those that one is near to
	for i := range longest {
		longest[i] = i
	}
	twins := m.twins(slices.Clone(longest), leastNear, m.near)
	for _, t := range twins {
		root, other := rootOf(longest, t.A), rootOf(longest, t.B)
		if len(all[root].Ground)+len(all[root].Wish) < len(all[other].Ground)+len(all[other].Wish) {
			root, other = other, root
		}
		longest[other] = root
	}
	var alone []int
	for i := range all {
		if longest[i] == i {
			alone = append(alone, i)
		}
	}
	twins = append(twins, m.twins(alone, leastOwn, m.own)...)
	slices.SortFunc(twins, func(x, y Twin) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return twins
}

// rootOf follows up from i to the one that leads to itself.
func rootOf(up []int, i int) int {
	for up[i] != i {
		up[i] = up[up[i]]
		i = up[i]
	}
	return i
}

// near says whether one of two drafts was made from the other.
func (m *meter) near(a, b *draft) (Likeness, float64) {
	if a.plain == b.plain && a.plain != "" {
		return Identical, 1
	}
	both, _ := m.meet(a, b)
	whole := both / (min(a.sum, b.sum) + 1e-9)
	if whole < SameWhole || max(m.share(a.wish, b.whole), m.share(b.wish, a.whole)) < SameWish || elsewhere(a, b) {
		return "", 0
	}
	return Near, min(1, whole)
}

// own says whether two drafts that were written apart ask the same. Where much
// more is shared the background was copied, and what is asked is another thing.
func (m *meter) own(a, b *draft) (Likeness, float64) {
	both, dot := m.meet(a, b)
	angle := dot / (a.norm*b.norm + 1e-9)
	if angle < OwnAngle || both >= SameWhole*min(a.sum, b.sum) || min(m.share(a.wish, b.whole), m.share(b.wish, a.whole)) < OwnWish || elsewhere(a, b) {
		return "", 0
	}
	return OwnWords, min(1, angle)
}

// elsewhere reports whether two drafts ask something for different places: each
// is about one that the other does not name. In a text much looks like a name
// that is none, so that there they must not have any in common either.
func elsewhere(a, b *draft) bool {
	if !alone(a.about, b.names) || !alone(b.about, a.names) {
		return false
	}
	return a.entitled && b.entitled || !slices.ContainsFunc(a.about, func(n string) bool { return slices.Contains(b.about, n) })
}

// alone reports whether a has a name that is none of b's.
func alone(a, b []string) bool {
	return slices.ContainsFunc(a, func(n string) bool { return !slices.Contains(b, n) })
}
