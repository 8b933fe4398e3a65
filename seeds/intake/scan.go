package intake

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
	"golang.org/x/image/ccitt"
)

// A scanner makes a PDF whose pages are pictures. The first ones are taken out,
// since a paper of ours can be known by the symbol printed on it.

// The limits of scans.
const (
	maxScans  = 4        // pages that are looked at
	maxPixels = 40 << 20 // of one; A4 at 600 dpi has 35 million
	pagePart  = 0.4      // how much of its page a scan covers at least
)

// scans adds the picture that page p is, if it is one.
func (f *pdfFile) scans(have []image.Image, p pdfPage, pictures []picture) ([]image.Image, error) {
	if len(have) >= maxScans {
		return have, nil
	}
	page := 595.0 * 842
	if box := f.array(p.dict["MediaBox"]); len(box) == 4 {
		var v [4]float64
		for i := range v {
			v[i], _ = f.number(box[i])
		}
		if a := (v[2] - v[0]) * (v[3] - v[1]); a > 1 {
			page = a
		}
	}
	for _, pic := range pictures {
		if pic.area() < pagePart*page {
			continue
		}
		img, err := f.picture(pic.object)
		if err != nil {
			return have, err
		}
		if img != nil {
			return append(have, img), nil
		}
	}
	return have, nil
}

// picture decodes what scanners write; nil without an error for anything else.
func (f *pdfFile) picture(o types.Object) (image.Image, error) {
	s, ok := f.object(o).(types.StreamDict)
	if !ok {
		return nil, nil
	}
	width, _ := f.number(s.Dict["Width"])
	height, _ := f.number(s.Dict["Height"])
	if width < 1 || height < 1 || width*height > maxPixels {
		return nil, nil
	}
	w, h := int(width), int(height)
	last := ""
	if n := len(s.FilterPipeline); n > 0 {
		last = s.FilterPipeline[n-1].Name
	}
	raw := s.Raw
	if n := len(s.FilterPipeline); n == 2 && s.FilterPipeline[0].Name == "FlateDecode" {
		inner, err := inflate(raw)
		if err != nil {
			return nil, err
		}
		raw = inner
	} else if n > 2 {
		return nil, nil
	}
	switch last {
	case "DCTDecode":
		config, err := jpeg.DecodeConfig(bytes.NewReader(raw))
		if err != nil || config.Width*config.Height > maxPixels {
			return nil, nil // a picture that nobody can show says nothing
		}
		img, err := jpeg.Decode(bytes.NewReader(raw))
		if err != nil {
			return nil, fmt.Errorf("pdf: picture: %w: %w", ErrTruncated, err)
		}
		return img, nil
	case "CCITTFaxDecode":
		parms := s.FilterPipeline[len(s.FilterPipeline)-1].DecodeParms
		mode, black := ccitt.Group3, false
		if k, ok := f.number(parms["K"]); ok && k < 0 {
			mode = ccitt.Group4
		}
		if b, ok := f.object(parms["BlackIs1"]).(types.Boolean); ok {
			black = bool(b)
		}
		img := image.NewGray(image.Rect(0, 0, w, h))
		if err := ccitt.DecodeIntoGray(img, bytes.NewReader(raw), ccitt.MSB, mode, &ccitt.Options{Invert: black}); err != nil {
			return nil, nil // what a copier got wrong is not the sender's damage
		}
		return img, nil
	case "FlateDecode":
		pixels, err := f.stream(o)
		if err != nil {
			return nil, err
		}
		return f.plain(s.Dict, pixels, w, h), nil
	}
	return nil, nil
}

// plain reads grey, colour and black-and-white pixels; nil if they are others.
func (f *pdfFile) plain(d types.Dict, pixels []byte, w, h int) image.Image {
	bits, _ := f.number(d["BitsPerComponent"])
	parts := 1
	switch space := f.object(d["ColorSpace"]).(type) {
	case types.Name:
		if space == "DeviceRGB" {
			parts = 3
		}
	case types.Array: // [/ICCBased stream] or [/CalGray …]
		if len(space) > 1 && f.name(space[0]) == "ICCBased" {
			if n, ok := f.number(f.dict(space[1])["N"]); ok {
				parts = int(n)
			}
		}
		if f.name(space[0]) == "CalRGB" {
			parts = 3
		}
		if f.name(space[0]) == "Indexed" {
			return nil
		}
	}
	row := (w*parts*int(bits) + 7) / 8
	if bits != 1 && bits != 8 || parts != 1 && parts != 3 || len(pixels) < row*h {
		return nil
	}
	img := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		line := pixels[y*row : (y+1)*row]
		for x := range w {
			var v byte
			switch {
			case bits == 1:
				v = 255 * (line[x/8] >> (7 - x%8) & 1)
			case parts == 3:
				v = color.GrayModel.Convert(color.RGBA{line[3*x], line[3*x+1], line[3*x+2], 255}).(color.Gray).Y
			default:
				v = line[x]
			}
			img.Pix[y*img.Stride+x] = v
		}
	}
	if decode := f.array(d["Decode"]); len(decode) == 2 {
		if first, _ := f.number(decode[0]); first == 1 {
			for i := range img.Pix {
				img.Pix[i] = ^img.Pix[i]
			}
		}
	}
	return img
}
