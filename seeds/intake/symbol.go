package intake

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // what scanners and telephones write
	_ "image/png"
	"math"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"golang.org/x/image/draw"
)

// Picture decodes a photograph or scan, .jpg or .png. One of more pixels than a
// scanner makes of a page is refused before it is unpacked.
func Picture(data []byte) (image.Image, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return nil, fmt.Errorf("intake: picture: %w: %w", ErrTruncated, err)
	case config.Width*config.Height > maxPixels || config.Width < 1 || config.Height < 1:
		return nil, fmt.Errorf("intake: picture of %d by %d: %w", config.Width, config.Height, ErrTooLarge)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("intake: picture: %w: %w", ErrTruncated, err)
	}
	return img, nil
}

// IsPicture reports whether data begins as a .jpg or .png does.
func IsPicture(data []byte) bool {
	return bytes.HasPrefix(data, []byte("\xFF\xD8\xFF")) || bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n"))
}

// symbolWidths are how wide, in pixels, a page is looked at, the first that shows
// the symbol being enough: a module of the symbol on our sheet is two pixels wide
// at the first, and of a photograph the finer ones are mostly noise. 0 is the
// picture as it is.
var symbolWidths = []int{0, 1000, 1600, 700, 2200}

// Symbol reads the QR symbol on a picture of a page, turned and askew as it may
// be; "" if there is none that can be read.
func Symbol(img image.Image) string {
	size := img.Bounds().Size()
	if size.X < 20 || size.Y < 20 {
		return ""
	}
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true}
	for _, width := range symbolWidths {
		seen := img
		if width > 0 {
			by := float64(width) / float64(min(size.X, size.Y))
			if by > 3 || math.Abs(by-1) < 0.1 {
				continue
			}
			small := image.NewGray(image.Rect(0, 0, int(float64(size.X)*by), int(float64(size.Y)*by)))
			draw.BiLinear.Scale(small, small.Bounds(), img, img.Bounds(), draw.Src, nil)
			seen = small
		} else if size.X*size.Y > 12<<20 {
			continue // the finest scans are looked at smaller only
		}
		source := gozxing.NewLuminanceSourceFromImage(seen)
		for _, binarizer := range []gozxing.Binarizer{gozxing.NewHybridBinarizer(source), gozxing.NewGlobalHistgramBinarizer(source)} {
			bitmap, err := gozxing.NewBinaryBitmap(binarizer)
			if err != nil {
				continue
			}
			if text := decoded(bitmap, hints); text != "" {
				return text
			}
		}
	}
	return ""
}

// decoded is what the symbol of a bitmap says, "" if there is none. The library may
// stumble over a picture that only looks like a symbol.
func decoded(bitmap *gozxing.BinaryBitmap, hints map[gozxing.DecodeHintType]any) (text string) {
	defer func() {
		if recover() != nil {
			text = ""
		}
	}()
	result, err := qrcode.NewQRCodeReader().Decode(bitmap, hints)
	if err != nil {
		return ""
	}
	return result.GetText()
}
