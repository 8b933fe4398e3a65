package annotate_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/seeds"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// source is the bundled report as text that intake reads again.
func source(r *report.Report) []string {
	var lines []string
	for _, s := range r.Sections {
		for i, p := range s.Paragraphs {
			if i == 0 && s.Heading != "" && !strings.HasPrefix(p.Text, s.Heading) {
				lines = append(lines, s.Heading)
			}
			lines = append(lines, p.Text)
		}
		if len(s.Paragraphs) == 0 {
			lines = append(lines, s.Heading)
		}
	}
	return lines
}

func read(t *testing.T, lines []string) *report.Report {
	t.Helper()
	r, err := intake.Text(intake.Meta{ID: "x"}, "政府工作报告\n\n"+strings.Join(lines, "\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSameWordsAreNoChange(t *testing.T) {
	lines := source(seeds.Luohe())
	wide := make([]string, len(lines))
	for i, l := range lines {
		wide[i] = strings.NewReplacer("%", "％", "(", "（", ")", "）").Replace(l)
	}
	if c := annotate.Diff(read(t, lines), read(t, wide)); !c.None() {
		t.Errorf("%d numbers, %d changed, %d added, %d removed, %d moved", len(c.Numbers), len(c.Changed), len(c.Added), len(c.Removed), len(c.Moved))
	}
}

// Twenty figures are changed, five sentences taken out and five put in, at
// random places; all are found, and nothing that was not changed.
func TestPlantedChangesAreFound(t *testing.T) {
	base := source(seeds.Luohe())
	for seed := range 5 {
		rnd := rand.New(rand.NewSource(int64(seed)))
		lines := append([]string{}, base...)
		want := map[string]bool{}
		removed, added := 0, 0
		used := map[string]bool{}
		pick := func() (line int, span report.Span) {
			for {
				line = rnd.Intn(len(lines))
				all := report.Sentences(lines[line])
				span = all[rnd.Intn(len(all))]
				if text := span.Of(lines[line]); len(text) > 60 && !used[text] {
					used[text] = true
					return line, span
				}
			}
		}
		for len(want) < 20 {
			line, span := pick()
			text := span.Of(lines[line])
			at := strings.IndexAny(text, "123456789")
			if at < 0 {
				continue
			}
			digit := byte('1' + (text[at]-'1'+1+byte(rnd.Intn(7)))%9)
			changed := text[:at] + string(digit) + text[at+1:]
			used[changed] = true
			lines[line] = lines[line][:span.Start] + changed + lines[line][span.End:]
			want[changed] = true
		}
		for removed < 5 {
			line, span := pick()
			if len(report.Sentences(lines[line])) < 3 || want[span.Of(lines[line])] {
				continue
			}
			lines[line] = lines[line][:span.Start] + lines[line][span.End:]
			removed++
		}
		for added < 5 {
			line, span := pick()
			put := fmt.Sprintf("新增一句试验文字甲乙丙丁，第%s处庚辛壬癸子丑寅卯。", string("一二三四五"[added*3:added*3+3]))
			used[put] = true
			lines[line] = lines[line][:span.End] + put + lines[line][span.End:]
			added++
		}
		c := annotate.Diff(read(t, base), read(t, lines))
		found := map[string]bool{}
		for _, n := range c.Numbers {
			found[n.NewText] = true
		}
		for text := range want {
			if !found[strings.TrimSpace(text)] {
				t.Errorf("seed %d: a changed figure is not found: %s", seed, text)
			}
		}
		if len(c.Numbers) != len(want) {
			t.Errorf("seed %d: %d changed figures, planted %d", seed, len(c.Numbers), len(want))
			for _, n := range c.Numbers {
				if !want[n.NewText] {
					t.Errorf("invented: %s → %s: %s", n.Old, n.New, n.NewText)
				}
			}
		}
		if len(c.Removed) != removed || len(c.Added) != added || len(c.Changed) != 0 || len(c.Moved) != 0 {
			t.Errorf("seed %d: removed %d of %d, added %d of %d, changed %d, moved %d", seed,
				len(c.Removed), removed, len(c.Added), added, len(c.Changed), len(c.Moved))
		}
	}
}

// A sentence that only grew at one end holds all its old words, and is reworded
// all the same.
func TestASentenceThatGrewIsReworded(t *testing.T) {
	base := source(seeds.Luohe())
	for _, tt := range []struct{ old, now, numbers string }{
		{"修建人民公园。", "修建人民公园和沿河步道。", ""},
		{"修建人民公园。", "加快修建人民公园。", ""},
		{"修建人民公园。", "修建人民公园，新建学校2所。", "2所"},
		{"修建人民公园；", "修建人民公园。", ""},
	} {
		old, now := append(append([]string{}, base...), tt.old), append(append([]string{}, base...), tt.now)
		c := annotate.Diff(read(t, old), read(t, now))
		figures := ""
		for _, n := range c.Numbers {
			figures += n.New
		}
		want := 1
		if strings.TrimRight(tt.old, "；。") == strings.TrimRight(tt.now, "。") {
			want = 0
		}
		if len(c.Changed) != want || len(c.Added)+len(c.Removed)+len(c.Moved) != 0 || figures != tt.numbers {
			t.Errorf("%s → %s: %+v", tt.old, tt.now, c)
		}
	}
}
