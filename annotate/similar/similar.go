// Package similar finds texts about the same matter: last year's proposal, the
// other deputy's, one's own draft of yesterday.
//
// Two texts are compared by the pairs of neighbouring characters they share,
// without a dictionary: rare pairs count more than common ones, and those of the
// title more than those of the body. The law of the room: every hit says which
// words decided, so that a person can see at a glance whether it is nonsense.
//
// The room is pure and knows no proposal. A Corpus belongs to one goroutine.
package similar

import (
	"cmp"
	"math"
	"slices"
	"unicode"
)

// Threshold is the score from which two texts are taken to be about the same
// matter. TestPairs measures it: it lies where hardly any of the pairs of
// unrelated texts and nearly all of the related ones are on their sides of it.
const Threshold = 0.10

// titleWeight is how often a pair in a title counts; a title has twenty
// characters beside a thousand in the body, and names the matter.
const titleWeight = 4

// commonWeight is what is left of the weight of a pair that stands in every
// proposal, whatever it is about.
const commonWeight = 0.15

// A Text is what is compared.
type Text struct {
	ID    string // unique in a Corpus
	Title string
	Body  string
}

// A Hit is a text near to another one.
type Hit struct {
	ID    string
	Title string
	Score float64  // from Threshold to 1
	Words []string // what both say, the most telling first
}

// A Corpus holds texts to compare with. The zero Corpus is empty.
type Corpus struct {
	texts    []Text
	numbers  map[pair]int32 // of the pairs
	postings [][]posting    // by number
	norms    []float64      // of the texts; stale after Add
	stale    bool
}

// A pair is two neighbouring characters.
type pair uint64

// A posting says how much a pair counts in a text, its rarity aside.
type posting struct {
	text   int32
	weight float32
}

// New returns a Corpus of texts.
func New(texts []Text) *Corpus {
	c := new(Corpus)
	for _, t := range texts {
		c.Add(t)
	}
	return c
}

// Len is how many texts c holds.
func (c *Corpus) Len() int { return len(c.texts) }

// Add adds a text.
func (c *Corpus) Add(t Text) {
	if c.numbers == nil {
		c.numbers = map[pair]int32{}
	}
	at := int32(len(c.texts))
	c.texts = append(c.texts, t)
	for p, n := range pairs(t) {
		number, known := c.numbers[p]
		if !known {
			number = int32(len(c.postings))
			c.numbers[p] = number
			c.postings = append(c.postings, nil)
		}
		c.postings[number] = append(c.postings[number], posting{at, float32(damp(n))})
	}
	c.stale = true
}

// damp makes the tenth occurrence count less than the first.
func damp(n float64) float64 { return 1 + math.Log(n) }

// rarity is how much a pair says that stands in so many of the texts.
func (c *Corpus) rarity(p pair, texts int) float64 {
	r := math.Log(float64(len(c.texts)+background) / (float64(texts) + 0.5))
	if common[p] {
		r *= commonWeight
	}
	return r
}

// background is how many other texts are imagined beside those of a Corpus, so
// that a word is not taken for a common one because two of three drafts have it.
const background = 50

// weigh brings the norms up to date.
func (c *Corpus) weigh() {
	if !c.stale {
		return
	}
	c.norms = make([]float64, len(c.texts))
	for p, number := range c.numbers {
		all := c.postings[number]
		r := c.rarity(p, len(all))
		for _, one := range all {
			w := float64(one.weight) * r
			c.norms[one.text] += w * w
		}
	}
	for i := range c.norms {
		c.norms[i] = math.Sqrt(c.norms[i])
	}
	c.stale = false
}

// Near returns the texts about the same matter as t, the best first and no more
// than most. The text with t's own ID is left out.
func (c *Corpus) Near(t Text, most int) []Hit {
	scores := c.scores(t)
	var hits []Hit
	for i, s := range scores {
		if s >= Threshold && c.texts[i].ID != t.ID {
			hits = append(hits, Hit{ID: c.texts[i].ID, Title: c.texts[i].Title, Score: min(1, s)})
		}
	}
	slices.SortStableFunc(hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	hits = hits[:min(len(hits), most)]
	for i := range hits {
		at := slices.IndexFunc(c.texts, func(x Text) bool { return x.ID == hits[i].ID })
		hits[i].Words = c.shared(t, c.texts[at])
	}
	return hits
}

// scores compares t with every text: the cosine of the angle between the two.
func (c *Corpus) scores(t Text) []float64 {
	c.weigh()
	scores := make([]float64, len(c.texts))
	norm := 0.0
	for p, n := range pairs(t) {
		number, known := c.numbers[p]
		var all []posting
		if known {
			all = c.postings[number]
		}
		r := c.rarity(p, len(all))
		w := damp(n) * r
		norm += w * w
		for _, one := range all {
			scores[one.text] += w * float64(one.weight) * r
		}
	}
	norm = math.Sqrt(norm)
	for i := range scores {
		if scores[i] > 0 {
			scores[i] /= norm * c.norms[i]
		}
	}
	return scores
}

// pairs counts the pairs of a text.
func pairs(t Text) map[pair]float64 {
	all := make(map[pair]float64, len(t.Title)/3+len(t.Body)/3)
	each(matter(t.Title), func(p pair, _ int) { all[p] += titleWeight })
	each(t.Body, func(p pair, _ int) { all[p]++ })
	return all
}

// each calls f with every pair of a text and the byte at which it ends. Signs
// part words; a number is one character, whatever it is.
func each(text string, f func(p pair, end int)) {
	var last rune
	for i, r := range text {
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９':
			r = '#'
		case !unicode.IsLetter(r):
			last = 0
			continue
		}
		r = unicode.ToLower(r)
		if last != 0 && (last != '#' || r != '#') {
			f(pair(last)<<32|pair(r), i+len(string(r)))
		}
		last = r
	}
}
