package ui

import "time"

// AfterFrame calls f once the first frame has been drawn: the toolkit draws
// between the functions that are posted to it, sixty times a second.
func AfterFrame(f func()) {
	After(frames, func() { f() })
}

// frames is long enough for three frames on a slow screen; CPU time, not this
// pause, is what is measured.
const frames = 200 * time.Millisecond
