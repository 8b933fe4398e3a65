//go:build unix

package entries

import (
	"runtime"
	"syscall"
	"testing"
	"time"
)

// cpuTime is how much CPU time this process has used.
func cpuTime(t *testing.T) time.Duration {
	t.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// quick runs f three times and fails if the best takes more than limit
// milliseconds of CPU time.
func quick(t *testing.T, what string, limit int, f func()) {
	t.Helper()
	best := time.Hour
	for range 3 {
		runtime.GC()
		began := cpuTime(t)
		f()
		best = min(best, cpuTime(t)-began)
	}
	t.Logf("%s: %v", what, best)
	if best > time.Duration(limit)*time.Millisecond {
		t.Errorf("%s: %v, want at most %d ms", what, best, limit)
	}
}
