//go:build ignore

// Command icns writes the icon of a Mac from pictures of the icon.
//
//	go run assets/packaging/macos/icns.go FOLDER OUT.icns
//
// FOLDER holds icon-16.png to icon-512.png. The file is "icns", its length, and
// then one entry a size: four letters that name it, the length of the entry with
// its eight bytes of head, and the PNG as it is. All numbers are big-endian.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
)

// entries are the names of the sizes, in pixels; the second of one size is the
// half as large picture on a screen with twice as many points.
var entries = []struct {
	name string
	size int
}{
	{"icp4", 16}, {"ic11", 32}, {"icp5", 32}, {"ic12", 64}, {"ic07", 128},
	{"ic13", 256}, {"ic08", 256}, {"ic14", 512}, {"ic09", 512},
}

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "icns: want a folder of pictures and a file to write")
		os.Exit(2)
	}
	data, err := icns(os.Args[1])
	if err == nil {
		err = os.WriteFile(os.Args[2], data, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "icns:", err)
		os.Exit(1)
	}
}

func icns(folder string) ([]byte, error) {
	var body bytes.Buffer
	for _, e := range entries {
		name := filepath.Join(folder, fmt.Sprintf("icon-%d.png", e.size))
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		c, err := png.DecodeConfig(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if c.Width != e.size || c.Height != e.size {
			return nil, fmt.Errorf("%s: %d × %d pixels, want %d", name, c.Width, c.Height, e.size)
		}
		body.WriteString(e.name)
		body.Write(binary.BigEndian.AppendUint32(nil, uint32(len(data)+8)))
		body.Write(data)
	}
	head := binary.BigEndian.AppendUint32([]byte("icns"), uint32(body.Len()+8))
	return append(head, body.Bytes()...), nil
}
