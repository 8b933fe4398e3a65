package pdf

import (
	"bytes"
	"image"
	"image/color"
	"regexp"
	"testing"

	"deputydesk/export"
)

// halfRed is a picture whose left half is red and whose right half nobody sees.
func halfRed() image.Image {
	m := image.NewNRGBA(image.Rect(10, 10, 50, 30))
	for y := 10; y < 30; y++ {
		for x := 10; x < 30; x++ {
			m.Set(x, y, color.NRGBA{200, 0, 0, 255})
		}
	}
	return m
}

// A picture is written once however often it stands there, in colour, without
// transparency, with the words that are read out, and the same bytes each time.
func TestPicturesAreWritten(t *testing.T) {
	m := halfRed()
	doc := export.Document{Title: "图", Blocks: []export.Block{
		export.Text("前"), export.Picture{Image: m, Caption: "图一"}, export.Text("后"), export.Picture{Image: m, Caption: "图二"}}}
	for _, preset := range []Preset{ForSigning, ForArchive} {
		file, info, err := Write(doc, Options{Preset: preset})
		if err != nil {
			t.Fatal(err)
		}
		if info.Pages != 1 {
			t.Errorf("%d pages", info.Pages)
		}
		if n := len(regexp.MustCompile(`/Subtype /Image /Width 40 /Height 20 /ColorSpace /DeviceRGB`).FindAll(file, -1)); n != 1 {
			t.Errorf("the picture is written %d times", n)
		}
		if bytes.Contains(file, []byte("/SMask")) {
			t.Error("the picture is transparent")
		}
		if n := len(regexp.MustCompile(`/S /Figure`).FindAll(file, -1)); n != 2 || bytes.Count(file, []byte("/Alt ")) != 2 {
			t.Errorf("%d figures, %d with words", n, bytes.Count(file, []byte("/Alt ")))
		}
		again, _, err := Write(doc, Options{Preset: preset})
		if err != nil || !bytes.Equal(file, again) {
			t.Errorf("a second time it is another file, %v", err)
		}
	}
}

// The preview shows the picture where the file has it.
func TestPicturesArePreviewed(t *testing.T) {
	a, err := NewPainter(nil)
	if err != nil {
		t.Fatal(err)
	}
	pages, _ := export.Lay(export.Document{Blocks: []export.Block{export.Picture{Image: halfRed()}}}, a.Fonts())
	at := pages.Pages[0].Images[0]
	img, err := a.Picture(pages.Pages[0], pages.Paper, 2)
	if err != nil {
		t.Fatal(err)
	}
	left, right := img.GrayAt(int(2*at.X)+8, int(2*at.Y)+8).Y, img.GrayAt(int(2*(at.X+at.Width))-8, int(2*at.Y)+8).Y
	if left > 100 || right != 255 {
		t.Errorf("left is %d, right is %d", left, right)
	}
}
