package annotate

// A place is where an anchor's surroundings may stand now.
type place struct {
	alignment
	base     int     // token of the page at which the alignment counts from 0
	sentence float64 // how much of the sentence is there
	whole    float64 // the same, and what was put into it counts against it
	around   float64 // how much of what stood around the sentence is there
	outside  int     // tokens of that
	beside   float64 // the same of the side of it of which more is there
	exact    bool    // the quote is there, letter by letter
	figures  bool    // a number in the sentence is another one
	home     bool    // where it was; see stayed
	distance int     // from its old offset, in bytes
	score    float64 // how sure one can be that it is this sentence
	rank     float64 // for comparing places
}

// better says whether the words are likelier to stand at p than at q. Here the
// surroundings always count: two sentences of a report may be equal, and a
// sentence whose number has changed must not be taken for its twin elsewhere.
func (p place) better(q place) bool {
	if p.rank != q.rank {
		return p.rank > q.rank
	}
	if p.exact != q.exact {
		return p.exact
	}
	if p.home != q.home {
		return p.home
	}
	return p.home && p.distance < q.distance
}

// look aligns an anchor's surroundings with the text near token start.
func (f *Finder) look(a Anchor, s *stretch, start int) place {
	from := max(0, start-drift)
	to := min(len(f.index.tokens), start+len(s.tokens)+3*drift)
	if from >= to {
		return place{}
	}
	p := place{alignment: align(s.tokens, f.index.tokens[from:to]), base: from}
	p.measure(s, f.index.tokens[from:to])
	p.exact = p.hasQuote(s, f.index.tokens[from:to])
	at := p.first(s.quoted)
	if at < 0 {
		at = p.first(s.sentence)
	}
	if at >= 0 {
		c := f.index.cells[f.index.tokens[from+at].from]
		p.distance = abs(c.start - a.Offset)
		p.home = f.stayed(a, p, f.paragraphs[c.para])
	}
	if !p.home && a.Paragraph != "" && p.figures && s.sentence[1]-s.sentence[0] < ownSentence {
		p.score *= leastScore
		p.rank *= leastScore
	}
	return p
}

// ownSentence is how many tokens a sentence must have for it to be recognised
// elsewhere with another number. Shorter ones are moulds into which a report
// casts one figure after another: 力争年底产业链规模达到30亿元, and 60, and 400.
const ownSentence = 24

// measure says how much of the sentence, and of what stood around it, is there.
//
// A sentence counts as there by the share of its tokens that stand in order in
// about as much text. A short sentence with one word replaced has lost half of
// itself; then its neighbours on both sides speak for it.
func (p *place) measure(s *stretch, text []token) {
	same, low, high := 0.0, -1, -1
	around := 0.0
	var sides, lengths [2]float64 // before and after the sentence
	for i, j := range p.pair {
		inside := i >= s.sentence[0] && i < s.sentence[1]
		at := 0
		if i >= s.sentence[1] {
			at = 1
		}
		if !inside {
			p.outside++
			lengths[at]++
		}
		if j < 0 {
			continue
		}
		worth := 0.0
		switch {
		case text[j].id == s.tokens[i].id:
			worth = 1
		case inside && likeness(s.tokens[i], text[j]) == gainNumber:
			worth = numberWorth
			p.figures = true
		}
		if !inside {
			around += worth
			sides[at] += worth
			continue
		}
		same += worth
		if low < 0 {
			low = j
		}
		high = j
	}
	if n := s.sentence[1] - s.sentence[0]; n > 0 && low >= 0 {
		p.sentence = same / max(float64(n), loose*float64(high-low+1))
		p.whole = same / float64(max(n, high-low+1))
	}
	if p.outside > 0 {
		p.around = around / float64(p.outside)
	}
	for at, n := range lengths {
		if n >= leastAround && low >= 0 && p.adjoins(s, at, low, high) {
			p.beside = max(p.beside, sides[at]/n)
		}
	}
	p.score, p.rank = p.sentence, p.sentence
	if p.outside >= leastAround {
		p.rank = sentenceWeight*p.sentence + (1-sentenceWeight)*p.around
		p.score = max(p.score, p.rank)
	}
}

// adjoins says whether what stood right before the sentence, or with side 1 right
// after it, stands right there still; the sentence is paired with the new tokens
// low to high.
func (p *place) adjoins(s *stretch, side, low, high int) bool {
	if side == 0 {
		return p.pair[s.sentence[0]-1] == low-1 && low > 0
	}
	return p.pair[s.sentence[1]] == high+1
}

// Weights of measure. A changed number keeps most of its worth: it is the same
// sentence. A sentence may grow to 1/loose of its length before that counts
// against it. Below leastAround tokens the surroundings say nothing.
const (
	numberWorth    = 0.7
	loose          = 0.6
	leastAround    = 8
	sentenceWeight = 0.6
)

// first returns the first new token that is paired with one of the range of
// old ones, or -1.
func (p *place) first(old [2]int) int {
	for _, j := range p.pair[old[0]:old[1]] {
		if j >= 0 {
			return j
		}
	}
	return -1
}

// hasQuote says whether the quote's tokens stand there all, equal and with
// nothing between them.
func (p *place) hasQuote(s *stretch, text []token) bool {
	last := -1
	for i := s.quoted[0]; i < s.quoted[1]; i++ {
		j := p.pair[i]
		if j < 0 || text[j].id != s.tokens[i].id || last >= 0 && j != last+1 {
			return false
		}
		last = j
	}
	return last >= 0
}
