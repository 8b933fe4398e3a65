package main

import (
	"os"
	"syscall"
	"time"
)

// cpuTime is what this process has computed so far, in user and kernel time.
func cpuTime() time.Duration {
	self, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0 // it cannot be refused for oneself
	}
	var created, exited, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(self, &created, &exited, &kernel, &user); err != nil {
		return 0 // as above
	}
	ticks := func(f syscall.Filetime) int64 { return int64(f.HighDateTime)<<32 + int64(f.LowDateTime) }
	return time.Duration(100 * (ticks(kernel) + ticks(user)))
}

// usedBy is what a program that has ended computed. Its memory is not known
// here.
func usedBy(p *os.ProcessState) (cpu time.Duration, rss int64) {
	return p.UserTime() + p.SystemTime(), 0
}
