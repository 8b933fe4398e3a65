package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"slices"
)

// ICO file, as Windows reads it, numbers little-endian:
//
//	header      0, 1 (an icon), number of pictures        3 × 16 bits
//	directory   per picture: width, height (0 is 256), colours 0, 0,
//	            planes 1, bits 32, bytes, offset          16 bytes each
//	pictures    256 pixels: the PNG itself. Smaller ones: a bitmap of 32 bits,
//	            lowest row first, blue green red alpha, then a mask of one bit a
//	            pixel, rows padded to 32 bits; 1 is see-through.
//
// Smaller pictures are bitmaps since the shell of old draws no small PNG.

// largest is the side of the largest picture of an icon, in pixels.
const largest = 256

// writeIcon writes the pictures at paths as the icon out, largest first.
func writeIcon(out string, paths []string) error {
	var pictures []picture
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		p, err := readPicture(data)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		pictures = append(pictures, p)
	}
	return os.WriteFile(out, icon(pictures), 0o644)
}

// A picture is one size of an icon.
type picture struct {
	image image.Image
	png   []byte
	side  int // pixels
}

func readPicture(data []byte) (picture, error) {
	m, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return picture{}, err
	}
	b := m.Bounds()
	if b.Dx() != b.Dy() || b.Dx() > largest {
		return picture{}, fmt.Errorf("%d × %d pixels: an icon wants a square of at most %d", b.Dx(), b.Dy(), largest)
	}
	return picture{image: m, png: data, side: b.Dx()}, nil
}

// icon returns the bytes of an icon of these pictures.
func icon(pictures []picture) []byte {
	pictures = slices.Clone(pictures)
	slices.SortFunc(pictures, func(a, b picture) int { return b.side - a.side })
	const header, entry = 6, 16
	offset := header + entry*len(pictures)
	var directory, bodies []byte
	for _, p := range pictures {
		body := p.png
		if p.side < largest {
			body = p.bitmap()
		}
		directory = append(directory, byte(p.side), byte(p.side), 0, 0) // 256 is 0
		directory = binary.LittleEndian.AppendUint16(directory, 1)
		directory = binary.LittleEndian.AppendUint16(directory, 32)
		directory = binary.LittleEndian.AppendUint32(directory, uint32(len(body)))
		directory = binary.LittleEndian.AppendUint32(directory, uint32(offset))
		bodies = append(bodies, body...)
		offset += len(body)
	}
	out := []byte{0, 0, 1, 0}
	out = binary.LittleEndian.AppendUint16(out, uint16(len(pictures)))
	return append(append(out, directory...), bodies...)
}

// bitmap returns the picture as a bitmap with a mask.
func (p picture) bitmap() []byte {
	const headerBytes = 40
	out := binary.LittleEndian.AppendUint32(nil, headerBytes)
	out = binary.LittleEndian.AppendUint32(out, uint32(p.side))
	out = binary.LittleEndian.AppendUint32(out, uint32(2*p.side)) // picture and mask
	out = binary.LittleEndian.AppendUint16(out, 1)
	out = binary.LittleEndian.AppendUint16(out, 32)
	out = append(out, make([]byte, headerBytes-len(out))...)
	row := (p.side + 31) / 32 * 4
	mask := make([]byte, row*p.side)
	corner := p.image.Bounds().Min
	for y := range p.side {
		line := p.side - 1 - y
		for x := range p.side {
			c := color.NRGBAModel.Convert(p.image.At(corner.X+x, corner.Y+line)).(color.NRGBA)
			out = append(out, c.B, c.G, c.R, c.A)
			if c.A == 0 {
				mask[y*row+x/8] |= 0x80 >> (x % 8)
			}
		}
	}
	return append(out, mask...)
}
