package staff

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/export"
)

// A Passage is one paragraph of a text beside another text.
type Passage struct {
	Part   string // which part of the sheet it is of: "title", "situation", "analysis", "proposal", "amends"
	Pieces []Piece
}

// A Piece is some of a passage; what is marked stands in this text alone or, if
// the Legend is OfBoth, in both.
type Piece struct {
	Text   string
	Marked bool
}

// A Legend says what is marked in two texts side by side.
type Legend string

// The legends.
const (
	OfOne  Legend = "one"  // what the other text has not got
	OfBoth Legend = "both" // what both have: they are written apart
	OfNone Legend = "none" // nothing: they are the same
)

// mostMarked is the share of two texts from which not the differences are marked
// but what they have in common: a page that is all marked shows nothing.
const mostMarked = 0.6

// Beside shows two texts side by side: each whole, with what the other has not got
// marked. Sentences are looked for wherever they stand in the other text, so that
// another order is no difference. Of texts that have little in common it is
// that which is marked.
func Beside(a, b annotate.Proposal) (left, right []Passage, legend Legend) {
	x, y := sentencesOf(a), sentencesOf(b)
	left, right = beside(a, x, y), beside(b, y, x)
	switch share := marked(left, right); {
	case share == 0:
		return left, right, OfNone
	case share < mostMarked:
		return left, right, OfOne
	}
	return common(a, b), common(b, a), OfBoth
}

// marked is the share of passages that is marked, by bytes.
func marked(sides ...[]Passage) float64 {
	all, some := 0, 0
	for _, side := range sides {
		for _, p := range side {
			for _, piece := range p.Pieces {
				all += len(piece.Text)
				if piece.Marked {
					some += len(piece.Text)
				}
			}
		}
	}
	return float64(some) / float64(max(1, all))
}

// leastCommon is how many characters in a row both texts must have for them to
// be marked: two are in any two texts.
const leastCommon = 3

// everyTitle is what every title has.
var everyTitle = []string{"的建议", "的议案", "的批评", "的意见"}

// common marks in the text of p what the other says as well.
func common(p, other annotate.Proposal) []Passage {
	var there []string
	for _, part := range partsOf(other) {
		there = append(there, part.text)
	}
	text := strings.Join(there, "\n")
	var all []Passage
	for _, part := range partsOf(p) {
		for paragraph := range strings.SplitSeq(part.text, "\n") {
			runes := []rune(strings.TrimSpace(paragraph))
			var pieces []Piece
			plain := 0 // where the piece begins that is not marked
			for i := 0; i < len(runes); {
				n := 0
				for i+n < len(runes) && !strings.ContainsRune(signs, runes[i+n]) && strings.Contains(text, string(runes[i:i+n+1])) {
					n++
				}
				if n < leastCommon || slices.Contains(everyTitle, string(runes[i:i+n])) {
					i++
					continue
				}
				if plain < i {
					pieces = append(pieces, Piece{string(runes[plain:i]), false})
				}
				pieces = append(pieces, Piece{string(runes[i : i+n]), true})
				i += n
				plain = i
			}
			if plain < len(runes) {
				pieces = append(pieces, Piece{string(runes[plain:]), false})
			}
			if len(pieces) > 0 {
				all = append(all, Passage{part.name, pieces})
			}
		}
	}
	return all
}

// leastAlike is how much of a sentence another one must have to be shown with the
// difference marked letter by letter, and not as one that the other text lacks.
const leastAlike = 0.45

// beside marks in the text of p, whose sentences are mine, what theirs has not.
func beside(p annotate.Proposal, mine, theirs []sentence) []Passage {
	var all []Passage
	for _, part := range partsOf(p) {
		var pieces []Piece
		put := func(text string, only bool) {
			if n := len(pieces); n > 0 && pieces[n-1].Marked == only {
				pieces[n-1].Text += text
				return
			}
			if text != "" {
				pieces = append(pieces, Piece{text, only})
			}
		}
		flush := func() {
			if len(pieces) > 0 {
				all = append(all, Passage{part.name, pieces})
			}
			pieces = nil
		}
		for paragraph := range strings.SplitSeq(part.text, "\n") {
			for _, text := range cutSentences(strings.TrimSpace(paragraph)) {
				s := newSentence(part.name, text)
				best, score := sentence{}, 0.0
				for _, t := range theirs {
					if (t.part == "title") != (s.part == "title") {
						continue
					}
					if n := s.alike(t); n > score {
						best, score = t, n
					}
				}
				if score < leastAlike {
					put(text, true)
					continue
				}
				for _, span := range export.Diff(text, best.text) {
					if span.Mark != export.Under {
						put(span.Text, span.Mark == export.Struck && strings.Trim(span.Text, signs) != "")
					}
				}
			}
			flush()
		}
	}
	return all
}

// signs are what is not marked when it alone differs.
const signs = "，。、；：？！,.;:?! 　“”‘’（）()《》"

// A sentence is one of a text, made ready to be looked for.
type sentence struct {
	part, text string
	pairs      map[[2]rune]bool
}

func newSentence(part, text string) sentence {
	s := sentence{part: part, text: text, pairs: map[[2]rune]bool{}}
	var last rune
	for _, r := range annotate.Fold(text) {
		if last != 0 {
			s.pairs[[2]rune{last, r}] = true
		}
		last = r
	}
	return s
}

// alike is the share of pairs of characters that two sentences have both.
func (s sentence) alike(t sentence) float64 {
	if len(s.pairs) == 0 || len(t.pairs) == 0 {
		if annotate.Fold(s.text) == annotate.Fold(t.text) {
			return 1
		}
		return 0
	}
	both := 0
	for p := range s.pairs {
		if t.pairs[p] {
			both++
		}
	}
	return 2 * float64(both) / float64(len(s.pairs)+len(t.pairs))
}

type part struct{ name, text string }

// partsOf are the parts of a text in the order of the paper.
func partsOf(p annotate.Proposal) []part {
	all := []part{{"title", p.Title}, {"situation", p.Body.Situation}, {"analysis", p.Body.Analysis}, {"proposal", p.Body.Proposal}}
	for _, a := range p.Amends {
		all = append(all, part{"amends", strings.TrimSpace(a.Anchor.Quote + "\n" + string(a.Op) + "：" + a.To + "\n" + a.Reason)})
	}
	return all
}

func sentencesOf(p annotate.Proposal) []sentence {
	var all []sentence
	for _, part := range partsOf(p) {
		for paragraph := range strings.SplitSeq(part.text, "\n") {
			for _, text := range cutSentences(strings.TrimSpace(paragraph)) {
				all = append(all, newSentence(part.name, text))
			}
		}
	}
	return all
}

// cutSentences cuts a paragraph behind the signs that end a sentence.
func cutSentences(text string) []string {
	var all []string
	start := 0
	for i, r := range text {
		if strings.ContainsRune("。；！？", r) {
			end := i + len(string(r))
			all = append(all, text[start:end])
			start = end
		}
	}
	if rest := text[start:]; strings.TrimSpace(rest) != "" {
		all = append(all, rest)
	}
	return all
}

// mostPassages is how many differing passages are told in a line of text.
const mostPassages = 3

// OnlyHere are the first pieces of two or more letters that passages mark.
func OnlyHere(passages []Passage) []string {
	var all []string
	for _, p := range passages {
		for _, piece := range p.Pieces {
			text := strings.Trim(piece.Text, signs)
			if piece.Marked && len([]rune(text)) > 1 && len(all) < mostPassages {
				all = append(all, text)
			}
		}
	}
	return all
}
