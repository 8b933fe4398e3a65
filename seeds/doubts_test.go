package seeds

import (
	"testing"

	"deputydesk/seeds/intake"
)

// Every doubt that somebody wrote down about the Luohe report is found in it,
// and the rules add none.
func TestDoubtsOfLuohe(t *testing.T) {
	doubts := intake.Doubts(Luohe())
	if len(doubts) != 15 {
		t.Errorf("%d doubtful places, want 15", len(doubts))
	}
	for _, d := range doubts {
		p, ok := Luohe().Paragraph(d.Paragraph)
		if !ok || d.Span.Of(p.Text) != d.Text || d.Text == d.Suggestion {
			t.Errorf("%+v does not stand in the report", d)
		}
	}
}
