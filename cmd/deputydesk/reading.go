package main

import (
	"fmt"
	"os"

	"deputydesk/ui"
)

// reportReading prints what reading has cost and leaves.
func reportReading(r ui.Reading) {
	fmt.Printf("%d characters, %d highlights\n", r.Characters, r.Highlights)
	fmt.Printf("a step of the wheel:      %s\n", r.Step)
	fmt.Printf("everything to new widths: %s\n", r.Resize)
	fmt.Printf("a key in a long note:     %s\n", r.Key)
	fmt.Printf("heap of the window:       %d MB\n", r.Heap>>20)
	os.Exit(0)
}
