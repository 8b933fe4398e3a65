package similar

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

// A draft is a Draft made ready for comparing. Pairs are known by their numbers.
type draft struct {
	whole, wish []int32  // in order, each once
	bold        []bool   // of whole: it stands in the title
	sum, norm   float64  // weight of whole, and its length as a vector
	plain       string   // letters and digits alone
	names       []string // of places, anywhere
	about       []string // those in the title; if there are none, those in what is asked
	entitled    bool     // about is of the title
}

// A meter knows how rare the pairs of a set of texts are.
type meter struct {
	all    []draft
	pairs  []pair    // by number
	weight []float64 // of the pairs
	usual  int       // a pair that more texts have finds no candidates by itself
}

func newMeter(all []Draft, known []string) *meter {
	m := &meter{all: make([]draft, len(all))}
	numbers := map[pair]int32{}
	number := func(texts ...string) []int32 {
		var ids []int32
		for _, t := range texts {
			each(t, func(p pair, _ int) {
				id, known := numbers[p]
				if !known {
					id = int32(len(m.pairs))
					numbers[p] = id
					m.pairs = append(m.pairs, p)
				}
				ids = append(ids, id)
			})
		}
		slices.Sort(ids)
		return slices.Compact(ids)
	}
	for i, d := range all {
		title, ground, wish := number(matter(d.Title)), number(d.Ground), number(d.Wish)
		x := draft{
			whole: slices.Concat(title, ground, wish),
			wish:  wish,
			plain: plain(d.Ground + d.Wish),
			names: places(matter(d.Title)+"。"+d.Ground+"。"+d.Wish, known),
			about: places(matter(d.Title), known),
		}
		slices.Sort(x.whole)
		x.whole = slices.Compact(x.whole)
		if d.Wish == "" {
			x.wish = ground
		}
		if x.entitled = len(x.about) > 0; !x.entitled {
			x.about = places(d.Wish, known)
		}
		x.bold = make([]bool, len(x.whole))
		for _, id := range title {
			at, _ := slices.BinarySearch(x.whole, id)
			x.bold[at] = true
		}
		m.all[i] = x
	}
	return m
}

// among weighs the pairs by how many of the drafts at only have them.
func (m *meter) among(only []int) {
	m.usual = max(mostUsual, len(only)/100)
	have := make([]int32, len(m.pairs))
	for _, i := range only {
		for _, id := range m.all[i].whole {
			have[id]++
		}
	}
	m.weight = make([]float64, len(m.pairs))
	for id, p := range m.pairs {
		w := math.Log(float64(len(only)+background) / (float64(have[id]) + 0.5))
		if common[p] {
			w *= commonWeight
		}
		m.weight[id] = max(0, w)
	}
	for _, i := range only {
		d := &m.all[i]
		d.sum, d.norm = 0, 0
		for at, id := range d.whole {
			w := m.weight[id]
			d.sum += w
			d.norm += w * w * d.boost(at) * d.boost(at)
		}
		d.norm = math.Sqrt(d.norm)
	}
}

// plain is text without white space and signs.
func plain(text string) string {
	runes := make([]rune, 0, len(text)/3)
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			runes = append(runes, unicode.ToLower(r))
		}
	}
	return string(runes)
}

// boost is how much more a pair counts because it stands in the title.
func (d *draft) boost(at int) float64 {
	if d.bold[at] {
		return titleWeight / 2
	}
	return 1
}

// meet is the weight of what two texts have both, and their product as vectors.
func (m *meter) meet(a, b *draft) (both, dot float64) {
	j := 0
	for i, id := range a.whole {
		for j < len(b.whole) && b.whole[j] < id {
			j++
		}
		if j == len(b.whole) {
			break
		}
		if b.whole[j] == id {
			w := m.weight[id]
			both += w
			dot += w * w * a.boost(i) * b.boost(j)
		}
	}
	return both, dot
}

// share is how much of a is in b, by weight.
func (m *meter) share(a, b []int32) float64 {
	all, both := 0.0, 0.0
	j := 0
	for _, id := range a {
		w := m.weight[id]
		all += w
		for j < len(b) && b[j] < id {
			j++
		}
		if j < len(b) && b[j] == id {
			both += w
		}
	}
	if all == 0 {
		return 0
	}
	return both / all
}

// Limits of the search for candidates. TestTwinsOfThousands measures what they
// cost, and that they lose nothing.
const (
	// mostUsual is how many texts may have a pair that leads from each of them to
	// all others; of a more usual one each text only sees the last lastSeen
	// before it, so that three hundred copies of one letter are still found, each
	// by its neighbours.
	mostUsual = 60
	lastSeen  = 3

	// mostCandidates is how many texts before one are compared with it.
	mostCandidates = 64

	// leastNear and leastOwn are the shares of a text that a candidate must have
	// by such pairs: a fifth of what a twin has, a third of what people share who
	// write of one thing.
	leastNear = 0.10
	leastOwn  = 0.03
)

// A candidate is a text that shares rare pairs with another.
type candidate struct {
	at     int32 // place in the set
	shared float32
}

// twins are the pairs among the drafts at only of which like says that they are.
// least is how much of the shorter one a candidate must have.
func (m *meter) twins(only []int, least float64, like func(a, b *draft) (Likeness, float64)) []Twin {
	m.among(only)
	before := make([][]int32, len(m.pairs)) // the texts up to now that have a pair
	shared := make([]float32, len(only))
	var touched []int32
	var near []candidate
	var twins []Twin
	for b, i := range only {
		d := &m.all[i]
		touched, near = touched[:0], near[:0]
		for _, id := range d.whole {
			w := float32(m.weight[id])
			have := before[id]
			if len(have) > m.usual {
				have = have[len(have)-lastSeen:]
			}
			for _, a := range have {
				if shared[a] == 0 {
					touched = append(touched, a)
				}
				shared[a] += w
			}
			before[id] = append(before[id], int32(b))
		}
		for _, a := range touched {
			if float64(shared[a]) >= least*min(d.sum, m.all[only[a]].sum) {
				near = append(near, candidate{a, shared[a]})
			}
			shared[a] = 0
		}
		slices.SortFunc(near, func(x, y candidate) int { return cmp.Or(cmp.Compare(y.shared, x.shared), cmp.Compare(x.at, y.at)) })
		for _, c := range near[:min(len(near), mostCandidates)] {
			a := only[c.at]
			if l, score := like(&m.all[a], d); l != "" {
				twins = append(twins, Twin{A: min(a, i), B: max(a, i), Like: l, Score: score})
			}
		}
	}
	return twins
}
