//go:build unix && !race

// The race detector makes everything ten times slower: gates are not asked there.

package seeds

import (
	"syscall"
	"testing"
	"time"
	"unicode/utf8"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// What a person waits for, in CPU time of this process. The gates are three
// times the promise, so that a busy machine does not fail them.
const (
	importPromise  = time.Second            // of 100,000 characters
	targetsPromise = 500 * time.Millisecond // of the same
	doubtsPromise  = time.Second            // of the same
	gateFactor     = 3
)

func cpu(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func TestHundredThousandCharactersAreQuick(t *testing.T) {
	text := hundredThousand()
	if n := utf8.RuneCountInString(report.Squeeze(text)); n < 100000 {
		t.Fatalf("only %d characters", n)
	}
	began := cpu(t)
	r, _, err := intake.File(intake.Meta{}, "甲.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	read := cpu(t)
	n := len(target.Of(r))
	listed := cpu(t)
	doubts := len(intake.Doubts(r))
	doubted := cpu(t)
	t.Logf("imported in %v, %d targets in %v, %d doubts in %v of CPU", read-began, n, listed-read, doubts, doubted-listed)
	if d := doubted - listed; d > gateFactor*doubtsPromise {
		t.Errorf("doubts took %v of CPU, gate %v", d, gateFactor*doubtsPromise)
	}
	if d := read - began; d > gateFactor*importPromise {
		t.Errorf("import took %v of CPU, gate %v", d, gateFactor*importPromise)
	}
	if d := listed - read; d > gateFactor*targetsPromise {
		t.Errorf("targets took %v of CPU, gate %v", d, gateFactor*targetsPromise)
	}
}
