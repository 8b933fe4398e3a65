package trial

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// An Edit is something that an editor does to a report, and what Locate must
// then say of the words that were marked.
type Edit struct {
	Name string
	Want float64 // the least share of right answers

	suits func(b *book, m mark) bool // nil: any mark
	make  func(b *book, m mark, random *rand.Rand) (*report.Report, bool)
	right func(m mark, f annotate.Found) bool

	knows      bool // only who knows the old edition can tell
	throughout bool // one edition serves for all marks of a length
}

// Edits are all that are tried.
var Edits = []Edit{
	{Name: "words-deleted", Want: 0.99, suits: once, make: func(b *book, m mark, _ *rand.Rand) (*report.Report, bool) {
		return b.replaced(m.at, m.span, ""), true
	}, right: notHere},
	{Name: "sentence-deleted", Want: 0.99, suits: once, make: deleteSentence, right: notHere},
	// The words stand in other sentences too: none of them is the one.
	{Name: "sentence-deleted-words-elsewhere", Want: 0.99, suits: func(b *book, m mark) bool {
		return b.times(m) > strings.Count(annotate.Fold(m.Anchor.Sentence), annotate.Fold(m.Quote)) && b.copies(m) == 1
	}, make: deleteSentence, right: notHere},
	// The whole sentence stands elsewhere too. Only the old edition can tell
	// whether it was there before.
	{Name: "twin-deleted", Want: 0.99, suits: twin, make: deleteSentence, right: notHere, knows: true},
	{Name: "twin-moved", Want: 0.99, suits: twin, make: moveSentence, right: moved, knows: true},
	{Name: "sentence-moved", Want: 0.99, suits: single, make: moveSentence, right: moved},
	{Name: "digit-changed", Want: 1, suits: func(_ *book, m mark) bool { return strings.ContainsFunc(m.Quote, digit) }, make: changeDigit,
		right: func(m mark, f annotate.Found) bool {
			return f.Status == annotate.NumberChanged && f.Paragraph == m.para.ID
		}},
	{Name: "word-reworded", Want: 0.97, make: rewordQuote, right: func(m mark, f annotate.Found) bool {
		return (f.Status == annotate.Reworded || f.Status == annotate.Attached) && f.Paragraph == m.para.ID
	}},
	{Name: "sentence-reworded", Want: 0.97, make: rewordRest, right: here},
	{Name: "printed-otherwise", Want: 1, make: printOtherwise, right: here, throughout: true},
	{Name: "punctuation", Want: 1, make: punctuate, right: here, throughout: true},
	{Name: "paragraphs-broken", Want: 1, make: breakParagraphs, throughout: true, right: func(m mark, f annotate.Found) bool {
		return f.Status == annotate.Attached && sameWords(m, f)
	}},
	{Name: "unchanged", Want: 1, make: func(b *book, _ mark, _ *rand.Rand) (*report.Report, bool) {
		return b.another(func(_ int, text string) string { return text }), true
	}, throughout: true, right: func(m mark, f annotate.Found) bool { return here(m, f) && f.Span.Overlaps(m.span) }},
}

// once says whether the words stand in one place only.
func once(b *book, m mark) bool { return b.times(m) == 1 }

// copies is how often the mark's sentence stands in the text, also as a part of
// another one.
func (b *book) copies(m mark) int { return strings.Count(b.folded, annotate.Fold(m.Anchor.Sentence)) }

// twin says whether the mark's sentence stands elsewhere too, among other
// sentences: of a passage that is printed twice nobody can tell which is which.
func twin(b *book, m mark) bool {
	if b.copies(m) < 2 || len(report.Sentences(m.Anchor.Sentence)) > 1 {
		return false
	}
	const near = 6 // characters on either side of where a sentence begins or ends
	seam := func(left, right string) string {
		l, r := []rune(annotate.Fold(left)), []rune(annotate.Fold(right))
		return string(l[max(0, len(l)-near):]) + string(r[:min(near, len(r))])
	}
	a := m.Anchor
	return strings.Count(b.running, seam(a.Before, a.Sentence)) < 2 && strings.Count(b.running, seam(a.Sentence, a.After)) < 2
}

func single(b *book, m mark) bool { return b.copies(m) == 1 }

func moved(m mark, f annotate.Found) bool { return f.Status == annotate.Moved && sameWords(m, f) }

func notHere(_ mark, f annotate.Found) bool {
	return f.Status != annotate.Attached && f.Status != annotate.Moved
}

func here(m mark, f annotate.Found) bool {
	return f.Status == annotate.Attached && f.Paragraph == m.para.ID && sameWords(m, f)
}

func sameWords(m mark, f annotate.Found) bool { return annotate.Fold(f.Text) == annotate.Fold(m.Quote) }

func deleteSentence(b *book, m mark, _ *rand.Rand) (*report.Report, bool) {
	return b.replaced(m.at, m.sentence(), ""), true
}

// farAway is how many characters further on, or back where there is no on, a
// sentence is moved.
const farAway = 2000

func moveSentence(b *book, m mark, random *rand.Rand) (*report.Report, bool) {
	to := -1
	for _, step := range []int{1, -1} {
		for n, i := 0, m.at; to < 0 && i >= 0 && i < len(b.paragraphs); i += step {
			if n += utf8.RuneCountInString(b.paragraphs[i].Text); n > farAway && i != m.at {
				to = i
			}
		}
	}
	if to < 0 {
		return nil, false
	}
	cuts := b.paragraphs[to].Sentences()
	if len(cuts) == 0 {
		return nil, false
	}
	cut := cuts[random.IntN(len(cuts))].End
	from := m.sentence()
	return b.another(func(n int, text string) string {
		switch n {
		case m.at:
			return text[:from.Start] + text[from.End:]
		case to:
			return text[:cut] + m.Anchor.Sentence + text[cut:]
		}
		return text
	}), true
}

// digit takes those of full width too.
func digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

func changeDigit(b *book, m mark, random *rand.Rand) (*report.Report, bool) {
	runes := []rune(m.Quote)
	var at []int
	for i, r := range runes {
		if digit(r) {
			at = append(at, i)
		}
	}
	i := at[random.IntN(len(at))]
	zero := '0'
	if runes[i] >= '０' {
		zero = '０'
	}
	runes[i] = zero + (runes[i]-zero+1+random.Int32N(9))%10
	return b.replaced(m.at, m.span, string(runes)), true
}

// others are words that a rewriting may put in.
var others = []string{"着力", "稳妥", "用心", "逐步", "周密", "同步", "妥善", "尽快"}

// reword puts another word in the place of two characters of text, at an index
// that may lies between; -1 if there are no two.
func reword(text string, random *rand.Rand, may func(at int) bool) (string, bool) {
	runes := []rune(text)
	var at []int
	for i, start := 0, 0; i+1 < len(runes); i++ {
		if unicode.Is(unicode.Han, runes[i]) && unicode.Is(unicode.Han, runes[i+1]) && may(start) {
			at = append(at, i)
		}
		start += utf8.RuneLen(runes[i])
	}
	if len(at) == 0 {
		return "", false
	}
	i := at[random.IntN(len(at))]
	with := others[random.IntN(len(others))]
	if string(runes[i:i+2]) == with {
		return "", false
	}
	return string(runes[:i]) + with + string(runes[i+2:]), true
}

func rewordQuote(b *book, m mark, random *rand.Rand) (*report.Report, bool) {
	quote, ok := reword(m.Quote, random, func(int) bool { return true })
	return b.replaced(m.at, m.span, quote), ok
}

// rewordRest changes a word of the sentence that was not marked.
func rewordRest(b *book, m mark, random *rand.Rand) (*report.Report, bool) {
	s := m.sentence()
	text, ok := reword(s.Of(m.para.Text), random, func(at int) bool {
		const two = len("一二")
		return s.Start+at+two <= m.span.Start || s.Start+at >= m.span.End
	})
	return b.replaced(m.at, s, text), ok
}

// otherPrint is how another printer sets signs.
var otherPrint = strings.NewReplacer("，", ",", "。", "．", "、", "，", "“", "\"", "”", "\"", "（", "(", "(", "（", ")", "）", "；", ";", "—", "-",
	"%", "％", "0", "０", "1", "１", "2", "２", "3", "３", "8", "８", "A", "Ａ", "P", "Ｐ")

func printOtherwise(b *book, _ mark, random *rand.Rand) (*report.Report, bool) {
	return b.another(func(_ int, text string) string {
		var out strings.Builder
		for i, r := range []rune(otherPrint.Replace(text)) {
			if i > 0 && random.IntN(20) == 0 {
				out.WriteString([]string{" ", "\n", "　", "\u200B"}[random.IntN(4)])
			}
			out.WriteRune(r)
		}
		return out.String()
	}), true
}

// punctuate puts signs in and takes signs out, but not between digits, where
// they part two numbers.
func punctuate(b *book, _ mark, random *rand.Rand) (*report.Report, bool) {
	return b.another(func(_ int, text string) string {
		var out strings.Builder
		runes := []rune(text)
		for i, r := range runes {
			before, after := i > 0 && figure(runes[i-1]), i+1 < len(runes) && figure(runes[i+1])
			if strings.ContainsRune("，、；：“”《》（）", r) && !before && !after && random.IntN(3) == 0 {
				continue
			}
			out.WriteRune(r)
			if !figure(r) && !after && random.IntN(15) == 0 {
				out.WriteString([]string{"，", "、", "“", "”", "——", "·"}[random.IntN(6)])
			}
		}
		return out.String()
	}), true
}

// figure says whether a sign next to r could change a number.
func figure(r rune) bool {
	return digit(r) || unicode.IsSpace(r) || strings.ContainsRune(".．%％‰-—～至", r)
}

// breakParagraphs breaks every paragraph at some of its sentences and numbers
// them anew.
func breakParagraphs(b *book, _ mark, random *rand.Rand) (*report.Report, bool) {
	now := b.another(func(_ int, text string) string { return text })
	for i := range now.Sections {
		s := &now.Sections[i]
		var all []report.Paragraph
		for _, p := range s.Paragraphs {
			start := 0
			for _, span := range p.Sentences() {
				if span.End == len(p.Text) || random.IntN(3) == 0 {
					q := p
					q.Text, start = p.Text[start:span.End], span.End
					all = append(all, q)
				}
			}
			if start < len(p.Text) {
				p.Text = p.Text[start:]
				all = append(all, p)
			}
		}
		for n := range all {
			id := string(all[n].ID)
			all[n].ID = report.ParagraphID(fmt.Sprintf("%s/%d", id[:strings.LastIndexByte(id, '/')], n+1))
		}
		s.Paragraphs = slices.Clip(all)
	}
	return now, true
}
