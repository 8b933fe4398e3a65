package seeds

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// printings are the ways in which the bundled report is printed anew. Each takes
// its headings and paragraphs and gives a file.
var printings = []struct {
	name  string
	print func(rng *rand.Rand, units []string) string
}{
	{"blank lines", func(_ *rand.Rand, u []string) string { return strings.Join(u, "\n\n") }},
	{"no blank lines", func(_ *rand.Rand, u []string) string { return strings.Join(u, "\n") }},
	{"lines of Windows, indented", func(_ *rand.Rand, u []string) string { return "　　" + strings.Join(u, "\r\n　　") }},
	{"tabs", func(_ *rand.Rand, u []string) string { return "\t" + strings.Join(u, "\n\t") }},
	{"wrapped and indented", func(rng *rand.Rand, u []string) string {
		width := 30 + rng.IntN(11)
		var b strings.Builder
		for _, p := range u {
			for r := []rune("　　" + p); len(r) > 0; {
				n := min(width, len(r))
				b.WriteString(string(r[:n]) + "\n")
				r = r[n:]
			}
		}
		return b.String()
	}},
	{"page numbers between", func(rng *rand.Rand, u []string) string {
		var b strings.Builder
		for i, p := range u {
			b.WriteString(p + "\n\n")
			if i > 0 && rng.IntN(8) == 0 {
				fmt.Fprintf(&b, []string{"- %d -", "—%d—", "第%d页 共99页"}[rng.IntN(3)]+"\n\n", i)
			}
		}
		return b.String()
	}},
}

var subOrdinal = regexp.MustCompile(`^[（(][一二三四五六七八九十]+[）)]`)

// The bundled report, printed in other ways and with one sub-section in ten
// miscounted, keeps the promises.
func TestPerturbedReportIsReadWhole(t *testing.T) {
	var units []string
	for _, s := range Luohe().Sections {
		if s.Heading != "" && (len(s.Paragraphs) == 0 || !strings.HasPrefix(s.Paragraphs[0].Text, s.Heading)) {
			units = append(units, s.Heading)
		}
		for _, p := range s.Paragraphs {
			units = append(units, p.Text)
		}
	}
	for seed := range uint64(5) {
		rng := rand.New(rand.NewPCG(seed, 1))
		wrong := make([]string, len(units))
		for i, u := range units {
			wrong[i] = u
			if rng.IntN(10) == 0 {
				wrong[i] = subOrdinal.ReplaceAllString(u, "（"+[]string{"二", "五", "七", "九", "十二"}[rng.IntN(5)]+"）")
			}
		}
		for _, way := range printings {
			name := fmt.Sprintf("%s, seed %d", way.name, seed)
			text := way.print(rng, wrong)
			p, err := intake.Proofread(intake.Meta{ID: "r"}, name, []byte(text))
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			endsAreEnds(t, name, p)
			everyHeading(t, name, strings.Join(wrong, "\n"), p.Report)
			nothingLost(t, name, text, p)
			seen := map[report.ParagraphID]bool{}
			for _, para := range p.Report.Paragraphs() {
				if seen[para.ID] {
					t.Errorf("%s: two paragraphs are called %s", name, para.ID)
				}
				seen[para.ID] = true
			}
		}
	}
}
