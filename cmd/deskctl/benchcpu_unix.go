//go:build unix

package main

import (
	"os"
	"runtime"
	"syscall"
	"time"
)

// cpuTime is what this process has computed so far, in user and system time.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0 // it cannot be refused for oneself
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// usedBy is what a program that has ended, and those it waited for, computed,
// and how much memory the largest of them had, in bytes.
func usedBy(p *os.ProcessState) (cpu time.Duration, rss int64) {
	cpu = p.UserTime() + p.SystemTime()
	u, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return cpu, 0
	}
	if runtime.GOOS == "darwin" {
		return cpu, int64(u.Maxrss)
	}
	return cpu, int64(u.Maxrss) * 1024
}
