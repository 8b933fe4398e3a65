package search

import (
	"fmt"
	"math/rand"
	"strings"
)

// invented returns n paragraphs of about 200 characters, put together from
// sentences like those of reports with other numbers and names; always the
// same for the same n.
func invented(n int) []Doc {
	random := rand.New(rand.NewSource(2024))
	var sentences []string
	for _, d := range seedLike() {
		sentences = append(sentences, d.Text)
	}
	places := []string{"东湖", "西城", "南岭", "北桥", "中兴", "长风", "安和", "永泰", "青山", "白云"}
	docs := make([]Doc, n)
	for i := range docs {
		var b strings.Builder
		for range 6 {
			s := sentences[random.Intn(len(sentences))]
			b.WriteString(places[random.Intn(len(places))] + places[random.Intn(len(places))] + "区")
			for _, r := range s {
				if '1' <= r && r <= '9' {
					r = '1' + rune(random.Intn(9))
				}
				b.WriteRune(r)
			}
		}
		docs[i] = Doc{Kind: Reports, ID: fmt.Sprint(i), Report: fmt.Sprint("r", i/200), Section: "三/(一)", Heading: "三、重点工作 (一) 产业", Text: b.String(), Year: 2000 + i/400, Order: i}
	}
	return docs
}
