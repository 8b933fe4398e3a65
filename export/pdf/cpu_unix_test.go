//go:build unix && !race

package pdf

import (
	"syscall"
	"testing"
	"time"

	"deputydesk/assets"
	"deputydesk/export"
)

// The first page of a sheet is on the screen within 100 ms of CPU time, fonts
// read anew; the gate is three times that. Reading, laying out and drawing are
// counted, and so is writing the file.
func TestFirstPageIsQuick(t *testing.T) {
	best := time.Hour
	for range 3 {
		began := used(t)
		files := map[export.Face][]byte{}
		for _, name := range []string{"title", "hei", "kai", "fang-fb", "song-num"} {
			files[export.Face(name)], _ = assets.Paper(name)
		}
		fonts, err := newFonts(files)
		if err != nil {
			t.Fatal(err)
		}
		painter, err := NewPainter(fonts)
		if err != nil {
			t.Fatal(err)
		}
		doc := testSheet()
		pages, _ := export.Lay(doc, fonts)
		if _, err := painter.Picture(pages.Pages[0], pages.Paper, 1.5); err != nil {
			t.Fatal(err)
		}
		shown := used(t) - began
		mustWrite(t, doc, Options{Fonts: fonts})
		t.Logf("shown after %v, written after %v of CPU time", shown, used(t)-began)
		best = min(best, shown)
	}
	if best > 300*time.Millisecond {
		t.Errorf("%v of CPU time", best)
	}
}

func used(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
