package annotate

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"deputydesk/seeds"
	"deputydesk/seeds/report"
)

// edition is a report whose paragraphs can be rewritten.
type edition struct{ *report.Report }

// copied returns a copy of r that may be changed.
func copied(r *report.Report) edition {
	c := *r
	c.Edition = "another"
	c.Sections = nil
	for _, s := range r.Sections {
		s.Paragraphs = append([]report.Paragraph(nil), s.Paragraphs...)
		c.Sections = append(c.Sections, s)
	}
	return edition{&c}
}

// rewrite changes the text of every paragraph.
func (e edition) rewrite(change func(p report.Paragraph) string) edition {
	for i := range e.Sections {
		for j := range e.Sections[i].Paragraphs {
			p := &e.Sections[i].Paragraphs[j]
			p.Text = change(*p)
		}
	}
	return e
}

// replace puts text in the place of span in one paragraph.
func (e edition) replace(id report.ParagraphID, span report.Span, text string) edition {
	return e.rewrite(func(p report.Paragraph) string {
		if p.ID != id {
			return p.Text
		}
		return p.Text[:span.Start] + text + p.Text[span.End:]
	})
}

// A mark is some words that a reader might have marked.
type mark struct {
	para report.Paragraph
	span report.Span
	Anchor
}

// marks returns n random marks of the given length in runes that suit.
func marks(r *report.Report, random *rand.Rand, n, length int, suits func(quote string) bool) []mark {
	var all []mark
	paragraphs := r.Paragraphs()
	for tries := 0; len(all) < n && tries < 200*n; tries++ {
		p := paragraphs[random.IntN(len(paragraphs))]
		runes := []rune(p.Text)
		if len(runes) < length {
			continue
		}
		at := random.IntN(len(runes) - length + 1)
		start := len(string(runes[:at]))
		span := report.Span{Start: start, End: start + len(string(runes[at:at+length]))}
		if suits == nil || suits(span.Of(p.Text)) {
			all = append(all, mark{p, span, AnchorAt(r, p, span)})
		}
	}
	return all
}

// lengths of quotes in runes.
var lengths = []int{4, 5, 6, 8, 12, 16, 24, 32, 48, 64}

// measure locates marks of every length in an edited report and fails if good
// says yes to fewer than the share want of them. edit may refuse a mark.
func measure(t *testing.T, want float64, suits func(string) bool, edit func(r *report.Report, m mark, random *rand.Rand) (edition, bool), good func(m mark, f Found) bool) {
	t.Helper()
	random := rand.New(rand.NewPCG(2024, 1))
	shown := 0
	yes, all := map[int]int{}, map[int]int{}
	const every = 0 // key of the sum over all lengths
	for _, length := range lengths {
		for _, r := range seeds.Bundled() {
			for _, m := range marks(r, random, rounds, length, suits) {
				e, ok := edit(r, m, random)
				if !ok {
					continue
				}
				f := m.Locate(e.Report)
				all[length]++
				all[every]++
				if good(m, f) {
					yes[length]++
					yes[every]++
				} else if shown++; shown <= 10 {
					t.Logf("%d: %s %.2f «%s» «%s» %s in «%s»", length, f.Status, f.Score, m.Quote, f.Text, m.para.ID, m.Anchor.Sentence)
				}
			}
		}
	}
	var line []string
	for _, length := range append(lengths, every) {
		share := float64(yes[length]) / float64(max(1, all[length]))
		line = append(line, fmt.Sprintf("%d: %.1f %%", length, 100*share))
		if all[length] < rounds/2 {
			t.Errorf("quotes of %d: only %d marks", length, all[length])
		}
		// Of so few of one length, one may fail by chance.
		if share < want && (length == every || all[length]-yes[length] > 1) {
			t.Errorf("quotes of %d: %.1f %%, want %.0f %%", length, 100*share, 100*want)
		}
	}
	t.Log(strings.Join(line, "  "))
}

// rounds is how many marks of each length are tried; each takes some three
// milliseconds. With 200 the shares of single lengths were: deleted words and
// sentences 100 %, moved at least 99 %, changed digits, reworded words and other
// print 100 %.
const rounds = 25

// once says whether some words stand in only one place of a report.
func once(r *report.Report, quote string) bool {
	n := 0
	for _, p := range r.Paragraphs() {
		n += strings.Count(Fold(p.Text), Fold(quote))
	}
	return n == 1
}

func neverHere(_ mark, f Found) bool { return f.Status != Attached && f.Status != Moved }

func TestDeletedWords(t *testing.T) {
	measure(t, 0.99, nil, func(r *report.Report, m mark, _ *rand.Rand) (edition, bool) {
		return copied(r).replace(m.para.ID, m.span, ""), once(r, m.Quote)
	}, neverHere)
}

func TestDeletedSentence(t *testing.T) {
	measure(t, 0.99, nil, func(r *report.Report, m mark, _ *rand.Rand) (edition, bool) {
		return copied(r).replace(m.para.ID, m.sentence(), ""), once(r, m.Quote)
	}, neverHere)
}

// sentence returns where the mark's sentence stands.
func (m mark) sentence() report.Span {
	first, _ := report.SentenceAt(m.para.Text, m.span.Start)
	return report.Span{Start: first.Start, End: first.Start + len(m.Anchor.Sentence)}
}

func TestMovedSentence(t *testing.T) {
	measure(t, 0.99, nil, func(r *report.Report, m mark, random *rand.Rand) (edition, bool) {
		paragraphs := r.Paragraphs()
		at, here := 0, 0
		for i, p := range paragraphs {
			if p.ID == m.para.ID {
				here = i
			}
		}
		// Some 2000 characters on, or back where there is no on.
		for _, step := range []int{1, -1} {
			for n, i := 0, here; i >= 0 && i < len(paragraphs); i += step {
				if n += utf8.RuneCountInString(paragraphs[i].Text); n > 2000 {
					at = i
					break
				}
			}
			if at != 0 {
				break
			}
		}
		to := paragraphs[at]
		cuts := to.Sentences()
		cut := cuts[random.IntN(len(cuts))].End
		e := copied(r).replace(m.para.ID, m.sentence(), "")
		return e.replace(to.ID, report.Span{Start: cut, End: cut}, m.Anchor.Sentence), at != here && Fold(m.Quote) != ""
	}, func(m mark, f Found) bool {
		return f.Status == Moved && Fold(f.Text) == Fold(m.Quote)
	})
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, isDigit) }

func TestChangedDigit(t *testing.T) {
	measure(t, 1, hasDigit, func(r *report.Report, m mark, random *rand.Rand) (edition, bool) {
		quote := []byte(m.Quote)
		var at []int
		for i, b := range quote {
			if isDigit(rune(b)) {
				at = append(at, i)
			}
		}
		i := at[random.IntN(len(at))]
		quote[i] = '0' + (quote[i]-'0'+1+byte(random.IntN(9)))%10
		return copied(r).replace(m.para.ID, m.span, string(quote)), true
	}, func(m mark, f Found) bool {
		return f.Status == NumberChanged && f.Paragraph == m.para.ID
	})
}

// words that a rewriting may put in.
var others = []string{"着力", "稳妥", "用心", "逐步", "周密", "同步", "妥善", "尽快"}

func TestRewordedWord(t *testing.T) {
	measure(t, 0.97, nil, func(r *report.Report, m mark, random *rand.Rand) (edition, bool) {
		runes := []rune(m.Quote)
		for range 50 {
			at := random.IntN(len(runes) - 1)
			if !unicode.Is(unicode.Han, runes[at]) || !unicode.Is(unicode.Han, runes[at+1]) {
				continue
			}
			quote := string(runes[:at]) + others[random.IntN(len(others))] + string(runes[at+2:])
			return copied(r).replace(m.para.ID, m.span, quote), true
		}
		return edition{}, false
	}, func(m mark, f Found) bool {
		return (f.Status == Reworded || f.Status == Attached) && f.Paragraph == m.para.ID
	})
}

// printed is the report as another printer would set it.
var printed = strings.NewReplacer("，", ",", "。", "．", "、", "，", "“", "\"", "”", "\"", "（", "(", "(", "（", ")", "）", "；", ";", "—", "-",
	"%", "％", "0", "０", "1", "１", "2", "２", "3", "３", "8", "８", "A", "Ａ", "P", "Ｐ")

func TestPrintedOtherwise(t *testing.T) {
	measure(t, 1, nil, func(r *report.Report, m mark, random *rand.Rand) (edition, bool) {
		return copied(r).rewrite(func(p report.Paragraph) string {
			var b strings.Builder
			for i, c := range []rune(printed.Replace(p.Text)) {
				if i > 0 && random.IntN(20) == 0 {
					b.WriteString([]string{" ", "\n", "　", "\u200B"}[random.IntN(4)])
				}
				b.WriteRune(c)
			}
			return b.String()
		}), Fold(m.Quote) != ""
	}, func(m mark, f Found) bool {
		return f.Status == Attached && f.Paragraph == m.para.ID && Fold(f.Text) == Fold(m.Quote)
	})
}

func TestUnchangedText(t *testing.T) {
	measure(t, 1, nil, func(r *report.Report, m mark, _ *rand.Rand) (edition, bool) {
		return copied(r), Fold(m.Quote) != ""
	}, func(m mark, f Found) bool {
		return f.Status == Attached && f.Paragraph == m.para.ID && Fold(f.Text) == Fold(m.Quote) && f.Span.Overlaps(m.span)
	})
}
