//go:build !unix

package main

import (
	"fmt"
	"os"
	"time"
)

// cpuTime is the time of day: that of this process alone cannot be had here.
func cpuTime() time.Duration { return time.Duration(time.Now().UnixNano()) }

// reportStart cannot ask this system for CPU time.
func reportStart() {
	fmt.Fprintln(os.Stderr, "deputydesk: CPU time is not measured on this system")
	os.Exit(1)
}
