package registry

import (
	"testing"

	"deputydesk/annotate"
)

func TestNumberText(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "第001号", 42: "第042号", 1267: "第1267号"} {
		if got := (Entry{Number: n}).NumberText(); got != want {
			t.Errorf("number %d is %q, want %q", n, got, want)
		}
	}
}

// What the staff decide goes before what the deputy wished.
func TestStaffGoBeforeWishes(t *testing.T) {
	p := annotate.Proposal{Category: "农业农村", Host: "市农业农村局", Cohosts: []string{"市水利局"}}
	for _, tt := range []struct {
		entry             Entry
		class, host, side string
		wished            bool
	}{
		{Entry{Proposal: p}, "农业农村", "市农业农村局", "市水利局", true},
		{Entry{Proposal: p, Category: "财政经济", Host: "市财政局"}, "财政经济", "市财政局", "", false},
		{Entry{Proposal: p, Host: "市财政局", Cohosts: []string{"市审计局"}}, "农业农村", "市财政局", "市审计局", false},
		{Entry{}, Unclassed, "", "", false},
	} {
		host, wished := tt.entry.MainUnit()
		side := ""
		if s := tt.entry.SideUnits(); len(s) > 0 {
			side = s[0]
		}
		if tt.entry.Class() != tt.class || host != tt.host || wished != tt.wished || side != tt.side {
			t.Errorf("%+v: %s, %s (wished %v), %s", tt.entry, tt.entry.Class(), host, wished, side)
		}
	}
}

// A motion that was turned into a proposal is counted as one.
func TestTurnedMotion(t *testing.T) {
	p := annotate.Proposal{Form: annotate.Motion}
	if !(Entry{Proposal: p}).Motion() || (Entry{Proposal: p, State: Turned}).Motion() {
		t.Error("a motion is one until it is turned")
	}
	if (Entry{State: Withdrawn}).Live() || !(Entry{State: Merged}).Live() {
		t.Error("only what is returned or withdrawn does not count")
	}
}
