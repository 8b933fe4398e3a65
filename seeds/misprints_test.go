package seeds

import (
	"os"
	"testing"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/misprint"
	"deputydesk/seeds/report"
)

// ownReport is a short report that we wrote ourselves; the rules were not tuned
// on it.
func ownReport(t *testing.T) *report.Report {
	t.Helper()
	data, err := os.ReadFile("testdata/ceshi-2024.txt")
	if err != nil {
		t.Fatal(err)
	}
	r, err := intake.Text(intake.Meta{ID: "ceshi-2024", Year: 2024, Body: "测试市人民政府"}, string(data))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// What people are promised of the doubts: of fifty planted misprints three in
// five are found, and a text without any has one doubt among 2,000 characters at
// most. The Luohe report has fifteen misprints of its own, which are no false
// doubts.
func TestPlantedMisprintsAreFound(t *testing.T) {
	const least, most = 0.6, 1.0
	for _, tt := range []struct {
		report *report.Report
		own    int // real misprints
	}{{Luohe(), 15}, {ownReport(t), 0}} {
		planted, found := 0, 0
		for seed := range uint64(6) {
			s, err := misprint.Run(tt.report, seed, 10)
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range s.Rows {
				planted += row.Planted
				found += row.Found
			}
			if seed > 0 {
				continue
			}
			if per := 2000 * float64(len(s.Doubts)-tt.own) / float64(s.Characters); per > most {
				t.Errorf("%s: %.2f false doubts among 2000 characters: %+v", tt.report.ID, per, s.Doubts)
			}
		}
		if share := float64(found) / float64(planted); planted < 60 || share < least {
			t.Errorf("%s: %d of %d misprints found, want %.0f in a hundred", tt.report.ID, found, planted, 100*least)
		} else {
			t.Logf("%s: %d of %d misprints found, %.2f", tt.report.ID, found, planted, share)
		}
	}
}
