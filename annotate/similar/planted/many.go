package planted

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
)

// What the made-up texts of Many are like: a vocabulary of which a few words
// stand everywhere and most hardly anywhere, as in a language, and a page of text.
const (
	vocabulary  = 12000
	characters  = 2500
	manyWords   = 400 // of one text, two characters each
	onePlanted  = 10  // one text in so many is a copy of an earlier one in other words
	wordsInRow  = 9   // of one sentence
	firstHan    = 0x4E00
	distinctive = 1.05 // exponent by which words get rarer
)

// Many makes n texts, one in ten of them an earlier one reordered and shortened.
// They say nothing; they are for measuring time, and that among thousands
// nothing is lost.
func Many(n int, seed uint64) []Text {
	random := rand.New(rand.NewPCG(seed, 9))
	words := make([]string, vocabulary)
	reach := make([]float64, vocabulary) // up to which number each word is drawn
	sum := 0.0
	for i := range words {
		words[i] = string([]rune{rune(firstHan + random.IntN(characters)), rune(firstHan + random.IntN(characters))})
		sum += math.Pow(float64(i+20), -distinctive)
		reach[i] = sum
	}
	draw := func() string {
		x := random.Float64() * sum
		low, high := 0, vocabulary-1
		for low < high {
			if mid := (low + high) / 2; reach[mid] < x {
				low = mid + 1
			} else {
				high = mid
			}
		}
		return words[low]
	}
	part := func(count int) string {
		var b strings.Builder
		for i := range count {
			b.WriteString(draw())
			switch {
			case i%wordsInRow == wordsInRow-1:
				b.WriteString("。")
			case i%3 == 2:
				b.WriteString("，")
			}
		}
		return b.String()
	}
	var all []Text
	for i := range n {
		if i > onePlanted && random.IntN(onePlanted) == 0 {
			first := all[random.IntN(i)]
			copied := reorder(shorten(first, random, 0.7), random)
			copied.Matter, copied.Kind = first.Matter, Mixed
			all = append(all, copied)
			continue
		}
		all = append(all, Text{Title: "关于" + draw() + draw() + draw() + "的建议", Situation: part(manyWords / 4), Analysis: part(manyWords / 4), Proposal: part(manyWords / 2),
			Matter: fmt.Sprint(i), Kind: Original})
	}
	return all
}
