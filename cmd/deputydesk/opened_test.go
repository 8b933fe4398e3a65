package main

import (
	"slices"
	"testing"
)

// A Mac may hand over the file it was started for before there is a window, and
// while the passphrase is asked for there is none: no file is lost.
func TestFilesWaitForTheWindow(t *testing.T) {
	p := &program{files: []string{"会议包.dbs"}}
	p.take("建议一.dbz")
	p.take("建议二.dbz")
	if want := []string{"会议包.dbs", "建议一.dbz", "建议二.dbz"}; !slices.Equal(p.files, want) {
		t.Errorf("waiting are %q, want %q", p.files, want)
	}
}
