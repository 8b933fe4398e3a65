package main

import (
	"fmt"
	"os"
	"runtime"
)

// mostHeap is what the window may hold in bytes once its first text can be read,
// so that a laptop with 4 GB has room for the rest of an office.
const mostHeap = 60 << 20

// reportStart prints what the start has cost, in time and in memory, and leaves;
// with 1 if the window holds more than mostHeap.
func reportStart() {
	reportTime()
	runtime.GC()
	runtime.GC() // what has a finaliser goes the second time
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Printf("heap after the start: %d MB (%d MB from the system)\n", m.HeapAlloc>>20, m.Sys>>20)
	if m.HeapAlloc > mostHeap {
		fmt.Fprintf(os.Stderr, "deputydesk: the heap is larger than the %d MB that are promised\n", mostHeap>>20)
		os.Exit(1)
	}
	os.Exit(0)
}
