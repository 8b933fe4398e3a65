package pdf

import (
	"bytes"
	"image"
	_ "image/png" // pdftoppm writes PNG
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"deputydesk/export"
)

// testScale is 100 dots an inch.
const testScale = 100.0 / 72

// The picture of a page is what poppler shows of the file: of the cells of a
// few millimetres that a page is cut into, hardly one is darker or lighter
// there. Where pdftoppm is not installed the log says so.
func TestPictureIsThePage(t *testing.T) {
	if _, err := exec.LookPath("pdftoppm"); err != nil {
		t.Log("pdftoppm is not installed: not asked")
		return
	}
	painter, err := NewPainter(nil)
	if err != nil {
		t.Fatal(err)
	}
	doc := testSheet()
	pages, _ := export.Lay(doc, painter.Fonts())
	file, _ := mustWrite(t, doc, Options{})
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "sheet.pdf"), file, 0o600); err != nil {
		t.Fatal(err)
	}
	for n := range pages.Pages {
		out, err := exec.Command("pdftoppm", "-r", "100", "-gray", "-png", "-f", string(rune('1'+n)), "-l", string(rune('1'+n)), filepath.Join(dir, "sheet.pdf")).Output()
		if err != nil {
			t.Fatal(err)
		}
		theirs, _, err := image.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		ours, err := painter.Picture(pages.Pages[n], pages.Paper, testScale)
		if err != nil {
			t.Fatal(err)
		}
		if d := theirs.Bounds().Size().Sub(ours.Rect.Size()); d.X < -1 || d.X > 1 || d.Y < -1 || d.Y > 1 {
			t.Fatalf("page %d: %v, poppler has %v", n+1, ours.Rect.Size(), theirs.Bounds().Size())
		}
		mean, worst := apart(ours, theirs)
		t.Logf("page %d: mean difference %.3f, worst cell %.1f of 255", n+1, mean, worst)
		if mean > 1.5 || worst > 50 {
			t.Errorf("page %d: mean difference %.2f, worst cell %.0f of 255", n+1, mean, worst)
		}
		// A page moved by a millimetre would not pass.
		moved := pages.Pages[n]
		moved.Runs = append([]export.Run(nil), moved.Runs...)
		for i := range moved.Runs {
			moved.Runs[i].Y += 3
		}
		if ours, err = painter.Picture(moved, pages.Paper, testScale); err != nil {
			t.Fatal(err)
		}
		mean, worst = apart(ours, theirs)
		t.Logf("page %d, moved: mean difference %.3f, worst cell %.1f of 255", n+1, mean, worst)
		if worst <= 50 {
			t.Errorf("page %d: moved by three points it still passes, worst %.0f", n+1, worst)
		}
	}
}

// apart compares two pictures in cells of eight by eight pixels: the mean
// difference of their greys, and the largest.
func apart(a, b image.Image) (mean, worst float64) {
	const cell = 8
	size := a.Bounds().Size()
	n := 0
	for y := 0; y+cell < size.Y; y += cell {
		for x := 0; x+cell < size.X; x += cell {
			sum := 0.0
			for dy := range cell {
				for dx := range cell {
					sum += grey(a, x+dx, y+dy) - grey(b, x+dx, y+dy)
				}
			}
			d := math.Abs(sum / (cell * cell))
			mean += d
			worst = max(worst, d)
			n++
		}
	}
	return mean / float64(n), worst
}

func grey(m image.Image, x, y int) float64 {
	r, _, _, _ := m.At(x, y).RGBA()
	return float64(r) / 257
}

// A page is drawn while the user turns it.
func BenchmarkPicture(b *testing.B) {
	painter, err := NewPainter(nil)
	if err != nil {
		b.Fatal(err)
	}
	pages, _ := export.Lay(testSheet(), painter.Fonts())
	for b.Loop() {
		if _, err := painter.Picture(pages.Pages[1], pages.Paper, 1.5); err != nil {
			b.Fatal(err)
		}
	}
}
