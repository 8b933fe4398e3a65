package annotate

import (
	"sort"
	"strings"

	"deputydesk/seeds/report"
)

// Status says what became of an anchor's words.
type Status string

// The states of an anchor, from the best to the worst.
const (
	Attached      Status = "attached"       // the words stand where they stood
	Moved         Status = "moved"          // the words stand elsewhere: ask
	NumberChanged Status = "number-changed" // the words stand there with another number: alarm
	Reworded      Status = "reworded"       // the sentence is there, the words are not: ask
	Orphan        Status = "orphan"         // 待重新定位: kept until a person finds the place
)

// Found is where an anchor's words are now.
type Found struct {
	Status    Status             `json:"status"`
	Score     float64            `json:"score"` // 0 to 1: how much of the sentence and its surroundings is there
	Paragraph report.ParagraphID `json:"paragraph,omitempty"`
	Span      report.Span        `json:"-"`               // of Text in the paragraph; empty if it stands in the heading above it
	Text      string             `json:"found,omitempty"` // the quote, or for NumberChanged the quote's place, or for Reworded the sentence, as it now reads
}

// leastScore is how much must be there for a place not to be an orphan. On the
// bundled report with quotes of 4 to 64 characters, 0.60 lets 2 % of deleted
// sentences come back as another one, 0.65 none (TestDeletedWords).
const leastScore = 0.65

// tries is how many places are looked at closely. With 5 the right one of
// several sentences cast in one mould was sometimes left out; a place costs a
// tenth of a millisecond.
const tries = 8

// Locate looks for a's words in r, which may be another edition than the one
// they were marked in. The quote is the truth: for Attached and Moved it stands
// there, white space, width and punctuation aside. A place that merely sounds
// alike is never taken: then it is Reworded if the sentence can be recognised,
// else an Orphan.
func (a Anchor) Locate(r *report.Report) Found { return NewFinder(r).Locate(a) }

// A Finder locates many anchors in one report.
type Finder struct {
	report     *report.Report
	paragraphs []report.Paragraph // see linesOf
	heads      map[int]bool
	sections   map[string]bool // by sectionOf their paragraphs
	index      *pageIndex
	before     map[report.Edition]*Finder // see Knows
}

// NewFinder makes r ready for Locate.
func NewFinder(r *report.Report) *Finder {
	paragraphs, heads := linesOf(r)
	f := &Finder{r, paragraphs, heads, map[string]bool{}, indexPage(pageOf(paragraphs)), map[report.Edition]*Finder{}}
	for _, p := range paragraphs {
		f.sections[sectionOf(p.ID)] = true
	}
	return f
}

// Locate looks for a's words; see Anchor.Locate.
func (f *Finder) Locate(a Anchor) Found {
	s := a.surroundings()
	if s.quote[0] == s.quote[1] {
		return Found{Status: Orphan}
	}
	var best place
	for _, start := range append(f.hint(a, &s), f.index.candidates(s.tokens, tries)...) {
		p := f.look(a, &s, start)
		if p.better(best) {
			best = p
		}
	}
	found := f.judge(a, &s, best)
	if old := f.before[a.Edition]; old != nil && found.Status != Attached {
		return f.withOld(a, &s, old, found)
	}
	return found
}

// hint is the place that the anchor itself names, if there still is such a
// paragraph.
func (f *Finder) hint(a Anchor, s *stretch) []int {
	for i, para := range f.paragraphs {
		if within(para.ID) != within(a.Paragraph) || f.heads[i] {
			continue
		}
		cells := f.index.cells
		at := sort.Search(len(cells), func(j int) bool {
			return cells[j].para > i || cells[j].para == i && cells[j].start >= a.Offset
		})
		token, _ := f.index.tokensOf(at, at)
		return []int{token - s.quoted[0]}
	}
	return nil
}

// judge says what became of the words, given the best place for them.
func (f *Finder) judge(a Anchor, s *stretch, p place) Found {
	score := p.score
	if p.exact && s.quoted[1]-s.quoted[0] >= longQuote {
		score = max(score, leastScore)
	}
	if score < leastScore {
		return Found{Status: Orphan, Score: p.score}
	}
	tokens := f.index.tokens
	if p.exact && (p.home || p.whole >= moveable && !p.figures || s.quoted[1]-s.quoted[0] >= longQuote) {
		i, j := s.quoted[0], s.quoted[1]-1
		from := tokens[p.base+p.pair[i]].from + s.quote[0] - s.tokens[i].from
		to := tokens[p.base+p.pair[j]].to - (s.tokens[j].to - s.quote[1])
		found := f.cut(from, to)
		found.Score = score
		found.Status = Moved
		if p.home {
			found.Status = Attached
		}
		return found
	}
	if from, to, ok := p.numberChanged(s, tokens[p.base:]); ok {
		found := f.cut(tokens[p.base+from].from, tokens[p.base+to-1].to)
		found.Status, found.Score = NumberChanged, score
		return found
	}
	at := p.first(s.sentence)
	if at < 0 {
		return Found{Status: Orphan, Score: p.score}
	}
	if q := p.first(s.quoted); q >= 0 {
		at = q
	}
	c := f.index.cells[tokens[p.base+at].from]
	para := f.paragraphs[c.para]
	if f.heads[c.para] {
		return Found{Status: Reworded, Score: score, Paragraph: para.ID, Text: para.Text}
	}
	span, _ := report.SentenceAt(para.Text, c.start)
	return Found{Status: Reworded, Score: score, Paragraph: para.ID, Span: span, Text: span.Of(para.Text)}
}

// moveable is how much of a sentence must be there, with the same numbers, for
// it to be the one that was moved and not one of the same mould: 推进产业结构优化升级
// is not 推动产业结构优化升级. With 0.90 such twins passed for one another in the
// reports of two years.
const moveable = 0.95

// longQuote is how many tokens of a quote prove themselves, even if the rest of
// the sentence was written anew: no phrase of that length stands twice in the
// bundled report except formulas that name it in full.
const longQuote = 28

// stayed says whether the words stand where they stood: among their old
// neighbours, or with the sentence intact beside those of one side, or else in
// their old paragraph with the sentence intact.
//
// An anchor without neighbours has moved if its words stand in another section
// although the old one is still there; paragraphs are numbered anew whenever one
// is divided, so their ids say nothing.
func (f *Finder) stayed(a Anchor, p place, now report.Paragraph) bool {
	if p.outside >= leastAround {
		return p.around >= neighbours || p.beside >= intact && p.sentence >= intact || within(now.ID) == within(a.Paragraph) && p.sentence >= intact && !p.figures
	}
	old := sectionOf(a.Paragraph)
	return old == sectionOf(now.ID) || !f.sections[old]
}

// within returns the part of a paragraph's id that names it within its report:
// an edition read from a file may go by another name.
func within(id report.ParagraphID) string {
	_, name, _ := strings.Cut(string(id), "/")
	return name
}

// sectionOf returns the part of a paragraph's id that names its section.
func sectionOf(id report.ParagraphID) string {
	name := within(id)
	return name[:max(0, strings.LastIndexByte(name, '/'))]
}

// How much of the neighbours must be there for words to have stayed among them,
// and how much of a sentence for it to stand alone in its old paragraph.
const (
	neighbours = 0.6
	intact     = 0.9
)

// numberChanged says whether the quote stands there with another number, and
// between which new tokens. Some of its other words must be there, or what
// stands next to it: a number alone is not the same statement.
func (p *place) numberChanged(s *stretch, text []token) (from, to int, changed bool) {
	from, to = -1, -1
	kept, words := 0, 0
	for i := s.quoted[0]; i < s.quoted[1]; i++ {
		j := p.pair[i]
		if !s.tokens[i].number {
			words++
		}
		if j < 0 {
			continue
		}
		if from < 0 {
			from = j
		}
		to = j + 1
		switch {
		case text[j].id != s.tokens[i].id:
			changed = changed || likeness(s.tokens[i], text[j]) == gainNumber
		case !s.tokens[i].number:
			kept++
		}
	}
	if !changed {
		return 0, 0, false
	}
	if 2*kept < words || words == 0 {
		left := s.quoted[0] > 0 && p.pair[s.quoted[0]-1] == from-1 && from > 0
		right := s.quoted[1] < len(p.pair) && p.pair[s.quoted[1]] == to
		if !left && !right {
			return 0, 0, false
		}
	}
	return from, to, true
}

// cut returns the text of the cells from…to. Words that run over the end of a
// paragraph are given whole, and their span as far as the first one goes.
func (f *Finder) cut(from, to int) Found {
	first, last := f.index.cells[from], f.index.cells[to-1]
	para := f.paragraphs[first.para]
	if first.para == last.para {
		span := report.Span{Start: first.start, End: last.end}
		if f.heads[first.para] {
			return Found{Paragraph: para.ID, Text: span.Of(para.Text)}
		}
		return Found{Paragraph: para.ID, Span: span, Text: span.Of(para.Text)}
	}
	span := report.Span{Start: first.start, End: len(para.Text)}
	text := span.Of(para.Text)
	for i := first.para + 1; i < last.para; i++ {
		text += "\n" + f.paragraphs[i].Text
	}
	text += "\n" + f.paragraphs[last.para].Text[:last.end]
	if f.heads[first.para] {
		span = report.Span{}
	}
	return Found{Paragraph: para.ID, Span: span, Text: text}
}
