package intake

import (
	"strings"
	"unicode"
)

// What a text says often it says in fixed words. Where such words stand once
// with a character missing inside, and the two characters that meet at the gap
// meet nowhere else, the place is doubtful.

// repeatLeast and repeatMost are how many characters such words have; shorter
// ones are other words too often, and what is longer has shorter ones in it.
// repeatTimes is how often they stand whole.
const repeatLeast, repeatMost, repeatTimes = 5, 8, 4

// slight are characters that are left out for good reasons: 发展改革 for
// 发展和改革.
const slight = "的和与及等了在将把为对从以是要等也都并、大小新省市县区级"

// brokenRepeats finds what the text itself says whole elsewhere.
func brokenRepeats(p *proof) []Doubt {
	times := map[string]int{}
	for _, each := range p.paragraphs {
		hanRuns(each.Text, func(run []rune, _ int) {
			for i := range run {
				for n := repeatLeast - 1; n <= repeatMost && i+n <= len(run); n++ {
					times[string(run[i:i+n])]++
				}
			}
		})
	}
	lacking := map[string]string{} // what is left → the whole
	for w, n := range times {
		r := []rune(w)
		if n < repeatTimes || len(r) < repeatLeast {
			continue
		}
		for k := 2; k < len(r)-2; k++ {
			rest := string(r[:k]) + string(r[k+1:])
			if times[rest] == 1 && p.pairs[string([]rune{r[k-1], r[k+1]})] == 1 && !strings.ContainsRune(slight, r[k]) && len(w) > len(lacking[rest]) {
				lacking[rest] = w
			}
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	var all []Doubt
	for _, each := range p.paragraphs {
		hanRuns(each.Text, func(run []rune, at int) {
			for i := range run {
				for n := repeatMost; n >= repeatLeast-1; n-- {
					if i+n > len(run) {
						continue
					}
					part := string(run[i : i+n])
					if whole := lacking[part]; whole != "" {
						start := at + len(string(run[:i]))
						all = append(all, doubt(each, start, start+len(part), Omitted, whole))
						return
					}
				}
			}
		})
	}
	return all
}

// hanRuns calls f for every run of Chinese characters in text that starts at byte
// at.
func hanRuns(text string, f func(run []rune, at int)) {
	var run []rune
	start := 0
	for i, r := range text {
		if unicode.Is(unicode.Han, r) {
			if len(run) == 0 {
				start = i
			}
			run = append(run, r)
			continue
		}
		if len(run) > 0 {
			f(run, start)
			run = run[:0]
		}
	}
	if len(run) > 0 {
		f(run, start)
	}
}
