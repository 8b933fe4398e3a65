package seeds

import (
	"strings"
	"testing"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/target"
)

// hundredThousand is a text of about 100,000 characters: the seed ten times over.
func hundredThousand() string { return strings.Repeat(luohe+"\n\n", 10) }

func BenchmarkText100k(b *testing.B) {
	text := hundredThousand()
	for b.Loop() {
		if _, err := intake.Text(intake.Meta{}, text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTargets100k(b *testing.B) {
	r, err := intake.Text(intake.Meta{}, hundredThousand())
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if len(target.Of(r)) == 0 {
			b.Fatal("no targets")
		}
	}
}

// A single paragraph without any punctuation is the worst case for a reader
// that looks for words at every byte.
func BenchmarkTargetsInOneParagraph(b *testing.B) {
	r, err := intake.Text(intake.Meta{Year: 2024}, "三、2024年重点工作\n\n"+strings.Repeat("新增公共充电桩580个", 9000)+"。")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		target.Of(r)
	}
}
