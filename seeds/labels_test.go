package seeds

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// A label is one target that a person read in the report. Optional ones are
// doubtful: to miss or to find them costs nothing.
type label struct {
	Section    report.Path
	Kind       target.Kind
	Quote      string
	Subject    string
	Comparator target.Comparator
	Measure    target.Measure
	Value      float64
	Unit       string
	Deadline   string
	Due        string
	Optional   bool
}

// A score counts how the reader did on one kind of target.
type score struct{ labelled, found, wrong int }

func (s score) f1() float64 {
	if s.found == 0 {
		return 0
	}
	p := float64(s.found) / float64(s.found+s.wrong)
	r := float64(s.found) / float64(s.labelled)
	return 2 * p * r / (p + r)
}

// floors are what the reader may not fall below. On the day the sections were
// labelled, before the rules had seen them, it reached 1.00 and 0.97.
var floors = map[target.Kind]float64{target.Quantified: 0.97, target.Milestone: 0.90}

// Two sections were labelled by hand before the rules were run on them.
func TestLabelledSectionsAreRead(t *testing.T) {
	data, err := os.ReadFile("target/testdata/luohe-2024-labels.json")
	if err != nil {
		t.Fatal(err)
	}
	var labels []label
	if err := json.Unmarshal(data, &labels); err != nil {
		t.Fatal(err)
	}
	covered := map[report.Path]bool{}
	for _, l := range labels {
		covered[l.Section] = true
	}
	var read []target.Target
	for _, tt := range target.Targets(Luohe()) {
		if covered[tt.Section] {
			read = append(read, tt)
		}
	}

	scores := map[target.Kind]*score{target.Quantified: {}, target.Milestone: {}}
	used := make([]bool, len(read))
	fields, agree := 0, 0
	for _, optional := range []bool{false, true} {
		for _, l := range labels {
			if l.Optional != optional {
				continue
			}
			if !optional {
				scores[l.Kind].labelled++
			}
			i := match(l, read, used)
			if i < 0 {
				if !optional {
					t.Logf("missed %s %s: %s", l.Section, l.Kind, l.Quote)
				}
				continue
			}
			used[i] = true
			if optional {
				continue
			}
			scores[l.Kind].found++
			fields++
			if l.Comparator == read[i].Comparator && l.Measure == read[i].Measure && l.Due == read[i].Due && l.Deadline == read[i].Deadline && alike(l.Subject, read[i].Subject) {
				agree++
			} else {
				t.Logf("differs: %+v, want %+v", read[i], l)
			}
		}
	}
	for i, tt := range read {
		if !used[i] {
			scores[tt.Kind].wrong++
			t.Logf("wrong %s %s: %s", tt.Section, tt.Kind, tt.Quote)
		}
	}
	for kind, s := range scores {
		t.Logf("%s: labelled %d, found %d, wrong %d, F1 %.3f", kind, s.labelled, s.found, s.wrong, s.f1())
		if s.f1() < floors[kind] {
			t.Errorf("%s: F1 %.3f is below %.2f", kind, s.f1(), floors[kind])
		}
	}
	if share := float64(agree) / float64(fields); share < 0.95 {
		t.Errorf("sign, measure, time and subject agree for %.3f of the targets, want 0.95", share)
	}
}

// match finds the target that reads l and is not used yet, -1 if none: same
// section and kind, overlapping words, and for a figure the same value; among
// several the one with a like subject.
func match(l label, read []target.Target, used []bool) int {
	best := -1
	for i, t := range read {
		if used[i] || t.Section != l.Section || t.Kind != l.Kind {
			continue
		}
		if !strings.Contains(l.Quote, t.Quote) && !strings.Contains(t.Quote, l.Quote) {
			continue
		}
		if t.Kind == target.Quantified && (t.Value != l.Value || t.Unit != l.Unit) {
			continue
		}
		if best < 0 || alike(l.Subject, t.Subject) && !alike(l.Subject, read[best].Subject) {
			best = i
		}
	}
	return best
}

// alike reports whether two subjects name the same thing: one holds the other
// or three fifths of its characters.
func alike(a, b string) bool {
	if strings.Contains(a, b) || strings.Contains(b, a) {
		return a != "" && b != ""
	}
	common, least := 0, map[rune]bool{}
	for _, r := range a {
		if !least[r] && strings.ContainsRune(b, r) {
			common++
		}
		least[r] = true
	}
	return float64(common) >= 0.6*float64(len(least))
}
