package seeds

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Notes point at paragraph ids for years: they may not drift.
func TestParagraphIDsStay(t *testing.T) {
	var b strings.Builder
	for _, s := range Luohe().Sections {
		fmt.Fprintf(&b, "# %s %s\n", s.Path, s.Heading)
		for _, p := range s.Paragraphs {
			start := []rune(p.Text)
			fmt.Fprintf(&b, "%s %s | %s\n", p.ID, string(start[:min(12, len(start))]), p.Lead)
		}
	}
	const golden = "testdata/luohe-2024.paragraphs.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("paragraphs are now\n%s\nwant\n%s", b.String(), want)
	}
}
