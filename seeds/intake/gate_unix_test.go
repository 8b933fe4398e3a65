//go:build unix

package intake

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

func cpu(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// A file of Word with 100,000 characters is read within a second of CPU, and a
// click of the person who checks its layout is answered in a quarter of one.
// The gates are three times that.
func TestHundredThousandCharactersOfWordAreQuick(t *testing.T) {
	var body strings.Builder
	for _, p := range hundredThousand() {
		body.WriteString(para(p))
	}
	data := letter(t, body.String())
	began := cpu(t)
	p, err := Proofread(Meta{ID: "r"}, "甲.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	read := cpu(t)
	if _, err := p.With(AddFix(p.Meta().Fixes, p.Fix(MergeUp, 500, 0))); err != nil {
		t.Fatal(err)
	}
	fixed := cpu(t)
	t.Logf("read in %v, put right in %v of CPU", read-began, fixed-read)
	if read-began > 3*time.Second || fixed-read > 3*time.Second/4 {
		t.Errorf("read in %v, put right in %v of CPU", read-began, fixed-read)
	}
}
