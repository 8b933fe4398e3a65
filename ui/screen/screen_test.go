package screen

import "testing"

// What the toolkit makes of a screen's width; the desktop's own wish comes on top.
func TestHowTheToolkitReadsAScreen(t *testing.T) {
	for _, tt := range []struct {
		name                string
		pixels, millimetres int
		want                float32
	}{
		{"a laptop of 14 inches, 1366 wide", 1366, 310, 1},
		{"one with 1920", 1920, 310, 1.3110},
		{"a desk screen of 24 inches", 1920, 530, 1},
		{"27 inches in 4K", 3840, 597, 1.3615},
		{"it does not say", 1920, 0, 1},
		{"a projector that says nonsense", 1920, 16, 1},
	} {
		if got := drawn(tt.pixels, tt.millimetres); got < tt.want-0.001 || got > tt.want+0.001 {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
