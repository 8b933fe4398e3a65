package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

// Twice packed on two days from two places, the bytes are the same, and a Chinese
// name is read as one.
func TestZipIsTheSameTwice(t *testing.T) {
	var archives [][]byte
	for i := range 2 {
		folder := filepath.Join(t.TempDir(), "代表案头")
		for name, words := range map[string]string{"说明.txt": "先看这里", "licences/LICENSE": "Apache", "portable": ""} {
			at := filepath.Join(folder, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(at, []byte(words), 0o600); err != nil {
				t.Fatal(err)
			}
			day := time.Date(2020+i, 5, 1, 0, 0, 0, 0, time.UTC)
			if err := os.Chtimes(at, day, day); err != nil {
				t.Fatal(err)
			}
		}
		out := filepath.Join(t.TempDir(), "out.zip")
		if err := run([]string{"zip", out, folder}); err != nil {
			t.Fatal(err)
		}
		archives = append(archives, read(t, out))
	}
	if !bytes.Equal(archives[0], archives[1]) {
		t.Error("the same files make other bytes on another day")
	}
	z, err := zip.NewReader(bytes.NewReader(archives[0]), int64(len(archives[0])))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"代表案头/", "代表案头/licences/", "代表案头/licences/LICENSE", "代表案头/portable", "代表案头/说明.txt"}
	for i, f := range z.File {
		if i >= len(want) || f.Name != want[i] || f.NonUTF8 {
			t.Errorf("entry %d is %q, want one of %q in UTF-8", i, f.Name, want)
		}
	}
	if len(z.File) != len(want) {
		t.Fatalf("%d entries, want %d", len(z.File), len(want))
	}
	f, err := z.File[4].Open()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }() // it was only read
	if words, err := io.ReadAll(f); err != nil || string(words) != "先看这里" {
		t.Errorf("说明.txt holds %q (%v)", words, err)
	}
}

func TestZipRefusesLinks(t *testing.T) {
	folder := t.TempDir()
	link := filepath.Join(folder, "链接")
	if err := os.Symlink("/etc/hostname", link); err != nil && runtime.GOOS != "windows" {
		t.Fatal(err)
	}
	if _, err := os.Lstat(link); err != nil {
		t.Logf("no links here: %v", err) // Windows allows them to few; Wine says it made one
		return
	}
	if err := run([]string{"zip", filepath.Join(t.TempDir(), "out.zip"), folder}); err == nil {
		t.Error("a link was packed; it would be another file on another machine")
	}
}
