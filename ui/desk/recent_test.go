package desk

import (
	"slices"
	"testing"
)

func TestRecentQueries(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)
	for _, q := range []string{"就业", "双汇", "就业", "  养老 "} {
		d.Search(q)
		d.Submit()
	}
	d.Search("只是打了字")
	d.Search("充电桩")
	d.OpenHit(0)
	want := []string{"充电桩", "养老", "就业", "双汇"}
	if got := d.Recent(); !slices.Equal(got, want) {
		t.Errorf("recent %q, want %q", got, want)
	}
	shut(t, d)
	d = open(t, folder)
	if got := d.Recent(); !slices.Equal(got, want) {
		t.Errorf("after a restart %q", got)
	}
	for i := range 20 {
		d.remember(string(rune(0x4e00 + i)))
	}
	if got := d.Recent(); len(got) != mostRecent || got[0] != string(rune(0x4e00+19)) {
		t.Errorf("%d kept, the first %q", len(got), got[0])
	}
	d.ForgetRecent()
	shut(t, d)
	d = open(t, folder)
	if got := d.Recent(); len(got) != 0 {
		t.Errorf("forgotten, but %q", got)
	}
	shut(t, d)
}
