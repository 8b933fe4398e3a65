package registry

import (
	"errors"
	"slices"
	"testing"
	"time"

	"deputydesk/annotate"
)

// own is a text under an id of its own, as the caller makes it.
func own(p annotate.Proposal) Received {
	return Received{File: "own", Proposal: p, Digest: "own " + string(p.ID)}
}

// Each choice leaves both texts to be found, changes what it says and nothing
// else, can be taken back, and is not asked for again.
func TestConflictIsDecidedByAPerson(t *testing.T) {
	for _, tt := range []struct {
		choice   Choice
		texts    []string // of the entries
		earlier  int      // revisions kept with the first
		newAgain string   // verdict of the new text when it is handed in again
		oldAgain string   // and of the old one
	}{
		{Undecided, []string{"甲"}, 0, "conflict twice", "duplicate same"},
		{KeepThere, []string{"甲"}, 0, "duplicate settled", "duplicate same"},
		{TakeNew, []string{"乙"}, 1, "duplicate same", "duplicate older"},
		{TakeApart, []string{"甲", "乙"}, 0, "duplicate settled", "duplicate same"},
	} {
		var b Book
		old, other := handed(1, 1, "甲", ""), handed(1, 1, "乙", "")
		b.Take("1", "甲", b.Judge([]Received{old}), morning)
		before := dump(t, b)
		rows := b.Judge([]Received{other})
		if err := rows[0].Resolve(tt.choice, own); err != nil {
			t.Fatalf("%s: %v", tt.choice, err)
		}
		b.TakeAs(Taking{Batch: "2", By: clerk, Rows: rows})
		var texts []string
		for _, e := range b.Entries {
			texts = append(texts, e.Proposal.Body.Proposal)
		}
		if !slices.Equal(texts, tt.texts) || len(b.Entries[0].Earlier) != tt.earlier {
			t.Errorf("%q: texts %v with %d earlier, want %v with %d", tt.choice, texts, len(b.Entries[0].Earlier), tt.texts, tt.earlier)
		}
		if got := verdicts(b.Judge([]Received{other}))[other.File]; got != tt.newAgain {
			t.Errorf("%q: the new text again is %s, want %s", tt.choice, got, tt.newAgain)
		}
		if got := verdicts(b.Judge([]Received{old}))[old.File]; got != tt.oldAgain {
			t.Errorf("%q: the old text again is %s, want %s", tt.choice, got, tt.oldAgain)
		}
		if tt.choice == Undecided {
			continue
		}
		last := b.Entries[0].Journal[len(b.Entries[0].Journal)-1]
		if last.Field != "conflict" || last.From != string(tt.choice) || last.Who != clerk.Who {
			t.Errorf("%q: the journal says %+v", tt.choice, last)
		}
		if err := b.Undo("2"); err != nil || dump(t, b) != before {
			t.Errorf("%q taken back: %v\n%s\nwant\n%s", tt.choice, err, dump(t, b), before)
		}
	}
}

func TestOnlyAConflictIsDecided(t *testing.T) {
	var b Book
	row := b.Judge([]Received{handed(1, 1, "甲", "")})[0]
	if err := row.Resolve(TakeNew, own); !errors.Is(err, ErrNoChoice) {
		t.Errorf("a new one: %v", err)
	}
	b.Take("1", "甲", []Row{row}, morning)
	row = b.Judge([]Received{handed(1, 1, "乙", "")})[0]
	if err := row.Resolve("merge", own); !errors.Is(err, ErrNoChoice) {
		t.Errorf("an unknown choice: %v", err)
	}
}

// The id of a text that stands apart is a UUID, the same for the same text and
// another for another.
func TestApartID(t *testing.T) {
	a, b := ApartID("x", "1"), ApartID("x", "2")
	if a == b || a != ApartID("x", "1") || len(a) != 36 || a[14] != '8' {
		t.Errorf("ids %s and %s", a, b)
	}
}

// Numbers given on the way are part of the batch: it can be taken back, and they
// are not given again.
func TestNumbersGivenOnTheWay(t *testing.T) {
	var b Book
	all := []Received{handed(1, 1, "甲", ""), handed(2, 1, "乙", "")}
	take := func(id string) Batch {
		return b.TakeAs(Taking{Batch: id, By: clerk, Rows: b.Judge(all), Number: &Numbering{}})
	}
	batch := take("1")
	if b.Entries[1].Number != 2 || len(b.Touched(batch)) != 0 || len(b.Of(batch)) != 2 {
		t.Fatalf("numbered %d, touched %v", b.Entries[1].Number, b.Touched(batch))
	}
	if err := b.Classify(clerk, "00000002", "教育"); err != nil {
		t.Fatal(err)
	}
	if got := b.Touched(batch); len(got) != 1 || got[0] != all[1].Proposal.ID {
		t.Errorf("touched %v, want the second", got)
	}
	if err := b.Undo("1"); !errors.Is(err, ErrTouched) {
		t.Errorf("undo: %v", err)
	}
	if err := b.Classify(Decision{At: morning.Add(time.Hour)}, "00000002", ""); err != nil {
		t.Fatal(err)
	}
	b.Entries[1].Journal = b.Entries[1].Journal[:2]
	if err := b.Undo("1"); err != nil {
		t.Fatal(err)
	}
	take("2")
	if b.Entries[0].Number != 3 {
		t.Errorf("number %d, want 3: 1 and 2 were given", b.Entries[0].Number)
	}
}
