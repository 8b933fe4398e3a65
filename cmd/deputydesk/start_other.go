//go:build !unix

package main

import (
	"fmt"
	"os"
)

// reportStart cannot ask this system for CPU time.
func reportStart() {
	fmt.Fprintln(os.Stderr, "deputydesk: CPU time is not measured on this system")
	os.Exit(1)
}
