//go:build !unix

package main

import (
	"fmt"
	"time"
)

// cpuTime is the time of day: that of this process alone cannot be had here.
func cpuTime() time.Duration { return time.Duration(time.Now().UnixNano()) }

// reportTime cannot ask this system for CPU time.
func reportTime() { fmt.Println("start to readable text: CPU time is not measured on this system") }
