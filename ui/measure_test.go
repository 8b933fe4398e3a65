//go:build unix

package ui

import (
	"syscall"
	"testing"
	"time"
)

// cpuTime is the CPU time of this process.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// A hundred thousand characters with two thousand highlights scroll like one
// page. The gates are three times what is promised (4 ms, 10 ms, 16 ms); `make
// reading` measures in the real window.
func TestALongReportStaysQuick(t *testing.T) {
	v := window(t, t.TempDir())
	if err := v.desk.Plenty(100_000, 2000); err != nil {
		t.Fatal(err)
	}
	r := v.MeasureReading(cpuTime)
	t.Logf("%d characters, %d highlights: step %s; resize %s; key %s; heap %d MB", r.Characters, r.Highlights, r.Step, r.Resize, r.Key, r.Heap>>20)
	if r.Characters < 100_000 || r.Highlights != 2000 {
		t.Fatalf("%d characters, %d highlights", r.Characters, r.Highlights)
	}
	if r.Step.P99 > 12*time.Millisecond {
		t.Errorf("a step of the wheel: %s", r.Step)
	}
	if r.Resize.P99 > 30*time.Millisecond {
		t.Errorf("another width: %s", r.Resize)
	}
	if r.Key.P99 > 48*time.Millisecond {
		t.Errorf("a key in a long note: %s", r.Key)
	}
	if r.Heap > 135<<20 {
		t.Errorf("the heap is %d MB", r.Heap>>20)
	}
}
