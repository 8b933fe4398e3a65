//go:build unix && !race

// The race detector makes everything ten times slower: gates are not asked there.

package intake

import (
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

func cpu(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// A file of Word with 100,000 characters is read within a second of CPU, and a
// click of the person who checks its layout is answered in a quarter of one.
// The gates are three times that.
func TestHundredThousandCharactersOfWordAreQuick(t *testing.T) {
	var body strings.Builder
	for _, p := range hundredThousand() {
		body.WriteString(para(p))
	}
	data := letter(t, body.String())
	began := cpu(t)
	p, err := Proofread(Meta{ID: "r"}, "甲.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	read := cpu(t)
	if _, err := p.With(AddFix(p.Meta().Fixes, p.Fix(MergeUp, 500, 0))); err != nil {
		t.Fatal(err)
	}
	fixed := cpu(t)
	t.Logf("read in %v, put right in %v of CPU", read-began, fixed-read)
	if read-began > 3*time.Second || fixed-read > 3*time.Second/4 {
		t.Errorf("read in %v, put right in %v of CPU", read-began, fixed-read)
	}
}

// A PDF file of 100,000 characters, some 150 pages of which each line is drawn on
// its own, is read within a second of CPU. The gate is three times that.
func TestHundredThousandCharactersOfPDFAreQuick(t *testing.T) {
	var lines []string
	all := hundredThousand()
	for i := range all { // no two lines are the same, or they are taken for heads of pages
		all[i] = strings.ReplaceAll(all[i], "公园", numeral(i/90+1)+"区"+numeral(i%90+1)+"公园")
	}
	for _, p := range all {
		for r := []rune("　　" + p); len(r) > 0; {
			n := min(30, len(r))
			lines = append(lines, string(r[:n]))
			r = r[n:]
		}
	}
	var pages []string
	for n := 0; len(lines) > 0; {
		k := min(24, len(lines))
		n++
		pages = append(pages, set(100, 750, lines[:k]...)+at(290, 40, 9, "- "+strconv.Itoa(n)+" -"))
		lines = lines[k:]
	}
	data := printed([]string{song}, pages)
	began := cpu(t)
	r, _, err := File(Meta{ID: "r"}, "甲.pdf", data)
	if err != nil {
		t.Fatal(err)
	}
	took := cpu(t) - began
	want, got := inked(strings.Join(all, "")), 0
	for _, s := range r.Sections {
		got += inked(s.Heading)
	}
	for _, p := range r.Paragraphs() {
		got += inked(p.Text)
	}
	t.Logf("%d pages, %d characters in %v of CPU", len(pages), got, took)
	if got != want || want < 100000 {
		t.Errorf("%d characters of %d", got, want)
	}
	if took > 3*time.Second {
		t.Errorf("read in %v of CPU", took)
	}
}
