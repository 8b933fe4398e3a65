package trial

import (
	"testing"

	"deputydesk/seeds"
)

// rounds is how many marks of each length each edit is tried with here; `deskctl
// bench anchor --rounds 200` takes minutes and says the same.
const rounds = 4

// What anchors of the bundled report must survive, with the old edition at hand
// and without it. Every edit must find marks to be made on.
func TestAnchorsOfTheBundledReport(t *testing.T) {
	for _, knows := range []bool{true, false} {
		for _, e := range Edits {
			row := Run(e, seeds.Luohe(), rounds, 2024, knows)
			if e.knows && !knows {
				if row.Tried > 0 {
					t.Errorf("%s: tried without the old edition", e.Name)
				}
				continue
			}
			few := rounds
			if e.knows {
				few = 1 // the bundled report has hardly a sentence twice
			}
			if row.Tried < few {
				t.Errorf("%s: only %d marks", e.Name, row.Tried)
			}
			if row.Right < row.Tried {
				t.Errorf("%s (old edition known: %v): %d of %d right", e.Name, knows, row.Right, row.Tried)
				for _, m := range row.Missed {
					t.Logf("%s %.2f «%s» → «%s» in «%s»", m.Status, m.Score, m.Quote, m.Text, m.Sentence)
				}
			}
		}
	}
}

// A trial counts what is wrong: were every answer right, it would measure nothing.
func TestWrongAnswersAreCounted(t *testing.T) {
	for _, e := range Edits {
		if e.Name != "sentence-deleted" {
			continue
		}
		e.right = here // deleted words cannot be there
		row := Run(e, seeds.Luohe(), 1, 2024, true)
		if row.Right != 0 || row.Tried == 0 || row.Good() || len(row.Missed) == 0 {
			t.Errorf("%d of %d right, good: %v", row.Right, row.Tried, row.Good())
		}
	}
}

func TestSameSeedSameTrial(t *testing.T) {
	a, b := Run(Edits[0], seeds.Luohe(), 2, 7, true), Run(Edits[0], seeds.Luohe(), 2, 7, true)
	if a.Tried != b.Tried || a.Right != b.Right {
		t.Errorf("%d of %d, then %d of %d", a.Right, a.Tried, b.Right, b.Tried)
	}
}
