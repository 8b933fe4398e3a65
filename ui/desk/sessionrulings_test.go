package desk

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

// roads sets how many kilometres of road staff say the report promises.
func roads(t *testing.T, d *Desk, km float64) {
	t.Helper()
	for _, each := range d.Targets(d.Report()) {
		if strings.Contains(each.Quote, "道路") {
			aim := annotate.AimOf(each)
			aim.Value = km
			pressGood(t, d, d.CorrectTarget(each.ID, aim))
			return
		}
	}
	t.Fatal("no target about roads")
}

// goals are the values of the open report's targets, by their order.
func goals(d *Desk) string {
	var all []string
	for _, t := range d.Targets(d.Report()) {
		all = append(all, fmt.Sprint(t.Value))
	}
	return strings.Join(all, " ")
}

// packet is a package with what staff said of the targets, issued at an hour.
func packet(t *testing.T, staff *Desk, name string, hour int) string {
	t.Helper()
	data, err := annotate.WriteCorrections(staff.correctionsOf(staff.Report()))
	if err != nil {
		t.Fatal(err)
	}
	s := meeting()
	s.Name, s.Corrections = name, data
	s.Issued = time.Date(2024, 2, 20, hour, 0, 0, 0, annotate.Beijing)
	return issue(t, s)
}

// A newer package takes the place of the older one: what staff changed is
// changed, what they took back is gone, and a deputy's own word stands.
func TestNewerPackageReplacesRulingsOfTheOlder(t *testing.T) {
	staff := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, staff)
	plain := meeting()
	staff.OpenSession(issue(t, plain))
	if goals(staff) != "30 200" {
		t.Fatalf("read are %s", goals(staff))
	}
	roads(t, staff, 35)
	lamps := staff.Targets(staff.Report())[1].ID
	pressGood(t, staff, staff.DeleteTarget(lamps))
	first := packet(t, staff, shili, 10)
	roads(t, staff, 40)
	pressGood(t, staff, staff.RestoreTarget(lamps))
	second := packet(t, staff, shili, 11)
	third := packet(t, staff, "示例市第一届人民代表大会第二次会议", 12) // the same committee and report

	for _, tt := range []struct {
		name         string
		own          func(d *Desk)
		between      func(d *Desk)
		after, later string
	}{
		{"nothing said", nil, nil, "35", "40 200"},
		{"said before", func(d *Desk) { roads(t, d, 33) }, nil, "33", "33 200"},
		{"said of the package's word", nil, func(d *Desk) { roads(t, d, 36) }, "36", "36 200"},
	} {
		for _, newer := range []string{second, third} {
			d := openAt(t, t.TempDir(), beforeTheMeeting)
			d.OpenSession(issue(t, plain))
			if tt.own != nil {
				tt.own(d)
			}
			d.OpenSession(first)
			if tt.between != nil {
				tt.between(d)
			}
			if got := goals(d); got != tt.after {
				t.Errorf("%s: with the first package %s, want %s", tt.name, got, tt.after)
			}
			d.OpenSession(newer)
			if got := goals(d); got != tt.later {
				t.Errorf("%s: with the newer package %s, want %s (%v)", tt.name, got, tt.later, d.Notice())
			}
			pressGood(t, d, d.Undo())
			if got := goals(d); got != tt.after {
				t.Errorf("%s: taken back %s, want %s", tt.name, got, tt.after)
			}
			shut(t, d)
		}
	}
}

// Another committee's package leaves the rulings of the first alone.
func TestAnotherCommitteeReplacesNothing(t *testing.T) {
	staff := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, staff)
	staff.OpenSession(issue(t, meeting()))
	roads(t, staff, 35)
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	d.OpenSession(packet(t, staff, shili, 10))
	other := meeting()
	other.Name, other.Key = "另一市第一届人民代表大会第一次会议", otherKey
	older, err := d.olderRulings(other)
	if err != nil || len(older) > 0 {
		t.Errorf("%d rulings would go, %v", len(older), err)
	}
	if older, err = d.olderRulings(meeting()); err != nil || len(older) != 1 || !slices.ContainsFunc(d.aims.corrections, func(c annotate.Correction) bool { return c.ID == older[0].ID }) {
		t.Errorf("%d rulings of the same session, %v", len(older), err)
	}
}
