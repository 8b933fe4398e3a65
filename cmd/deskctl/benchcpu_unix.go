//go:build unix

package main

import (
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
