package export

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
)

// texts are the texts of a document in reading order, one for each leaf of its
// structure.
func texts(doc Document) []string {
	var all []string
	add := func(s ...string) {
		for _, t := range s {
			if t != "" {
				all = append(all, t)
			}
		}
	}
	join := func(spans []Span) string {
		var b strings.Builder
		for _, s := range spans {
			b.WriteString(s.Text)
		}
		return b.String()
	}
	for _, b := range doc.Blocks {
		switch b := b.(type) {
		case Title:
			add(b.Text)
		case Heading:
			add(b.Text)
		case Closing:
			add(b.Text)
		case Paragraph:
			add(join(b.Spans))
		case Quote:
			add(b.Text, b.Source)
		case Signature:
			if b.Dated {
				add(b.Label + PenDate)
			} else {
				add(b.Label)
			}
		case Head:
			add(b.Left, b.Right)
		case Table:
			for _, r := range b.Rows {
				for _, c := range r.Cells {
					add(c.Text + join(c.Spans))
				}
			}
		}
	}
	return all
}

// bare takes out what leaves no mark on paper, and puts 〓 where it stands.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case invisible(r) || isSpace(r) || r == '\n':
			return -1
		case r == '龘':
			return geta
		}
		return r
	}, s)
}

// laidTexts are the texts of the leaves of the structure as they were drawn.
func laidTexts(pages Pages) []string {
	byTag := make([]strings.Builder, len(pages.Elements))
	for _, p := range pages.Pages {
		for _, r := range p.Runs {
			if r.Tag >= 0 {
				byTag[r.Tag].WriteString(r.Text)
			}
		}
	}
	var all []string
	for i := range byTag {
		if s := bare(byTag[i].String()); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// A thousand generated papers keep the promises of the layout: every
// character is on paper once and in order, nothing stands outside the area,
// no line begins or ends with what may not.
func TestPromisesOfTheLayout(t *testing.T) {
	rng := rand.New(rand.NewPCG(20240221, 1))
	count, pagesTotal := 1000, 0
	for n := range count {
		doc := Sheet(generated(rng), findTest, nil)
		pages, missing := Lay(doc, plainFaces{})
		pagesTotal += len(pages.Pages)

		var want []string
		tofu := 0
		for _, s := range texts(doc) {
			tofu += strings.Count(s, "龘")
			if s = bare(s); s != "" {
				want = append(want, s)
			}
		}
		if got := laidTexts(pages); !slices.Equal(got, want) {
			for i := range want {
				if i >= len(got) || got[i] != want[i] {
					t.Fatalf("paper %d: text %d is\n%s\nwant\n%s", n, i, got[min(i, len(got)-1)], want[i])
				}
			}
			t.Fatalf("paper %d: %d texts, want %d", n, len(got), len(want))
		}
		reported := 0
		for _, m := range missing {
			reported += m.Count
		}
		if reported != tofu {
			t.Errorf("paper %d: %d missing characters reported, want %d", n, reported, tofu)
		}
		inside(t, pages)
	}
	t.Logf("%d papers, %d pages", count, pagesTotal)
}

// inside checks that nothing but the page number stands outside the area.
func inside(t *testing.T, pages Pages) {
	t.Helper()
	// The box of a character is 0.2 points wider than its cell.
	const right, bottom = areaLeft + areaWidth + 0.25, areaTop + areaHeight + 0.1
	for n, p := range pages.Pages {
		for _, r := range p.Runs {
			end, seen := r.X, false
			text := []rune(r.Text)
			for i := len(text) - 1; i >= 0; i-- {
				if !seen && isSpace(text[i]) {
					continue // hangs
				}
				_, w, _ := plainFaces{}.Glyph(Fang, text[i])
				end += w * r.Size / 1000
				if seen {
					end += r.Tc
				}
				seen = true
			}
			text = []rune(strings.TrimRight(r.Text, " \u3000"))
			if len(text) == 0 {
				continue
			}
			// A closing mark at the end of a line may be squeezed: its blank
			// half stands outside.
			if strings.ContainsRune(closing, text[len(text)-1]) {
				end -= r.Size / 2
			}
			if r.X < areaLeft-r.Size/2 || end > right {
				t.Errorf("page %d: %q from %.1f to %.1f is outside the area (%.1f to %.1f)", n+1, r.Text, r.X, end, areaLeft, right)
			}
			if r.Tag >= 0 && (r.Y < areaTop || r.Y > bottom) {
				t.Errorf("page %d: %q at %.1f is outside the area", n+1, r.Text, r.Y)
			}
		}
		for _, r := range p.Rules {
			if r.X2 > right+1 || r.Y2 > bottom+1 {
				t.Errorf("page %d: a rule to (%.1f, %.1f) is outside the area", n+1, r.X2, r.Y2)
			}
		}
	}
}

// No line begins with a closing mark or ends with an opening one, numbers stay
// with their units, and lines fill their width to a hundredth of a point.
func TestLinesObeyKinsoku(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 7))
	l := &layout{faces: plainFaces{}}
	full, exact := 0, 0
	for range 400 {
		var text string
		for range 300 {
			w := words[rng.IntN(len(words))]
			text += w
		}
		// Sequences that only random text has, "（）（（、、", leave no place to
		// break and are not what is tested.
		for _, pair := range []string{"，，", "。。", "、、"} {
			text = strings.ReplaceAll(text, pair, "的")
		}
		pieces := l.pieces([]Span{{Text: text}}, bodyStyle, areaWidth-2*bodyStyle.cell)
		lines := breakLines(pieces, 2*bodyStyle.cell, areaWidth)
		for i, ln := range lines {
			room := areaWidth
			if i == 0 {
				room -= 2 * bodyStyle.cell
			}
			if w := ln.width(); w > room+slop {
				t.Fatalf("line %q is %.2f wide, room is %.2f", lineText(ln), w, room)
			} else if !ln.last {
				full++
				if w > room-slop {
					exact++
				}
			}
			if i > 0 && !mayPart(lines[i-1].pieces[len(lines[i-1].pieces)-1].last(), ln.pieces[0].first()) {
				if marksOnly(lines[i-1]) {
					continue
				}
				t.Errorf("torn:\n%s\n%s", lineText(lines[i-1]), lineText(ln))
			}
		}
	}
	t.Logf("%d of %d full lines reach the edge", exact, full)
	if exact < full*99/100 {
		t.Errorf("only %d of %d full lines reach the edge", exact, full)
	}
}

// marksOnly reports whether no two pieces of ln may be parted: nothing could
// have been pushed out.
func marksOnly(ln line) bool {
	for i := 1; i < len(ln.pieces); i++ {
		if mayPart(ln.pieces[i-1].last(), ln.pieces[i].first()) {
			return false
		}
	}
	return true
}

func lineText(ln line) string {
	var b strings.Builder
	for _, p := range ln.pieces {
		for _, g := range p.glyphs {
			b.WriteRune(g.r)
		}
	}
	return b.String()
}

// 26 characters and 28 times n fill exactly n+1 lines, and a page has 22.
func TestGrid(t *testing.T) {
	for _, n := range []int{0, 1, 21, 22, 50} {
		doc := Document{Blocks: []Block{Text(strings.Repeat("漯", 26+28*n))}}
		pages, _ := Lay(doc, plainFaces{})
		lines := 0
		for i, p := range pages.Pages {
			baselines := map[float64]bool{}
			for _, r := range p.Runs {
				if r.Tag >= 0 {
					baselines[r.Y] = true
				}
			}
			lines += len(baselines)
			if i < len(pages.Pages)-1 && len(baselines) != 22 {
				t.Errorf("n=%d: page %d has %d lines, want 22", n, i+1, len(baselines))
			}
		}
		if lines != n+1 {
			t.Errorf("%d characters take %d lines, want %d", 26+28*n, lines, n+1)
		}
	}
}

// Odd page numbers stand at the right, even ones at the left, one character in.
func TestPageNumbers(t *testing.T) {
	pages, _ := Lay(Document{Blocks: []Block{Text("一"), Break{}, Text("二")}}, plainFaces{})
	if len(pages.Pages) != 2 {
		t.Fatalf("%d pages, want 2", len(pages.Pages))
	}
	for i, left := range []bool{false, true} {
		runs := pages.Pages[i].Runs
		last := runs[len(runs)-1]
		if got := last.X < Upright.Width/2; got != left {
			t.Errorf("number of page %d at %.1f", i+1, last.X)
		}
		if want := []string{"— 1 —", "— 2 —"}[i]; runsText(runs[len(runs)-numberRuns(runs):]) != want {
			t.Errorf("page %d is numbered %q", i+1, runsText(runs[len(runs)-numberRuns(runs):]))
		}
	}
}

func numberRuns(runs []Run) int {
	n := 0
	for _, r := range runs {
		if r.Tag == Furniture {
			n++
		}
	}
	return n
}

func runsText(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Nobody is asked to sign an empty page: whatever the length of the text, some
// of it stands above the line for the pen.
func TestSignatureIsNotAlone(t *testing.T) {
	for n := range 70 {
		p := testProposal(annotate.Suggestion)
		p.Cites = nil
		p.Body.Proposal = strings.Repeat("建议加快建设。\n", n+1)
		pages, _ := Lay(Sheet(p, nil, nil), plainFaces{})
		last := runsText(pages.Pages[len(pages.Pages)-1].Runs)
		if before, _, ok := strings.Cut(last, "领衔代表（签名）"); !ok || strings.Count(before, "。") < 2 {
			t.Errorf("%d paragraphs: the last page says %q", n+1, last)
		}
	}
}

// The head of a table comes again on every page, as furniture.
func TestTableHeadIsRepeated(t *testing.T) {
	p := testProposal(annotate.Motion)
	for range 40 {
		p.Cosigners = append(p.Cosigners, annotate.Deputy{Name: "测试代表乙"})
	}
	pages, _ := Lay(Sheet(p, nil, nil), plainFaces{})
	heads := 0
	for _, page := range pages.Pages {
		if strings.Contains(runsText(page.Runs), "亲笔签名") {
			heads++
		}
	}
	if heads < 2 {
		t.Errorf("head on %d pages, want on each page of the list", heads)
	}
}

// Whatever is typed stands on paper once and in order.
func FuzzLay(f *testing.F) {
	for _, s := range []string{"", "一", "（（（", "，，，，", "——……", "a b\tc", "2024年6月底前", "\u200b\ufeff", "e\u0301", strings.Repeat("“", 60), strings.Repeat("a", 200), "\xff"} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, s string, where uint8) {
		s = strings.ReplaceAll(tidy(s), "\n", " ")
		doc := Document{Blocks: []Block{[]Block{
			Text(s), Title{Text: s}, Heading{Level: 1, Text: s}, Quote{Text: s, Source: s},
			Table{Columns: []float64{20, 136}, Rows: []Row{{Cells: []Cell{{Text: s, Label: true}, {Text: s}}}}},
		}[where%5]}}
		pages, _ := Lay(doc, plainFaces{})
		var want []string
		for _, w := range texts(doc) {
			w = strings.Map(func(r rune) rune {
				if _, _, ok := (plainFaces{}).Glyph(Fang, r); !ok {
					return geta
				}
				return r
			}, bare(w))
			if w != "" {
				want = append(want, w)
			}
		}
		if got := laidTexts(pages); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	})
}
