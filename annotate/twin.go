package annotate

import "deputydesk/seeds/report"

// Knows tells f what an earlier edition reads, if it is at hand. Then a sentence
// of it that still stands where it stood is not taken for another one that was
// moved, reworded or given another number: the second 各位代表！ for the third,
// or a neighbour cast in the same mould.
func (f *Finder) Knows(old *Finder) { f.before[old.report.Edition] = old }

// withOld returns found unless another sentence of the old edition stands there;
// then the words have moved to a place that is new, or were taken out.
func (f *Finder) withOld(a Anchor, s *stretch, old *Finder, found Found) Found {
	if found.Status != Orphan && !f.stood(a, old, found) {
		return found
	}
	for _, at := range f.twins(s) {
		first, last := s.quoted[0], s.quoted[1]-1
		from, to := f.index.tokens[at+first-s.sentence[0]], f.index.tokens[at+last-s.sentence[0]]
		other := f.cut(from.from+s.quote[0]-s.tokens[first].from, to.to-(s.tokens[last].to-s.quote[1]))
		if other.Status, other.Score = Moved, 1; !f.stood(a, old, other) {
			return other
		}
	}
	return Found{Status: Orphan, Score: min(found.Score, leastScore/2)}
}

// stood says whether the sentence at found stood at the same place in the old
// edition, among the same neighbours, and is none that a marks.
func (f *Finder) stood(a Anchor, old *Finder, found Found) bool {
	p, ok := f.report.Paragraph(found.Paragraph)
	if !ok {
		return false
	}
	here := AnchorAt(f.report, p, found.Span)
	here.Paragraph = "" // only its neighbours count
	was := old.Locate(here)
	if was.Status != Attached {
		return false
	}
	start := a.Offset - max(0, a.inSentence())
	own := report.Span{Start: start, End: start + max(len(a.Sentence), len(a.Quote))}
	return was.Paragraph != a.Paragraph || !was.Span.Overlaps(own)
}

// twins are the tokens of the page at which the whole sentence stands word for
// word.
func (f *Finder) twins(s *stretch) []int {
	sentence := s.tokens[s.sentence[0]:s.sentence[1]]
	var all []int
	for i := 0; i+len(sentence) <= len(f.index.tokens); i++ {
		n := 0
		for n < len(sentence) && f.index.tokens[i+n].id == sentence[n].id {
			n++
		}
		if n == len(sentence) && n > 0 {
			all = append(all, i)
		}
	}
	return all
}
