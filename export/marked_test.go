package export

import (
	"slices"
	"strings"
	"testing"
)

// copyOf is a report of one section. In marks, «so» is highlighted, ‹so› the
// figure of a target, and a note stands at the end of both.
func copyOf(text string, marks ...MarkedWords) Marked {
	return Marked{Front: []string{"政府工作报告"}, Title: "政府工作报告", Date: "2024-02-22", Sections: []MarkedSection{
		{Heading: "三、2024年重点工作安排", Level: 1, Paragraphs: []MarkedParagraph{{Text: text, Marks: marks}}}}}
}

// stretch is the place of some words.
func stretch(text, part string) MarkedWords {
	at := strings.Index(text, part)
	return MarkedWords{Start: at, End: at + len(part)}
}

func TestMarksOverlapWithoutLosingACharacter(t *testing.T) {
	const text = "坚持规划先行。新建公共充电桩580个，新增拆墙透绿119处。"
	note := &MarkedNote{About: "疑问", Text: "每个区县\n各建多少？"}
	cite := &MarkedNote{Cited: true, About: "《关于加快公共充电桩建设的建议》"}
	yellow, pink, figure, cited := stretch(text, "新建公共充电桩580个，"), stretch(text, "充电桩580个，新增"), stretch(text, "580个"), stretch(text, "充电桩580个")
	yellow.Pattern, yellow.Note, pink.Pattern, figure.Figure, cited.Note = Lined, note, Waved, true, cite
	d := copyOf(text, pink, yellow, figure, cited).Document()
	var plain, raised, heavy strings.Builder
	lines := map[Mark]string{}
	for _, b := range d.Blocks {
		p, ok := b.(Paragraph)
		if !ok || p.Small {
			continue
		}
		for _, s := range p.Spans {
			if s.Mark == Raised {
				raised.WriteString(s.Text)
				continue
			}
			plain.WriteString(s.Text)
			lines[s.Mark] += s.Text
			if s.Role == Hei {
				heavy.WriteString(s.Text)
			}
		}
	}
	if plain.String() != text {
		t.Errorf("the text became %q", plain.String())
	}
	if raised.String() != "〔引1〕〔2〕" || heavy.String() != "580个" {
		t.Errorf("labels %q, figures %q", raised.String(), heavy.String())
	}
	if lines[Lined] != "新建公共充电桩580个，" || lines[Waved] != "新增" {
		t.Errorf("lines %v", lines)
	}
	var notes []string
	for _, b := range d.Blocks[len(d.Blocks)-3:] {
		if p, ok := b.(Paragraph); ok {
			notes = append(notes, p.Spans[0].Text)
		}
	}
	if want := []string{"〔引1〕　《关于加快公共充电桩建设的建议》", "〔2〕　疑问：每个区县 各建多少？"}; !slices.Equal(notes, want) {
		t.Errorf("notes %q, want %q", notes, want)
	}
}

// A mark may begin and end anywhere a rune does.
func FuzzAMarkedCopyKeepsTheText(f *testing.F) {
	f.Add("新建公共充电桩580个。", 0, 9, 6, 12, 3)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, lead int) {
		runes := strings.ToValidUTF8(text, "")
		ends := []int{0}
		for i := range runes {
			ends = append(ends, i)
		}
		ends = append(ends, len(runes))
		at := func(i int) int { return ends[((i%len(ends))+len(ends))%len(ends)] }
		mark := func(i, j int, m Mark) MarkedWords {
			return MarkedWords{Start: min(at(i), at(j)), End: max(at(i), at(j)), Pattern: m}
		}
		p := MarkedParagraph{Text: runes, Lead: at(lead), Marks: []MarkedWords{mark(a, b, Dashed), mark(c, d, Doubled)}}
		var got strings.Builder
		for _, s := range p.spans(func(*MarkedNote) string { return "" }) {
			got.WriteString(s.Text)
		}
		if got.String() != runes {
			t.Errorf("%q became %q", runes, got.String())
		}
	})
}

// The five patterns differ on paper without any colour, and each covers its
// words from end to end.
func TestPatternsDifferInBlackAndWhite(t *testing.T) {
	seen := map[string]Mark{}
	for _, m := range Patterns {
		pages, _ := Lay(Document{Blocks: []Block{Paragraph{Flush: true, Spans: []Span{{Text: "新建公共充电桩", Mark: m}}}}}, plainFaces{})
		rules := pages.Pages[0].Rules
		from, to, drawing := rules[0].X1, rules[0].X2, ""
		for _, r := range rules {
			from, to = min(from, r.X1), max(to, r.X2)
			switch {
			case r.Y1 != r.Y2:
				drawing += "/"
			case r.Width > 1.2:
				drawing += "="
			case r.X2-r.X1 < 1.5:
				drawing += "."
			default:
				drawing += "-"
			}
		}
		if other, twice := seen[drawing]; twice {
			t.Errorf("patterns %d and %d are drawn alike: %s", m, other, drawing)
		}
		seen[drawing] = m
		if length := 7 * bodyStyle.cell; from > areaLeft+dashOff || to < areaLeft+length-dashOff || to > areaLeft+length+slop {
			t.Errorf("pattern %d goes from %.1f to %.1f, the words from %.1f to %.1f", m, from, to, areaLeft, areaLeft+length)
		}
	}
}

// The label of a note is small, above the line, and never the first thing on
// one.
func TestLabelsStayWithTheirWords(t *testing.T) {
	for n := 20; n < 40; n++ {
		text := strings.Repeat("字", n)
		pages, _ := Lay(Document{Blocks: []Block{Paragraph{Spans: []Span{{Text: text}, {Text: "〔12〕", Mark: Raised}, {Text: text}}}}}, plainFaces{})
		first := map[float64]Run{}
		for _, r := range pages.Pages[0].Runs {
			if r.Tag == Furniture {
				continue
			}
			if was, ok := first[r.Y]; !ok || r.X < was.X {
				first[r.Y] = r
			}
		}
		for y, r := range first {
			if r.X < areaLeft+1 && r.Size < bodyStyle.size {
				t.Errorf("%d characters before it: the line at %.0f begins with %q", n, y, r.Text)
			}
		}
	}
}
