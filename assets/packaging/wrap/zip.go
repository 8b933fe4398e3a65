package main

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"time"
)

// written is the time every file of an archive carries: that of the machine that
// packed it says nothing, and would change the bytes. The zip format begins at 1980.
var written = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// writeZip writes folder, under its own name, with all that is in it to out.
func writeZip(out, folder string) error {
	f, err := os.Create(out)
	if err != nil {
		return err
	}
	err = fill(f, folder)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("%s: %w", out, err)
	}
	return nil
}

// fill packs folder in the order of the names, which WalkDir keeps.
func fill(w io.Writer, folder string) error {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	top := filepath.Base(folder)
	err := filepath.WalkDir(folder, func(at string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rest, err := filepath.Rel(folder, at)
		if err != nil {
			return err
		}
		h := zip.FileHeader{Name: path.Join(top, filepath.ToSlash(rest)), Method: zip.Deflate, Modified: written}
		if entry.IsDir() {
			h.Name, h.Method = h.Name+"/", zip.Store
			_, err = z.CreateHeader(&h)
			return err
		}
		if !entry.Type().IsRegular() {
			return fmt.Errorf("%s: neither a file nor a folder", at)
		}
		f, err := os.Open(at)
		if err != nil {
			return err
		}
		defer func() { _ = f.Close() }() // it was only read
		part, err := z.CreateHeader(&h)
		if err != nil {
			return err
		}
		_, err = io.Copy(part, f)
		return err
	})
	if err != nil {
		return err
	}
	return z.Close()
}
